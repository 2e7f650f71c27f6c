/** Style sheets as tokens (css-syntax-3 §4). Comments are gone; what is not closed is reported. */
import { tokenize as scan } from 'css-tree/tokenizer';
import type { Origin } from '../../diagnostics/span.ts';
import type { Fault } from '../fault.ts';

/** In the order of css-tree's token types. */
const kinds = [
  'end',
  'ident',
  'function',
  'at-keyword',
  'hash',
  'string',
  'bad-string',
  'url',
  'bad-url',
  'delim',
  'number',
  'percentage',
  'dimension',
  'space',
  'cdo',
  'cdc',
  'colon',
  'semicolon',
  'comma',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  'comment',
] as const;

export type TokenKind = (typeof kinds)[number];

/** Offsets are in the text of the sheet. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** A text of CSS: a file, the content of a `style` element or of a `style` attribute. */
export interface CssText {
  readonly text: string;
  /** What relative references are resolved against. */
  readonly base: string;
  readonly originOf: (start: number, end: number) => Origin;
}

/** Larger sheets are refused: no style sheet made by people comes near. */
const maximumLength = 2_000_000;

/** The tokens of a text. */
export function tokenize(css: CssText, fault: Fault): readonly Token[] {
  const tokens: Token[] = [];
  if (css.text.length > maximumLength) {
    fault('C010', css.originOf(0, 1), `the style sheet has more than ${maximumLength} characters`, {
      help: 'keep only the rules that the document needs',
    });
    return tokens;
  }
  scan(css.text, (type, start, end) => {
    const kind = kinds[type] ?? 'delim';
    if (kind === 'comment') {
      if (end < start + 4 || !css.text.endsWith('*/', end)) {
        fault('C001', css.originOf(start, start + 2), 'a comment that is never closed', {
          help: 'end it with */',
        });
      }
      return;
    }
    if (kind === 'bad-string') {
      fault('C001', css.originOf(start, end), 'a string that is not closed on its line', {
        help: 'add the closing quote',
      });
    }
    if (kind === 'bad-url') {
      fault('C001', css.originOf(start, end), 'a url() that cannot be read', {
        help: 'put the path in quotes: url("…")',
      });
    }
    tokens.push({ kind, start, end });
  });
  const last = tokens.at(-1);
  if (
    last?.kind === 'string' &&
    (last.end - last.start < 2 || css.text[last.end - 1] !== css.text[last.start])
  ) {
    fault('C001', css.originOf(last.start, last.end), 'a string that is never closed', {
      help: 'add the closing quote',
    });
  }
  return tokens;
}
