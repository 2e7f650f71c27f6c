/** The sheet of a page (css-page-3 §7): its size, and for printers its bleed and marks. Lengths in px. */
import type { PageMarks } from '../tree.ts';
import { length } from './length.ts';
import type { DeclarationItem } from './syntax.ts';
import { type CssValue, wordOf } from './values.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** ISO 216: each format is half of the one before, lengths cut off to whole mm. */
function isoSizes(letter: 'a' | 'b', width: number, height: number): Record<string, [number, number]> {
  const sizes: Record<string, [number, number]> = {};
  for (let i = 0, short = width, long = height; i <= 10; i += 1) {
    sizes[`${letter}${i}`] = [short, long];
    [short, long] = [Math.floor(long / 2), short];
  }
  return sizes;
}

/** Sheet sizes in mm (css-page-3 §7.1), and the rest of the A and B series. */
export const sheets: Readonly<Record<string, readonly [number, number]>> = {
  ...isoSizes('a', 841, 1189),
  ...isoSizes('b', 1000, 1414),
  'jis-b5': [182, 257],
  'jis-b4': [257, 364],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  ledger: [279.4, 431.8],
};

const mm = 96 / 25.4;
/** As large as a poster, and no smaller than a stamp: a page must be able to hold something. */
const sides = { least: 10 * mm, most: 5000 * mm };
/** More is no bleed. */
const mostBleed = 50 * mm;

const side = length({ negative: false });

/** A value, or what to write instead. */
export type Read<T> = { readonly value: T } | { readonly help: string };

/** `size`: a name, an orientation, one or two lengths, or `auto` for A4. */
export function readSize({ values }: DeclarationItem): Read<PageSize> {
  const size = sizeOf(values);
  if (!size)
    return {
      help: 'write A4, A5, letter … with landscape if meant, or a width and a height from 10mm to 5000mm',
    };
  const isGood = [size.width, size.height].every((one) => one >= sides.least && one <= sides.most);
  return isGood ? { value: size } : { help: 'a page is from 10mm to 5000mm wide and high' };
}

function sizeOf(values: readonly CssValue[]): PageSize | undefined {
  if (values.length === 0 || values.length > 2) return undefined;
  const words = values.map(wordOf);
  if (!words.includes(undefined)) return namedSize(words as string[]);
  const [width, height = width] = values.map((_, at) => lengthAt(values, at));
  return width === undefined || height === undefined ? undefined : { width, height };
}

function namedSize(words: readonly string[]): PageSize | undefined {
  const isTurned = words.includes('landscape');
  const [name = 'a4', ...more] = words.filter((word) => word !== 'landscape' && word !== 'portrait');
  const isWhole = words.length === 1 || name !== 'auto';
  const sheet = name === 'auto' ? sheets.a4 : Object.hasOwn(sheets, name) ? sheets[name] : undefined;
  if (!sheet || more.length > 0 || !isWhole) return undefined;
  const [short, long] = sheet;
  return isTurned ? { width: long * mm, height: short * mm } : { width: short * mm, height: long * mm };
}

function lengthAt(values: readonly CssValue[], at: number): number | undefined {
  return side.read({ values, at })?.({ fontSize: 16, rootFontSize: 16 } as never);
}

/** `bleed`: a length, or `auto`, which is 6pt where there are crop marks (css-page-3 §7.2). */
export function readBleed({ values }: DeclarationItem): Read<number | 'auto'> {
  const [only] = values;
  if (values.length === 1 && wordOf(only) === 'auto') return { value: 'auto' };
  const value = values.length === 1 ? lengthAt(values, 0) : undefined;
  return value === undefined || value > mostBleed
    ? { help: 'write auto, or a length up to 50mm: printers mostly ask for 3mm' }
    : { value };
}

/** `marks`: `none`, or `crop` and `cross` (css-page-3 §7.3). */
export function readMarks({ values }: DeclarationItem): Read<PageMarks> {
  const words = values.map(wordOf);
  const isNone = words.length === 1 && words[0] === 'none';
  const isGood =
    words.length > 0 &&
    words.every((word) => word === 'crop' || word === 'cross') &&
    new Set(words).size === words.length;
  if (!isNone && !isGood) return { help: 'write none, crop, cross, or crop cross' };
  return { value: { crop: words.includes('crop'), cross: words.includes('cross') } };
}
