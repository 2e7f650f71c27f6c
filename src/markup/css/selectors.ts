/** Reads selectors (css-selectors-4, the part that print needs). What is not read is refused by name. */
import type { Fault } from '../fault.ts';
import type { PseudoName } from '../tree.ts';
import { readAttribute } from './attribute-selectors.ts';
import { readPseudo } from './pseudo-selectors.ts';
import { bracket, type Draft, emptyDraft, type SelectorTokens, selectorTokens } from './selector-tokens.ts';
import {
  type Combinator,
  type Compound,
  type Condition,
  highest,
  type Selector,
  specificityOf,
} from './selector-types.ts';
import type { CssText, Token } from './tokens.ts';

/** Longer chains of compounds are refused: matching goes through them by recursion. */
const maximumCompounds = 50;

/** Selectors within selectors (`:not(:is(…))`) deeper than this are refused. */
const maximumDepth = 8;

/**
 * Reads the selector list that `tokens` are. `parents` are the selectors of the rule around, which `&` means
 * and which selectors without `&` descend from. Undefined after a fault: the rule is then left out.
 */
export function readSelectors(
  css: CssText,
  tokens: readonly Token[],
  parents: readonly Selector[] | undefined,
  fault: Fault,
): readonly Selector[] | undefined {
  const source = selectorTokens(css, tokens, fault);
  return createReader(source, parents)(0, source.length, 0);
}

/** A complex selector as far as it is read. */
interface Chain {
  left: Compound['left'];
  specificity: number;
  pseudoElement: PseudoName | undefined;
}

