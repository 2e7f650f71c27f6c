/**
 * Shapes: what SVG, charts and QR codes become, and all that painters need to know of them.
 * Coordinates are in the drawing's own units, y down; `Drawing.viewBox` maps them to its box.
 */
import type { Color } from '../markup/style.ts';

/**
 * A gradient that fills a path, its ends extended (`pad`). Four coordinates are the ends of a line, six the centre and
 * radius of the first and of the last circle; `matrix` leads from them to the coordinates of the path. Colours are
 * mixed without regard to their alpha. `box` is that of the path.
 */
export interface GradientFill {
  readonly kind: 'gradient';
  readonly coords:
    | readonly [x1: number, y1: number, x2: number, y2: number]
    | readonly [fx: number, fy: number, fr: number, cx: number, cy: number, r: number];
  readonly matrix: Matrix;
  readonly stops: readonly { readonly at: number; readonly color: Color }[];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Paint {
  readonly fill?: Color | GradientFill;
  readonly stroke?: Color;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly lineCap: 'butt' | 'round' | 'square';
  readonly lineJoin: 'miter' | 'round' | 'bevel';
  /** 4 when absent. */
  readonly miterLimit?: number;
  /** Where in the dashes a line begins; 0 when absent. */
  readonly dashOffset?: number;
}

export type PathCommand =
  | { readonly op: 'M' | 'L'; readonly x: number; readonly y: number }
  | {
      readonly op: 'C';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly op: 'Z' };

/** Affine matrix `[a b c d e f]` as in PDF and SVG. */
export type Matrix = readonly [number, number, number, number, number, number];

export type Shape =
  | {
      readonly kind: 'path';
      readonly commands: readonly PathCommand[];
      readonly evenOdd: boolean;
      readonly paint: Paint;
    }
  | { readonly kind: 'label'; readonly label: ShapeLabel }
  | {
      readonly kind: 'group';
      readonly matrix: Matrix;
      readonly opacity: number;
      /** What lies outside is not painted; in the coordinates inside the group. */
      readonly clip?: ClipPath;
      readonly shapes: readonly Shape[];
    };

export interface ClipPath {
  readonly commands: readonly PathCommand[];
  readonly evenOdd: boolean;
}

/** Text inside a drawing, on one line; layout shapes it with the document's fonts. `y` is the baseline. */
export interface ShapeLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly color: Color;
}

/**
 * preserveAspectRatio (SVG 2 §8.5): how much of the spare room stands before the drawing (0, 0.5, 1), and whether
 * it is scaled evenly to fit (`meet`), evenly to cover (`slice`) or unevenly (`none`).
 */
export interface Fit {
  readonly alignX: number;
  readonly alignY: number;
  readonly mode: 'meet' | 'slice' | 'none';
}

/**
 * A drawing with its natural size in px (undefined: takes the width it is given, height by the ratio of the
 * viewBox) and its coordinate system. `fitMatrix` in fit.ts maps the viewBox to a box; what lies outside the box is
 * clipped. `fit` is absent for `xMidYMid meet`. `alt` is undefined for decoration.
 */
export interface Drawing {
  readonly width?: number;
  readonly height?: number;
  readonly viewBox: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly fit?: Fit;
  readonly shapes: readonly Shape[];
  readonly alt?: string;
}
