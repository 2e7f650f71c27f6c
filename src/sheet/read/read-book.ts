/** The first step: merged text becomes a declared workbook, or located messages. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Lang } from '../../model/publication.ts';
import type { Merged } from '../../template/merged.ts';
import type { Files } from '../../world.ts';
import type {
  Block,
  Book,
  Cell,
  Column,
  Content,
  Highlight,
  Image,
  Name,
  Row,
  Sheet,
  Table,
} from '../book.ts';
import { parseFormula } from '../formula/parse.ts';
import { baseStyle, defaultFonts } from '../style/defaults.ts';
import { childElements, knownNames, readAttributes } from './attributes.ts';
import type { Fault, Located } from './fault.ts';
import { checkSheetNames, type Ids, idRegister, refuseAddress } from './names.ts';
import { readChart } from './read-chart.ts';
import { readInput, readSparkline } from './read-input.ts';
import { readStyles, type StyleSheet } from './styles.ts';
import { tokenReader } from './tokens.ts';
import { offsetInValue, readXml, type XmlElement } from './xml.ts';

interface Reading {
  readonly text: string;
  readonly fault: Fault;
  /** Ids of tables, cells and names, which formulas share. */
  readonly ids: Ids;
  /** Ids of sheets, which only links use. */
  readonly sheetIds: Ids;
  readonly looks: StyleSheet;
}

/** Children of a workbook that nobody can have meant for a sheet. */
const NOT_SHEETS: ReadonlySet<string> = new Set(['tokens', 'color', 'style', 'name']);

/** Reads a workbook; undefined when it could not be understood as a whole. */
export function readBook(
  merged: Merged,
  lang: Lang,
  files: Pick<Files, 'read'>,
  fault: Fault,
): Book | undefined {
  const root = readXml(merged, fault);
  if (!root) return undefined;
  if (root.name !== 'workbook') {
    fault(
      'X002',
      root.nameAt,
      `a workbook begins with <workbook>, not <${root.name}>`,
      knownNames(root.name, ['workbook']),
    );
    return undefined;
  }
  const attributes = readAttributes(root, 'workbook', fault);
  const children = childElements(root, fault);
  const looks = readStyles(children, tokenReader(files, merged.base, fault), fault);
  const reading: Reading = {
    text: merged.text,
    fault,
    ids: idRegister(fault),
    sheetIds: idRegister(fault),
    looks,
  };
  const sheets: Sheet[] = [];
  const names: Name[] = [];
  for (const child of children) {
    if (child.name === 'sheet') pushDefined(sheets, readSheet(child, reading));
    if (child.name === 'name') pushDefined(names, readName(child, reading));
  }
  checkSheetNames(
    sheets.map((sheet) => sheet.name),
    fault,
  );
  if (!root.children.some((child) => child.kind === 'element' && !NOT_SHEETS.has(child.name))) {
    fault('X005', root.nameAt, 'a workbook needs at least one <sheet>', 'add <sheet id="…" name="…">');
  }
  if (!attributes) return undefined;
  const bookLang = attributes.value('lang') ?? lang;
  const { styles, colors } = looks;
  const base = baseStyle(attributes.value('font') ?? defaultFonts[bookLang], colors.get('ink')!);
  return { title: attributes.need('title').value, lang: bookLang, base, colors, styles, sheets, names };
}

