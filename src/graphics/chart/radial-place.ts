/** Where the spokes of a location sketch point and where their names stand, so that nothing covers anything else. */
import { around, type Box, crosses, overlap } from './boxes.ts';
import { type Anchor, type Callout, calloutAt, type Names } from './callout.ts';

export interface Wheel {
  readonly cx: number;
  readonly cy: number;
  /** Of the largest ring, in units. */
  readonly radius: number;
  readonly width: number;
  /** Length of each spoke, in units. */
  readonly reaches: readonly number[];
  readonly names: readonly Names[];
  readonly ringRadii: readonly number[];
  readonly center: Names;
}

interface Spoke {
  readonly x: number;
  readonly y: number;
  readonly callout: Callout;
  /** Where a thin line leads from the dot to a name that stands apart from it. */
  readonly leader: { readonly x: number; readonly y: number } | undefined;
}

export interface Placement {
  readonly spokes: readonly Spoke[];
  readonly center: Callout;
  /** Direction of the ring labels from the centre, radians. */
  readonly ringAngle: number;
}

const turn = 2 * Math.PI;
const rotations = 48;
const dot = 1.9;

/** Names beside their dots in the first of the tried rotations that is free of collisions; else in two columns. */
export function placeSpokes(wheel: Wheel): Placement {
  for (let index = 0; index < rotations; index++) {
    // From upper right onwards, in steps that keep spokes of few data away from the axes at first.
    const start = -turn / 8 + (index * turn) / rotations;
    const placement = placeBeside(wheel, start);
    if (placement && isFree(wheel, placement)) return placement;
  }
  return placeInColumns(wheel);
}

function placeBeside(wheel: Wheel, start: number): Placement | undefined {
  const count = wheel.reaches.length;
  const angles = wheel.reaches.map((_, index) => start + (index * turn) / count);
  const spokes = angles.map((angle, index): Spoke => {
    const x = wheel.cx + wheel.reaches[index]! * Math.cos(angle);
    const y = wheel.cy + wheel.reaches[index]! * Math.sin(angle);
    return { x, y, callout: calloutAt(wheel.names[index]!, x, y, sideOf(angle)), leader: undefined };
  });
  const ringAngle = start - turn / (2 * count);
  return centred(wheel, spokes, ringAngle);
}

/** The name of the centre goes to the first side where it is free, as near as the spokes let it. */
function centred(wheel: Wheel, spokes: readonly Spoke[], ringAngle: number): Placement | undefined {
  const rings = wheel.ringRadii.map((radius) => ringBox(wheel, ringAngle, radius));
  for (const distance of [2.8, 4.6, 6.4, 8.2]) {
    for (const side of ['start', 'end', 'below', 'above'] as const) {
      const center = calloutAt(wheel.center, wheel.cx, wheel.cy, side, distance);
      const { box } = center;
      const isCovered = spokes.some(
        (spoke) =>
          overlap(spoke.callout.box, box) > 0 ||
          crosses(lineOf(wheel, spoke), box) ||
          overlap(box, around(spoke.x, spoke.y, dot)) > 0,
      );
      if (!isCovered && !rings.some((ring) => overlap(ring, box) > 0)) return { spokes, center, ringAngle };
    }
  }
  return undefined;
}

function isFree(wheel: Wheel, { spokes, ringAngle }: Placement): boolean {
  const rings = wheel.ringRadii.map((radius) => ringBox(wheel, ringAngle, radius));
  return spokes.every((spoke, index) => {
    const { box } = spoke.callout;
    if (box.left < 0 || box.right > wheel.width) return false;
    if (overlap(box, around(wheel.cx, wheel.cy, 3)) > 0) return false;
    if (rings.some((ring) => overlap(ring, box) > 0 || crosses(lineOf(wheel, spoke), ring))) return false;
    return spokes.every((other, position) => {
      if (position === index) return true;
      return (
        overlap(box, other.callout.box) === 0 &&
        !crosses(lineOf(wheel, other), box) &&
        overlap(box, around(other.x, other.y, dot)) === 0
      );
    });
  });
}

function lineOf(wheel: Wheel, spoke: Spoke): { x1: number; y1: number; x2: number; y2: number } {
  return { x1: wheel.cx, y1: wheel.cy, x2: spoke.x, y2: spoke.y };
}

/** The box of a ring's label, which stands just inside the ring. */
export function ringBox(wheel: Wheel, angle: number, radius: number): Box {
  const inside = radius - 2.2 - 2 * Math.abs(Math.cos(angle));
  const x = wheel.cx + inside * Math.cos(angle);
  const y = wheel.cy + inside * Math.sin(angle);
  return { left: x - 4, top: y - 1.7, right: x + 4, bottom: y + 1.7 };
}

/** Names above or below their dot only where the spoke is nearly upright. */
function sideOf(angle: number): Anchor {
  const cos = Math.cos(angle);
  if (Math.abs(cos) < 0.26) return Math.sin(angle) < 0 ? 'above' : 'below';
  return cos > 0 ? 'start' : 'end';
}

/**
 * The way out for many data or long names: half of them to each side, names in a column outside the largest ring,
 * each level with its dot or as near to it as the others let it, with a thin line to the dot.
 */
function placeInColumns(wheel: Wheel): Placement {
  const half = Math.ceil(wheel.reaches.length / 2);
  const spokes = [...column(wheel, 'start', 0, half), ...column(wheel, 'end', half, wheel.reaches.length)];
  const ringAngle = -Math.PI / 2;
  const center = calloutAt(wheel.center, wheel.cx, wheel.cy, 'below');
  return centred(wheel, spokes, ringAngle) ?? { spokes, ringAngle, center };
}

/** The spokes from `from` up to `to`, fanned out to one side from top to bottom. */
function column(wheel: Wheel, side: 'start' | 'end', from: number, to: number): readonly Spoke[] {
  const towards = side === 'start' ? 1 : -1;
  const x = wheel.cx + towards * (wheel.radius + 8);
  const dots = wheel.reaches.slice(from, to).map((reach, index) => {
    const up = -1.2 + (2.4 * (index + 0.5)) / (to - from); // radians above or below the horizontal
    return { x: wheel.cx + towards * reach * Math.cos(up), y: wheel.cy + reach * Math.sin(up) };
  });
  const heights = wheel.names.slice(from, to).map((names) => names.height + 2);
  const levels = spread(
    dots.map(({ y }) => y),
    heights,
  );
  return dots.map((at, index) => ({
    ...at,
    callout: calloutAt(wheel.names[from + index]!, x, levels[index]!, side),
    leader: { x: x + towards * 1.4, y: levels[index]! },
  }));
}

/** Levels near the wanted ones, in their order, each at least the height of the one above below it. */
function spread(wanted: readonly number[], heights: readonly number[]): readonly number[] {
  const levels: number[] = [];
  for (const [index, level] of wanted.entries()) {
    levels.push(index === 0 ? level : Math.max(level, levels[index - 1]! + heights[index - 1]!));
  }
  const drift =
    levels.reduce((sum, level, index) => sum + level - wanted[index]!, 0) / Math.max(1, levels.length);
  return levels.map((level) => level - drift);
}
