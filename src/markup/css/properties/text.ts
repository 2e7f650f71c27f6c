/** Text: fonts, spacing, alignment, breaking (css-text-4, css-fonts-4, css-inline-3). */
import type { ComputedStyle } from '../../style.ts';
import { black, color } from '../color.ts';
import {
  type ComputeContext,
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

const ligatureVariants = keyword(
  'common-ligatures',
  'no-common-ligatures',
  'discretionary-ligatures',
  'no-discretionary-ligatures',
  'historical-ligatures',
  'no-historical-ligatures',
  'contextual',
  'no-contextual',
);

/** `"tnum"`, `"tnum" 1`, `"tnum" on`, `"liga" 0` or `"liga" off`, separated by commas (css-fonts-4 §6.12). */
const fontFeatures: Grammar<readonly string[]> = {
  expects: 'OpenType tags in quotes such as "ss01"',
  words: [],
  read: (cursor) => {
    const tags: string[] = [];
    let at = cursor.at;
    for (;;) {
      const tag = cursor.values[at];
      if (tag?.kind !== 'string' || !/^[\x20-\x7e]{4}$/.test(tag.text)) return undefined;
      const state = featureState(cursor.values[at + 1]);
      tags.push(state === 'off' ? `-${tag.text}` : tag.text);
      at += state === undefined ? 1 : 2;
      if (!isDelim(cursor.values[at], ',')) break;
      at += 1;
    }
    cursor.at = at;
    return fixed(tags);
  },
};

function featureState(value: CssValue | undefined): 'on' | 'off' | undefined {
  const word = value?.kind === 'number' ? String(value.value) : wordOf(value);
  if (word === '1' || word === 'on') return 'on';
  return word === '0' || word === 'off' ? 'off' : undefined;
}

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
export const decorationStyle = keyword('solid', 'double', 'dotted', 'dashed');
export const decorationThickness = either(
  keyword('auto', 'from-font'),
  lengthPercentage({ negative: false }),
);

type TabSize = ComputedStyle['tabSize'];

/** css-text-3 §4.2: so many spaces, or a length. */
const tabSize: Grammar<TabSize> = {
  ...either(
    number(0, 1000),
    changed(length({ negative: false }), (px): TabSize => ({ px })),
  ),
  expects: 'how many spaces wide, or how long',
};

type Limits = Exclude<ComputedStyle['hyphenateLimitChars'], 'auto'>;

/** css-text-4 §6.3.2: one to three numbers, `auto` being 5, 2 and 2. */
const limitChars: Grammar<ComputedStyle['hyphenateLimitChars']> = {
  ...changed(several(either(mapped({ auto: -1 }), number(0, 1000, true)), 3), (limits): Limits | 'auto' => {
    const [word = -1, before = -1, after = before] = limits;
    if (word < 0 && before < 0 && after < 0) return 'auto';
    return [word < 0 ? 5 : word, before < 0 ? 2 : before, after < 0 ? 2 : after];
  }),
  expects: 'auto, or one to three numbers: characters of the word, before and after the hyphen',
};

/** css-text-4 §6.3.1: what is printed where a word is divided, a few characters at most. */
const hyphenCharacter = single('auto, or a short text in quotes', (value) => {
  if (wordOf(value) === 'auto') return fixed('-');
  return value.kind === 'string' && value.text.length <= 8 ? fixed(value.text) : undefined;
});

type Autospace = ComputedStyle['textAutospace'];

/** css-text-4 §8.4: `ideograph-alpha` and `ideograph-numeric` together are what is normal. */
const autospace: Grammar<Autospace> = either(
  keyword('no-autospace'),
  mapped<Autospace>({ normal: 'normal', auto: 'normal' }),
  changed(
    several(keyword('ideograph-alpha', 'ideograph-numeric'), 2),
    (sides): Autospace => (new Set(sides).size === 2 ? 'normal' : sides[0]!),
  ),
);

export const ligatures = either(
  noneIfNormal,
  mapped<readonly string[]>({
    none: ['no-common-ligatures', 'no-discretionary-ligatures', 'no-historical-ligatures', 'no-contextual'],
  }),
  several(ligatureVariants, 4),
);
export const caps = keyword('normal', 'small-caps', 'all-small-caps');
export const numeric = either(noneIfNormal, several(numericVariants, 5));

export const textProperties = {
  color: inherited(black, color),
  fontFamily: inherited(['sans-serif'] as readonly string[], fontFamily),
  fontSize: inherited(16, fontSize),
  fontWeight: inherited(400, fontWeight),
  fontStyle: inherited<'normal' | 'italic'>('normal', fontStyle),
  fontVariantNumeric: inherited(none, numeric),
  fontVariantLigatures: inherited(none, ligatures),
  fontVariantCaps: inherited('normal', caps),
  fontKerning: inherited('auto', keyword('auto', 'normal', 'none')),
  fontFeatureSettings: inherited(none, either(noneIfNormal, fontFeatures)),
  lineHeight: inherited<LineHeight>('normal', lineHeight),
  letterSpacing: inherited(0, spacing),
  wordSpacing: inherited(0, spacing),
  tabSize: inherited<TabSize>(8, tabSize),
  textAlign: inherited('start', keyword('start', 'end', 'left', 'right', 'center', 'justify')),
  textAlignLast: inherited('auto', keyword('auto', 'start', 'end', 'left', 'right', 'center', 'justify')),
  textJustify: inherited('auto', keyword('auto', 'none', 'inter-word', 'inter-character')),
  textIndent: inherited(zero, lengthPercentage({ negative: true })),
  textTransform: inherited('none', keyword('none', 'uppercase', 'lowercase', 'capitalize')),
  textDecorationLine: own('none', decorationLine),
  textDecorationColor: { inherited: false, initial: ({ color: own }: ComputeContext) => own, grammar: color },
  textDecorationStyle: own('solid', decorationStyle),
  textDecorationThickness: own<ComputedStyle['textDecorationThickness']>('auto', decorationThickness),
  textUnderlineOffset: inherited<ComputedStyle['textUnderlineOffset']>(
    'auto',
    either(keyword('auto'), lengthPercentage({ negative: true })),
  ),
  textWrap: inherited('wrap', keyword('wrap', 'nowrap', 'balance', 'pretty', 'stable')),
  whiteSpace: inherited('normal', keyword('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line')),
  overflowWrap: inherited('normal', keyword('normal', 'anywhere', 'break-word')),
  wordBreak: inherited('normal', keyword('normal', 'keep-all', 'break-all')),
  hyphens: inherited('manual', keyword('none', 'manual', 'auto')),
  hyphenateCharacter: inherited('-', hyphenCharacter),
  hyphenateLimitChars: inherited<ComputedStyle['hyphenateLimitChars']>('auto', limitChars),
  lineBreak: inherited('auto', keyword('auto', 'loose', 'normal', 'strict', 'anywhere')),
  textAutospace: inherited<Autospace>('normal', autospace),
  textSpacingTrim: inherited(
    'normal',
    keyword('normal', 'space-all', 'space-first', 'trim-start', 'trim-both'),
  ),
  verticalAlign: own<ComputedStyle['verticalAlign']>(
    'baseline',
    either(keyword(...alignments), lengthPercentage({ negative: true })),
  ),
  visibility: inherited('visible', keyword('visible', 'hidden')),
};
