/** Shorthands: one declaration that sets several longhands. What is left out is set to its initial value. */
import { color } from '../color.ts';
import { type Computation, type Cursor, fixed, type Grammar, keyword, skipDelim } from '../grammar.ts';
import { wordOf } from '../values.ts';
import { backgroundShorthand } from './backgrounds.ts';
import { borderStyle, borderWidth, radiusShorthand } from './borders.ts';
import { offset, padding } from './boxes.ts';
import { columns } from './columns.ts';
import { flexFlow, flexShorthand } from './flex.ts';
import { gridShorthands } from './grid-shorthands.ts';
import { gap } from './grids.ts';
import { type PropertyKey, propertyOf } from './index.ts';
import { listStylePosition, listStyleType } from './pages.ts';
import {
  caps,
  decorationLine,
  decorationStyle,
  decorationThickness,
  fontFamily,
  fontSize,
  fontStyle,
  fontWeight,
  ligatures,
  lineHeight,
  numeric,
} from './text.ts';

/** The longhands that a shorthand sets, each with its value. */
export type Expansion = readonly (readonly [PropertyKey, Computation<unknown>])[];

export interface Shorthand {
  readonly keys: readonly PropertyKey[];
  readonly expects: string;
  readonly words: readonly string[];
  /** Reads up to where it understands; the caller sees whether anything is left. */
  readonly expand: (cursor: Cursor) => Expansion | undefined;
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
type Side = (typeof sides)[number];

/** One to four values: top, right, bottom, left, each falling back on the one opposite (CSS 2.1 §8.3). */
function fourSides(key: (side: Side) => PropertyKey, grammar: Grammar<unknown>): Shorthand {
  const keys = sides.map(key);
  return {
    keys,
    expects: `one to four of: ${grammar.expects}`,
    words: grammar.words,
    expand: (cursor) => {
      const found: Computation<unknown>[] = [];
      for (
        let one = grammar.read(cursor);
        one !== undefined;
        one = found.length < 4 ? grammar.read(cursor) : undefined
      )
        found.push(one);
      const [top, right = top, bottom = top, left = right] = found;
      return top === undefined
        ? undefined
        : [top, right, bottom, left].map((value, index) => [keys[index]!, value!]);
    },
  };
}

/** One or two values, the second falling back on the first. */
function pair(first: PropertyKey, second: PropertyKey, grammar: Grammar<unknown>): Shorthand {
  return {
    keys: [first, second],
    expects: `one or two of: ${grammar.expects}`,
    words: grammar.words,
    expand: (cursor) => {
      const one = grammar.read(cursor);
      if (one === undefined) return undefined;
      return [
        [first, one],
        [second, grammar.read(cursor) ?? one],
      ];
    },
  };
}

/** Values in any order, each at most once; `parts` give the keys that each value sets. */
function anyOrder(
  parts: readonly { readonly keys: readonly PropertyKey[]; readonly grammar: Grammar<unknown> }[],
): Shorthand {
  return {
    keys: parts.flatMap((part) => part.keys),
    expects: parts.map((part) => part.grammar.expects).join(', '),
    words: parts.flatMap((part) => part.grammar.words),
    expand: (cursor) => {
      const found = new Map<number, Computation<unknown>>();
      const readOne = () =>
        parts.some(({ grammar }, index) => {
          const value = found.has(index) ? undefined : grammar.read(cursor);
          if (value !== undefined) found.set(index, value);
          return value !== undefined;
        });
      while (readOne());
      if (found.size === 0) return undefined;
      return parts.flatMap(({ keys }, index) =>
        keys.map((key) => [key, found.get(index) ?? propertyOf(key).initial] as const),
      );
    },
  };
}

function border(...which: readonly Side[]): Shorthand {
  return anyOrder([
    { keys: which.map((side): PropertyKey => `border${side}Width`), grammar: borderWidth },
    { keys: which.map((side): PropertyKey => `border${side}Style`), grammar: borderStyle },
    { keys: which.map((side): PropertyKey => `border${side}Color`), grammar: color },
  ]);
}

const fontParts = anyOrder([
  { keys: ['fontStyle'], grammar: fontStyle },
  { keys: ['fontWeight'], grammar: fontWeight },
  { keys: ['fontVariantCaps'], grammar: keyword('normal', 'small-caps') },
]);

/** css-fonts-4 §6.8: what the longhands take, in any order; `none` switches ligatures off. */
const fontVariant = anyOrder([
  { keys: ['fontVariantLigatures'], grammar: ligatures },
  { keys: ['fontVariantCaps'], grammar: caps },
  { keys: ['fontVariantNumeric'], grammar: numeric },
]);

/** What `font` sets back to its beginning without naming it. */
const fontResets = [
  'fontStyle',
  'fontWeight',
  'fontVariantNumeric',
  'fontVariantLigatures',
  'fontVariantCaps',
  'fontKerning',
  'fontFeatureSettings',
] as const;

/** `style weight size/line-height family` (css-fonts-4 §2.7). */
const font: Shorthand = {
  keys: [...fontResets, 'fontSize', 'lineHeight', 'fontFamily'],
  expects: 'style and weight, size/line-height, and names of fonts',
  words: [],
  expand: (cursor) => {
    const start = fontParts.expand(cursor) ?? [];
    const size = fontSize.read(cursor);
    if (size === undefined) return undefined;
    const height = skipDelim(cursor, '/') ? lineHeight.read(cursor) : propertyOf('lineHeight').initial;
    const family = height === undefined ? undefined : fontFamily.read(cursor);
    if (height === undefined || family === undefined) return undefined;
    const reset = fontResets.map((key) => [key, propertyOf(key).initial] as const);
    return [...reset, ...start, ['fontSize', size], ['lineHeight', height], ['fontFamily', family]];
  },
};

/** `none` alone means both the type and the image, which is always none here. */
const listStyle = anyOrder([
  { keys: ['listStyleType'], grammar: listStyleType },
  { keys: ['listStylePosition'], grammar: listStylePosition },
]);

/** The CSS 2.1 names of breaks (css-break-3 §3.4). */
function legacyBreak(key: PropertyKey, inside: boolean): Shorthand {
  const words = inside ? ['auto', 'avoid'] : ['auto', 'always', 'avoid', 'left', 'right'];
  return {
    keys: [key],
    expects: words.join(', '),
    words,
    expand: (cursor) => {
      const word = wordOf(cursor.values[cursor.at]);
      if (word === undefined || !words.includes(word)) return undefined;
      cursor.at += 1;
      return [[key, fixed(word === 'always' ? 'page' : word)]];
    },
  };
}

export const shorthands: ReadonlyMap<string, Shorthand> = new Map<string, Shorthand>([
  ['margin', fourSides((side) => `margin${side}`, offset)],
  ['padding', fourSides((side) => `padding${side}`, padding)],
  ['inset', fourSides((side) => side.toLowerCase() as PropertyKey, offset)],
  ['border', border(...sides)],
  ...sides.map((side) => [`border-${side.toLowerCase()}`, border(side)] as const),
  ['border-width', fourSides((side) => `border${side}Width`, borderWidth)],
  ['border-style', fourSides((side) => `border${side}Style`, borderStyle)],
  ['border-color', fourSides((side) => `border${side}Color`, color)],
  ['border-radius', radiusShorthand],
  ['background', backgroundShorthand],
  ['font', font],
  ['list-style', listStyle],
  ['font-variant', fontVariant],
  [
    'text-decoration',
    anyOrder([
      { keys: ['textDecorationLine'], grammar: decorationLine },
      { keys: ['textDecorationStyle'], grammar: decorationStyle },
      { keys: ['textDecorationThickness'], grammar: decorationThickness },
      { keys: ['textDecorationColor'], grammar: color },
    ]),
  ],
  ['gap', pair('rowGap', 'columnGap', gap)],
  ...gridShorthands,
  ['flex', flexShorthand],
  ['flex-flow', flexFlow],
  ['columns', columns],
  [
    'column-rule',
    anyOrder([
      { keys: ['columnRuleWidth'], grammar: borderWidth },
      { keys: ['columnRuleStyle'], grammar: borderStyle },
      { keys: ['columnRuleColor'], grammar: color },
    ]),
  ],
  ['page-break-before', legacyBreak('breakBefore', false)],
  ['page-break-after', legacyBreak('breakAfter', false)],
  ['page-break-inside', legacyBreak('breakInside', true)],
]);
