/** What a computed style says about fonts, ready for shaping. */
import type { Origin } from '../../diagnostics/span.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { FontCascade, FontSet } from './font-set.ts';
import type { LineHeight } from './line-height.ts';

/** Sizes in px; `features` are OpenType tags, `-tag` turns one off. */
export interface TextFont {
  readonly cascade: FontCascade;
  readonly size: number;
  readonly features: readonly string[];
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly lang: string;
  /** Small capitals for faces that have none of their own. */
  readonly smallCaps?: SmallCaps;
}

/** css-fonts-4 §6.4: capitals of a smaller font. `all` makes them of capitals, too. */
interface SmallCaps {
  readonly font: TextFont;
  readonly all: boolean;
}

/** As browsers scale capitals that stand for small ones. */
const smallCapsScale = 0.7;

type FontStyle = Pick<
  ComputedStyle,
  | 'fontFamily'
  | 'fontWeight'
  | 'fontStyle'
  | 'fontSize'
  | 'letterSpacing'
  | 'wordSpacing'
  | 'fontVariantNumeric'
  | 'fontVariantLigatures'
  | 'fontVariantCaps'
  | 'fontKerning'
  | 'fontFeatureSettings'
>;

/** css-fonts-4 §6.7 `font-variant-numeric`. */
const numericFeatures: Readonly<Record<string, string>> = {
  'lining-nums': 'lnum',
  'oldstyle-nums': 'onum',
  'proportional-nums': 'pnum',
  'tabular-nums': 'tnum',
  'diagonal-fractions': 'frac',
  'stacked-fractions': 'afrc',
  ordinal: 'ordn',
  'slashed-zero': 'zero',
};

/** css-fonts-4 §6.4 `font-variant-ligatures`. */
const ligatureFeatures: Readonly<Record<string, readonly string[]>> = {
  'common-ligatures': ['liga', 'clig'],
  'no-common-ligatures': ['-liga', '-clig'],
  'discretionary-ligatures': ['dlig'],
  'no-discretionary-ligatures': ['-dlig'],
  'historical-ligatures': ['hlig'],
  'no-historical-ligatures': ['-hlig'],
  contextual: ['calt'],
  'no-contextual': ['-calt'],
};

/** css-fonts-4 §6.6 `font-variant-caps`. */
const capsFeatures = { normal: [], 'small-caps': ['smcp'], 'all-small-caps': ['smcp', 'c2sc'] } as const;

/** Fonts by style and language, looked up once for each style of a document. */
export interface TextFonts {
  readonly of: (style: FontStyle, element: StyledElement) => TextFont;
  /** What is worked out once for all blocks of one font: the height of lines of nothing but their text. */
  readonly struts: Map<TextFont, LineHeight>;
  /** The spacing of a run of so many glyphs that has none: one list for all runs of this length. */
  readonly unspaced: (glyphs: number) => readonly number[];
}

/** Longer runs are seldom met twice with the same length. */
const longestUnspaced = 256;

export function createTextFonts(fonts: FontSet): TextFonts {
  const known = new WeakMap<FontStyle, Map<string, TextFont>>();
  const unspaced: (readonly number[])[] = [];
  return {
    struts: new Map(),
    unspaced: (glyphs) => {
      if (glyphs > longestUnspaced) return new Array<number>(glyphs).fill(0);
      unspaced[glyphs] ??= new Array<number>(glyphs).fill(0);
      return unspaced[glyphs];
    },
    of: (style, element) => {
      const byLang = known.get(style) ?? new Map<string, TextFont>();
      known.set(style, byLang);
      const font = byLang.get(element.lang) ?? textFont(fonts, style, element.lang, element.origin);
      byLang.set(element.lang, font);
      return font;
    },
  };
}

/** `origin` is blamed for a family that is not declared. */
function textFont(fonts: FontSet, style: FontStyle, lang: string, origin: Origin): TextFont {
  const { fontVariantCaps: caps } = style;
  const font = {
    cascade: fonts.match(style.fontFamily, style.fontWeight, style.fontStyle, origin),
    size: style.fontSize,
    features: featuresOf(style),
    letterSpacing: style.letterSpacing,
    wordSpacing: style.wordSpacing,
    lang,
  };
  if (caps === 'normal') return font;
  const features = featuresOf({ ...style, fontVariantCaps: 'normal' });
  const small = { ...font, size: font.size * smallCapsScale, features };
  return { ...font, smallCaps: { font: small, all: caps === 'all-small-caps' } };
}

/** css-fonts-4 §7.1: letter-spacing turns optional ligatures off; what the author sets comes last. */
function featuresOf(style: FontStyle): readonly string[] {
  const features = style.letterSpacing === 0 ? [] : ['-liga', '-clig'];
  if (style.fontKerning === 'none') features.push('-kern');
  for (const value of style.fontVariantLigatures) features.push(...(ligatureFeatures[value] ?? []));
  features.push(...capsFeatures[style.fontVariantCaps]);
  for (const value of style.fontVariantNumeric) {
    const tag = numericFeatures[value];
    if (tag !== undefined) features.push(tag);
  }
  features.push(...style.fontFeatureSettings);
  return features;
}
