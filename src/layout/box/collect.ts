/**
 * Children of a block container: runs of inline content become lines boxes, blocks inside inline elements are
 * taken out of them (CSS 2.1 §9.2.1.1), white space between blocks vanishes.
 */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { anonymousStyle } from './anonymous.ts';
import { type Box, type ColumnsBox, type InlinePart, isFloated, isOutOfFlow, type LinesBox } from './box.ts';
import { breakBetween, isForced } from './breaks.ts';
import { isVisible, type LineContext, linesBox } from './lines-box.ts';
import { callOf, isNote, withoutCall } from './notes.ts';
import { isReplaced } from './replaced.ts';
import { wrapStrayParts } from './stray-parts.ts';

type OwnBox = Exclude<Box, LinesBox | ColumnsBox>;

/** Makes the box of an element. Undefined after a fault. */
export type MakeBox = (element: StyledElement) => OwnBox | undefined;

/** Called for an element that is nested too deeply to follow. */
export type TooDeep = (element: StyledElement) => void;

export interface Container {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly nodes: readonly StyledNode[];
  readonly lines: LineContext;
  readonly makeBox: MakeBox;
  /** The generated content of a pseudo-element. */
  readonly contentOf: (element: StyledElement) => readonly InlinePart[];
  /** Makes the box of a running element, which is kept for the margin boxes. */
  readonly makeRunning: (element: StyledElement) => void;
  /** Makes the box of a footnote; false where there can be none, so that it stays in the text. */
  readonly makeNote: (element: StyledElement) => boolean;
  readonly tooDeep: TooDeep;
}

const deepestInline = 100;

/** Where collecting stands: boxes that are done, the run of inline content, the inline elements it is inside of. */
interface Progress {
  readonly boxes: Box[];
  parts: InlinePart[];
  /** Running elements that wait for the next box: they begin where it does. */
  marks: StyledElement[];
  readonly open: StyledElement[];
}

export function isInlineLevel({ style }: StyledElement): boolean {
  return style.display === 'inline' || isAtomicInline(style);
}

/** Boxes that stand in a line as a whole. */
function isAtomicInline({ display }: ComputedStyle): boolean {
  return ['inline-block', 'inline-table', 'inline-flex', 'inline-grid'].includes(display);
}

function blockDisplay(display: ComputedStyle['display']): ComputedStyle['display'] {
  switch (display) {
    case 'inline-table':
      return 'table';
    case 'inline-flex':
      return 'flex';
    case 'inline-grid':
      return 'grid';
    default:
      return 'block';
  }
}

/** The display of grid and flex items, which do not float (css-grid-2 §6, css-flexbox-1 §3). */
export function blockified(element: StyledElement): StyledElement {
  const { style } = element;
  if (!isInlineLevel(element) && !isFloated(style)) return element;
  const display = isInlineLevel(element) ? blockDisplay(style.display) : style.display;
  return { ...element, style: { ...style, display, float: 'none' } };
}

/** Block-level children of a block container; `start` is inline content that comes first. */
export function collectChildren(container: Container, start: readonly InlinePart[] = []): Box[] {
  const { element, nodes, contentOf } = container;
  const progress: Progress = { boxes: [], parts: [...start], marks: [], open: [] };
  const isWhole = nodes === element.children;
  if (isWhole) progress.parts.push(...contentOf(element));
  collectNodes(container, progress, element, nodes);
  endRun(container, progress);
  endMarks(container, progress);
  return progress.boxes;
}

function collectNodes(
  container: Container,
  progress: Progress,
  parent: StyledElement,
  nodes: readonly StyledNode[],
): void {
  for (const node of wrapStrayParts(parent, nodes)) {
    if (node.kind === 'text')
      progress.parts.push({ kind: 'text', text: node.text, element: parent, originAt: node.originAt });
    else if (node.style.display !== 'none' && node.name !== '::marker' && !isStray(node, parent, nodes))
      collectElement(container, progress, node);
  }
}

/** Calls and markers of an element that is no footnote after all, such as a table cell with `float: footnote`. */
function isStray({ name }: StyledElement, parent: StyledElement, nodes: readonly StyledNode[]): boolean {
  return (
    nodes === parent.children &&
    isNote(parent) &&
    (name === '::footnote-call' || name === '::footnote-marker')
  );
}

function collectElement(container: Container, progress: Progress, element: StyledElement): void {
  const { display, position } = element.style;
  if (element.name === 'br') progress.parts.push({ kind: 'break', element });
  else if (typeof position === 'object') collectRunning(container, progress, element);
  else if (isNote(element)) collectNote(container, progress, element);
  else if (position === 'absolute' || isFloated(element.style))
    addOutOfFlow(progress, container.makeBox(element), !element.style.wasInline);
  else if (progress.open.length > deepestInline) container.tooDeep(element);
  else if (display === 'contents') collectNodes(container, progress, element, element.children);
  else if (!isInlineLevel(element)) addBlock(container, progress, container.makeBox(element));
  else if (isAtomicInline(element.style) || isReplaced(element)) {
    const box = container.makeBox(element);
    if (box) progress.parts.push({ kind: 'box', box });
  } else collectInline(container, progress, element);
}

