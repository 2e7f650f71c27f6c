/** Reads the cells and tables of a workbook, whoever saved it: Excel, LibreOffice, WPS, openpyxl. */
import { parseAddress } from '../sheet/address.ts';
import { relationshipsOf, workbookPart } from '../sheet/package/workbook-parts.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  localName,
  parseXml,
} from '../sheet/package/xml.ts';
import type { Parts } from '../sheet/package/zip.ts';
import { isDayFormat } from '../sheet/serial-day.ts';
import type { Held } from './held.ts';
import type { ReturnedParts } from './open.ts';
import { readCells, textOfRuns } from './read-cells.ts';

export interface ReturnedSheet {
  readonly name: string;
  /** Cells that hold something: by row, then by column, both from 1. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Held>>;
  readonly tables: readonly ReturnedTable[];
}

/** A table of SpreadsheetML: its first row holds the headings. */
export interface ReturnedTable {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly totals: number;
}

/** All sheets in the order of their tabs; undefined when the parts make no workbook. */
export function readWorkbook(returned: ReturnedParts): readonly ReturnedSheet[] | undefined {
  const parts: Parts = new Map([...returned].map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const workbook = workbookPart(parts);
  const root = workbook === undefined ? undefined : localRoot(returned.get(workbook));
  if (workbook === undefined || !root) return undefined;
  const related = relationshipsOf(parts, workbook);
  const partOf = (kind: string): Element | undefined => {
    const target = related.find((each) => each.kind === kind)?.target;
    return target === undefined ? undefined : localRoot(returned.get(target));
  };
  const strings = childrenOf(partOf('sharedStrings') ?? EMPTY, 'si').map(textOfRuns);
  const dates = dateStyles(partOf('styles') ?? EMPTY);
  const is1904 = /^(1|true)$/.test(childOf(root, 'workbookPr')?.attributes.date1904 ?? '');
  const sheets: ReturnedSheet[] = [];
  for (const { attributes } of descendantsOf(root, 'sheet')) {
    const target = related.find((each) => each.id === attributes.id)?.target ?? '';
    const text = returned.get(target);
    if (text === undefined) continue;
    const rows = readCells(text, { strings, dates, is1904 });
    if (!rows) return undefined;
    const tables = relationshipsOf(parts, target)
      .filter((each) => each.kind === 'table')
      .flatMap((each) => tableOf(localRoot(returned.get(each.target))) ?? []);
    sheets.push({ name: attributes.name ?? '', rows, tables });
  }
  return sheets;
}

const EMPTY: Element = { name: '', attributes: {}, children: [] };

/** The root of a part with the prefixes of its names left out: writers choose them freely. */
function localRoot(text: string | undefined): Element | undefined {
  const root = text === undefined ? undefined : parseXml(text);
  return root && withoutPrefixes(root);
}

function withoutPrefixes({ name, attributes, children }: Element): Element {
  return {
    name: localName(name),
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    children: children.map((child) => (typeof child === 'string' ? child : withoutPrefixes(child))),
  };
}

function tableOf(root: Element | undefined): ReturnedTable | undefined {
  const [first, last] = (root?.attributes.ref ?? '').split(':').map(parseAddress);
  if (!root || !first || !last) return undefined;
  return {
    name: root.attributes.displayName ?? root.attributes.name ?? '',
    top: first.row,
    bottom: last.row,
    left: first.column,
    right: last.column,
    totals: Number(root.attributes.totalsRowCount ?? '0'),
  };
}

/** Formats that show days, by number (18.8.30); further ones are told by their codes. */
const DATE_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [50, 58],
];

/** For every cell style, whether it shows numbers as days. */
function dateStyles(styles: Element): readonly boolean[] {
  const codes = new Map(
    descendantsOf(styles, 'numFmt').map(({ attributes }) => [
      attributes.numFmtId ?? '',
      attributes.formatCode ?? '',
    ]),
  );
  return childrenOf(childOf(styles, 'cellXfs') ?? EMPTY, 'xf').map(({ attributes }) => {
    const id = attributes.numFmtId ?? '0';
    const code = codes.get(id);
    if (code === undefined) return DATE_FORMATS.some(([from, to]) => Number(id) >= from && Number(id) <= to);
    return isDayFormat(code);
  });
}
