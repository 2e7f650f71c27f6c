/** What to write instead of a value that was not understood: one sentence, the nearest name where there is one. */
import { nearest } from '../../diagnostics/nearest.ts';
import { didYouMean } from '../fault.ts';
import { unitHelp } from './length.ts';
import { type CssValue, isDelim, wordOf } from './values.ts';

interface NotUnderstood {
  /** The value that was not understood; undefined where something is missing at the end. */
  readonly at: CssValue | undefined;
  readonly expects: string;
  readonly words: readonly string[];
}

/** Values that are refused by name, with what to do instead. */
export const refusedWords: Readonly<Record<string, string>> = {
  fixed:
    'pages do not scroll; what stands on every page belongs in a margin box of @page or in a running element',
  sticky: 'pages do not scroll; table headers repeat by themselves',
  revert: 'not supported; use initial or unset',
  'revert-layer': 'not supported; use initial or unset',
  'fit-content': 'not supported; use auto',
  collapse:
    'rows and columns cannot be collapsed on paper; use display: none, or leave them out of the template',
};

export const refusedFunctions: Readonly<Record<string, string>> = {
  lab: 'write an sRGB colour',
  lch: 'write an sRGB colour',
  oklab: 'write an sRGB colour',
  oklch: 'write an sRGB colour',
  'color-mix': 'write the mixed colour',
  min: 'use calc()',
  max: 'use calc()',
  clamp: 'use calc()',
  env: 'not supported',
  'conic-gradient': 'use linear-gradient() or radial-gradient()',
  'repeating-conic-gradient': 'use linear-gradient() or radial-gradient()',
};

/** Functions that a misspelt name may have meant. */
const knownFunctions: readonly string[] = [
  'calc',
  'var',
  'url',
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'device-cmyk',
  'linear-gradient',
  'radial-gradient',
  'repeating-linear-gradient',
  'repeating-radial-gradient',
  'repeat',
  'minmax',
  'fit-content',
  'counter',
  'counters',
  'attr',
  'string',
  'element',
  'running',
  'leader',
  'target-counter',
  'target-counters',
  'target-text',
];

/** Why the values are no value of the property, or what it takes. */
export function valueHelp(name: string, values: readonly CssValue[], expected: NotUnderstood): string {
  const { at } = expected;
  const next = at === undefined ? undefined : values[values.indexOf(at) + 1];
  if (at?.kind === 'ident' && isDelim(next, ':')) return `a ";" is missing before ${at.text}`;
  if (isDelim(at, '!')) return 'the only word after "!" is !important';
  const own = at?.kind === 'function' ? functionHelp(at) : dimensionHelp(at);
  if (own !== undefined) return own;
  const word = wordOf(at);
  if (word !== undefined && Object.hasOwn(refusedWords, word)) return refusedWords[word]!;
  const takesLengthsOnly = /length/.test(expected.expects) && !/number/.test(expected.expects);
  if (at?.kind === 'number' && at.value > 0 && takesLengthsOnly)
    return `a length needs a unit, such as ${at.value}mm`;
  const near = word === undefined ? undefined : nearest(word, expected.words);
  const expects = expected.expects.length > 300 ? `${expected.expects.slice(0, 300)}…` : expected.expects;
  return didYouMean(near, `${name} takes ${expects}`);
}

function dimensionHelp(value: CssValue | undefined): string | undefined {
  return value?.kind === 'dimension' ? unitHelp(value.unit) : undefined;
}

function functionHelp({ name, args }: Extract<CssValue, { readonly kind: 'function' }>): string | undefined {
  if (Object.hasOwn(refusedFunctions, name)) return refusedFunctions[name];
  if (name === 'calc') return calculationHelp(args);
  const near = knownFunctions.includes(name) ? undefined : nearest(name, knownFunctions);
  return near && `did you mean ${near}()?`;
}

/** The first fault in what `calc()` or a bracket in it holds (css-values-4 §10.8). */
function calculationHelp(args: readonly CssValue[]): string | undefined {
  for (const [index, value] of args.entries()) {
    const previous = args[index - 1];
    const fault = termHelp(value) ?? (index > 0 ? stepHelp(previous, value) : undefined);
    if (fault !== undefined) return fault;
  }
  const last = args.at(-1);
  return last === undefined || last.kind === 'delim'
    ? 'a number or a length is missing in calc()'
    : undefined;
}

function termHelp(value: CssValue): string | undefined {
  switch (value.kind) {
    case 'dimension':
      return unitHelp(value.unit);
    case 'function':
      return functionHelp(value);
    case 'group':
      return calculationHelp(value.args);
    case 'delim':
      return value.text.endsWith('(')
        ? 'the brackets are nested too deeply; work out the inner ones'
        : undefined;
    default:
      return undefined;
  }
}

function stepHelp(previous: CssValue | undefined, value: CssValue): string | undefined {
  if (previous === undefined) return undefined;
  if (isDelim(previous, '/') && value.kind === 'number' && value.value === 0)
    return 'nothing can be divided by zero';
  if (isDelim(previous, '/') && value.kind === 'dimension') return 'divide by a number without a unit';
  if (previous.kind !== 'delim' && value.kind !== 'delim')
    return 'write + and - with a space on both sides of them';
  return undefined;
}
