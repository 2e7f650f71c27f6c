/** A name with its note beside a point of a drawing. */
import type { Box } from './boxes.ts';
import { sizes } from './pen.ts';
import { textWidth, wrapText } from './text-width.ts';

/** On which side of its point a name stands: text starting there, ending there, or centred above or below it. */
export type Anchor = 'start' | 'end' | 'above' | 'below';

/** The lines of a name and its note, broken to a width. */
export interface Names {
  readonly name: readonly string[];
  readonly note: readonly string[];
  readonly nameSize: number;
  readonly width: number;
  readonly height: number;
}

export interface Callout {
  readonly names: Names;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  readonly box: Box;
}

const mostLines = 5;
export const leading = { name: 3.7, note: 3.3 } as const;

export function namesOf(name: string, note: string, most: number, nameSize: number = sizes.name): Names {
  const lines = {
    name: wrapText(name, nameSize, most, mostLines),
    note: wrapText(note, sizes.note, most, mostLines),
  };
  const widths = [
    ...lines.name.map((line) => textWidth(line, nameSize)),
    ...lines.note.map((line) => textWidth(line, sizes.note)),
  ];
  return {
    ...lines,
    nameSize,
    width: Math.max(0, ...widths),
    height: lines.name.length * leading.name + lines.note.length * leading.note,
  };
}

/** Beside (x, y), `distance` away from it; the first line is level with the point. */
export function calloutAt(names: Names, x: number, y: number, side: Anchor, distance = 2.8): Callout {
  const { width, height } = names;
  switch (side) {
    case 'start':
      return boxed(names, 'start', x + distance, x + distance, y - leading.name / 2, width, height);
    case 'end':
      return boxed(names, 'end', x - distance, x - distance - width, y - leading.name / 2, width, height);
    case 'above':
      return boxed(names, 'middle', x, x - width / 2, y - distance - height + 0.6, width, height);
    case 'below':
      return boxed(names, 'middle', x, x - width / 2, y + distance - 0.6, width, height);
  }
}

function boxed(
  names: Names,
  anchor: Callout['anchor'],
  x: number,
  left: number,
  top: number,
  width: number,
  height: number,
): Callout {
  return { names, anchor, x, box: { left, top, right: left + width, bottom: top + height } };
}
