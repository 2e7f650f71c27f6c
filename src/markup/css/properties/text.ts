/** Text: fonts, spacing, alignment, breaking (css-text-4, css-fonts-4, css-inline-3). */
import type { ComputedStyle } from '../../style.ts';
import { black, color } from '../color.ts';
import {
  type Cursor,
  changed,
  either,
  fixed,
  type Grammar,
  keyword,
  mapped,
  number,
  several,
  single,
} from '../grammar.ts';
import { length, lengthPercentage } from '../length.ts';
import { type CssValue, isDelim, wordOf } from '../values.ts';
import { zero } from './boxes.ts';
import { inherited, own } from './property.ts';

/** css-fonts-4 §2.5: absolute sizes in px. */
const sizes = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

export const fontSize: Grammar<number> = either(
  mapped(sizes),
  changed(mapped({ smaller: 1 / 1.2, larger: 1.2 }), (factor, context) => context.fontSize * factor),
  changed(
    lengthPercentage({ negative: false }),
    ({ px, percent }, context) => px + (percent / 100) * context.fontSize,
  ),
);

type LineHeight = ComputedStyle['lineHeight'];

export const lineHeight: Grammar<LineHeight> = either(
  keyword('normal'),
  changed(number(0, Number.POSITIVE_INFINITY), (factor): LineHeight => ({ factor })),
  changed(
    lengthPercentage({ negative: false }),
    ({ px, percent }, context): LineHeight => ({ px: px + (percent / 100) * context.fontSize }),
  ),
);

export const fontWeight: Grammar<number> = either(
  mapped({ normal: 400, bold: 700 }),
  single('bolder, lighter', (value) => {
    const word = wordOf(value);
    if (word === 'bolder') return (context) => bolder(context.parent.fontWeight);
    return word === 'lighter' ? (context) => lighter(context.parent.fontWeight) : undefined;
  }),
  number(1, 1000),
);

/** css-fonts-4 §2.2, relative weights. */
function bolder(weight: number): number {
  if (weight < 350) return 400;
  return weight < 550 ? 700 : Math.max(weight, 900);
}

function lighter(weight: number): number {
  if (weight < 550) return Math.min(weight, 100);
  return weight < 750 ? 400 : 700;
}

export const fontStyle = mapped<'normal' | 'italic'>({
  normal: 'normal',
  italic: 'italic',
  oblique: 'italic',
});

/** Quoted names, or names of one or more identifiers; separated by commas. */
export const fontFamily: Grammar<readonly string[]> = {
  expects: 'names of fonts, separated by commas',
  words: [],
  read: (cursor) => {
    const families: string[] = [];
    const start = cursor.at;
    do {
      const family = familyName(cursor);
      if (family === undefined) {
        cursor.at = start;
        return undefined;
      }
      families.push(family);
    } while (isDelim(cursor.values[cursor.at], ',') && ++cursor.at > 0);
    return fixed(families);
  },
};

function familyName(cursor: Cursor): string | undefined {
  const first = cursor.values[cursor.at];
  if (first?.kind === 'string') {
    cursor.at += 1;
    return first.text;
  }
  const words: string[] = [];
  for (let value: CssValue | undefined = first; value?.kind === 'ident'; value = cursor.values[cursor.at]) {
    words.push(value.text);
    cursor.at += 1;
  }
  return words.length === 0 ? undefined : words.join(' ');
}

const numericVariants = keyword(
  'lining-nums',
  'oldstyle-nums',
  'proportional-nums',
  'tabular-nums',
  'diagonal-fractions',
  'stacked-fractions',
  'ordinal',
  'slashed-zero',
);

/** `"tnum"`, `"tnum" 1` or `"tnum" on`, separated by commas; switching off is not supported. */
const fontFeatures: Grammar<readonly string[]> = {
  expects: 'OpenType tags in quotes such as "ss01"',
  words: [],
  read: (cursor) => {
    const tags: string[] = [];
    let at = cursor.at;
    for (;;) {
      const tag = cursor.values[at];
      if (tag?.kind !== 'string' || !/^[\x20-\x7e]{4}$/.test(tag.text)) return undefined;
      tags.push(tag.text);
      const state = cursor.values[at + 1];
      at += (state?.kind === 'number' && state.value === 1) || wordOf(state) === 'on' ? 2 : 1;
      if (!isDelim(cursor.values[at], ',')) break;
      at += 1;
    }
    cursor.at = at;
    return fixed(tags);
  },
};

const none: readonly string[] = [];
const noneIfNormal = mapped({ normal: none });
const spacing: Grammar<number> = either(mapped({ normal: 0 }), length({ negative: true }));
const alignments = [
  'baseline',
  'sub',
  'super',
  'top',
  'middle',
  'bottom',
  'text-top',
  'text-bottom',
] as const;

export const decorationLine = keyword('none', 'underline', 'line-through', 'overline');

export const textProperties = {
  color: inherited(black, color),
  fontFamily: inherited(['sans-serif'] as readonly string[], fontFamily),
  fontSize: inherited(16, fontSize),
  fontWeight: inherited(400, fontWeight),
  fontStyle: inherited<'normal' | 'italic'>('normal', fontStyle),
  fontVariantNumeric: inherited(none, either(noneIfNormal, several(numericVariants, 5))),
  fontFeatureSettings: inherited(none, either(noneIfNormal, fontFeatures)),
  lineHeight: inherited<LineHeight>('normal', lineHeight),
  letterSpacing: inherited(0, spacing),
  textAlign: inherited('start', keyword('start', 'end', 'left', 'right', 'center', 'justify')),
  textIndent: inherited(zero, lengthPercentage({ negative: true })),
  textTransform: inherited('none', keyword('none', 'uppercase', 'lowercase', 'capitalize')),
  textDecorationLine: own('none', decorationLine),
  textWrap: inherited('wrap', keyword('wrap', 'nowrap', 'balance')),
  whiteSpace: inherited('normal', keyword('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line')),
  overflowWrap: inherited('normal', keyword('normal', 'anywhere', 'break-word')),
  hyphens: inherited('manual', keyword('none', 'manual')),
  lineBreak: inherited('auto', keyword('auto', 'normal', 'strict')),
  textAutospace: inherited('normal', keyword('normal', 'no-autospace')),
  textSpacingTrim: inherited('normal', keyword('normal', 'space-all', 'trim-start')),
  verticalAlign: own<ComputedStyle['verticalAlign']>(
    'baseline',
    either(keyword(...alignments), lengthPercentage({ negative: true })),
  ),
  visibility: inherited('visible', keyword('visible', 'hidden')),
};
