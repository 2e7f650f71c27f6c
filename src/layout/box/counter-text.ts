/** Counter values in words (css-counter-styles-3 §6–7). */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { CounterStyleName } from '../../markup/style.ts';

/** A value in a counter style, without prefix or suffix; in decimal where the style cannot write it. */
export function counterText(style: CounterStyleName, value: number): string {
  switch (style) {
    case 'none':
      return '';
    case 'disc':
      return '•';
    case 'circle':
      return '◦';
    case 'square':
      return '▪';
    case 'decimal':
      return String(value);
    case 'decimal-leading-zero':
      return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(2, '0')}`;
    case 'lower-alpha':
    case 'lower-latin':
      return alphabetic(value, latin) ?? String(value);
    case 'upper-alpha':
    case 'upper-latin':
      return alphabetic(value, latin)?.toUpperCase() ?? String(value);
    case 'lower-greek':
      return alphabetic(value, greek) ?? String(value);
    case 'lower-roman':
      return roman(value) ?? String(value);
    case 'upper-roman':
      return roman(value)?.toUpperCase() ?? String(value);
    case 'cjk-decimal':
      return value < 0 ? String(value) : [...String(value)].map((digit) => hanDigits[Number(digit)]).join('');
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
      return chinese(value, informal) ?? cjkDecimal(value);
    case 'simp-chinese-formal':
      return chinese(value, formal) ?? cjkDecimal(value);
    default:
      return assertNever(style);
  }
}

/** What stands between a marker and its text, by style; the other styles end with a full stop and a space. */
export function markerSuffix(style: CounterStyleName): string {
  switch (style) {
    case 'none':
    case 'disc':
    case 'circle':
    case 'square':
      return '';
    case 'cjk-decimal':
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
    case 'simp-chinese-formal':
      return '、';
    default:
      return '. ';
  }
}

const latin = [...'abcdefghijklmnopqrstuvwxyz'];
const greek = [...'αβγδεζηθικλμνξοπρστυφχψω'];

function alphabetic(value: number, letters: readonly string[]): string | undefined {
  if (value < 1) return undefined;
  const base = letters.length;
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / base))
    text = letters[(rest - 1) % base]! + text;
  return text;
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let rest = value;
  let text = '';
  for (const [worth, digits] of romanDigits) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
}

const hanDigits = [...'〇一二三四五六七八九'];

interface ChineseStyle {
  readonly digits: readonly string[];
  /** For thousands, hundreds, tens and ones. */
  readonly units: readonly string[];
  /** Ten to nineteen begin with 十, not with 一十. */
  readonly hasBareTen: boolean;
}

const informal: ChineseStyle = {
  digits: [...'零一二三四五六七八九'],
  units: ['千', '百', '十', ''],
  hasBareTen: true,
};
const formal: ChineseStyle = {
  digits: [...'零壹贰叁肆伍陆柒捌玖'],
  units: ['仟', '佰', '拾', ''],
  hasBareTen: false,
};

/** Simplified Chinese numbers from -9999 to 9999 (css-counter-styles-3 §7.1.2). */
function chinese(value: number, { digits, units, hasBareTen }: ChineseStyle): string | undefined {
  if (value < -9999 || value > 9999) return undefined;
  const size = Math.abs(value);
  if (size === 0) return digits[0];
  let text = '';
  let hasGap = false;
  units.forEach((unit, place) => {
    const digit = Math.floor(size / 10 ** (3 - place)) % 10;
    if (digit === 0) {
      hasGap = text !== '';
      return;
    }
    const isBareTen = hasBareTen && place === 2 && digit === 1 && text === '';
    text += `${hasGap ? digits[0] : ''}${isBareTen ? '' : digits[digit]}${unit}`;
    hasGap = false;
  });
  return value < 0 ? `负${text}` : text;
}

/** What Chinese styles fall back on. */
function cjkDecimal(value: number): string {
  return value < 0 ? String(value) : counterText('cjk-decimal', value);
}
