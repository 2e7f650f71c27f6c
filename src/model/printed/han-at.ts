/** What begins with a Chinese numeral: 七家, 第二, 百分之四十, 一半, 二〇一七年. */
import { type Decimal, decimal, divide, exactDecimal, ratio } from '../decimal.ts';
import { amountStep } from './amount.ts';
import { hanNumeralAt } from './chinese-numerals.ts';
import { dateFromNumerals } from './dates.ts';
import { matchAt, ordinalStep, type Page, type Step } from './reading.ts';

const percentOf = /百分之/y;
const digitsInHan = /\d+(?:\.\d+)?/y;
const half = /一半|半(?=小时|公里|平方公里|天|亩)/y;
const ordinalDigits = /第(\d{1,6})(?![\d.,]*\d)/y;
const parts = /分之/y;
/** 十二五, the Twelfth Five-Year Plan: two numbers in a row. */
const planNumber = /十([一二三四五])(?=五[”」规时期])/y;
/** What is counted: behind a single numeral it tells 七家 from 统一. */
const counted = /\s?[个家项条名位座所种台者类级号期批处套层次大人天日年倍步成区园县市省]/y;

/** The reading of the numeral at an offset; a single one that is part of a word is `loose`. */
export function hanAt(page: Page, at: number): Step {
  const { text } = page;
  if (matchAt(percentOf, text, at)) return percentAt(page, at, at + 3);
  const halves = matchAt(half, text, at);
  if (halves)
    return amountStep(page, {
      start: at,
      end: at + halves[0].length,
      value: decimal('0.5'),
      digit: -1,
      form: 'words',
    });
  const dated = dateFromNumerals(page, at);
  if (dated) return dated;
  const first = matchAt(ordinalDigits, text, at);
  if (first) return ordinalStep(decimal(first[1]!), at, at + first[0].length, 'digits');
  const isOrdinal = text.charAt(at) === '第';
  const numeral = hanNumeralAt(text, isOrdinal ? at + 1 : at);
  if (!numeral) return { end: at + 1 };
  if (matchAt(parts, text, numeral.end)) return partsAt(page, at, numeral.value, numeral.end + 2);
  const plan = matchAt(planNumber, text, at);
  if (plan)
    return {
      ...ordinalStep(decimal(11 + '一二三四五'.indexOf(plan[1]!)), at, at + plan[0].length, 'words'),
      loose: true,
    };
  if (!numeral.value) return { end: numeral.end };
  if (isOrdinal) return ordinalStep(numeral.value, at, numeral.end, 'words');
  // 十几, 几十, 数百 name no number.
  if (/[几数]/u.test(text.charAt(at - 1) + text.charAt(numeral.end))) return { end: numeral.end };
  const { value, digit, end, isScaled } = numeral;
  const step = amountStep(page, { start: at, end, value, digit, form: 'words', mayScale: !isScaled });
  return { ...step, loose: isPartOfWord(page, at, end, step.end) };
}

/** A single numeral in running Chinese counts only with what it counts, a unit, or nothing around it. */
function isPartOfWord({ text }: Page, start: number, end: number, unitEnd: number): boolean {
  if (end - start > 1 && /[十百千万亿]/u.test(text.slice(start, end)) && text.slice(start, end) !== '十分')
    return false;
  const isBefore = /\p{Script=Han}/u.test(text.charAt(start - 1));
  const isBehind = /\p{Script=Han}/u.test(text.charAt(end));
  if (!isBefore && !isBehind) return false;
  return unitEnd === end && !matchAt(counted, text, end);
}

function percentAt(page: Page, start: number, at: number): Step {
  const digits = matchAt(digitsInHan, page.text, at)?.[0];
  const numeral = digits === undefined ? hanNumeralAt(page.text, at) : undefined;
  const value = digits === undefined ? numeral?.value : decimal(digits);
  if (!value) return { end: numeral?.end ?? at };
  const end = digits === undefined ? numeral!.end : at + digits.length;
  const digit = digits === undefined ? numeral!.digit : -(digits.split('.')[1]?.length ?? 0);
  const form = digits === undefined ? 'words' : 'digits';
  return amountStep(page, { start, end, value, digit, form, unit: 'percent', mayScale: false });
}

/** 四分之三 is 0.75; a third has no exact decimal and is passed over. */
function partsAt(page: Page, start: number, whole: Decimal | undefined, at: number): Step {
  const part = hanNumeralAt(page.text, at);
  if (!part?.value || !whole?.gt(0)) return { end: part?.end ?? at };
  const exact = exactDecimal(divide(ratio(part.value), ratio(whole)));
  if (exact === undefined) return { end: part.end };
  const digit = -(exact.split('.')[1]?.length ?? 0);
  return amountStep(page, {
    start,
    end: part.end,
    value: decimal(exact),
    digit,
    form: 'words',
    mayScale: false,
  });
}
