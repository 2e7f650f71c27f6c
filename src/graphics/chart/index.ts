/** `chart` elements as drawings: one file per type, all of them from the data alone. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Fault } from '../fault.ts';
import type { Drawing } from '../shapes.ts';
import { barChart } from './bar.ts';
import { orbitChart } from './orbit.ts';
import { narrowestRadial, radialChart } from './radial.ts';
import { type ChartData, readChart } from './read.ts';

const types = ['bar', 'radial', 'orbit'] as const;
type ChartType = (typeof types)[number];

const millimetre = 96 / 25.4;
/** The text width of an A4 page with margins of 18 mm: the width of a chart whose width CSS leaves open. */
const usualWidth = 174;
/** The width below which the labels of a type have no room, mm. */
const narrowest: Readonly<Record<ChartType, number>> = { bar: 60, radial: narrowestRadial, orbit: 1 };

/**
 * The drawing of a `chart`. A unit is a millimetre when the chart is as wide as its CSS width says, or 174 mm wide
 * without one; so its text has the same size whatever room it has.
 */
export function chartDrawing(element: StyledElement, fault: Fault): Drawing | undefined {
  const type = typeOf(element, fault);
  const alt = element.attributes.get('aria-hidden') === 'true' ? '' : element.attributes.get('alt')?.trim();
  const chart = readChart(element, fault);
  if (!type || !chart) return undefined;
  const width = chart.width === undefined ? usualWidth : chart.width / millimetre;
  if (width < narrowest[type]) {
    const message = `a ${type} chart needs ${narrowest[type]} mm, but this one is ${Number(width.toFixed(1))} mm wide`;
    fault(element, 'G006', message, 'Make it wider (CSS width), or show its data as a table.');
    return undefined;
  }
  const drawing = draw(type, chart, width, fault);
  return {
    ...drawing,
    ...(chart.width !== undefined && {
      width: chart.width,
      height: (chart.width * drawing.viewBox.height) / drawing.viewBox.width,
    }),
    ...(alt && { alt }),
  };
}

function draw(
  type: ChartType,
  chart: ChartData,
  width: number,
  fault: Fault,
): Pick<Drawing, 'viewBox' | 'shapes' | 'fit'> {
  switch (type) {
    case 'bar':
      return barChart(chart, width);
    case 'radial':
      return radialChart(chart, width, fault);
    case 'orbit':
      return orbitChart(chart, width, chart.height === undefined ? width * 1.13 : chart.height / millimetre);
    default:
      return assertNever(type);
  }
}

function typeOf(element: StyledElement, fault: Fault): ChartType | undefined {
  const written = element.attributes.get('type') ?? '';
  const type = types.find((known) => known === written);
  if (!type) {
    const near = nearest(written, types);
    const message = written === '' ? 'this <chart> has no type' : `there is no chart of type "${written}"`;
    fault(element, 'G006', message, near ? `Did you mean "${near}"?` : `Types are ${types.join(', ')}.`);
  }
  return type;
}
