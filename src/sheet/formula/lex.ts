/** Formula text to tokens. Offsets count in the formula; `place` makes them places of the merged text. */
import type { Fault, TextRange } from '../read/fault.ts';

export type Token = { readonly at: TextRange } & (
  | { readonly kind: 'number' | 'string' | 'word' | 'operator'; readonly text: string }
  | { readonly kind: 'end' }
);

const TOKEN =
  /\s*(?:(?<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(?<string>"(?:[^"]|"")*")|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<operator><>|<=|>=|[-+*/^&=<>(),.[\]]))/y;

/** Tokens with an `end` after them; undefined after a report. A leading `=` is left out. */
export function lexFormula(
  formula: string,
  place: (offset: number) => number,
  fault: Fault,
): Token[] | undefined {
  const tokens: Token[] = [];
  const end = formula.trimEnd().length;
  let offset = /^\s*=/.exec(formula)?.[0].length ?? 0;
  while (offset < end) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(formula);
    if (!match) {
      reportStranger(formula, offset, place, fault);
      return undefined;
    }
    const found = Object.entries(match.groups!).find(([, text]) => text !== undefined)!;
    const start = TOKEN.lastIndex - found[1]!.length;
    const at = { start: place(start), end: place(TOKEN.lastIndex) };
    tokens.push({ kind: found[0] as 'word', text: found[1]!, at });
    offset = TOKEN.lastIndex;
  }
  tokens.push({ kind: 'end', at: { start: place(end), end: place(end) + 1 } });
  return tokens;
}

const HINTS: Readonly<Record<string, string>> = {
  '"': 'close the text with "; write "" for a quotation mark in it',
  "'": 'texts stand between double quotes: "text"',
  '!': 'formulas name ids, never addresses of another sheet',
  ':': 'formulas name columns of tables, never ranges of addresses',
  $: 'formulas name ids, never addresses',
  ';': 'arguments are separated by commas',
  '{': 'lists of constants are not supported',
  '%': 'write the share as a number: 0.05',
};

function reportStranger(
  formula: string,
  from: number,
  place: (offset: number) => number,
  fault: Fault,
): void {
  const start = from + (formula.slice(from).length - formula.slice(from).trimStart().length);
  const sign = String.fromCodePoint(formula.codePointAt(start)!);
  const message =
    sign === '"' ? 'the text in the formula is not closed' : `"${sign}" has no meaning in a formula`;
  fault('X012', { start: place(start), end: place(start + sign.length) }, message, HINTS[sign]);
}
