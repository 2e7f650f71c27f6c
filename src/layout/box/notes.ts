/**
 * Footnotes (css-gcpm-3 §2): an element with `float: footnote` leaves its call in the text, and becomes a box of its
 * own that is set at the end of the page.
 */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import type { BlockBox } from './box.ts';

/** A footnote: what stands in the text, and what stands at the end of the page. */
export interface Note {
  readonly call: StyledElement;
  readonly element: StyledElement;
  readonly box: BlockBox;
}

/** Footnotes by the id of their call, in document order. */
export type Notes = ReadonlyMap<number, Note>;

export function isNote(element: StyledElement): boolean {
  return element.style.float === 'footnote';
}

/** An element and what it holds without the parts that make it a footnote: for one inside another. */
export function withoutCall(element: StyledElement): StyledElement {
  return { ...element, children: element.children.filter((child) => !isCall(child) && !isMarker(child)) };
}

/** The call of a footnote element; every one has it, if only with nothing in it. */
export function callOf(element: StyledElement): StyledElement {
  const call = element.children.find(isCall);
  if (!call) throw new Error(`Footnote ${element.id} has no call.`);
  return call;
}

/** What is set at the end of the page: the marker, in the first block where there are blocks, and the content. */
export function noteContent({ children }: StyledElement): readonly StyledNode[] {
  const content = children.filter((child) => !isCall(child));
  const [marker, ...rest] = content;
  return marker && isMarker(marker) ? runIn(marker, rest) : content;
}

function runIn(marker: StyledElement, nodes: readonly StyledNode[]): readonly StyledNode[] {
  const at = nodes.findIndex((node) => node.kind === 'element' || /[^ \t\n\r\f]/.test(node.text));
  const first = nodes[at];
  if (first?.kind !== 'element' || first.style.display !== 'block' || first.style.position === 'absolute')
    return [marker, ...nodes];
  return nodes.with(at, { ...first, children: runIn(marker, first.children) });
}

/** The style of the block that a footnote is at the end of the page, whatever it was in the text. */
export function noteStyle(style: ComputedStyle): ComputedStyle {
  return { ...style, display: 'block', float: 'none', position: 'static', clear: 'none' };
}

/** The name of the place that a call or marker leads to; no `id` of an element has a space. */
export function linkAnchor({ name, id }: Pick<StyledElement, 'name' | 'id'>): string {
  return `${name} ${id}`;
}

/** The marker of a footnote. */
export function markerOf(element: StyledElement): StyledElement | undefined {
  return element.children.find(isMarker);
}

function isCall(node: StyledNode): node is StyledElement {
  return node.kind === 'element' && node.name === '::footnote-call';
}

function isMarker(node: StyledNode): node is StyledElement {
  return node.kind === 'element' && node.name === '::footnote-marker';
}
