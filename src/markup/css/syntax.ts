/**
 * The structure of style sheets (css-syntax-3 §5, css-nesting-1): rules, at-rules and declarations with their
 * places, their values not yet judged. Where a browser would skip a part, the part is reported.
 */
import { ident } from 'css-tree/utils';
import type { Fault } from '../fault.ts';
import { type CssText, type Token, tokenize } from './tokens.ts';
import { type CssValue, readValues } from './values.ts';

export type Item = RuleItem | AtRuleItem | DeclarationItem;

/** `prelude` are the tokens of the selectors, without space around them. */
export interface RuleItem {
  readonly kind: 'rule';
  readonly prelude: readonly Token[];
  readonly body: readonly Item[];
  readonly start: number;
  readonly end: number;
}

/** `name` is in lower case without `@`; `body` is undefined where the rule ends with a semicolon. */
export interface AtRuleItem {
  readonly kind: 'at-rule';
  readonly name: string;
  readonly prelude: readonly CssValue[];
  readonly preludeTokens: readonly Token[];
  readonly body: readonly Item[] | undefined;
  /** Offsets of the name and the prelude. */
  readonly start: number;
  readonly end: number;
}

/** `name` is in lower case, unless it is a custom property. `start` and `nameEnd` are the offsets of the name. */
export interface DeclarationItem {
  readonly kind: 'declaration';
  readonly name: string;
  readonly values: readonly CssValue[];
  readonly important: boolean;
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
}

/** Rules within rules deeper than this are refused. */
const maximumDepth = 12;

/** The items of a whole style sheet. */
export function readSheet(css: CssText, fault: Fault): readonly Item[] {
  return createReader(css, fault).items(false, 0);
}

/** The declarations of a `style` attribute. */
export function readDeclarations(css: CssText, fault: Fault): readonly DeclarationItem[] {
  const declarations: DeclarationItem[] = [];
  for (const item of createReader(css, fault).items(true, 0)) {
    if (item.kind === 'declaration') declarations.push(item);
    else
      fault('C001', css.originOf(item.start, item.end), 'a style attribute holds declarations only', {
        help: 'move rules into a style sheet',
      });
  }
  return declarations;
}

