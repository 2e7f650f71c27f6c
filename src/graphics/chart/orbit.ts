/**
 * Cover art from a park's own data, for a dark ground: every datum is an orbit, its value the arc travelled on it,
 * its name the direction in which it started. Quiet lines in white, one furnace dot. Other data, another picture.
 */
import type { Drawing, PathCommand, Shape } from '../shapes.ts';
import { arcToCubics } from '../svg/arc.ts';
import { ellipse, polyline } from '../svg/basic-shapes.ts';
import { filledPath, palette, strokedPath } from './pen.ts';
import type { ChartData, Datum } from './read.ts';

const turn = 2 * Math.PI;

/** `width` and `height` in units (mm); the centre stands where the golden section of both sides crosses. */
export function orbitChart(
  chart: ChartData,
  width: number,
  height: number,
): Pick<Drawing, 'viewBox' | 'shapes' | 'fit'> {
  const cx = width * 0.715;
  const cy = height * 0.295;
  const farthest = Math.hypot(cx, height - cy);
  // Titles stand at the lower left: no dot there, and none at the edge.
  const inside = (x: number, y: number): boolean =>
    x > 6 && x < width - 6 && y > 6 && y < height - 6 && !(x < width * 0.74 && y > height * 0.36);
  const orbits = orbitsOf(chart.data, Math.min(width, height), farthest).map((orbit) =>
    turned(orbit, cx, cy, inside),
  );
  const shapes: Shape[] = [
    ...ground(cx, cy, farthest),
    ...orbits.flatMap((orbit) => drawOrbit(orbit, cx, cy, farthest)),
  ];
  shapes.push(strokedPath(ellipse(cx, cy, 6.6, 6.6), palette.white(0.5), 0.25));
  shapes.push(filledPath(ellipse(cx, cy, 3.9, 3.9), palette.furnace));
  return { viewBox: { x: 0, y: 0, width, height }, shapes, fit: { alignX: 0.5, alignY: 0.5, mode: 'slice' } };
}

interface Orbit {
  readonly radius: number;
  readonly start: number;
  readonly extent: number;
  readonly weight: number;
  /** 1 near the centre, less farther out, where titles stand. */
  readonly clarity: number;
}

/** Radii grow with the order of the data, arcs with the share of the largest value (by its root: small ones show). */
function orbitsOf(data: readonly Datum[], side: number, farthest: number): readonly Orbit[] {
  const largest = Math.max(...data.map((datum) => datum.value ?? 0));
  const first = side * 0.085;
  // Few orbits stay near the centre instead of crossing the whole sheet.
  const last = Math.min(farthest * 0.94, side * (0.3 + 0.056 * Math.min(10, data.length - 1)));
  return data.map((datum, index) => {
    const seed = hash(datum.label);
    const part = data.length === 1 ? 0.3 : index / (data.length - 1);
    const share =
      datum.value === undefined || largest === 0 ? (seed % 997) / 997 : Math.sqrt(datum.value / largest);
    return {
      radius: first + (last - first) * part ** 1.15,
      start: ((seed >>> 8) / 2 ** 24) * turn,
      extent: turn * (0.08 + 0.62 * share),
      weight: share,
      clarity: 1 - 0.6 * part,
    };
  });
}

/** The orbit turned by golden sections of the circle, so that dots do not line up, until its end is where a dot may stand. */
function turned(orbit: Orbit, cx: number, cy: number, inside: (x: number, y: number) => boolean): Orbit {
  for (let step = 0; step < 24; step++) {
    const start = orbit.start + step * 0.618 * turn;
    const end = start + orbit.extent;
    if (inside(cx + orbit.radius * Math.cos(end), cy + orbit.radius * Math.sin(end)))
      return { ...orbit, start };
  }
  return orbit;
}

/** As many as a poster has. */
const mostRings = 200;

/** Evenly spaced rings and twenty-four rays, barely visible: the sheet on which the orbits are drawn. */
function ground(cx: number, cy: number, farthest: number): Shape[] {
  const rings: PathCommand[] = [];
  const apart = Math.max(11, farthest / mostRings);
  for (let radius = 14; radius < farthest; radius += apart) rings.push(...ellipse(cx, cy, radius, radius));
  const rays: PathCommand[] = [];
  for (let index = 0; index < 24; index++) rays.push(...ray(cx, cy, (index * turn) / 24, 6.6, farthest));
  return [strokedPath(rings, palette.white(0.09), 0.2), strokedPath(rays, palette.white(0.07), 0.2)];
}

function drawOrbit(orbit: Orbit, cx: number, cy: number, farthest: number): Shape[] {
  const { radius, start, extent, clarity } = orbit;
  const x = cx + radius * Math.cos(start + extent);
  const y = cy + radius * Math.sin(start + extent);
  return [
    strokedPath(ellipse(cx, cy, radius, radius), palette.white(0.13), 0.2),
    strokedPath(
      arcOf(cx, cy, radius, start, start + extent),
      palette.white(clarity * (0.36 + 0.3 * orbit.weight)),
      0.35 + 0.35 * orbit.weight,
    ),
    strokedPath(ray(cx, cy, start + extent, radius, farthest), palette.white(0.12), 0.2),
    strokedPath(ray(cx, cy, start + extent, 6.6, radius), palette.white(0.22), 0.2),
    filledPath(
      ellipse(x, y, 0.9 + 0.7 * orbit.weight, 0.9 + 0.7 * orbit.weight),
      palette.white(0.4 + 0.5 * clarity),
    ),
  ];
}

function ray(cx: number, cy: number, angle: number, from: number, to: number): PathCommand[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return polyline([cx + from * cos, cy + from * sin, cx + to * cos, cy + to * sin], false);
}

function arcOf(cx: number, cy: number, radius: number, from: number, to: number): PathCommand[] {
  const at = (angle: number): { x: number; y: number } => ({
    x: cx + radius * Math.cos(angle),
    y: cy + radius * Math.sin(angle),
  });
  const [start, end] = [at(from), at(to)];
  const arc = { rx: radius, ry: radius, rotation: 0, large: to - from > Math.PI, sweep: true };
  return [{ op: 'M', ...start }, ...arcToCubics(start.x, start.y, arc, end.x, end.y)];
}

/** FNV-1a over UTF-16 units, finished as murmur3 does: the same name always starts in the same direction. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
