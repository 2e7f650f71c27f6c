/**
 * The display list: pages of positioned items in paint order, plain data. It is all that painters read
 * and what `npm run render -- --format json` prints. Coordinates in px from the page's top left corner.
 */
import type { Origin } from '../diagnostics/span.ts';
import type { Drawing } from '../graphics/shapes.ts';
import type { BorderStyle, Color, CounterStyleName } from '../markup/style.ts';
import type { StyledElement } from '../markup/tree.ts';
import type { GlyphRun } from './text/face.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The half axes of the ellipse that rounds a corner, px; both zero where it is sharp. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left. */
export type Radii = readonly [Corner, Corner, Corner, Corner];

/** A stop of a gradient in order: the first is at 0, the last at 1. Colour and opacity are mixed separately. */
export interface ShadingStop {
  readonly color: Color;
  readonly at: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A gradient with points from the top left corner of its image; before the first and after the last stop it goes on in their colours. */
export type GradientImage =
  | {
      readonly kind: 'linear-gradient';
      readonly from: Point;
      readonly to: Point;
      readonly stops: readonly ShadingStop[];
    }
  | {
      readonly kind: 'radial-gradient';
      readonly center: Point;
      /** Half axes of the ellipse of the last stop; the first one is the centre. */
      readonly radii: Point;
      readonly stops: readonly ShadingStop[];
    };

export interface BorderEdge {
  readonly width: number;
  readonly style: BorderStyle;
  readonly color: Color;
}

/**
 * Whose content an item is: the id of the nearest element that owns it, or `artifact` for what is not content
 * (margin boxes as `pagination`, repeated table headers as `pagination`, backgrounds and rules as `layout`).
 */
export type Owner = { readonly element: number } | { readonly artifact: 'pagination' | 'layout' };

export type DisplayItem =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly baseline: number;
      readonly run: GlyphRun;
      readonly color: Color;
      readonly owner: Owner;
      readonly origin: Origin /** true when the line ends with this run in a white-space-collapsing context and a space was taken at the break */;
      readonly spaceAfter?: boolean;
    }
  | { readonly kind: 'rule'; readonly rect: Rect; readonly color: Color }
  | {
      readonly kind: 'background';
      readonly rect: Rect;
      readonly radii: Radii;
      readonly color: Color;
    }
  /** Fills `rect` with copies of `tile`; a step is the distance from one to the next, 0 where there is only one. */
  | {
      readonly kind: 'background-image';
      readonly rect: Rect;
      readonly radii: Radii;
      readonly tile: Rect;
      readonly stepX: number;
      readonly stepY: number;
      readonly image:
        | { readonly kind: 'image'; readonly path: string; readonly bytes: Uint8Array }
        | GradientImage;
    }
  | {
      readonly kind: 'border';
      readonly rect: Rect;
      readonly radii: Radii;
      readonly top: BorderEdge;
      readonly right: BorderEdge;
      readonly bottom: BorderEdge;
      readonly left: BorderEdge;
    }
  | {
      readonly kind: 'image';
      readonly rect: Rect;
      readonly clip?: Rect;
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly owner: Owner;
    }
  | {
      readonly kind: 'drawing';
      readonly rect: Rect;
      readonly drawing: Drawing;
      readonly labels: readonly DrawingLabel[];
      readonly owner: Owner;
    }
  | { readonly kind: 'link'; readonly rect: Rect; readonly href: string; readonly element: number }
  | { readonly kind: 'push'; readonly clip?: Rect; readonly radii?: Radii; readonly opacity: number }
  | { readonly kind: 'pop' };

/** The runs of one `label` shape of a drawing, in the order of the shapes; x and baseline in drawing units. */
export interface DrawingLabel {
  readonly x: number;
  readonly baseline: number;
  readonly runs: readonly GlyphRun[];
}

/**
 * Paper around a page that is cut off: ink reaches `bleed` px over each edge, and marks stand outside of that, up to
 * `margin` px from the page.
 */
export interface Sheet {
  readonly bleed: number;
  readonly margin: number;
}

/** The number of a page as it is printed, `text`, and how it came about. */
export interface PageLabel {
  readonly value: number;
  readonly style: CounterStyleName;
  readonly text: string;
}

export interface Page {
  /** 1-based */
  readonly number: number;
  readonly label: PageLabel;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Absent where the paper is as large as the page. */
  readonly sheet?: Sheet;
  readonly items: readonly DisplayItem[];
}

/** Where an element with an id (or a heading) begins. */
export interface Anchor {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

export interface LaidOut {
  readonly title: string;
  readonly lang: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly body: StyledElement;
  readonly pages: readonly Page[];
  readonly faces: readonly import('./text/face.ts').FontFace[];
  /** By the value of the `id` attribute. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** In document order, for the outline: `bookmark-level` elements with their text. */
  readonly bookmarks: readonly {
    readonly level: number;
    readonly text: string;
    readonly element: number;
    readonly at: Anchor;
    /** Whether the entries below it are shown at first. */
    readonly isOpen: boolean;
  }[];
  /** Text per list marker element (`::marker` id) and generated content, as laid out. */
  readonly generated: ReadonlyMap<number, string>;
}
