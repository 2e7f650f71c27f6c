/** The box tree (CSS 2.1 §9.2, css-display-3): a small closed union that the layout functions work on. */
import type { Origin } from '../../diagnostics/span.ts';
import type { Drawing } from '../../graphics/shapes.ts';
import type { ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { DrawingLabel } from '../display.ts';

export type Box = BlockBox | LinesBox | TableBox | GridBox | ReplacedBox;

/** A break between two boxes after propagation (css-break-3 §3.1): columns are not pages. */
export type Between = 'auto' | 'avoid' | 'page' | 'left' | 'right';

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
  /** A forced break or a change of page name somewhere between its descendants. */
  readonly forcedInside: boolean;
  /** The inline link that a block was taken out of. */
  readonly link?: StyledElement;
}

/** A block container whose children are all block-level. */
export interface BlockBox extends Common {
  readonly kind: 'block';
  readonly children: readonly Box[];
  /** Establishes a block formatting context: its margins do not collapse with those of its children. */
  readonly independent: boolean;
  /** An outside list marker. */
  readonly marker?: LinesBox;
}

/** An inline formatting context: text, inline boxes and atomic inlines. Has no edges of its own. */
export interface LinesBox extends Common {
  readonly kind: 'lines';
  readonly parts: readonly InlinePart[];
  /** Absolutely positioned boxes met between the inline content. */
  readonly outOfFlow: readonly Box[];
  /** Nothing visible inside, only empty inline elements. */
  readonly phantom: boolean;
  /** Some text depends on page numbers. */
  readonly pageBound: boolean;
}

export type InlinePart =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly element: StyledElement;
      readonly originAt: (offset: number) => Origin;
    }
  | { readonly kind: 'open' | 'close' | 'break'; readonly element: StyledElement }
  | { readonly kind: 'generated'; readonly element: StyledElement; readonly content: readonly ContentItem[] }
  | { readonly kind: 'box'; readonly box: BlockBox | TableBox | GridBox | ReplacedBox };

export interface TableBox extends Common {
  readonly kind: 'table';
  readonly captions: readonly BlockBox[];
  readonly columns: readonly ComputedStyle[];
  readonly columnCount: number;
  /** In visual order: header groups, bodies, footer groups. */
  readonly groups: readonly RowGroup[];
  readonly rows: readonly Row[];
  readonly cells: readonly Cell[];
  readonly headerRows: number;
  readonly footerRows: number;
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
}

export interface GridBox extends Common {
  readonly kind: 'grid';
  readonly items: readonly Box[];
  readonly outOfFlow: readonly Box[];
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

/** True for boxes that take no part in the flow. */
export function isOutOfFlow(box: Box): boolean {
  return box.style.position === 'absolute' && !box.anonymous;
}
