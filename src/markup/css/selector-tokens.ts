/** The tokens of selectors, with what their readers share: texts, brackets, faults. */
import { ident, string } from 'css-tree/utils';
import type { Fault } from '../fault.ts';
import type { PseudoName } from '../tree.ts';
import type { Condition } from './selector-types.ts';
import type { CssText, Token, TokenKind } from './tokens.ts';

/** Indexes are those of the tokens; ranges are half-open. */
export interface SelectorTokens {
  readonly length: number;
  readonly kindOf: (index: number) => TokenKind | undefined;
  readonly written: (index: number) => string;
  /** The name or string that a token stands for, escapes decoded. */
  readonly decoded: (index: number) => string;
  /** The index of the bracket that closes the one at `at`; `to` where none does. */
  readonly closeOf: (at: number, to: number) => number;
  /** The indexes of the tokens that are no space. */
  readonly spaceless: (from: number, to: number) => readonly number[];
  readonly fail: (from: number, to: number, message: string, help: string) => void;
  /** How many faults there were so far. */
  readonly failures: () => number;
}

/** A compound selector that is being read; the numbers count towards its specificity. */
export interface Draft {
  type: string | undefined;
  id: string | undefined;
  readonly classes: string[];
  readonly conditions: Condition[];
  pseudoElement: PseudoName | undefined;
  ids: number;
  middles: number;
  types: number;
  /** The specificity of lists in it. */
  added: number;
}

export function selectorTokens(css: CssText, tokens: readonly Token[], fault: Fault): SelectorTokens {
  let failures = 0;
  const written = (index: number) => css.text.slice(tokens[index]?.start, tokens[index]?.end);
  return {
    length: tokens.length,
    kindOf: (index) => tokens[index]?.kind,
    written,
    decoded: (index) => (tokens[index]?.kind === 'string' ? string : ident).decode(written(index)),
    closeOf: (at, to) => {
      let open = 0;
      for (let index = at; index < to; index += 1) {
        open += bracket(tokens[index]!.kind);
        if (open === 0) return index;
      }
      return to;
    },
    spaceless: (from, to) => {
      const found: number[] = [];
      for (let at = from; at < to; at += 1) if (tokens[at]!.kind !== 'space') found.push(at);
      return found;
    },
    fail: (from, to, message, help) => {
      failures += 1;
      const start = tokens[from]?.start ?? tokens.at(-1)?.end ?? 0;
      const end = Math.max(tokens[Math.max(from, to - 1)]?.end ?? start + 1, start + 1);
      fault('C002', css.originOf(start, end), message, { help });
    },
    failures: () => failures,
  };
}

/** 1 for what opens a bracket, -1 for what closes one. */
export function bracket(kind: TokenKind | undefined): number {
  if (kind === 'function' || kind === '(' || kind === '[') return 1;
  return kind === ')' || kind === ']' ? -1 : 0;
}

export function emptyDraft(): Draft {
  return {
    type: undefined,
    id: undefined,
    classes: [],
    conditions: [],
    pseudoElement: undefined,
    ids: 0,
    middles: 0,
    types: 0,
    added: 0,
  };
}
