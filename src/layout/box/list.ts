/** List markers: ordinal values (HTML §4.4.5, §4.4.8) and their text (css-counter-styles-3 §6). */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';

type MarkerType = ComputedStyle['listStyleType'];

/** Ordinals of the list items among the children of an element, by element id; honours `start`, `reversed` and `value`. */
export function ordinalsOf(parent: StyledElement): ReadonlyMap<number, number> {
  const items = parent.children.filter(
    (child) => child.kind === 'element' && child.style.display === 'list-item',
  ) as StyledElement[];
  const isReversed = parent.name === 'ol' && parent.attributes.has('reversed');
  let next =
    (parent.name === 'ol' ? integer(parent.attributes.get('start')) : undefined) ??
    (isReversed ? items.length : 1);
  return new Map(
    items.map((item) => {
      const value = integer(item.attributes.get('value')) ?? next;
      next = value + (isReversed ? -1 : 1);
      return [item.id, value];
    }),
  );
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

/** The text of a marker with its suffix but without the space after it; empty for `none`. */
export function markerText(type: MarkerType, ordinal: number): string {
  switch (type) {
    case 'none':
      return '';
    case 'disc':
      return '•';
    case 'circle':
      return '◦';
    case 'square':
      return '▪';
    case 'cjk-ideographic':
      return `${counterText(type, ordinal)}、`;
    default:
      return `${counterText(type, ordinal)}.`;
  }
}

/** A counter value in a counter style; decimal for values that the style cannot write and for names it does not know. */
export function counterText(style: string, value: number): string {
  switch (style) {
    case 'lower-alpha':
    case 'lower-latin':
      return alphabetic(value) ?? String(value);
    case 'upper-alpha':
    case 'upper-latin':
      return alphabetic(value)?.toUpperCase() ?? String(value);
    case 'lower-roman':
      return roman(value) ?? String(value);
    case 'upper-roman':
      return roman(value)?.toUpperCase() ?? String(value);
    case 'cjk-ideographic':
      return chinese(value) ?? String(value);
    case 'decimal-leading-zero':
      return value >= 0 ? String(value).padStart(2, '0') : `-${String(-value).padStart(2, '0')}`;
    default:
      return String(value);
  }
}

function alphabetic(value: number): string | undefined {
  if (value < 1) return undefined;
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
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

/** Simplified Chinese informal numbers from 0 to 9999 (css-counter-styles-3 §7.1.2). */
function chinese(value: number): string | undefined {
  if (value < 0 || value > 9999) return undefined;
  const digits = [...'零一二三四五六七八九'];
  if (value === 0) return digits[0];
  let text = '';
  let hasGap = false;
  for (const [worth, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / worth) % 10;
    if (digit === 0) {
      hasGap = text !== '';
      continue;
    }
    const isBareTen = worth === 10 && digit === 1 && text === '';
    text += `${hasGap ? digits[0] : ''}${isBareTen ? '' : digits[digit]}${unit}`;
    hasGap = false;
  }
  return text;
}
