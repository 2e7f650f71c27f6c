/** How the vocabulary describes an element. */
import type { ValueKind } from './values.ts';

/**
 * What an element may hold: `flow` is blocks and running text, `inline` running text only, `text` characters
 * only, `transparent` what the element around it may hold; `children` only the named elements.
 */
export type ContentModel =
  | { readonly kind: 'flow' | 'inline' | 'text' | 'transparent' | 'empty' }
  | { readonly kind: 'children'; readonly names: readonly string[]; readonly text: boolean };

/** Where an element may stand: among blocks, in running text, or only where its parent names it. */
export type Placement = 'block' | 'inline' | 'named';

export interface ElementRule {
  readonly placement: Placement;
  readonly content: ContentModel;
  /** Besides the global ones. */
  readonly attributes: Readonly<Record<string, ValueKind>>;
  readonly required: readonly string[];
}

export const flow: ContentModel = { kind: 'flow' };
export const inline: ContentModel = { kind: 'inline' };
export const textOnly: ContentModel = { kind: 'text' };
export const empty: ContentModel = { kind: 'empty' };

/** Only the named elements, and white space between them. */
export function only(...names: readonly string[]): ContentModel {
  return { kind: 'children', names, text: false };
}

/** A rule; `required` are names of `attributes`. */
export function rule(
  placement: Placement,
  content: ContentModel,
  attributes: Readonly<Record<string, ValueKind>> = {},
  required: readonly string[] = [],
): ElementRule {
  return { placement, content, attributes, required };
}
