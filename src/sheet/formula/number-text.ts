/** Numbers to texts and back. */
import Big from 'big.js';
import { type Compute, taking, textArgument, unsettled } from './argument.ts';
import { define, type Family } from './define.ts';
import { isProblem, NUMERAL, type Problem, type Result, toNumber } from './value.ts';

/** Only plain numbers: percent signs, currencies, dates and commas are read by the country of the program. */
const value: Compute = ([argument]) => {
  const given = argument!.scalar();
  if (isProblem(given) || typeof given === 'number') return given;
  if (typeof given === 'boolean') return unsettled('not every program takes TRUE and FALSE for numbers');
  if (given === null) return 0;
  return NUMERAL.test(given) ? Number(given) : toNumber(given);
};

/** The same in every country, because the text says its signs. */
function readNumber(text: string, point: string, group: string): Result {
  const [pointSign, groupSign] = [point.charAt(0), group.charAt(0)];
  if (pointSign === '' || pointSign === groupSign)
    return unsettled('the sign before the decimals has to differ from the one between groups');
  const [whole = '', ...decimals] = text.replaceAll(' ', '').split(pointSign);
  const plain = [groupSign === '' ? whole : whole.replaceAll(groupSign, ''), ...decimals].join('.');
  if (plain === '') return unsettled('programs disagree whether no text is 0');
  if (NUMERAL.test(plain)) return Number(plain);
  if (/%|e/i.test(plain)) return unsettled(`"${text.slice(0, 40)}" is no plain number`);
  return { problem: '#VALUE!', why: `"${text.slice(0, 40)}" is no number` };
}

const FORMAT = /^(?<groups>#,##)?0(?:\.(?<decimals>0{1,15}))?(?<percent>%?)$/;

const formatted: Compute = ([argument, code]) => {
  const format = textArgument(code!);
  if (isProblem(format)) return format;
  const parts = FORMAT.exec(format)?.groups;
  if (!parts) return refusedFormat(format);
  const given = argument!.scalar();
  if (typeof given === 'string' && !/[0-9]/.test(given)) return given;
  if (typeof given === 'boolean' || typeof given === 'string')
    return unsettled('TEXT is computed for numbers only');
  const number = isProblem(given) ? given : toNumber(given);
  if (typeof number !== 'number') return number;
  const digits = digitsOf(number, parts.decimals?.length ?? 0, parts.percent !== '');
  if (isProblem(digits)) return digits;
  const [whole = '', decimals] = digits.split('.');
  const grouped = parts.groups ? whole.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ',') : whole;
  return `${grouped}${decimals === undefined ? '' : `.${decimals}`}${parts.percent}`;
};

function refusedFormat(format: string): Problem {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"/g, ''))
    ? unsettled(
        `the letters of the format "${format.slice(0, 40)}" depend on the language of the program; give the cell type="date" instead`,
      )
    : unsettled(
        `TEXT knows the formats 0, 0.0, #,##0, #,##0.0, 0% and 0.0%, with up to 15 decimals, not "${format.slice(0, 40)}"`,
      );
}

/** Programs differ behind the 15th digit, in how they multiply by 100, and in the sign of what is rounded to 0. */
function digitsOf(number: number, decimals: number, isPercent: boolean): string | Problem {
  const shown = (scaled: Big): string => scaled.toFixed(decimals, Big.roundHalfUp);
  const factor = isPercent ? 100 : 1;
  const digits = shown(new Big(number).times(factor));
  if (digits !== shown(new Big(number.toPrecision(15)).times(factor)))
    return unsettled('the format shows more than the 15 digits that spreadsheets keep');
  if (digits !== shown(new Big(number * factor))) return unsettled('programs round this half differently');
  if (number < 0 && !/[1-9]/.test(digits)) return unsettled('not every program shows a sign before 0');
  return digits;
}

export const numberTextFunctions: Family = {
  TEXT: define(
    'number, format',
    'the number as text, with the format 0, 0.0…, #,##0, #,##0.0…, 0% or 0.0%…; dates cannot be written so',
    [2, 2],
    formatted,
  ),
  VALUE: define('text', 'the number that a text of digits shows: 1234.5', [1, 1], value),
  NUMBERVALUE: define(
    'text, point, group',
    'the number that a text shows with these signs before its decimals and between its groups',
    [3, 3],
    taking(['text', 'text', 'text'], readNumber),
    '_xlfn.',
  ),
};