function readSheet(element: XmlElement, reading: Reading): Sheet | undefined {
  const { fault, looks, sheetIds } = reading;
  const attributes = readAttributes(element, 'sheet', fault);
  const columns: Sheet['columns'][number][] = [];
  const blocks: Block[] = [];
  for (const child of childElements(element, fault)) {
    if (child.name === 'column') {
      const column = readAttributes(child, 'column', fault);
      columns.push({ width: column?.value('width') ?? null, maxWidth: column?.value('max-width') ?? null });
      childElements(child, fault);
    } else pushDefined(blocks, readBlock(child, reading));
  }
  if (!attributes) return undefined;
  const id = attributes.need('id');
  sheetIds.claim(id, `the sheet "${attributes.need('name').value}"`);
  const tab = attributes.get('tab-color');
  return {
    id,
    name: attributes.need('name'),
    tabColor: tab ? looks.color(tab) : null,
    orientation: attributes.value('orientation') ?? 'landscape',
    paper: attributes.value('paper') ?? 'A4',
    fitWidth: attributes.value('fit-width') ?? null,
    margins: attributes.value('margins') ?? [15, 15, 15, 15],
    freeze: attributes.value('freeze') ?? 'header',
    printTitles: attributes.value('print-titles') ?? 'header',
    zoom: attributes.value('zoom') ?? 100,
    gridLines: attributes.value('grid-lines') ?? false,
    header: attributes.get('header') ?? null,
    footer: attributes.get('footer') ?? null,
    with: attributes.get('with') ?? null,
    state: attributes.value('state') ?? 'visible',
    isProtected: attributes.value('protect') ?? false,
    columns,
    blocks,
  };
}

function readBlock(element: XmlElement, reading: Reading): Block | undefined {
  if (element.name === 'row') return readRow(element, reading);
  if (element.name === 'table') return readTable(element, reading);
  if (element.name === 'chart') return readChart(element, reading.looks, reading.fault);
  if (element.name === 'image') return readImage(element, reading.fault);
  childElements(element, reading.fault);
  const attributes = readAttributes(element, 'spacer', reading.fault);
  return { kind: 'spacer', height: attributes?.value('height') ?? null };
}

function readRow(element: XmlElement, reading: Reading): Row {
  const attributes = readAttributes(element, 'row', reading.fault);
  const style = attributes?.get('style');
  const cells: Cell[] = [];
  for (const child of childElements(element, reading.fault))
    pushDefined(cells, readCell(child, style, reading));
  return {
    kind: 'row',
    height: attributes?.value('height') ?? null,
    group: attributes?.value('group') ?? 0,
    with: attributes?.get('with') ?? null,
    cells,
  };
}

function readImage(element: XmlElement, fault: Fault): Image | undefined {
  const attributes = readAttributes(element, 'image', fault);
  childElements(element, fault);
  if (!attributes) return undefined;
  const alt = attributes.need('alt');
  if (alt.value.trim() === '')
    fault('X004', alt.at, 'the alternative text is empty', 'say what the picture shows');
  return {
    kind: 'image',
    src: attributes.need('src'),
    alt: alt.value,
    width: attributes.value('width') ?? null,
    height: attributes.value('height') ?? null,
  };
}

function readCell(
  element: XmlElement,
  rowStyle: Located<string> | undefined,
  reading: Reading,
): Cell | undefined {
  const { fault, ids, looks } = reading;
  for (const child of childElements(element, fault)) childElements(child, fault);
  const attributes = readAttributes(element, 'cell', fault);
  if (!attributes) return undefined;
  const id = attributes.get('id') ?? null;
  if (id) ids.claim(id, 'a cell');
  const content = readContent(element, attributes.get('value'), attributes.get('formula'), reading);
  return {
    id,
    style: looks.style(attributes.get('style') ?? rowStyle, 'text'),
    span: attributes.value('span') ?? 1,
    type: attributes.value('type') ?? 'text',
    content,
    format: attributes.value('format') ?? null,
    link: attributes.get('link') ?? null,
    note: attributes.get('note') ?? null,
    input: readInput(attributes, fault),
    at: element.nameAt,
  };
}

/** Text, value or formula: one of them, else nobody knows which was meant. */
function readContent(
  element: XmlElement,
  value: Located<string> | undefined,
  formula: Located<string> | undefined,
  reading: Reading,
): Content {
  const text = textOf(element);
  if ([text.value !== '', value, formula].filter(Boolean).length > 1) {
    const message = 'a cell holds either text between its tags, or a value, or a formula';
    reading.fault('X006', element.nameAt, message, 'keep one of them');
  }
  if (!formula) return { kind: 'value', text: (value ?? text).value, at: (value ?? text).at };
  return readFormula(formula, reading);
}

