import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../style.ts';
import { faultsInCss, styleOf } from '../../testing.ts';

const styleWith = (declarations: string): ComputedStyle => styleOf('<p>x</p>', `p { ${declarations} }`, 'p');

test.each<[string, Partial<ComputedStyle>]>([
  [
    'font-variant: small-caps tabular-nums no-common-ligatures',
    {
      fontVariantCaps: 'small-caps',
      fontVariantNumeric: ['tabular-nums'],
      fontVariantLigatures: ['no-common-ligatures'],
    },
  ],
  ['font-variant-caps: small-caps; font-variant: normal', { fontVariantCaps: 'normal' }],
  ['font: small-caps bold 10px/2 A, B', { fontVariantCaps: 'small-caps', fontWeight: 700, fontSize: 10 }],
  ['font-kerning: none; font: 10px A', { fontKerning: 'auto' }],
  [
    'font-feature-settings: "liga" 0, "ss01", "kern" off, "tnum" 1',
    { fontFeatureSettings: ['-liga', 'ss01', '-kern', 'tnum'] },
  ],
  ['word-spacing: .5em; font-size: 20px', { wordSpacing: 10 }],
  ['tab-size: 4', { tabSize: 4 }],
  ['tab-size: 2em; font-size: 10px', { tabSize: { px: 20 } }],
  ['hyphenate-limit-chars: auto', { hyphenateLimitChars: 'auto' }],
  ['hyphenate-limit-chars: 8', { hyphenateLimitChars: [8, 2, 2] }],
  ['hyphenate-limit-chars: auto 3', { hyphenateLimitChars: [5, 3, 3] }],
  ['hyphenate-limit-chars: 6 2 4', { hyphenateLimitChars: [6, 2, 4] }],
  ['hyphenate-character: "‐"', { hyphenateCharacter: '‐' }],
  ['text-autospace: ideograph-alpha ideograph-numeric', { textAutospace: 'normal' }],
  ['text-autospace: ideograph-numeric', { textAutospace: 'ideograph-numeric' }],
  [
    'text-decoration: underline dotted 2px; color: red',
    {
      textDecorationLine: 'underline',
      textDecorationStyle: 'dotted',
      textDecorationThickness: { px: 2, percent: 0 },
      textDecorationColor: { r: 255, g: 0, b: 0, alpha: 1 },
    },
  ],
  ['text-decoration-thickness: 3px; text-decoration: underline', { textDecorationThickness: 'auto' }],
])('%s', (declarations, expected) => {
  expect(styleWith(declarations)).toMatchObject(expected);
});

test.each([
  'hanging-punctuation: first',
  'direction: rtl',
  'writing-mode: vertical-rl',
  'tab-size: -1',
  'hyphenate-limit-chars: 1 2 3 4',
  'font-feature-settings: "liga" 2',
  'text-decoration: underline wavy',
])('%s is refused', (declaration) => {
  expect(faultsInCss(`p { ${declaration} }`)).toHaveLength(1);
});
