/** A `chart` element read: its numbers are numbers, and every fault has been told. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { elementsOf, type Fault } from '../fault.ts';

/** One `datum`. `value` is undefined when none is stated; `written` is how the template wrote it. */
export interface Datum {
  readonly label: string;
  readonly note: string;
  readonly value: number | undefined;
  readonly written: string;
  readonly tone: number;
}

export interface ChartData {
  readonly element: StyledElement;
  /** px of the box, where CSS fixes them. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly unit: string;
  readonly max: number | undefined;
  readonly step: number | undefined;
  readonly center: string;
  readonly rings: readonly number[];
  readonly ringUnit: string;
  readonly highlight: string;
  readonly data: readonly Datum[];
}

/** More than this cannot be read in one picture, and keeps the placing of labels fast. */
const mostData = 60;

/** Reads everything there is, telling of every fault; undefined when the chart cannot be drawn. */
export function readChart(element: StyledElement, fault: Fault): ChartData | undefined {
  let sound = true;
  const children = elementsOf(element);
  const data: Datum[] = [];
  for (const child of children) {
    const datum = readDatum(child, fault);
    if (datum) data.push(datum);
    else sound = false;
  }
  if (children.length === 0) {
    fault(
      element,
      'G006',
      'this <chart> has no data',
      'Put <datum label="…" value="…"/> into it, or leave the chart out.',
    );
    return undefined;
  }
  if (children.length > mostData) {
    fault(
      element,
      'G006',
      `${children.length} data are more than one chart can show (${mostData})`,
      'Show the largest and put the rest into a table.',
    );
    return undefined;
  }
  const highlight = text(element, 'highlight');
  const labels = data.map(({ label }) => label);
  if (highlight !== '' && sound && !labels.includes(highlight)) {
    const guess = nearest(highlight, labels);
    fault(
      element,
      'G006',
      `no datum has the label "${highlight}", which is to be highlighted`,
      guess === undefined ? 'Write the label of a datum.' : `Did you mean "${guess}"?`,
    );
  }
  const number = (name: string): number | undefined => positiveNumber(element, name, fault);
  const chart = {
    element,
    width: fixed(element.style.width),
    height: fixed(element.style.height),
    unit: text(element, 'unit'),
    max: number('max'),
    step: number('step'),
    center: text(element, 'center'),
    rings: ringsOf(element, fault),
    ringUnit: text(element, 'ring-unit'),
    highlight,
    data,
  };
  return sound ? chart : undefined;
}

function readDatum(element: StyledElement, fault: Fault): Datum | undefined {
  if (element.name !== 'datum') {
    fault(
      element,
      'G006',
      `<${element.name}> cannot stand in a chart`,
      'A chart holds <datum> elements only.',
    );
    return undefined;
  }
  if (element.attributes.has('href'))
    fault(
      element,
      'G002',
      'the attribute "href" of <datum> has no effect',
      'Put the link into the text beside the chart.',
    );
  const label = text(element, 'label');
  const written = text(element, 'value');
  const tone = text(element, 'tone');
  const value = written === '' ? undefined : plainDecimal(written);
  let sound = true;
  const complain = (message: string, help: string): void => {
    sound = false;
    fault(element, 'G006', message, help);
  };
  if (label === '') complain('this <datum> has no label', 'Write what the value is of: label="…".');
  if (written !== '' && value === undefined)
    complain(
      `"${written}" is not a plain decimal number`,
      'Write digits with a point, without unit or grouping: 27.96.',
    );
  if (tone !== '' && !/^[1-4]$/.test(tone))
    complain(`there is no tone "${tone}"`, 'Tones are 1 steel, 2 light steel, 3 furnace, 4 light furnace.');
  return sound
    ? { label, note: text(element, 'note'), value, written, tone: Number(tone === '' ? 1 : tone) }
    : undefined;
}

function text(element: StyledElement, name: string): string {
  return (element.attributes.get(name) ?? '').replace(/\s+/g, ' ').trim();
}

/** Never negative: the length of a bar or spoke. */
function plainDecimal(written: string): number | undefined {
  return /^\d{1,30}(\.\d{1,30})?$/.test(written) ? Number(written) : undefined;
}

function positiveNumber(element: StyledElement, name: string, fault: Fault): number | undefined {
  const written = text(element, name);
  if (written === '') return undefined;
  const value = plainDecimal(written);
  if (value !== undefined && value > 0) return value;
  fault(element, 'G003', `"${written}" is not a positive number for ${name}`);
  return undefined;
}

function ringsOf(element: StyledElement, fault: Fault): readonly number[] {
  const written = text(element, 'rings');
  if (written === '') return [];
  const rings = written.split(/[ ,]+/).map(plainDecimal);
  if (rings.length <= 8 && rings.every((ring, index) => ring !== undefined && ring > (rings[index - 1] ?? 0)))
    return rings as number[];
  fault(
    element,
    'G003',
    `"${written}" is not a list of rings`,
    'Write at most eight growing numbers: 10 20 30.',
  );
  return [];
}

function fixed(length: StyledElement['style']['width']): number | undefined {
  return length !== 'auto' && length.percent === 0 && length.px > 0 ? length.px : undefined;
}
