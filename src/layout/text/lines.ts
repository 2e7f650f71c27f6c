/** Inline layout: what flow gives to the text folder and what it gets back. */
import type { Origin } from '../../diagnostics/span.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { GlyphRun } from './face.ts';

/** Rich inline content, collected into a small closed union (document order). */
export type InlineItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly element: StyledElement;
      readonly originAt: (offset: number) => Origin;
    }
  | { readonly kind: 'open'; readonly element: StyledElement }
  | { readonly kind: 'close'; readonly element: StyledElement }
  /** inline-block, img, svg, qr, chart: laid out by flow; `baseline` is its distance from the top margin edge, px. */
  | {
      readonly kind: 'atomic';
      readonly element: StyledElement;
      readonly width: number;
      readonly height: number;
      readonly baseline: number;
      readonly payload: unknown;
    }
  | { readonly kind: 'break'; readonly element: StyledElement };

/** A piece of a line, x from the line's left edge, in px; vertical distances from the line's top, y down. */
export type LinePiece =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly baseline: number;
      readonly run: GlyphRun;
      readonly element: StyledElement;
      readonly origin: Origin;
      readonly spaceAfter: boolean;
    }
  | {
      readonly kind: 'atomic';
      readonly x: number;
      readonly y: number;
      readonly item: Extract<InlineItem, { readonly kind: 'atomic' }>;
    }
  /** The box of an inline element on this line, for its background, border, decoration, link area and anchor. */
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly element: StyledElement;
      readonly isFirst: boolean;
      readonly isLast: boolean;
    }
  /** underline and its kind: a filled rectangle. */
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly element: StyledElement;
    };

export interface LineBox {
  readonly height: number;
  /** of the root inline box, from the top */
  readonly baseline: number;
  /** used width of the content, without trailing spaces */
  readonly width: number;
  readonly pieces: readonly LinePiece[];
}

/** Shaped inline content that can be broken again and again at any width. */
export interface Paragraph {
  readonly minContent: number;
  readonly maxContent: number;
  /** All its lines at a width; `style` of the block decides alignment, indent and wrapping. */
  readonly lines: (width: number) => readonly LineBox[];
}

export type PrepareParagraph = (
  items: readonly InlineItem[],
  block: StyledElement,
  blockStyle: ComputedStyle,
) => Paragraph;
