/** Component values (css-syntax-3 §5): what stands on the right of a declaration, as a small closed union. */
import { ident, string, url } from 'css-tree/utils';
import { resolvePath } from '../../world.ts';
import type { CssText, Token } from './tokens.ts';

interface At {
  readonly start: number;
  readonly end: number;
}

export type CssValue = At &
  (
    | { readonly kind: 'ident'; readonly text: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'percentage'; readonly value: number }
    | { readonly kind: 'dimension'; readonly value: number; readonly unit: string }
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'url'; readonly text: string; readonly path: string }
    | { readonly kind: 'hash'; readonly text: string }
    | { readonly kind: 'function'; readonly name: string; readonly args: readonly CssValue[] }
    | { readonly kind: 'group'; readonly open: '(' | '[' | '{'; readonly args: readonly CssValue[] }
    | { readonly kind: 'delim'; readonly text: string }
  );

const closing: Readonly<Record<string, string>> = { function: ')', '(': ')', '[': ']', '{': '}' };

/** Functions and brackets deeper than this are kept flat, which no property accepts. */
const maximumDepth = 24;

/** The values of `tokens[from]` up to `tokens[to]`, white space dropped; unclosed brackets end at the end. */
export function readValues(
  css: CssText,
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly CssValue[] {
  let at = from;
  return list(undefined, 0);

  function list(until: string | undefined, depth: number): CssValue[] {
    const values: CssValue[] = [];
    while (at < to) {
      const token = tokens[at]!;
      at += 1;
      if (token.kind === until) return values;
      if (token.kind !== 'space') values.push(single(token, depth));
    }
    return values;
  }

  function single(token: Token, depth: number): CssValue {
    const { start, end, kind } = token;
    const written = css.text.slice(start, end);
    switch (kind) {
      case 'ident':
        return { kind, text: ident.decode(written), start, end };
      case 'number':
        return { kind, value: Number(written), start, end };
      case 'percentage':
        return { kind, value: Number(written.slice(0, -1)), start, end };
      case 'dimension': {
        const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(written)![0];
        return {
          kind,
          value: Number(number),
          unit: ident.decode(written.slice(number.length)).toLowerCase(),
          start,
          end,
        };
      }
      case 'string':
        return { kind, text: string.decode(written), start, end };
      case 'hash':
        return { kind, text: ident.decode(written.slice(1)), start, end };
      case 'url':
        return urlValue(url.decode(written), start, end);
      case 'function':
        if (depth < maximumDepth) return functionValue(written, start, depth);
        return { kind: 'delim', text: written, start, end };
      case '(':
      case '[':
      case '{': {
        if (depth >= maximumDepth) return { kind: 'delim', text: written, start, end };
        const args = list(closing[kind], depth + 1);
        return { kind: 'group', open: kind, args, start, end: endOfLast() };
      }
      default:
        return { kind: 'delim', text: written, start, end };
    }
  }

  function functionValue(written: string, start: number, depth: number): CssValue {
    const name = ident.decode(written.slice(0, -1)).toLowerCase();
    const args = list(')', depth + 1);
    const end = endOfLast();
    const only = args[0];
    if (name === 'url' && args.length === 1 && only?.kind === 'string')
      return urlValue(only.text, start, end);
    return { kind: 'function', name, args, start, end };
  }

  function urlValue(text: string, start: number, end: number): CssValue {
    return { kind: 'url', text, path: text.startsWith('#') ? text : resolvePath(css.base, text), start, end };
  }

  function endOfLast(): number {
    return tokens[at - 1]?.end ?? 0;
  }
}

/** True when a function of this name stands anywhere in the values. */
export function hasFunction(values: readonly CssValue[], name: string): boolean {
  return values.some(
    (value) =>
      (value.kind === 'function' && value.name === name) ||
      ('args' in value && hasFunction(value.args, name)),
  );
}

/** The identifier a value is, in lower case, or undefined. */
export function wordOf(value: CssValue | undefined): string | undefined {
  return value?.kind === 'ident' ? value.text.toLowerCase() : undefined;
}

/** True for the given punctuation: a comma, a slash, an operator. */
export function isDelim(value: CssValue | undefined, text: string): boolean {
  return value?.kind === 'delim' && value.text === text;
}

/** The values between commas. */
export function splitAtCommas(values: readonly CssValue[]): readonly (readonly CssValue[])[] {
  const parts: CssValue[][] = [[]];
  for (const value of values) {
    if (isDelim(value, ',')) parts.push([]);
    else parts.at(-1)!.push(value);
  }
  return parts;
}
