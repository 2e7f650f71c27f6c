/** Page selectors (css-page-3 §4, css-gcpm-3 §4): which pages a rule means. */
import { nearest } from '../../diagnostics/nearest.ts';
import { didYouMean } from '../fault.ts';
import type { PageQuery } from '../tree.ts';
import type { DeclarationContext } from './declarations.ts';
import { readNth } from './pseudo-selectors.ts';
import type { AtRuleItem } from './syntax.ts';
import type { CssText } from './tokens.ts';
import { type CssValue, isDelim, splitAtCommas, wordOf } from './values.ts';

type PagePseudo =
  | { readonly kind: 'first' | 'left' | 'right' | 'blank' }
  /** `:nth(An+B)`: counted from the first page of the document. */
  | { readonly kind: 'nth'; readonly step: number; readonly first: number };

const pagePseudos = ['first', 'left', 'right', 'blank', 'nth'] as const;

/** `specificity` is comparable as a number (css-page-3 §4.4). */
export interface PageSelector {
  readonly name: string | undefined;
  readonly pseudos: readonly PagePseudo[];
  readonly specificity: number;
}

/** True when the selector means the page that is asked for. */
export function selectsPage(selector: PageSelector, query: PageQuery): boolean {
  if (selector.name !== undefined && selector.name !== query.name) return false;
  return selector.pseudos.every((pseudo) => holds(pseudo, query));
}

function holds(pseudo: PagePseudo, query: PageQuery): boolean {
  switch (pseudo.kind) {
    case 'first':
      return query.first;
    case 'blank':
      return query.blank;
    case 'left':
    case 'right':
      return query.side === pseudo.kind;
    case 'nth': {
      const steps = query.number - pseudo.first;
      return pseudo.step === 0 ? steps === 0 : steps % pseudo.step === 0 && steps / pseudo.step >= 0;
    }
  }
}

/** A page that the selector means, for a first look at its rules. */
export function somePage({ name = '', pseudos }: PageSelector): PageQuery {
  const has = (kind: string): boolean => pseudos.some((pseudo) => pseudo.kind === kind);
  const nth = pseudos.find((pseudo) => pseudo.kind === 'nth');
  return {
    name,
    number: nth ? Math.max(nth.first, nth.first + nth.step, 1) : 1,
    first: has('first'),
    side: has('left') ? 'left' : 'right',
    blank: has('blank'),
  };
}

/** The selectors of an `@page` rule; those that cannot be read are told and left out. */
export function readPageSelectors(
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): readonly PageSelector[] {
  if (rule.prelude.length === 0) return [{ name: undefined, pseudos: [], specificity: 0 }];
  return splitAtCommas(rule.prelude).flatMap((values) => readPageSelector(values, rule, css, context) ?? []);
}

function readPageSelector(
  values: readonly CssValue[],
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): PageSelector | undefined {
  const [first] = values;
  const name = first?.kind === 'ident' ? first.text : undefined;
  const pseudos: PagePseudo[] = [];
  for (let at = name === undefined ? 0 : 1; at < values.length; at += 2) {
    const pseudo = isDelim(values[at], ':') ? pseudoOf(values[at + 1], css) : undefined;
    if (!pseudo) {
      const word = wordOf(values[at + 1]);
      context.fault('C009', css.originOf(rule.start, rule.end), 'a page selector that cannot be read', {
        help: didYouMean(
          word && nearest(word, pagePseudos),
          'write @page, @page name, @page :first, :left, :right, :blank or :nth(2n+1)',
        ),
      });
      return undefined;
    }
    pseudos.push(pseudo);
  }
  const weak = pseudos.filter(({ kind }) => kind === 'left' || kind === 'right').length;
  const specificity = (name === undefined ? 0 : 10_000) + (pseudos.length - weak) * 100 + weak;
  return { name, pseudos, specificity };
}

function pseudoOf(value: CssValue | undefined, css: CssText): PagePseudo | undefined {
  if (value?.kind === 'function' && value.name === 'nth') {
    const formula = readNth(css.text.slice(value.start, value.end).replace(/^[^(]*\(|\)$|\s+/g, ''));
    return formula && { kind: 'nth', ...formula };
  }
  const word = wordOf(value);
  return word === 'first' || word === 'left' || word === 'right' || word === 'blank'
    ? { kind: word }
    : undefined;
}