/** Text between tags: runs of white space become one space, `<br/>` a line break. */
function textOf(element: XmlElement): Located<string> {
  let joined = '';
  for (const child of element.children)
    joined += child.kind === 'text' ? child.text.replace(/\s+/g, ' ') : '\n';
  const value = joined
    .replace(/ *\n */g, '\n')
    .replace(/^ +| +$/g, '')
    .replace(/ {2,}/g, ' ');
  const first = element.children.find((child) => child.kind === 'text' && child.text.trim() !== '');
  if (first?.kind !== 'text') return { value, at: element.nameAt };
  const start = first.at.start + (first.text.length - first.text.trimStart().length);
  return { value, at: { start, end: Math.max(start + 1, first.at.end) } };
}

function readTable(element: XmlElement, reading: Reading): Table | undefined {
  const { fault, ids, looks } = reading;
  const attributes = readAttributes(element, 'table', fault);
  const columns: Column[] = [];
  const highlights: Highlight[] = [];
  for (const child of childElements(element, fault)) {
    if (child.name === 'col') pushDefined(columns, readColumn(child, reading));
    else pushDefined(highlights, readHighlight(child, reading));
  }
  if (!attributes) return undefined;
  const id = attributes.need('id');
  ids.claim(id, `the table of ${attributes.need('of').value}`);
  refuseAddress(id, fault);
  if (columns.length === 0)
    fault('X017', element.nameAt, `the table "${id.value}" has no columns`, 'add <col> elements');
  checkColumns(columns, fault);
  checkEdits(columns, attributes.get('key'), fault);
  return {
    kind: 'table',
    id,
    of: attributes.need('of'),
    style: looks.style(attributes.get('style'), 'table-cell'),
    headerStyle: looks.style(attributes.get('header-style'), 'table-header'),
    totalStyle: looks.style(attributes.get('total-style'), 'table-total'),
    totalLabel: attributes.value('total-label') ?? null,
    whenEmpty: attributes.value('when-empty') ?? 'row',
    emptyText: attributes.value('empty-text') ?? null,
    key: attributes.get('key') ?? null,
    columns,
    highlights,
  };
}

/** Ids and headings must differ without regard to case; headings stand on one line. */
function checkColumns(columns: readonly Column[], fault: Fault): void {
  const headings = new Set<string>();
  const ids = idRegister(fault);
  for (const { id, heading } of columns) {
    ids.claim(id, 'a column of this table');
    const key = heading.value.toLowerCase();
    if (headings.has(key)) {
      const message = `two columns of the table have the heading "${heading.value}"`;
      fault(
        'X017',
        heading.at,
        message,
        'headings name columns in formulas and have to differ in more than case',
      );
    }
    headings.add(key);
    if (heading.value.trim() === '')
      fault('X017', heading.at, 'a column needs a heading', 'write what the column holds');
    if (heading.value.length > 255)
      fault('X017', heading.at, 'the heading has more than 255 characters', 'shorten it');
    if (/[\n\r\t]/.test(heading.value))
      fault('X017', heading.at, 'a heading stands on one line', 'leave the line break out');
  }
}

/** What is changed in a table has to find its way back: by the key of its row, to a field. */
function checkEdits(columns: readonly Column[], key: Located<string> | undefined, fault: Fault): void {
  for (const { input, source } of columns) {
    if (!input) continue;
    if (source.kind !== 'field')
      fault('X021', input.at, 'a computed column cannot be edited', 'leave edit out, or name a field');
    else if (!key)
      fault(
        'X021',
        input.at,
        'a table with edit needs a key',
        'write key= with the field that tells its rows apart',
      );
  }
  const known = columns.flatMap(({ source }) => (source.kind === 'field' ? [source.name] : []));
  if (!key || known.includes(key.value)) return;
  const message = `the key "${key.value}" is not among the columns of the table`;
  fault('X021', key.at, message, `add <col id="${key.value}" heading="…" hidden="yes"/>`);
}

