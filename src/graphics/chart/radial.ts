/**
 * The location sketch: the centre, dashed rings of equal travel time, and a spoke to every place. The length of a
 * spoke is the stated value; a place without one has a dashed spoke past the last ring. Directions mean nothing.
 */
import type { Fault } from '../fault.ts';
import type { Drawing, Shape } from '../shapes.ts';
import { ellipse, polyline } from '../svg/basic-shapes.ts';
import { type Callout, leading, namesOf } from './callout.ts';
import { filledPath, palette, sizes, strokedPath, tones, type Write, writerFor } from './pen.ts';
import { type Placement, placeSpokes, ringBox, type Wheel } from './radial-place.ts';
import type { ChartData, Datum } from './read.ts';
import { niceStep, ticksTo, tickText } from './scale.ts';

/** What a column of names needs beside the largest ring, and its distance from it. */
const columnRoom = 35;
/** Below this width the names would leave the drawing or the rings would be too small to tell apart. */
export const narrowestRadial = 2 * columnRoom + 36;

/** `width` in units (mm), at least `narrowestRadial`. */
export function radialChart(
  chart: ChartData,
  width: number,
  fault: Fault,
): Pick<Drawing, 'viewBox' | 'shapes'> {
  const rings = ringsOf(chart);
  const outer = Math.max(rings.at(-1) ?? 1, ...chart.data.map((datum) => datum.value ?? 0));
  const radius = Math.min(38, width / 2 - columnRoom);
  const reach = (datum: Datum): number =>
    datum.value === undefined ? radius + 4 : Math.max(5, (datum.value / outer) * radius);
  const wheel: Wheel = {
    cx: width / 2,
    cy: 0,
    radius,
    width,
    reaches: chart.data.map(reach),
    names: chart.data.map((datum) => namesOf(datum.label, datum.note, width / 2 - radius - 11)),
    ringRadii: rings.map((ring) => (ring / outer) * radius),
    center: namesOf(chart.center, '', radius, 3.5),
  };
  const placement = placeSpokes(wheel);
  const shapes = [
    ...drawRings(chart, wheel, rings, placement),
    ...drawSpokes(chart, wheel, placement),
    ...drawCenter(chart, wheel, placement),
  ];
  placement.spokes.forEach(({ callout: { box } }, index) => {
    if (box.left > -0.01 && box.right < width + 0.01) return;
    const name = chart.data[index]!.label;
    fault(
      chart.element,
      'G006',
      `the name "${name}" has no room in this chart`,
      'Shorten it, or make the chart wider.',
    );
  });
  const boxes = placement.spokes.map((spoke) => spoke.callout.box);
  const top = Math.min(-radius - 3, ...boxes.map((box) => box.top - 1));
  const bottom = Math.max(radius + 3, ...boxes.map((box) => box.bottom + 1.4));
  return { viewBox: { x: 0, y: top, width, height: bottom - top }, shapes };
}

function ringsOf(chart: ChartData): readonly number[] {
  if (chart.rings.length > 0) return chart.rings;
  const largest = Math.max(...chart.data.map((datum) => datum.value ?? 0));
  return largest === 0 ? [] : ticksTo(largest, niceStep(largest, 3)).slice(1);
}

function drawRings(chart: ChartData, wheel: Wheel, rings: readonly number[], placement: Placement): Shape[] {
  const write = writerFor(chart.element);
  let labelled = 3;
  const dashed = { ...palette.steel, alpha: 0.45 };
  return rings.flatMap((ring, index) => {
    const radius = wheel.ringRadii[index]!;
    const box = ringBox(wheel, placement.ringAngle, radius);
    const text = `${tickText(ring)} ${chart.ringUnit}`.trim();
    const x = (box.left + box.right) / 2;
    const line = strokedPath(ellipse(wheel.cx, wheel.cy, radius, radius), dashed, 0.25, [1, 1]);
    // Rings that stand close together share the label of the one inside.
    if (radius - labelled < 5) return [line];
    labelled = radius;
    return [line, write(text, x, box.bottom - 0.9, { anchor: 'middle', size: 2.4, color: palette.soft })];
  });
}

function drawSpokes(chart: ChartData, wheel: Wheel, placement: Placement): Shape[] {
  const write = writerFor(chart.element);
  const ink = chart.element.style.color;
  const lines: Shape[] = [];
  const dots: Shape[] = [];
  placement.spokes.forEach((spoke, index) => {
    const datum = chart.data[index]!;
    const color = tones[(datum.label === chart.highlight ? 3 : datum.tone) - 1]!;
    const stated = datum.value !== undefined;
    lines.push(
      strokedPath(
        polyline([wheel.cx, wheel.cy, spoke.x, spoke.y], false),
        color,
        0.35,
        stated ? [] : [0.7, 1.1],
      ),
    );
    if (spoke.leader)
      lines.push(
        strokedPath(polyline([spoke.x, spoke.y, spoke.leader.x, spoke.leader.y], false), palette.line, 0.25),
      );
    dots.push(filledPath(ellipse(spoke.x, spoke.y, 1.3, 1.3), color));
    if (!stated) dots.push(filledPath(ellipse(spoke.x, spoke.y, 0.8, 0.8), palette.white(1)));
    dots.push(...writeCallout(write, spoke.callout, 500, ink));
  });
  return [...lines, ...dots];
}

function drawCenter(chart: ChartData, wheel: Wheel, placement: Placement): Shape[] {
  const write = writerFor(chart.element);
  return [
    filledPath(ellipse(wheel.cx, wheel.cy, 2.2, 2.2), palette.furnace),
    ...writeCallout(write, placement.center, 700, chart.element.style.color),
  ];
}

function writeCallout(
  write: Write,
  { names, anchor, x, box }: Callout,
  weight: number,
  color: Parameters<Write>[3]['color'],
): Shape[] {
  const noteTop = box.top + names.name.length * leading.name;
  return [
    ...names.name.map((line, index) =>
      write(line, x, box.top + leading.name * (index + 0.78), {
        anchor,
        size: names.nameSize,
        weight,
        color,
      }),
    ),
    ...names.note.map((line, index) =>
      write(line, x, noteTop + leading.note * (index + 0.76), {
        anchor,
        size: sizes.note,
        color: palette.soft,
      }),
    ),
  ];
}