function createReader(source: SelectorTokens, parents: readonly Selector[] | undefined) {
  const { fail, kindOf, written } = source;
  /** How many `&` were met, wherever they stand. */
  let nestings = 0;

  return list;

  /** The selectors between two indexes; `depth` counts the lists around this one. */
  function list(from: number, to: number, depth: number): readonly Selector[] | undefined {
    if (depth > maximumDepth) {
      fail(from, to, `selectors nested more than ${maximumDepth} deep`, 'make it simpler');
      return undefined;
    }
    const before = source.failures();
    const selectors = partsBetweenCommas(from, to).flatMap(
      ([start, end]) => complex(start, end, depth) ?? [],
    );
    return source.failures() > before ? undefined : selectors;
  }

  function partsBetweenCommas(from: number, to: number): readonly (readonly [number, number])[] {
    const parts: [number, number][] = [];
    let open = 0;
    let start = from;
    for (let at = from; at <= to; at += 1) {
      if (at < to) open += bracket(kindOf(at));
      if (at < to && (kindOf(at) !== 'comma' || open > 0)) continue;
      parts.push([start, at]);
      start = at + 1;
    }
    return parts;
  }

  function complex(start: number, end: number, depth: number): Selector | undefined {
    const inner = source.spaceless(start, end);
    const first = inner[0];
    const to = (inner.at(-1) ?? 0) + 1;
    if (first === undefined) {
      fail(Math.max(0, start - 1), start, 'a selector is missing', 'write one, or remove the comma');
      return undefined;
    }
    const nestingsBefore = nestings;
    const chain: Chain = { left: undefined, specificity: 0, pseudoElement: undefined };
    const begin = leadingCombinator(chain, first, to, depth);
    const last = begin === undefined ? undefined : compounds(chain, begin, to, depth);
    if (last === undefined) return undefined;
    const { specificity, pseudoElement } = chain;
    const descends = parents !== undefined && depth === 0 && begin === first && nestings === nestingsBefore;
    if (!descends) return { last, specificity, pseudoElement };
    return { last: descendant(last), specificity: specificity + highest(parents), pseudoElement };
  }

  /** Reads a combinator at the beginning, which stands for the rule around; the index after it. */
  function leadingCombinator(chain: Chain, at: number, to: number, depth: number): number | undefined {
    const leading = combinatorAt(at, to);
    if (leading === undefined) return at;
    if (parents === undefined || depth > 0) {
      fail(at, at + 1, `a selector cannot begin with "${leading.combinator}"`, 'name what stands before it');
      return undefined;
    }
    chain.left = { combinator: leading.combinator, compound: parentCompound() };
    chain.specificity += highest(parents);
    return leading.next;
  }

  /** Reads compounds up to `to`; the last of them, linked with the others. */
  function compounds(chain: Chain, from: number, to: number, depth: number): Compound | undefined {
    let at = from;
    for (let count = 1; at < to; count += 1) {
      if (count > maximumCompounds) {
        fail(from, to, `a selector of more than ${maximumCompounds} parts`, 'make it simpler; use a class');
        return undefined;
      }
      const draft = emptyDraft();
      const next = compound(draft, at, to, depth);
      if (next === undefined) return undefined;
      chain.specificity += specificityOf(draft.ids, draft.middles, draft.types) + draft.added;
      chain.pseudoElement = draft.pseudoElement;
      const { type, id, classes, conditions } = draft;
      const done: Compound = { type, id, classes, conditions, left: chain.left };
      if (next >= to) return done;
      const combinator = combinatorAt(next, to);
      if (combinator === undefined || draft.pseudoElement !== undefined) {
        const help = draft.pseudoElement
          ? `${draft.pseudoElement} ends a selector`
          : 'put a space or a comma before it';
        fail(next, next + 1, `"${written(next)}" cannot stand here in a selector`, help);
        return undefined;
      }
      chain.left = { combinator: combinator.combinator, compound: done };
      at = combinator.next;
    }
    fail(to - 1, to, 'a selector that ends with a combinator', 'name what stands after it');
    return undefined;
  }

  /** The same chain of compounds, below the rule around. */
  function descendant(compound: Compound): Compound {
    const { left } = compound;
    const next = left === undefined ? parentCompound() : descendant(left.compound);
    return { ...compound, left: { combinator: left?.combinator ?? ' ', compound: next } };
  }

  function parentCompound(): Compound {
    return { type: undefined, id: undefined, classes: [], conditions: [parentCondition()], left: undefined };
  }

  function parentCondition(): Condition {
    return { kind: 'is', selectors: parents ?? [], known: new WeakMap() };
  }

  function combinatorAt(from: number, to: number): { combinator: Combinator; next: number } | undefined {
    let at = from;
    while (at < to && kindOf(at) === 'space') at += 1;
    const sign = at < to ? written(at) : '';
    if (sign !== '>' && sign !== '+' && sign !== '~')
      return at > from ? { combinator: ' ', next: at } : undefined;
    at += 1;
    while (at < to && kindOf(at) === 'space') at += 1;
    return { combinator: sign, next: at };
  }

  /** Reads one compound; the index after it, or undefined after a fault. */
  function compound(draft: Draft, from: number, to: number, depth: number): number | undefined {
    const before = source.failures();
    let at = from;
    while (at < to && draft.pseudoElement === undefined) {
      const next = simple(draft, at, to, depth, at === from);
      if (source.failures() > before) return undefined;
      if (next === at) break;
      at = next;
    }
    if (at > from) return at;
    const help = 'write a type, .class, #id, [attribute] or :pseudo-class';
    fail(at, at + 1, `"${written(at)}" cannot stand here in a selector`, help);
    return undefined;
  }

  /** Reads one simple selector; the index after it, or `at` where there is none. */
  function simple(draft: Draft, at: number, to: number, depth: number, first: boolean): number {
    switch (kindOf(at)) {
      case 'ident':
        if (!first) return at;
        draft.type = source.decoded(at);
        draft.types += 1;
        return at + 1;
      case 'hash':
        return id(draft, at);
      case '[':
        return readAttribute(draft, source, at, to);
      case 'colon':
        return readPseudo(draft, source, at, to, (from, until) => list(from, until, depth + 1));
      case 'delim':
        return sign(draft, at, to, first);
      default:
        return at;
    }
  }

  function id(draft: Draft, at: number): number {
    const value = source.decoded(at).slice(1);
    draft.conditions.push({ kind: 'attribute', name: 'id', test: '=', value, ignoreCase: false });
    draft.id ??= value;
    draft.ids += 1;
    return at + 1;
  }

  /** `*`, `.class` or `&`. */
  function sign(draft: Draft, at: number, to: number, first: boolean): number {
    switch (written(at)) {
      case '*':
        return first ? at + 1 : at;
      case '.':
        if (at + 1 >= to || kindOf(at + 1) !== 'ident') return at;
        draft.classes.push(source.decoded(at + 1));
        draft.middles += 1;
        return at + 2;
      case '&':
        return nesting(draft, at);
      case '|':
        fail(at, at + 1, 'namespaces in selectors are not supported', 'write the name alone');
        return at;
      default:
        return at;
    }
  }

  function nesting(draft: Draft, at: number): number {
    if (parents === undefined) {
      fail(at, at + 1, '"&" means the rule around, and there is none', 'write it inside another rule');
      return at;
    }
    nestings += 1;
    draft.conditions.push(parentCondition());
    draft.added += highest(parents);
    return at + 1;
  }
}
