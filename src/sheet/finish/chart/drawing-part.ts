/** The drawing of a sheet: where its charts and pictures lie (20.5.2.35), with what they tell those who cannot see them. */
import { type Element, element, writePart } from '../../package/xml.ts';
import type { PlacedChart, PlacedPicture } from '../../placed.ts';

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const NAMESPACES = {
  'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  'xmlns:a': MAIN,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

const EMU_PER_MM = 36_000;

/** The relationship of a chart or picture; both are counted from 0, charts first. */
export function drawingRelationship(index: number): string {
  return `rId${index + 1}`;
}

export function drawingPart(charts: readonly PlacedChart[], pictures: readonly PlacedPicture[]): string {
  const frames = charts.map((chart, index) => anchor(chart, frame(chart, index)));
  const drawn = pictures.map((each, index) => anchor(each, picture(each, charts.length + index)));
  return writePart(element('xdr:wsDr', NAMESPACES, [...frames, ...drawn]));
}

/** A size of its own: it does not change when columns are made wider. */
function anchor({ row, width, height }: PlacedChart | PlacedPicture, drawn: Element): Element {
  const words = (name: string, text: string): Element => element(`xdr:${name}`, {}, [text]);
  const from = element('xdr:from', {}, [
    words('col', '0'),
    words('colOff', String(EMU_PER_MM)),
    words('row', String(row - 1)),
    words('rowOff', String(EMU_PER_MM)),
  ]);
  const extent = { cx: emu(width), cy: emu(height) };
  return element('xdr:oneCellAnchor', {}, [
    from,
    element('xdr:ext', extent),
    drawn,
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
  const reference = element('c:chart', { 'xmlns:c': CHART, 'r:id': drawingRelationship(index) });
  const graphic = element('a:graphic', {}, [element('a:graphicData', { uri: CHART }, [reference])]);
  return element('xdr:graphicFrame', { macro: '' }, [properties, nowhere, graphic]);
}

/** A picture (20.5.2.25) in its own proportions. */
function picture({ alt, width, height }: PlacedPicture, index: number): Element {
  const id = String(index + 2);
  const properties = element('xdr:nvPicPr', {}, [
    element('xdr:cNvPr', { id, name: `Picture ${index + 1}`, descr: alt }),
    element('xdr:cNvPicPr', {}, [element('a:picLocks', { noChangeAspect: '1' })]),
  ]);
  const fill = element('xdr:blipFill', {}, [
    element('a:blip', { 'r:embed': drawingRelationship(index) }),
    element('a:stretch', {}, [element('a:fillRect')]),
  ]);
  const shape = element('xdr:spPr', {}, [
    element('a:xfrm', {}, [
      element('a:off', { x: '0', y: '0' }),
      element('a:ext', { cx: emu(width), cy: emu(height) }),
    ]),
    element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
  ]);
  return element('xdr:pic', {}, [properties, fill, shape]);
}
