/** Pseudo-classes and pseudo-elements (css-selectors-4 §4, §12–14). */
import { ident } from 'css-tree/utils';
import { nearest } from '../../diagnostics/nearest.ts';
import { didYouMean } from '../fault.ts';
import type { PseudoName } from '../tree.ts';
import type { Draft, SelectorTokens } from './selector-tokens.ts';
import { highest, type Selector } from './selector-types.ts';

/** Reads the selector list between two indexes, `undefined` after a fault. */
export type ReadList = (from: number, to: number) => readonly Selector[] | undefined;

export const pseudoElements: readonly string[] = [
  '::before',
  '::after',
  '::marker',
  '::footnote-call',
  '::footnote-marker',
];
export const pseudoClasses: readonly string[] =
  `:root :empty :link :first-child :last-child :only-child :first-of-type :last-of-type :only-of-type :nth-child
  :nth-last-child :nth-of-type :nth-last-of-type :not :is :where :lang`.split(/\s+/);

/** Names that browsers know and paper does not. */
const screenOnly =
  /^(?:hover|active|focus|focus-.*|visited|target|checked|enabled|disabled|placeholder.*|selection|scrollbar.*)$/;

/** Reads what follows the colon at `at` into the draft; the index after it. */
export function readPseudo(
  draft: Draft,
  source: SelectorTokens,
  at: number,
  to: number,
  list: ReadList,
): number {
  const double = source.kindOf(at + 1) === 'colon' && at + 1 < to;
  const index = at + (double ? 2 : 1);
  const kind = index < to ? source.kindOf(index) : undefined;
  if (kind !== 'function' && kind !== 'ident') {
    source.fail(at, index + 1, 'a ":" without a name', 'write a pseudo-class such as :first-child');
    return at;
  }
  const isFunction = kind === 'function';
  const name = ident.decode(source.written(index).replace(/\($/, '')).toLowerCase();
  const close = isFunction ? source.closeOf(index, to) : index;
  // CSS 2 wrote these two with one colon.
  const isElement = double || name === 'before' || name === 'after';
  const known = isElement
    ? !isFunction && readElement(draft, `::${name}`)
    : isFunction
      ? readFunction(draft, source, name, index, close, list)
      : readClass(draft, name);
  if (!known) {
    const names = isElement ? pseudoElements : pseudoClasses;
    const written = `${isElement ? '::' : ':'}${name}`;
    const help = screenOnly.test(name)
      ? 'paper does not react; remove the rule'
      : didYouMean(nearest(written, names), `known are ${names.join(' ')}`);
    source.fail(at, close + 1, `the selector ${written} is not supported`, help);
  }
  return close + 1;
}

function readElement(draft: Draft, name: string): boolean {
  if (!pseudoElements.includes(name)) return false;
  draft.pseudoElement = name as PseudoName;
  draft.types += 1;
  return true;
}

function readClass(draft: Draft, name: string): boolean {
  const place = /^(first|last|only)-(child|of-type)$/.exec(name);
  if (place !== null) {
    const ofType = place[2] === 'of-type';
    const add = (fromEnd: boolean) =>
      draft.conditions.push({ kind: 'nth', step: 0, first: 1, ofType, fromEnd });
    if (place[1] !== 'last') add(false);
    if (place[1] !== 'first') add(true);
  } else if (name === 'root' || name === 'empty') draft.conditions.push({ kind: name });
  // Nobody has been to what a page links to (selectors-4 §8.2).
  else if (name === 'link' || name === 'any-link') draft.conditions.push({ kind: 'link' });
  else return false;
  draft.middles += 1;
  return true;
}

function readFunction(
  draft: Draft,
  source: SelectorTokens,
  name: string,
  index: number,
  close: number,
  list: ReadList,
): boolean {
  const nth = /^nth-(last-)?(child|of-type)$/.exec(name);
  if (nth !== null) {
    const formula = readNth(
      source
        .spaceless(index + 1, close)
        .map(source.written)
        .join(''),
    );
    const help = 'write a number, odd, even, or an+b such as 3n+1';
    if (formula === undefined) source.fail(index, close + 1, `:${name}() needs a formula`, help);
    else
      draft.conditions.push({
        kind: 'nth',
        ...formula,
        ofType: nth[2] === 'of-type',
        fromEnd: nth[1] !== undefined,
      });
  } else if (name === 'lang') {
    const inner = source.spaceless(index + 1, close).filter((at) => source.kindOf(at) !== 'comma');
    if (inner.length === 0)
      source.fail(index, close + 1, ':lang() needs a language', 'write it as :lang(en)');
    draft.conditions.push({ kind: 'lang', ranges: inner.map(source.decoded) });
  } else {
    if (name !== 'not' && name !== 'is' && name !== 'where') return false;
    readLogical(draft, source, name, index, close, list);
    return true;
  }
  draft.middles += 1;
  return true;
}

function readLogical(
  draft: Draft,
  source: SelectorTokens,
  name: 'not' | 'is' | 'where',
  index: number,
  close: number,
  list: ReadList,
): void {
  const selectors = list(index + 1, close);
  if (selectors === undefined) return;
  if (selectors.some((selector) => selector.pseudoElement !== undefined)) {
    const help = 'write it at the end of the selector';
    source.fail(index, close + 1, `a pseudo-element cannot stand in :${name}()`, help);
  }
  draft.conditions.push({ kind: name === 'not' ? 'not' : 'is', selectors, known: new WeakMap() });
  if (name !== 'where') draft.added += highest(selectors);
}

/** css-syntax-3 §6, An+B, written without spaces. */
export function readNth(written: string): { readonly step: number; readonly first: number } | undefined {
  const text = written.toLowerCase();
  if (text === 'odd') return { step: 2, first: 1 };
  if (text === 'even') return { step: 2, first: 0 };
  if (/^[+-]?\d{1,6}$/.test(text)) return { step: 0, first: Number(text) };
  const match = /^([+-]?\d{0,6})n([+-]\d{1,6})?$/.exec(text);
  if (!match) return undefined;
  const step = /\d$/.test(match[1]!) ? Number(match[1]) : Number(`${match[1]}1`);
  return { step, first: Number(match[2] ?? 0) };
}
