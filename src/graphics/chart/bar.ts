/** Horizontal bars with direct labels: name and note at the left, the value at the end of its bar. */
import type { Drawing, Shape } from '../shapes.ts';
import { polyline, rectangle } from '../svg/basic-shapes.ts';
import { filledPath, palette, sizes, strokedPath, tones, writerFor } from './pen.ts';
import type { ChartData } from './read.ts';
import { grouped, niceStep, ticksTo, tickText } from './scale.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A bar of a small value stays visible. */
const hairline = 0.3;
const bar = { height: 7.4, gap: 5, top: 3 } as const;

/** `width` in units (mm). The drawing is as high as its bars need. */
export function barChart(chart: ChartData, width: number): Pick<Drawing, 'viewBox' | 'shapes'> {
  const { data, element } = chart;
  const write = writerFor(element);
  const ink = element.style.color;
  const largest = Math.max(...data.map((datum) => datum.value ?? 0), chart.max ?? 0) || 1;
  const names = columnOfNames(chart, width);
  const valueRoom = Math.max(...data.map((datum) => textWidth(grouped(datum.written), sizes.value))) + 2;
  const left = names.width;
  const right = width - Math.max(valueRoom, 4);
  const ticks = ticksOf(chart, largest, right - left);
  const x = (value: number): number => left + (value / ticks.at(-1)!) * (right - left);

  const shapes: Shape[] = [];
  const rows: Shape[] = [];
  let y = bar.top;
  data.forEach((datum, index) => {
    const label = names.rows[index]!;
    const height = Math.max(bar.height, label.height);
    const middle = y + height / 2;
    rows.push(...label.shapes(y + (height - label.height) / 2));
    if (datum.value !== undefined) {
      rows.push(
        filledPath(
          rectangle(left, middle - bar.height / 2, Math.max(hairline, x(datum.value) - left), bar.height),
          toneOf(chart, index),
        ),
      );
    }
    const end = datum.value === undefined ? left : x(datum.value);
    rows.push(
      write(datum.written === '' ? '–' : grouped(datum.written), end + 1.8, middle + sizes.value * 0.34, {
        size: sizes.value,
        color: ink,
      }),
    );
    y += height + bar.gap;
  });
  const bottom = y - bar.gap + 2.6;
  for (const tick of ticks) {
    shapes.push(strokedPath(polyline([x(tick), 1, x(tick), bottom], false), palette.line, 0.25));
    shapes.push(
      write(tickText(tick), x(tick), bottom + 4, { anchor: 'middle', size: sizes.axis, color: palette.soft }),
    );
  }
  if (chart.unit !== '')
    shapes.push(
      write(chart.unit, x(ticks.at(-1)!), bottom + 8, {
        anchor: 'end',
        size: sizes.axis,
        color: palette.soft,
      }),
    );
  const height = bottom + (chart.unit === '' ? 5.4 : 9.4);
  return { viewBox: { x: 0, y: 0, width, height }, shapes: [...shapes, ...rows] };
}

/** The steps asked for, unless they are too many to be told apart; else round ones with room for their labels. */
function ticksOf(chart: ChartData, largest: number, room: number): readonly number[] {
  if (chart.step !== undefined && largest / chart.step <= 40) return ticksTo(largest, chart.step);
  const labelWidth = textWidth(tickText(Math.ceil(largest)), sizes.axis) + 6;
  return ticksTo(largest, niceStep(largest, Math.min(8, Math.max(1, Math.floor(room / labelWidth)))));
}

function toneOf(chart: ChartData, index: number): (typeof tones)[number] {
  const datum = chart.data[index]!;
  return tones[(datum.label === chart.highlight ? 3 : datum.tone) - 1]!;
}

interface NameRow {
  readonly height: number;
  readonly shapes: (top: number) => readonly Shape[];
}

/** The left column: as wide as its longest line, but never more than two fifths of the chart. */
function columnOfNames(chart: ChartData, width: number): { width: number; rows: readonly NameRow[] } {
  const write = writerFor(chart.element);
  const ink = chart.element.style.color;
  const most = width * 0.4 - 5;
  const wrapped = chart.data.map((datum) => ({
    name: wrapText(datum.label, sizes.name, most, 2),
    note: wrapText(datum.note, sizes.note, most, 2),
  }));
  const longest = Math.max(
    ...wrapped.flatMap(({ name, note }) => [
      ...name.map((line) => textWidth(line, sizes.name)),
      ...note.map((line) => textWidth(line, sizes.note)),
    ]),
  );
  const rows = wrapped.map(({ name, note }): NameRow => {
    const height = name.length * 3.7 + note.length * 3.4;
    return {
      height,
      shapes: (top) => [
        ...name.map((line, index) =>
          write(line, 0, top + 2.9 + index * 3.7, { size: sizes.name, weight: 500, color: ink }),
        ),
        ...note.map((line, index) =>
          write(line, 0, top + name.length * 3.7 + 2.5 + index * 3.4, {
            size: sizes.note,
            color: palette.soft,
          }),
        ),
      ],
    };
  });
  return { width: Math.min(longest, most) + 5, rows };
}
