/**
 * Styled tree to box tree (CSS 2.1 §9.2): wrappers for loose text, blocks taken out of inline elements, table
 * and grid parts, list markers, replaced content. Nothing here depends on page numbers or widths.
 */
import type { ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { faultAt } from '../fault.ts';
import { anonymousStyle, createLineStyles } from './anonymous.ts';
import type { BlockBox, Box, GridBox, InlinePart, LinesBox, ReplacedBox, TableBox } from './box.ts';
import { isOutOfFlow } from './box.ts';
import { propagate } from './breaks.ts';
import { blockified, type Container, collectChildren } from './collect.ts';
import { type LineContext, textBlock } from './lines-box.ts';
import { markerText } from './list.ts';
import { isReplaced, type ReplacedContext, replacedContent } from './replaced.ts';
import { tableParts } from './table-boxes.ts';

const deepestNesting = 200;

/** What flows down the tree while boxes are made. */
interface Inherited extends LineContext {
  readonly context: ReplacedContext;
  readonly depth: number;
}

/** The root box: an anonymous block formatting context around the box of `body`. */
export function buildBoxes(body: StyledElement, context: ReplacedContext): BlockBox {
  const inherited: Inherited = {
    context,
    page: '',
    decoration: 'none',
    lineStyles: createLineStyles(),
    depth: 0,
  };
  const style = anonymousStyle(body.style);
  const child = blockLevel(body, inherited, new Map());
  const children = child ? [child] : [];
  return {
    kind: 'block',
    element: body,
    style,
    anonymous: true,
    independent: true,
    children,
    ...propagate(style, '', children),
  };
}

type Display = ComputedStyle['display'];

/** The box of a block-level, out-of-flow or atomic element; undefined after a fault. */
function blockLevel(
  element: StyledElement,
  outer: Inherited,
  ordinals: ReadonlyMap<number, number>,
): Exclude<Box, LinesBox> | undefined {
  const inherited = inside(element, outer);
  if (inherited.depth > deepestNesting) {
    reportTooDeep(outer, element);
    return undefined;
  }
  if (isReplaced(element)) return replacedBox(element, inherited);
  switch (element.style.display) {
    case 'table':
      return tableBox(element, inherited);
    case 'grid':
      return gridBox(element, inherited);
    case 'list-item':
      return listItem(element, inherited, ordinals.get(element.id) ?? 1);
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
    makeBox: (child, ordinals) => blockLevel(child, inherited, ordinals),
    tooDeep: (child) => reportTooDeep(inherited, child),
  };
  return collectChildren(container, start);
}

function inside(element: StyledElement, outer: Inherited): Inherited {
  const { page, textDecorationLine: own } = element.style;
  return {
    context: outer.context,
    page: page === 'auto' ? outer.page : page,
    decoration: own === 'none' ? outer.decoration : own,
    lineStyles: outer.lineStyles,
    depth: outer.depth + 1,
  };
}

/** CSS 2.1 §9.4.1, css-display-3: what separates the inside from the outside. */
function isIndependent(style: ComputedStyle): boolean {
  const kinds: readonly Display[] = ['inline-block', 'table-cell', 'table-caption'];
  return style.overflow === 'hidden' || style.position === 'absolute' || kinds.includes(style.display);
}

function blockBox(
  element: StyledElement,
  style: ComputedStyle,
  nodes: readonly StyledNode[],
  inherited: Inherited,
  isAnonymous: boolean,
): BlockBox {
  const children = childrenOf(element, style, nodes, inherited);
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

function listItem(element: StyledElement, inherited: Inherited, ordinal: number): BlockBox {
  const pseudo = element.children.find((child) => child.kind === 'element' && child.name === '::marker') as
    | StyledElement
    | undefined;
  const source = pseudo ?? { ...element, style: anonymousStyle(element.style, 'inline') };
  const { style } = element;
  const text = markerText(style.listStyleType, ordinal);
  const content: readonly ContentItem[] =
    pseudo && pseudo.content.length > 0 ? pseudo.content : text === '' ? [] : [{ kind: 'text', text }];
  const nodes = element.children.filter((child) => child !== pseudo);
  if (content.length === 0) return blockBox(element, style, nodes, inherited, false);
  if (style.listStylePosition === 'inside') {
    const space: ContentItem = { kind: 'text', text: ' ' };
    const first: InlinePart = { kind: 'generated', element: source, content: [...content, space] };
    const children = childrenOf(element, style, nodes, inherited, [first]);
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
    marker: textBlock({ ...source, style: markerStyle(source.style) }, content),
  };
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

function gridBox(element: StyledElement, inherited: Inherited): GridBox {
  const boxes = collectItems(element, inherited);
  const items = boxes.filter((box) => !isOutOfFlow(box));
  const shown = propagate(element.style, inherited.page, items);
  return {
    kind: 'grid',
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

/** css-grid-2 §6: every child is an item, loose text between them too. */
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
  const parts = tableParts(element, (source, style, nodes, isAnonymous) => {
    const box = blockBox(
      source,
      style,
      nodes,
      isAnonymous ? inherited : inside(source, inherited),
      isAnonymous,
    );
    return { ...box, independent: true };
  });
  const shown = propagate(element.style, inherited.page, []);
  return { kind: 'table', element, style: element.style, anonymous: false, ...parts, ...shown };
}
