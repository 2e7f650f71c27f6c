/** Selectors as the matcher reads them: from the right to the left. */
import type { PseudoName } from '../tree.ts';
import type { SourceElement } from '../xml/source-tree.ts';

/** A complex selector; `specificity` is comparable as a number. */
export interface Selector {
  readonly last: Compound;
  readonly pseudoElement: PseudoName | undefined;
  readonly specificity: number;
}

/** A compound selector and what it is combined with to its left. */
export interface Compound {
  readonly type: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly conditions: readonly Condition[];
  readonly left: { readonly combinator: Combinator; readonly compound: Compound } | undefined;
}

export type Combinator = ' ' | '>' | '+' | '~';

export type Condition =
  | { readonly kind: 'root' | 'empty' | 'link' }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly test: AttributeTest;
      readonly value: string;
      readonly ignoreCase: boolean;
    }
  | {
      readonly kind: 'nth';
      readonly step: number;
      readonly first: number;
      readonly ofType: boolean;
      readonly fromEnd: boolean;
    }
  | { readonly kind: 'lang'; readonly ranges: readonly string[] }
  | {
      readonly kind: 'is' | 'not';
      readonly selectors: readonly Selector[];
      readonly known: WeakMap<SourceElement, boolean>;
    };

export type AttributeTest = 'exists' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';

/** css-selectors-4 §17: ids, classes and types. Counts are capped, so that they never spill over. */
export function specificityOf(ids: number, classes: number, types: number): number {
  return (Math.min(ids, 999) * 1000 + Math.min(classes, 999)) * 1000 + Math.min(types, 999);
}

/** The highest specificity of a list: that of `:is()` and of `&`. */
export function highest(selectors: readonly Selector[]): number {
  return selectors.reduce((most, selector) => Math.max(most, selector.specificity), 0);
}
