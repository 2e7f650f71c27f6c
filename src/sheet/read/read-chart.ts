/** `<chart>`: what is drawn of which columns. Columns are looked up when everything has its place. */
import type { Chart, Series } from '../book.ts';
import { type Attributes, childElements, readAttributes } from './attributes.ts';
import type { Fault } from './fault.ts';
import type { StyleSheet } from './styles.ts';
import type { XmlElement } from './xml.ts';

/** Kinds that draw their series beside each other, so that one of them can be drawn in another way. */
const MIXED: readonly Chart['drawn'][] = ['column', 'stacked-column', 'line', 'area'];

/** Undefined when a required attribute is missing, which is reported. */
export function readChart(element: XmlElement, looks: StyleSheet, fault: Fault): Chart | undefined {
  const attributes = readAttributes(element, 'chart', fault);
  const series = childElements(element, fault)
    .map((child) => readSeries(child, looks, fault))
    .filter((each) => each !== undefined);
  if (!attributes) return undefined;
  const drawn = attributes.need('kind').value;
  if (element.children.every(({ kind }) => kind === 'text'))
    fault(
      'X005',
      element.nameAt,
      'a chart needs at least one <series>',
      'add <series values="table.column"/>',
    );
  if (attributes.need('alt').value.trim() === '')
    fault('X004', attributes.need('alt').at, 'the alternative text is empty', 'say what the chart tells');
  checkSeries(element, drawn, series, fault);
  return {
    kind: 'chart',
    drawn,
    alt: attributes.need('alt').value,
    title: attributes.value('title') ?? null,
    of: attributes.need('of'),
    rows: readRows(attributes, fault),
    xTitle: attributes.value('x-title') ?? null,
    yTitle: attributes.value('y-title') ?? null,
    secondTitle: attributes.value('second-title') ?? null,
    format: attributes.value('format') ?? null,
    legend: attributes.value('legend') ?? null,
    labels: attributes.value('labels') ?? null,
    width: attributes.value('width') ?? 170,
    height: attributes.value('height') ?? 80,
    series,
  };
}

/** Both attributes or none of them. */
function readRows({ get }: Attributes<'chart'>, fault: Fault): Chart['rows'] {
  const [by, is] = [get('by'), get('is')];
  if (by && is) return { by, is: is.value };
  const alone = by ?? is;
  if (alone)
    fault('X019', alone.at, 'rows are chosen by a column and a value', 'write by="table.column" is="value"');
  return null;
}

function checkSeries(
  { nameAt }: XmlElement,
  drawn: Chart['drawn'],
  series: readonly Series[],
  fault: Fault,
): void {
  if (drawn === 'pie' && series.length > 1)
    fault('X019', nameAt, 'a pie shows one series', 'draw columns, or a pie for each');
  const isOdd = ({ drawn: other, isSecond }: Series): boolean => other !== null || isSecond;
  const odd = MIXED.includes(drawn) ? undefined : series.find(isOdd);
  if (odd)
    fault(
      'X019',
      odd.values.at,
      `a chart of the kind "${drawn}" has one kind of series and one axis`,
      `use kind="${MIXED.join('", "')}", or leave kind and axis of the series out`,
    );
  if (series.length > 0 && series.every(({ isSecond }) => isSecond))
    fault(
      'X019',
      series[0]!.values.at,
      'every series is on the second axis',
      'leave axis out for one of them',
    );
}

function readSeries(element: XmlElement, looks: StyleSheet, fault: Fault): Series | undefined {
  childElements(element, fault);
  const attributes = readAttributes(element, 'series', fault);
  if (!attributes) return undefined;
  const color = attributes.get('color');
  return {
    values: attributes.need('values'),
    name: attributes.value('name') ?? null,
    drawn: attributes.value('kind') ?? null,
    isSecond: attributes.value('axis') === 'second',
    color: color ? looks.color(color) : null,
  };
}