function createReader(css: CssText, fault: Fault) {
  const tokens = tokenize(css, fault);
  let at = 0;
  /** Declarations that ran into a rule. In a block that is never closed it is the "}" that is missing. */
  let swallowed: Token[] = [];
  /** A bracket without end was told; it took the braces after it. */
  let bracketIsOpen = false;

  /** Items up to a closing brace (consumed by the caller) or the end. `inBlock` allows declarations. */
  function items(inBlock: boolean, depth: number): Item[] {
    const found: Item[] = [];
    while (at < tokens.length) {
      const token = tokens[at]!;
      if (token.kind === '}') {
        if (depth > 0) return found;
        report(token, 'a "}" that closes nothing', 'remove it, or look for a "{" missing before');
        at += 1;
      } else if (
        token.kind === 'space' ||
        token.kind === 'semicolon' ||
        token.kind === 'cdo' ||
        token.kind === 'cdc'
      )
        at += 1;
      else {
        const item = token.kind === 'at-keyword' ? atRule(depth) : ruleOrDeclaration(inBlock, depth);
        if (item !== undefined) found.push(item);
      }
    }
    return found;
  }

  function atRule(depth: number): AtRuleItem {
    const keyword = tokens[at]!;
    const from = at + 1;
    at = findEnd(from);
    const preludeTokens = trimmed(from, at);
    const name = ident.decode(css.text.slice(keyword.start + 1, keyword.end)).toLowerCase();
    const prelude = readValues(css, preludeTokens, 0, preludeTokens.length);
    const end = preludeTokens.at(-1)?.end ?? keyword.end;
    const opening = tokens[at];
    const body = opening?.kind === '{' ? block(opening, depth) : undefined;
    if (opening?.kind === 'semicolon') at += 1;
    return { kind: 'at-rule', name, prelude, preludeTokens, body, start: keyword.start, end };
  }

  function ruleOrDeclaration(inBlock: boolean, depth: number): Item | undefined {
    const from = at;
    if (inBlock && isCustomProperty(from)) return declaration(from, findEnd(from, true));
    const end = findEnd(from);
    const opening = tokens[end];
    if (opening?.kind === '{') {
      at = end;
      const prelude = trimmed(from, end);
      const start = prelude[0]?.start ?? opening.start;
      const unended = inBlock ? missingSemicolon(prelude) : undefined;
      if (unended !== undefined) swallowed.push(unended);
      const body = block(opening, depth);
      if (unended !== undefined) return undefined;
      return { kind: 'rule', prelude, body, start, end: prelude.at(-1)?.end ?? opening.end };
    }
    if (inBlock) return declaration(from, end);
    at = end + (opening?.kind === 'semicolon' ? 1 : 0);
    const first = tokens[from]!;
    report(
      { ...first, end: tokens[end - 1]?.end ?? first.end },
      'neither a rule nor an at-rule',
      'a rule is written selector { property: value }',
    );
    return undefined;
  }

  function block(opening: Token, depth: number): Item[] {
    at += 1;
    if (depth >= maximumDepth) {
      report(opening, `rules nested more than ${maximumDepth} deep`, 'write them side by side');
      skipBlock();
      return [];
    }
    const body = items(true, depth + 1);
    if (tokens[at]?.kind === '}') {
      at += 1;
      if (depth === 0) tellSwallowed();
    } else {
      if (depth === 0 && !bracketIsOpen)
        report(opening, 'a "{" that is never closed', 'add the "}" where the rule ends');
      swallowed = [];
    }
    return body;
  }

  function tellSwallowed(): void {
    for (const token of swallowed) report(token, 'a declaration without an end', 'a ";" is missing after it');
    swallowed = [];
  }

  function skipBlock(): void {
    for (let open = 1; at < tokens.length && open > 0; at += 1) {
      if (tokens[at]!.kind === '{') open += 1;
      if (tokens[at]!.kind === '}') open -= 1;
    }
  }

  /** The index of the semicolon, brace or end where the item ends; with `value`, braces are part of it. */
  function findEnd(from: number, value = false): number {
    let brackets = 0;
    let index = from;
    for (; index < tokens.length; index += 1) {
      const { kind } = tokens[index]!;
      if (kind === '}' && brackets === 0) break;
      if (kind === '{' && !value && brackets === 0) break;
      if (kind === 'semicolon' && brackets === 0) break;
      if (kind === '(' || kind === '[' || kind === 'function' || kind === '{') brackets += 1;
      else if (kind === ')' || kind === ']' || kind === '}') brackets = Math.max(0, brackets - 1);
    }
    if (brackets > 0) {
      report(tokens[from]!, 'a bracket that is never closed', 'add the ")" or "]"');
      bracketIsOpen = true;
    }
    return index;
  }

  function isCustomProperty(from: number): boolean {
    const token = tokens[from]!;
    return token.kind === 'ident' && css.text.startsWith('--', token.start);
  }

  /** `color: red .x { … }`: the declaration that ran into a rule, recognised by its line end. */
  function missingSemicolon(prelude: readonly Token[]): Token | undefined {
    const [name, colon, next] = prelude;
    if (name?.kind !== 'ident' || colon?.kind !== 'colon' || next?.kind !== 'space') return undefined;
    return { kind: 'ident', start: name.start, end: prelude.at(-1)!.end };
  }

  function declaration(from: number, end: number): DeclarationItem | undefined {
    at = end + (tokens[end]?.kind === 'semicolon' ? 1 : 0);
    if (bracketIsOpen) return undefined;
    const [name, ...rest] = trimmed(from, end);
    if (name === undefined) return undefined;
    const colon = rest.findIndex((token) => token.kind !== 'space');
    const whole = { ...name, end: rest.at(-1)?.end ?? name.end };
    if (name.kind !== 'ident' || rest[colon]?.kind !== 'colon') {
      report(whole, 'this is no declaration', 'a declaration is written property: value;');
      return undefined;
    }
    const written = ident.decode(css.text.slice(name.start, name.end));
    const custom = written.startsWith('--');
    let values = readValues(css, rest, colon + 1, rest.length);
    const important = isImportant(values);
    if (important) values = values.slice(0, -2);
    const property = custom ? written : written.toLowerCase();
    if (values.length === 0 && !custom) {
      report(whole, `${property} has no value`, 'write one after the colon, or remove the declaration');
      return undefined;
    }
    return {
      kind: 'declaration',
      name: property,
      values,
      important,
      start: name.start,
      nameEnd: name.end,
      end: whole.end,
    };
  }

  function isImportant(values: readonly CssValue[]): boolean {
    const [mark, word] = values.slice(-2);
    return (
      mark?.kind === 'delim' &&
      mark.text === '!' &&
      word?.kind === 'ident' &&
      word.text.toLowerCase() === 'important'
    );
  }

  function trimmed(from: number, to: number): readonly Token[] {
    let [start, end] = [from, to];
    while (start < end && tokens[start]!.kind === 'space') start += 1;
    while (end > start && tokens[end - 1]!.kind === 'space') end -= 1;
    return tokens.slice(start, end);
  }

  function report(
    where: { readonly start: number; readonly end: number },
    message: string,
    help: string,
  ): void {
    fault('C001', css.originOf(where.start, where.end), message, { help });
  }

  return { items };
}
