/**
 * Children of a block container: runs of inline content become lines boxes, blocks inside inline elements are
 * taken out of them (CSS 2.1 §9.2.1.1), white space between blocks vanishes.
 */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import type { Box, InlinePart, LinesBox } from './box.ts';
import { isVisible, type LineContext, linesBox } from './lines-box.ts';
import { ordinalsOf } from './list.ts';
import { isReplaced } from './replaced.ts';

type OwnBox = Exclude<Box, LinesBox>;

/** Makes the box of an element; `ordinals` are those of the list items beside it. Undefined after a fault. */
export type MakeBox = (element: StyledElement, ordinals: ReadonlyMap<number, number>) => OwnBox | undefined;

/** Called for an element that is nested too deeply to follow. */
export type TooDeep = (element: StyledElement) => void;

export interface Container {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly nodes: readonly StyledNode[];
  readonly lines: LineContext;
  readonly makeBox: MakeBox;
  readonly tooDeep: TooDeep;
}

const deepestInline = 100;

/** Where collecting stands: boxes that are done, the run of inline content, the inline elements it is inside of. */
interface Progress {
  readonly boxes: Box[];
  parts: InlinePart[];
  outOfFlow: Box[];
  readonly open: StyledElement[];
}

export function isInlineLevel({ style }: StyledElement): boolean {
  return style.display === 'inline' || style.display === 'inline-block';
}

/** css-display-3 §2.7: the display of grid items and out-of-flow boxes. */
export function blockified(element: StyledElement): StyledElement {
  return isInlineLevel(element) ? { ...element, style: { ...element.style, display: 'block' } } : element;
}

/** Block-level children of a block container; `start` is inline content that comes first. */
export function collectChildren(container: Container, start: readonly InlinePart[] = []): Box[] {
  const { element, nodes } = container;
  const progress: Progress = { boxes: [], parts: [...start], outOfFlow: [], open: [] };
  const isWhole = nodes === element.children;
  if (isWhole && element.content.length > 0)
    progress.parts.push({ kind: 'generated', element, content: element.content });
  collectNodes(container, progress, element, nodes);
  endRun(container, progress);
  return progress.boxes;
}

function collectNodes(
  container: Container,
  progress: Progress,
  parent: StyledElement,
  nodes: readonly StyledNode[],
): void {
  const isList = nodes.some((node) => node.kind === 'element' && node.style.display === 'list-item');
  const ordinals = isList ? ordinalsOf(parent) : new Map<number, number>();
  for (const node of nodes) {
    if (node.kind === 'text')
      progress.parts.push({ kind: 'text', text: node.text, element: parent, originAt: node.originAt });
    else if (node.style.display !== 'none' && node.name !== '::marker')
      collectElement(container, progress, node, ordinals);
  }
}

function collectElement(
  container: Container,
  progress: Progress,
  element: StyledElement,
  ordinals: ReadonlyMap<number, number>,
): void {
  const { display, position } = element.style;
  if (element.name === 'br') progress.parts.push({ kind: 'break', element });
  else if (position === 'absolute') addOutOfFlow(progress, container.makeBox(blockified(element), ordinals));
  else if (progress.open.length > deepestInline) container.tooDeep(element);
  else if (display === 'contents') collectNodes(container, progress, element, element.children);
  else if (!isInlineLevel(element)) addBlock(container, progress, container.makeBox(element, ordinals));
  else if (display === 'inline-block' || isReplaced(element)) {
    const box = container.makeBox(element, ordinals);
    if (box) progress.parts.push({ kind: 'box', box });
  } else collectInline(container, progress, element);
}

function collectInline(container: Container, progress: Progress, element: StyledElement): void {
  progress.parts.push({ kind: 'open', element });
  progress.open.push(element);
  if (element.content.length > 0)
    progress.parts.push({ kind: 'generated', element, content: element.content });
  collectNodes(container, progress, element, element.children);
  progress.open.pop();
  progress.parts.push({ kind: 'close', element });
}

/** In the middle of text the static position is that of the lines, else between the blocks. */
function addOutOfFlow(progress: Progress, box: OwnBox | undefined): void {
  if (!box) return;
  if (progress.parts.some(isVisible)) progress.outOfFlow.push(box);
  else progress.boxes.push(box);
}

function addBlock(container: Container, progress: Progress, box: OwnBox | undefined): void {
  if (!box) return;
  endRun(container, progress);
  const link = progress.open.find(({ name }) => name === 'a');
  progress.boxes.push(link ? { ...box, link } : box);
}

/** Closes the inline elements that are open, ends the run, and opens them again for the next one. */
function endRun({ element, style, lines }: Container, progress: Progress): void {
  const { open, outOfFlow, boxes } = progress;
  const closing = [...open].reverse().map((inline): InlinePart => ({ kind: 'close', element: inline }));
  const box = linesBox(element, style, [...progress.parts, ...closing], outOfFlow, lines);
  if (!box.phantom || outOfFlow.length > 0 || hasMarks(box, open)) boxes.push(box);
  progress.parts = open.map((inline) => ({ kind: 'open', element: inline }));
  progress.outOfFlow = [];
}

/** Whether a phantom run must stay for the sake of anchors of empty inline elements. */
function hasMarks(box: LinesBox, stillOpen: readonly StyledElement[]): boolean {
  return box.parts.some(
    (part) => part.kind === 'open' && part.element.attributes.has('id') && !stillOpen.includes(part.element),
  );
}