/** Of a footnote the text keeps the call. */
function collectNote(container: Container, progress: Progress, element: StyledElement): void {
  const isMade = container.makeNote(element);
  collectInline(container, progress, isMade ? callOf(element) : withoutCall(element));
}

function collectInline(container: Container, progress: Progress, element: StyledElement): void {
  progress.parts.push({ kind: 'open', element });
  progress.open.push(element);
  progress.parts.push(...container.contentOf(element));
  collectNodes(container, progress, element, element.children);
  progress.open.pop();
  progress.parts.push({ kind: 'close', element });
}

/** A running element leaves a mark: in text an empty inline box, between blocks the box that comes next. */
function collectRunning(container: Container, progress: Progress, element: StyledElement): void {
  container.makeRunning(element);
  const mark = markOf(element);
  if (progress.open.length > 0 || progress.parts.some(isVisible)) progress.parts.push(...markParts([mark]));
  else progress.marks.push(mark);
}

/** What an element without a box does to the page it begins on. */
function markOf(element: StyledElement): StyledElement {
  const { stringSet, counterReset, counterIncrement, counterSet } = element.style;
  const style = {
    ...anonymousStyle(element.style, 'inline'),
    stringSet,
    counterReset,
    counterIncrement,
    counterSet,
  };
  return { ...element, style, content: [], children: [] };
}

function markParts(marks: readonly StyledElement[]): readonly InlinePart[] {
  return marks.flatMap((element): readonly InlinePart[] => [
    { kind: 'open', element },
    { kind: 'close', element },
  ]);
}

/** Marks that no box came after. */
function endMarks({ element, style, lines }: Container, progress: Progress): void {
  const { boxes, marks } = progress;
  if (marks.length > 0) boxes.push(linesBox(element, style, markParts(marks), lines));
  progress.marks = [];
}

/** In the middle of text floats and positioned boxes are anchored at their place in it, else between the blocks. */
function addOutOfFlow(progress: Progress, box: OwnBox | undefined, isBlock: boolean): void {
  if (!box) return;
  if (progress.parts.some(isVisible)) progress.parts.push({ kind: 'anchor', box, isBlock });
  else progress.boxes.push(box);
}

function addBlock(container: Container, progress: Progress, box: OwnBox | undefined): void {
  if (!box) return;
  endRun(container, progress);
  const link = progress.open.find(({ name }) => name === 'a');
  const last = progress.boxes.at(-1);
  // Marks stand before a break that the box asks for, unless nothing else does: then the break is before them all.
  if (last && isForced(breakBetween(last, box)) && !isForced(last.breakAfter)) endMarks(container, progress);
  const { marks } = progress;
  progress.boxes.push({ ...box, ...(link ? { link } : {}), ...(marks.length > 0 ? { marks } : {}) });
  progress.marks = [];
}

/** Closes the inline elements that are open, ends the run, and opens them again for the next one. */
function endRun({ element, style, lines }: Container, progress: Progress): void {
  const { open, boxes, marks } = progress;
  const isShown = marks.length > 0 && progress.parts.some(isVisible);
  if (isShown) progress.marks = [];
  const closing = [...open].reverse().map((inline): InlinePart => ({ kind: 'close', element: inline }));
  const box = linesBox(
    element,
    boxes.some(isInFlow) ? unindented(style) : style,
    [...(isShown ? markParts(marks) : []), ...progress.parts, ...closing],
    lines,
  );
  if (!box.phantom || hasMarks(box, open)) boxes.push(box);
  progress.parts = open.map((inline) => ({ kind: 'open', element: inline }));
}

function isInFlow(box: Box): boolean {
  return !isOutOfFlow(box) && !(box.kind === 'lines' && box.phantom);
}

/** CSS 2.1 §16.1: only the first line of a block container is indented, not lines after a block in it. */
function unindented(style: ComputedStyle): ComputedStyle {
  const { px, percent } = style.textIndent;
  return px === 0 && percent === 0 ? style : { ...style, textIndent: { px: 0, percent: 0 } };
}

/** Whether a phantom run must stay for the sake of anchors of empty inline elements. */
function hasMarks(box: LinesBox, stillOpen: readonly StyledElement[]): boolean {
  return box.parts.some(
    (part) => part.kind === 'open' && part.element.attributes.has('id') && !stillOpen.includes(part.element),
  );
}
