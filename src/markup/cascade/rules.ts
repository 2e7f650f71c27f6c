/** The rules of all sheets, indexed by what an element must have for them to apply. */
import type { Declaration } from '../css/declarations.ts';
import type { StyleRule } from '../css/load.ts';
import { matches } from '../css/match.ts';
import type { Selector } from '../css/selector-types.ts';
import type { PseudoName } from '../tree.ts';
import type { SourceElement } from '../xml/source-tree.ts';

/** One selector with what it declares. `rank` is its place in the order of the cascade. */
export interface RankedRule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  readonly rank: number;
  /** A default, weaker than the hints of attributes. */
  readonly isDefault: boolean;
  readonly perElement: boolean;
}

interface Index {
  readonly byId: Map<string, RankedRule[]>;
  readonly byClass: Map<string, RankedRule[]>;
  readonly byType: Map<string, RankedRule[]>;
  readonly others: RankedRule[];
}

/** The rules that apply to an element or one of its pseudo-elements, in ascending order of the cascade. */
export type RuleFinder = (element: SourceElement, pseudo?: PseudoName) => readonly RankedRule[];

/** Indexes the rules: those of the user agent, then those of the author (css-cascade-4 §6). */
export function indexRules(defaults: readonly StyleRule[], author: readonly StyleRule[]): RuleFinder {
  const indexes = new Map<PseudoName | undefined, Index>();
  let rank = 0;
  for (const [origin, rules] of [defaults, author].entries()) {
    for (const { selector, declarations } of sorted(rules)) {
      const perElement = declarations.some((declaration) => declaration.perElement);
      const rule = { selector, declarations, rank, isDefault: origin === 0, perElement };
      rank += 1;
      file(rule, indexFor(selector.pseudoElement));
    }
  }
  return (element, pseudo) => {
    const index = indexes.get(pseudo);
    return index === undefined ? [] : find(element, index);
  };

  function indexFor(pseudo: PseudoName | undefined): Index {
    const known = indexes.get(pseudo);
    if (known !== undefined) return known;
    const index: Index = { byId: new Map(), byClass: new Map(), byType: new Map(), others: [] };
    indexes.set(pseudo, index);
    return index;
  }
}

/** One entry per selector, by specificity and then by order, which a stable sort keeps. */
function sorted(
  rules: readonly StyleRule[],
): readonly { selector: Selector; declarations: readonly Declaration[] }[] {
  return rules
    .flatMap(({ selectors, declarations }) => selectors.map((selector) => ({ selector, declarations })))
    .sort((a, b) => a.selector.specificity - b.selector.specificity);
}

function file(rule: RankedRule, index: Index): void {
  const { id, classes, type } = rule.selector.last;
  if (id !== undefined) append(index.byId, id, rule);
  else if (classes[0] !== undefined) append(index.byClass, classes[0], rule);
  else if (type !== undefined) append(index.byType, type, rule);
  else index.others.push(rule);
}

function append(map: Map<string, RankedRule[]>, key: string, rule: RankedRule): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [rule]);
  else list.push(rule);
}

function find(element: SourceElement, index: Index): readonly RankedRule[] {
  const found: RankedRule[] = [];
  if (element.id !== undefined) addMatching(index.byId.get(element.id), element, found);
  if (element.classes.length > 0)
    for (const name of new Set(element.classes)) addMatching(index.byClass.get(name), element, found);
  addMatching(index.byType.get(element.name), element, found);
  addMatching(index.others, element, found);
  return found.length < 2 ? found : found.sort((a, b) => a.rank - b.rank);
}

function addMatching(
  rules: readonly RankedRule[] | undefined,
  element: SourceElement,
  found: RankedRule[],
): void {
  if (rules === undefined) return;
  for (const rule of rules) if (matches(element, rule.selector)) found.push(rule);
}
