/**
 * Styled tree to box tree (CSS 2.1 §9.2): wrappers for loose text, blocks taken out of inline elements, table
 * and grid parts, list markers, replaced content. Nothing here depends on page numbers or widths.
 */
import type { ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { faultAt } from '../fault.ts';
import { anonymousStyle, createLineStyles } from './anonymous.ts';
import type {
  BlockBox,
  Box,
  ColumnsBox,
  FlexBox,
  GridBox,
  InlinePart,
  LinesBox,
  ReplacedBox,
  RootBox,
  RunningBox,
  TableBox,
} from './box.ts';
import { isFloated, isOutOfFlow } from './box.ts';
import { propagate } from './breaks.ts';
import { blockified, type Container, collectChildren } from './collect.ts';
import { columnRows, hasColumns } from './columns.ts';
import { contentParts } from './content-parts.ts';
import { pseudoOf } from './element-text.ts';
import { type GeneratedContent, generateContent } from './generated.ts';
import { type LineContext, textBlock } from './lines-box.ts';
import { markerOf } from './list.ts';
import { callOf, type Note, noteContent, noteStyle } from './notes.ts';
import { isReplaced, pictureBox, type ReplacedContext, replacedContent } from './replaced.ts';
import { ANONYMOUS_TABLE } from './stray-parts.ts';
import { propagateRows, tableParts } from './table-boxes.ts';

const deepestNesting = 200;

/** What flows down the tree while boxes are made. */
interface Inherited extends LineContext {
  readonly context: ReplacedContext;
  readonly depth: number;
  /** Multi-column containers around, the nearest included. */
  readonly columns: number;
  /** Inside a table cell. */
  readonly inCell: boolean;
  /** Footnotes met so far; undefined inside one, where there can be no other. */
  readonly notes: Map<number, Note> | undefined;
  readonly running: Map<number, RunningBox>;
  /** Styles of markers, one for all items that share a style. */
  readonly markerStyles: Map<ComputedStyle, ComputedStyle>;
  readonly generated: GeneratedContent;
}

/** The root box: an anonymous block formatting context around the box of `body`. `ofPages` are counters that pages begin anew. */
export function buildBoxes(
  body: StyledElement,
  context: ReplacedContext,
  ofPages: ReadonlySet<string> = new Set(),
): RootBox {
  const notes = new Map<number, Note>();
  const running = new Map<number, RunningBox>();
  const generated = generateContent(body, ofPages);
  const inherited: Inherited = {
    context,
    page: '',
    decoration: undefined,
    lineStyles: createLineStyles(),
    markerStyles: new Map(),
    depth: 0,
    columns: 0,
    inCell: false,
    notes,
    running,
    generated,
  };
  const style = anonymousStyle(body.style);
  const child = blockLevel(body, inherited);
  const children = child ? [child] : [];
  return {
    kind: 'block',
    element: body,
    style,
    anonymous: true,
    independent: true,
    children,
    notes,
    running,
    generated,
    ...propagate(style, '', children),
  };
}

type Display = ComputedStyle['display'];

/** The box of a block-level, out-of-flow or atomic element; undefined after a fault. */
function blockLevel(
  element: StyledElement,
  outer: Inherited,
): Exclude<Box, LinesBox | ColumnsBox> | undefined {
  const inherited = inside(element, outer);
  if (inherited.depth > deepestNesting) {
    reportTooDeep(outer, element);
    return undefined;
  }
  if (isReplaced(element)) return replacedBox(element, inherited);
  switch (element.style.display) {
    case 'table':
    case 'inline-table':
      return tableBox(element, inherited);
    case 'flex':
    case 'inline-flex':
      return { kind: 'flex', ...itemContainer(element, inherited) };
    case 'grid':
    case 'inline-grid':
      return { kind: 'grid', ...itemContainer(element, inherited) };
    case 'list-item':
      return listItem(element, inherited);
    default:
      return blockBox(element, element.style, element.children, inherited, false);
  }
}

function reportTooDeep({ context }: Inherited, element: StyledElement): void {
  context.report(
    faultAt('L030', element.origin, `\`<${element.name}>\` is nested too deeply to be laid out.`),
  );
}

/** Block-level children of an element, or of the anonymous box around some of its nodes. */
function childrenOf(
  element: StyledElement,
  style: ComputedStyle,
  nodes: readonly StyledNode[],
  inherited: Inherited,
  start: readonly InlinePart[] = [],
): Box[] {
  const container: Container = {
    element,
    style,
    nodes,
    lines: inherited,
    // Methods, because every box makes them: named closures take several times as long to make.
    makeBox(child) {
      return blockLevel(child, inherited);
    },
    contentOf(child) {
      return partsOf(child, inherited.generated.contentOf(child), inherited);
    },
    makeRunning(child) {
      addRunning(child, inherited);
    },
    makeNote(child) {
      return addNote(child, inherited);
    },
    tooDeep(child) {
      reportTooDeep(inherited, child);
    },
  };
  return collectChildren(container, start);
}

/** Generated content as parts; pictures in it are boxes. */
function partsOf(
  element: StyledElement,
  content: readonly ContentItem[],
  { context, page }: Inherited,
): readonly InlinePart[] {
  return contentParts(element, content, (source, path) => pictureBox(source, path, context, page));
}

/** Adds the box of a running element to those of the document; it stands outside the flow, like a root of its own. */
function addRunning(element: StyledElement, outer: Inherited): void {
  const { position } = element.style;
  if (typeof position !== 'object') return;
  const inherited: Inherited = { ...outer, page: '', decoration: undefined, notes: undefined, columns: 0 };
  const style: ComputedStyle = { ...element.style, position: 'static', float: 'none', page: 'auto' };
  const box = blockLevel(blockified({ ...element, style }), inherited);
  outer.running.set(element.id, { name: position.running, ...(box ? { box } : {}) });
}

/** Adds the box of a footnote to those of the document, unless it stands inside another. */
function addNote(element: StyledElement, outer: Inherited): boolean {
  if (!outer.notes) {
    outer.context.report(faultAt('L043', element.origin, 'A footnote stands inside a footnote.'));
    return false;
  }
  const style = noteStyle(element.style);
  const inherited: Inherited = { ...outer, page: '', decoration: undefined, notes: undefined };
  const own = inside({ ...element, style }, inherited);
  const box = blockBox(element, style, noteContent(element), own, false);
  const call = callOf(element);
  outer.notes.set(call.id, { call, element, box });
  return true;
}

function inside(element: StyledElement, outer: Inherited): Inherited {
  const { page, textDecorationLine } = element.style;
  return {
    context: outer.context,
    page: page === 'auto' ? outer.page : page,
    decoration: textDecorationLine === 'none' ? outer.decoration : element.style,
    lineStyles: outer.lineStyles,
    markerStyles: outer.markerStyles,
    depth: outer.depth + 1,
    columns: outer.columns + (hasColumns(element.style) ? 1 : 0),
    inCell: outer.inCell,
    notes: outer.notes,
    running: outer.running,
    generated: outer.generated,
  };
}

/** CSS 2.1 §9.4.1, css-display-3: what separates the inside from the outside. */
function isIndependent(style: ComputedStyle): boolean {
  const kinds: readonly Display[] = ['inline-block', 'flow-root', 'table-cell', 'table-caption'];
  return (
    isFloated(style) ||
    hasColumns(style) ||
    style.overflow === 'hidden' ||
    style.position === 'absolute' ||
    kinds.includes(style.display)
  );
}

function blockBox(
  element: StyledElement,
  style: ComputedStyle,
  nodes: readonly StyledNode[],
  inherited: Inherited,
  isAnonymous: boolean,
): BlockBox {
  const children = inColumns(element, style, childrenOf(element, style, nodes, inherited), inherited);
  return {
    kind: 'block',
    element,
    style,
    anonymous: isAnonymous,
    independent: isIndependent(style),
    children,
    ...propagate(style, inherited.page, children),
  };
}

/** The content of a block container, in rows of columns where it has columns. */
function inColumns(
  element: StyledElement,
  style: ComputedStyle,
  children: readonly Box[],
  { page, columns }: Inherited,
): readonly Box[] {
  return hasColumns(style) ? columnRows(children, { element, style, page, nesting: columns - 1 }) : children;
}

function listItem(element: StyledElement, inherited: Inherited): BlockBox {
  const { generated } = inherited;
  const pseudo = pseudoOf(element, '::marker');
  const source = pseudo ?? { ...element, style: anonymousStyle(element.style, 'inline') };
  const { style } = element;
  const own = pseudo ? generated.contentOf(pseudo) : [];
  const marker = markerOf(style, own, generated.ordinalOf(element));
  const parts = partsOf(source, marker.content, inherited);
  const nodes = element.children.filter((child) => child !== pseudo);
  if (parts.length === 0) return blockBox(element, style, nodes, inherited, false);
  if (style.listStylePosition === 'inside') {
    const flow = childrenOf(element, style, nodes, inherited, parts);
    const children = inColumns(element, style, flow, inherited);
    return {
      kind: 'block',
      element,
      style,
      anonymous: false,
      independent: isIndependent(style),
      children,
      ...propagate(style, inherited.page, children),
    };
  }
  return {
    ...blockBox(element, style, nodes, inherited, false),
    marker: markerBox(source, parts, inherited),
    markerGap: marker.gap * style.fontSize,
  };
}

function markerBox(
  source: StyledElement,
  parts: readonly InlinePart[],
  { lineStyles, markerStyles }: Inherited,
): LinesBox {
  const style = markerStyles.get(source.style) ?? markerStyle(source.style);
  markerStyles.set(source.style, style);
  return textBlock({ ...source, style }, parts, lineStyles);
}

/** css-lists-3 §3.2: markers are never justified, indented, wrapped or transformed with their list. */
function markerStyle(style: ComputedStyle): ComputedStyle {
  return {
    ...anonymousStyle(style),
    textIndent: { px: 0, percent: 0 },
    textTransform: 'none',
    textAlign: 'start',
    whiteSpace: 'pre',
  };
}

function replacedBox(element: StyledElement, inherited: Inherited): ReplacedBox | undefined {
  const content = replacedContent(element, inherited.context);
  return (
    content && {
      kind: 'replaced',
      element,
      style: element.style,
      anonymous: false,
      content,
      ...propagate(element.style, inherited.page, []),
    }
  );
}

/** What boxes of items have in common: flex containers and grids. */
function itemContainer(
  element: StyledElement,
  inherited: Inherited,
): Omit<FlexBox, 'kind'> & Omit<GridBox, 'kind'> {
  const boxes = collectItems(element, inherited);
  const items = boxes.filter((box) => !isOutOfFlow(box));
  const shown = propagate(element.style, inherited.page, items);
  return {
    element,
    style: element.style,
    anonymous: false,
    items,
    outOfFlow: boxes.filter(isOutOfFlow),
    ...shown,
    startPage: inherited.page,
    endPage: inherited.page,
    breakAfter: propagate(element.style, inherited.page, []).breakAfter,
    forcedInside: items.some((item) => item.forcedInside),
  };
}

/** css-grid-2 §6, css-flexbox-1 §4: every child is an item, loose text between them too. */
function collectItems(element: StyledElement, inherited: Inherited): Box[] {
  const asBlocks = element.children.map((child) =>
    child.kind === 'element' && child.name !== 'br' ? blockified(child) : child,
  );
  return childrenOf(element, element.style, asBlocks, inherited).map((box) => {
    if (box.kind === 'block') return { ...box, independent: true };
    if (box.kind !== 'lines') return box;
    return {
      kind: 'block',
      element,
      style: box.style,
      anonymous: true,
      independent: true,
      children: [box],
      ...propagate(box.style, inherited.page, []),
    };
  });
}

function tableBox(element: StyledElement, inherited: Inherited): TableBox {
  const inTable: Inherited = { ...inherited, inCell: true };
  const { parts, outOfFlow } = tableParts(
    element,
    (source, style, nodes, isAnonymous) => {
      const box = blockBox(
        source,
        style,
        nodes,
        isAnonymous ? inTable : inside(source, inTable),
        isAnonymous,
      );
      return { ...box, independent: true };
    },
    inherited.context.report,
  );
  return {
    kind: 'table',
    element,
    style: element.style,
    anonymous: element.name === ANONYMOUS_TABLE,
    inCell: inherited.inCell,
    ...parts,
    outOfFlow: outOfFlow.flatMap((child) => blockLevel(blockified(child), inherited) ?? []),
    ...propagateRows(element.style, inherited.page, parts),
  };
}
