/** What a computed style says about fonts, ready for shaping. */
import type { Origin } from '../../diagnostics/span.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { FontCascade, FontSet } from './font-set.ts';

/** Sizes in px; `features` are OpenType tags, `-tag` turns one off. */
export interface TextFont {
  readonly cascade: FontCascade;
  readonly size: number;
  readonly features: readonly string[];
  readonly letterSpacing: number;
  readonly lang: string;
}

type FontStyle = Pick<
  ComputedStyle,
  | 'fontFamily'
  | 'fontWeight'
  | 'fontStyle'
  | 'fontSize'
  | 'letterSpacing'
  | 'fontVariantNumeric'
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

/** Fonts by style and language, looked up once for each style of a document. */
export interface TextFonts {
  readonly of: (style: FontStyle, element: StyledElement) => TextFont;
}

export function createTextFonts(fonts: FontSet): TextFonts {
  const known = new WeakMap<FontStyle, Map<string, TextFont>>();
  return {
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
  return {
    cascade: fonts.match(style.fontFamily, style.fontWeight, style.fontStyle, origin),
    size: style.fontSize,
    features: featuresOf(style),
    letterSpacing: style.letterSpacing,
    lang,
  };
}

/** css-fonts-4 §7.1: letter-spacing turns optional ligatures off; what the author sets comes last. */
function featuresOf(style: FontStyle): readonly string[] {
  const features = style.letterSpacing === 0 ? [] : ['-liga', '-clig'];
  for (const value of style.fontVariantNumeric) {
    const tag = numericFeatures[value];
    if (tag !== undefined) features.push(tag);
  }
  for (const setting of style.fontFeatureSettings) {
    const [, minus, tag, value] = /^(-?)["']?([\x20-\x7e]{4})["']?(?:\s+(\w+))?$/.exec(setting) ?? [];
    if (tag !== undefined) features.push(minus === '-' || value === '0' || value === 'off' ? `-${tag}` : tag);
  }
  return features;
}
