/** The few shapes that charts are made of, and their colours. */
import type { Color } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Paint, PathCommand, Shape, ShapeLabel } from '../shapes.ts';

const rgb = (value: number, alpha = 1): Color => ({
  r: value >> 16,
  g: (value >> 8) & 255,
  b: value & 255,
  alpha,
});

/** Steel for structure, furnace for what needs attention; every text colour passes 4.5 : 1 on white. */
export const palette = {
  soft: rgb(0x55626d),
  line: rgb(0xd4d8db),
  steel: rgb(0x17475e),
  furnace: rgb(0xc2431d),
  white: (alpha: number): Color => rgb(0xffffff, alpha),
} as const;

/** `tone` of a datum: 1 steel, 2 light steel, 3 furnace, 4 light furnace. */
export const tones: readonly Color[] = [palette.steel, rgb(0x6d93a5), palette.furnace, rgb(0xdd8e74)];

/** The sizes of text in units of a chart; a unit is a millimetre when the chart is as wide as it asks to be. */
export const sizes = { name: 3.1, note: 2.6, value: 3.1, axis: 2.6 } as const;

export function filledPath(commands: readonly PathCommand[], fill: Color): Shape {
  return { kind: 'path', commands, evenOdd: false, paint: { ...plain, fill } };
}

export function strokedPath(
  commands: readonly PathCommand[],
  stroke: Color,
  strokeWidth: number,
  dash: readonly number[] = [],
): Shape {
  return { kind: 'path', commands, evenOdd: false, paint: { ...plain, stroke, strokeWidth, dash } };
}

const plain: Paint = { strokeWidth: 0, dash: [], lineCap: 'butt', lineJoin: 'miter' };

/** Writes labels in the font of an element. `weight` 400 is the text, 500 a name. */
export function writerFor(element: StyledElement): Write {
  const { fontFamily } = element.style;
  return (text, x, y, { anchor = 'start', size, weight = 400, color }) => ({
    kind: 'label',
    label: { x, y, anchor, text, fontFamily, fontSize: size, fontWeight: weight, color },
  });
}

export type Write = (text: string, x: number, y: number, look: Look) => Extract<Shape, { kind: 'label' }>;

interface Look {
  readonly anchor?: ShapeLabel['anchor'];
  readonly size: number;
  readonly weight?: number;
  readonly color: Color;
}
