/** Where footnotes stand in the structure tree. */
import type { StyledElement } from '../../markup/tree.ts';
import type { StructNode } from './node.ts';
import type { Role } from './roles.ts';

/** Roles that may hold a Note beside their paragraphs. */
const HOLDERS: ReadonlySet<Role> = new Set<Role>([
  'Document',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'LBody',
  'TH',
  'TD',
  'Caption',
  'Note',
]);

export function isNote({ style }: StyledElement): boolean {
  return style.float === 'footnote';
}

/**
 * The parent of a Note called for inside `parent`: what holds the paragraph or heading, so that the note is read after
 * it and is no part of a heading. Where that cannot hold notes, or `parent` has its text directly, it is read in the text.
 */
export function noteHolder(parent: StructNode): {
  readonly holder: StructNode;
  readonly place: 'planned' | 'onDemand';
} {
  let top = parent;
  while (top.holds === 'text' && top.parent?.holds === 'text') top = top.parent;
  const holder = top.parent;
  return top.holds === 'text' && holder && HOLDERS.has(holder.role)
    ? { holder, place: 'planned' }
    : { holder: parent, place: 'onDemand' };
}

/** Whether a node stands in a link, which can hold no other. */
export function isInLink(node: StructNode): boolean {
  return node.role === 'Link' || (node.parent !== undefined && isInLink(node.parent));
}
