/** The drawing of a sheet: where its charts lie (20.5.2.35), with what they tell those who cannot see them. */
import { type Element, element, writePart } from '../../package/xml.ts';
import type { PlacedChart } from '../../placed.ts';

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const NAMESPACES = {
  'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  'xmlns:a': MAIN,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

const EMU_PER_MM = 36_000;

/** The relationship of a chart, counted from 0. */
export function chartRelationship(index: number): string {
  return `rId${index + 1}`;
}

export function drawingPart(charts: readonly PlacedChart[]): string {
  return writePart(element('xdr:wsDr', NAMESPACES, charts.map(anchor)));
}

/** A size of its own: it does not change when columns are made wider. */
function anchor(chart: PlacedChart, index: number): Element {
  const words = (name: string, text: string): Element => element(`xdr:${name}`, {}, [text]);
  const from = element('xdr:from', {}, [
    words('col', '0'),
    words('colOff', String(EMU_PER_MM)),
    words('row', String(chart.row - 1)),
    words('rowOff', String(EMU_PER_MM)),
  ]);
  const extent = { cx: emu(chart.width), cy: emu(chart.height) };
  return element('xdr:oneCellAnchor', {}, [
    from,
    element('xdr:ext', extent),
    frame(chart, index),
    element('xdr:clientData'),
  ]);
}

function emu(millimetres: number): string {
  return String(Math.round(millimetres * EMU_PER_MM));
}

function frame({ title, alt }: PlacedChart, index: number): Element {
  const id = String(index + 2);
  const properties = element('xdr:nvGraphicFramePr', {}, [
    element('xdr:cNvPr', { id, name: `Chart ${index + 1}`, descr: alt, ...(title !== null && { title }) }),
    element('xdr:cNvGraphicFramePr'),
  ]);
  const nowhere = element('xdr:xfrm', {}, [
    element('a:off', { x: '0', y: '0' }),
    element('a:ext', { cx: '0', cy: '0' }),
  ]);
  const reference = element('c:chart', { 'xmlns:c': CHART, 'r:id': chartRelationship(index) });
  const graphic = element('a:graphic', {}, [element('a:graphicData', { uri: CHART }, [reference])]);
  return element('xdr:graphicFrame', { macro: '' }, [properties, nowhere, graphic]);
}