function readColumn(element: XmlElement, reading: Reading): Column | undefined {
  const { fault, looks } = reading;
  childElements(element, fault);
  const attributes = readAttributes(element, 'col', fault);
  if (!attributes) return undefined;
  const written = attributes.get('formula');
  const field = attributes.get('field');
  if (written && field) {
    fault('X006', field.at, 'a column holds either a field of the data or a formula', 'keep one of them');
  }
  const heading = attributes.need('heading');
  const unit = attributes.value('unit');
  const { value: name, at } = field ?? attributes.need('id');
  return {
    id: attributes.need('id'),
    source: written ? readFormula(written, reading) : { kind: 'field', name, at },
    heading: { value: unit ? `${heading.value} (${unit})` : heading.value, at: heading.at },
    type: attributes.value('type') ?? 'text',
    format: attributes.value('format') ?? null,
    style: attributes.get('style') ? looks.style(attributes.get('style'), '') : {},
    width: attributes.value('width') ?? null,
    maxWidth: attributes.value('max-width') ?? 44,
    wrap: attributes.value('wrap') ?? null,
    total: attributes.value('total') ?? 'none',
    link: attributes.get('link') ?? null,
    note: attributes.get('note') ?? null,
    isHidden: attributes.value('hidden') ?? false,
    group: attributes.value('group') ?? 0,
    input: readInput(attributes, fault),
    sparkline: readSparkline(attributes, fault),
  };
}

/** Attributes that only one kind of highlight has. */
const ONLY = { when: 'style', style: 'style', 'from-color': 'scale', icons: 'icons' } as const;

function readHighlight(element: XmlElement, reading: Reading): Highlight | undefined {
  const { fault, looks } = reading;
  childElements(element, fault);
  const attributes = readAttributes(element, 'highlight', fault);
  if (!attributes) return undefined;
  const kind = attributes.need('kind').value;
  for (const [name, owner] of Object.entries(ONLY)) {
    const idle = attributes.get(name as keyof typeof ONLY);
    if (idle && owner !== kind)
      fault(
        'X020',
        idle.at,
        `${name} belongs to highlights of the kind ${owner}`,
        `leave it out, or write kind="${owner}"`,
      );
  }
  const color = attributes.get('color');
  const colorOr = (named: typeof color, otherwise: string): string =>
    named ? looks.color(named) : looks.colors.get(otherwise)!;
  const columns = attributes.get('columns') ?? null;
  switch (kind) {
    case 'bar':
      return { columns, look: { kind, color: colorOr(color, 'sky') } };
    case 'scale':
      return {
        columns,
        look: { kind, from: colorOr(attributes.get('from-color'), 'paper'), to: colorOr(color, 'sky') },
      };
    case 'icons':
      return { columns, look: { kind, icons: attributes.value('icons') ?? 'arrows' } };
    case 'style': {
      const when = attributes.get('when');
      const style = attributes.get('style');
      if (when && style)
        return { columns, look: { kind, when: readFormula(when, reading), style: looks.style(style, '') } };
      fault(
        'X005',
        element.nameAt,
        'a highlight by a style needs `when` and `style`',
        'say when the style applies',
      );
      return undefined;
    }
    default:
      return assertNever(kind);
  }
}

/** The parser counts in the decoded formula; its places become places of the merged text here. */
function readFormula(
  { value, at }: Located<string>,
  { text, fault }: Reading,
): Exclude<Content, { kind: 'value' }> {
  const place = (offset: number): number => offsetInValue(text, at, offset);
  const formula = parseFormula(value, place, fault);
  return formula ? { kind: 'formula', formula, at } : { kind: 'broken' };
}

function readName(element: XmlElement, { fault, ids }: Reading): Name | undefined {
  childElements(element, fault);
  const attributes = readAttributes(element, 'name', fault);
  if (!attributes) return undefined;
  const id = attributes.need('id');
  ids.claim(id, 'a name');
  refuseAddress(id, fault);
  return { id, ref: attributes.need('ref') };
}

function pushDefined<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}
