/** Inline layout: what flow gives to the text folder and what it gets back. */
import type { Origin } from '../../diagnostics/span.ts';
import type { Color, ComputedStyle } from '../../markup/style.ts';
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
  /** css-content-3 §2.6.2: fills what is left of its line with whole repetitions of `pattern`. */
  | { readonly kind: 'leader'; readonly element: StyledElement; readonly pattern: string }
  /** Where a box out of the flow is anchored: a float, or an absolutely positioned box. Takes no room. */
  | { readonly kind: 'anchor'; readonly element: StyledElement; readonly payload: unknown }
  | { readonly kind: 'break'; readonly element: StyledElement };

export type AnchorItem = Extract<InlineItem, { readonly kind: 'anchor' }>;

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
      /** Drawn, but no content of the document: the dots of a leader. */
      readonly artifact?: true;
    }
  | {
      readonly kind: 'atomic';
      readonly x: number;
      readonly y: number;
      readonly item: Extract<InlineItem, { readonly kind: 'atomic' }>;
    }
  /** Draws nothing: where on the line an anchor stands. */
  | { readonly kind: 'anchor'; readonly x: number; readonly item: AnchorItem }
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
      readonly color: Color;
      readonly element: StyledElement;
    };

export interface LineBox {
  readonly height: number;
  /** of the root inline box, from the top */
  readonly baseline: number;
  /** used width of the content, without trailing spaces */
  readonly width: number;
  readonly pieces: readonly LinePiece[];
  /** Where in the paragraph the line begins; `Paragraph.oneLine` goes on from there. */
  readonly start: number;
}

/** The room of one line, px: where it begins, and how wide it is. */
export interface LineSpace {
  readonly x: number;
  readonly available: number;
}

/** One line, broken but not yet set: `width` is that of its content, `end` where the next one begins. */
export interface BrokenLine {
  readonly end: number;
  readonly width: number;
  readonly isLast: boolean;
  /** What is anchored on the line, with the width of the content in front of it. */
  readonly anchors: readonly { readonly item: AnchorItem; readonly before: number }[];
  /** Sets the line into a space. */
  readonly set: (space: LineSpace) => LineBox;
}

/**
 * Breaks the line that begins at `start` to `available` px. A `tentative` line may go elsewhere when its first
 * word does not fit: it is not reported.
 */
export type OneLine = (start: number, available: number, tentative: boolean) => BrokenLine;

/** Shaped inline content that can be broken again and again at any width. */
export interface Paragraph {
  readonly minContent: number;
  readonly maxContent: number;
  /** All its lines at a width; `style` of the block decides alignment, indent and wrapping. */
  readonly lines: (width: number) => readonly LineBox[];
  /** Line by line, for lines of unequal widths beside floats; undefined when there is nothing to break. */
  readonly oneLine: OneLine | undefined;
  /** The indent of the first line at a width, px. */
  readonly indent: (width: number) => number;
}

/** `base` is the width in px that percentages of inline edges refer to; where it is not known they are nothing. */
export type PrepareParagraph = (
  items: readonly InlineItem[],
  block: StyledElement,
  blockStyle: ComputedStyle,
  base?: number,
) => Paragraph;
