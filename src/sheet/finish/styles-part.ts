/** Repairs the styles part: order inside fonts, the font of the book, and twins of styles for quoted texts. */

import {
  childOf,
  childrenOf,
  type Element,
  element,
  orderChildren,
  parseXml,
  writePart,
} from '../package/xml.ts';
import type { CellStyle, StylePart } from '../style/cell-style.ts';
import { differentialFormat } from './highlights.ts';

/** CT_Font (18.8.22) as Excel and the validator of its SDK want it. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

export interface StylesPart {
  /** Index of the twin of a cell style that marks its text as quoted. */
  readonly quoted: (style: number) => number;
  /** Index of the differential format of a style, one for each. */
  readonly differential: (style: StylePart) => number;
  /** The part, after all twins have been asked for. */
  readonly write: () => string;
}

export function stylesPart(text: string, base: CellStyle): StylesPart {
  const root = parseXml(text)!;
  const fonts = childOf(root, 'fonts')!;
  setBookFont(childrenOf(fonts, 'font')[0]!, base);
  for (const font of childrenOf(fonts, 'font')) orderChildren(font, FONT_ORDER);
  const formats = childOf(root, 'cellXfs')!;
  const twins = new Map<number, number>();
  const quoted = (style: number): number => {
    const known = twins.get(style);
    if (known !== undefined) return known;
    const all = childrenOf(formats, 'xf');
    formats.children.push(twinOf(all[style] ?? all[0]!));
    twins.set(style, all.length);
    return all.length;
  };
  const differentials = new Map<string, number>();
  const dxfs = differentialsOf(root);
  const differential = (style: StylePart): number => {
    const key = JSON.stringify(style);
    const known = differentials.get(key);
    if (known !== undefined) return known;
    const index = childrenOf(dxfs, 'dxf').length;
    dxfs.children.push(differentialFormat(style));
    differentials.set(key, index);
    return index;
  };
  const write = (): string => {
    dxfs.attributes.count = String(childrenOf(dxfs, 'dxf').length);
    formats.attributes.count = String(childrenOf(formats, 'xf').length);
    return writePart(root);
  };
  return { quoted, differential, write };
}

/** The list of differential formats stands behind the cell styles (18.8.39). */
function differentialsOf(root: Element): Element {
  const known = childOf(root, 'dxfs');
  if (known) return known;
  const made = element('dxfs');
  const styles = root.children.findIndex((child) => typeof child !== 'string' && child.name === 'cellStyles');
  root.children.splice(styles < 0 ? root.children.length : styles + 1, 0, made);
  return made;
}

/** Number format 49 is text. */
function twinOf(format: Element): Element {
  const attributes = { ...format.attributes, numFmtId: '49', applyNumberFormat: '1', quotePrefix: '1' };
  return element(format.name, attributes, format.children);
}

/** The first font gives column widths their unit. */
function setBookFont(font: Element, base: CellStyle): void {
  font.children = [
    element('sz', { val: String(base.size) }),
    element('color', { rgb: `FF${base.color.slice(1).toUpperCase()}` }),
    element('name', { val: base.font }),
    element('family', { val: '2' }),
  ];
}
