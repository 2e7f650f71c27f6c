/** Where a chart finds its data, and the values that are shown until it is calculated (21.2.2.123, 21.2.2.201). */
import { type Element, element } from '../../package/xml.ts';
import type { ChartColumn, PlacedSeries } from '../../placed.ts';
import { c, val } from './elements.ts';

/** `c:cat`, `c:val`, `c:xVal` or `c:yVal`. */
export function columnData(name: string, column: ChartColumn): Element {
  return c(name, column.values.some((value) => typeof value === 'string') ? texts(column) : numbers(column));
}

function numbers({ ref, values, format }: ChartColumn): Element {
  return c('numRef', words('f', ref), c('numCache', words('formatCode', format), ...points(values)));
}

function texts({ ref, values }: ChartColumn): Element {
  return c('strRef', words('f', ref), c('strCache', ...points(values)));
}

/** `c:tx`: the heading of the column, or a name of its own. */
export function seriesName({ text, ref }: PlacedSeries['name']): Element {
  return c(
    'tx',
    ref === null ? words('v', text) : c('strRef', words('f', ref), c('strCache', ...points([text]))),
  );
}

/** Empty cells have no point. */
function points(values: ChartColumn['values']): readonly Element[] {
  const there = values.flatMap((value, index) =>
    value === null ? [] : [element('c:pt', { idx: String(index) }, [words('v', String(value))])],
  );
  return [val('ptCount', values.length), ...there];
}

function words(name: string, text: string): Element {
  return element(`c:${name}`, {}, [text]);
}
