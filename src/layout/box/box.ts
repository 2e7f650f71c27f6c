/** The box tree (CSS 2.1 §9.2, css-display-3): a small closed union that the layout functions work on. */
import type { Origin } from '../../diagnostics/span.ts';
import type { Drawing } from '../../graphics/shapes.ts';
import type { BreakBetween, ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { DrawingLabel } from '../display.ts';
import type { GeneratedContent } from './generated.ts';
import type { Notes } from './notes.ts';

export type Box = BlockBox | LinesBox | TableBox | FlexBox | GridBox | ColumnsBox | ReplacedBox;

/** A break between two boxes after propagation (css-break-3 §3.1). */
export type Between = BreakBetween;

interface Common {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly anonymous: boolean;
  /** Used page names of the box and of its first and last content (css-page-3 §3.4). */
  readonly page: string;
  readonly startPage: string;
  readonly endPage: string;
  readonly breakBefore: Between;
  readonly breakAfter: Between;
  /** A forced break, a change of page name, or columns that fill the page, somewhere inside. */
  readonly forcedInside: boolean;
  /** A float among the descendants that belongs to the formatting context around this box. */
  readonly hasFloats: boolean;
  /** The inline link that a block was taken out of. */
  readonly link?: StyledElement;
  /** Elements without a box that begin where this one does: running elements. */
  readonly marks?: readonly StyledElement[];
}

/** A block container whose children are all block-level. */
export interface BlockBox extends Common {
  readonly kind: 'block';
  readonly children: readonly Box[];
  /** Establishes a block formatting context: its margins do not collapse with those of its children. */
  readonly independent: boolean;
  /** An outside list marker, and the px that it keeps from the content. */
  readonly marker?: LinesBox;
  readonly markerGap?: number;
}

/** The box of a document, with what stands outside its flow: footnotes by their calls, running elements by their ids. */
export interface RootBox extends BlockBox {
  readonly notes: Notes;
  readonly running: ReadonlyMap<number, RunningBox>;
  readonly generated: GeneratedContent;
}

/** An element with `position: running(name)`; absent where a fault left nothing to show. */
export interface RunningBox {
  readonly name: string;
  readonly box?: Exclude<Box, LinesBox | ColumnsBox>;
}

/** An inline formatting context: text, inline boxes and atomic inlines. Has no edges of its own. */
export interface LinesBox extends Common {
  readonly kind: 'lines';
  readonly parts: readonly InlinePart[];
  /** Nothing visible inside, only empty inline elements. */
  readonly phantom: boolean;
  /** Some text depends on page numbers. */
  readonly pageBound: boolean;
  /** Some part is a box: an inline block, picture, table, flex box or grid. */
  readonly hasBoxes: boolean;
  /** Some inline element is shifted or translucent. */
  readonly hasEffects: boolean;
}

export type InlinePart =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly element: StyledElement;
      readonly originAt: (offset: number) => Origin;
    }
  | { readonly kind: 'open' | 'close' | 'break'; readonly element: StyledElement }
  /** Text that may hold page numbers. */
  | { readonly kind: 'generated'; readonly element: StyledElement; readonly content: readonly ContentItem[] }
  | { readonly kind: 'leader'; readonly element: StyledElement; readonly pattern: string }
  /** A float or an absolutely positioned box inside text; `isBlock` when it was block-level by its `display`. */
  | { readonly kind: 'anchor'; readonly box: Box; readonly isBlock: boolean }
  | { readonly kind: 'box'; readonly box: BlockBox | TableBox | FlexBox | GridBox | ReplacedBox };

export interface TableBox extends Common {
  readonly kind: 'table';
  readonly captions: readonly BlockBox[];
  /** Declared by `col` and `colgroup` elements; there may be fewer than `columnCount`. */
  readonly columns: readonly TableColumn[];
  readonly columnGroups: readonly { readonly element: StyledElement; readonly style: ComputedStyle }[];
  readonly columnCount: number;
  /** Inside a cell of another table: percentages of columns do not make it wider. */
  readonly inCell: boolean;
  /** In visual order: header groups, bodies, footer groups. */
  readonly groups: readonly RowGroup[];
  readonly rows: readonly Row[];
  readonly cells: readonly Cell[];
  readonly headerRows: number;
  readonly footerRows: number;
  readonly outOfFlow: readonly Box[];
}

/** `group` is an index into `TableBox.columnGroups`. */
export interface TableColumn {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly group?: number;
}

export interface RowGroup {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly anonymous: boolean;
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface Row {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly anonymous: boolean;
  /** Indexes into `TableBox.groups` and `TableBox.cells` (the cells that begin here). */
  readonly group: number;
  readonly cells: readonly number[];
  readonly breakBefore: Between;
  readonly breakAfter: Between;
}

export interface Cell {
  readonly box: BlockBox;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The columns it asks for; `columnSpan` leaves out those that do not exist. */
  readonly askedSpan: number;
}

export interface FlexBox extends Common {
  readonly kind: 'flex';
  readonly items: readonly Box[];
  readonly outOfFlow: readonly Box[];
}

export interface GridBox extends Common {
  readonly kind: 'grid';
  readonly items: readonly Box[];
  readonly outOfFlow: readonly Box[];
}

/** A row of columns with the content that flows through them: all of a multi-column container, or what spanners leave. */
export interface ColumnsBox extends Common {
  readonly kind: 'columns';
  readonly flow: BlockBox;
  /** How many multi-column containers the container is in. */
  readonly nesting: number;
}

export interface ReplacedBox extends Common {
  readonly kind: 'replaced';
  readonly content: ReplacedContent;
}

/** Natural sizes in px; `ratio` is width / height. */
export type ReplacedContent = {
  readonly width?: number;
  readonly height?: number;
  readonly ratio?: number;
} & (
  | { readonly kind: 'image'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly labels: readonly DrawingLabel[] }
);

/** True for boxes that take no part in the flow: absolutely positioned ones and floats. */
export function isOutOfFlow(box: Box): boolean {
  return !box.anonymous && (box.style.position === 'absolute' || isFloated(box.style));
}

/** True for floats: text flows around them. */
export function isFloat(box: Box): boolean {
  return !box.anonymous && isFloated(box.style);
}

/** CSS 2.1 §9.7: an absolutely positioned box does not float. */
export function isFloated({ float, position }: ComputedStyle): boolean {
  return (float === 'left' || float === 'right') && position !== 'absolute';
}
