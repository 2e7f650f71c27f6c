/**
 * The workbook vocabulary as data: every element with its attributes, its content and what they mean.
 * The reader, its messages, the types of attributes and the documentation all come from this table.
 */
import * as as from './value-types.ts';

export interface AttributeSpec<T> {
  readonly type: as.ValueType<T>;
  readonly required: boolean;
  readonly meaning: string;
}

interface ElementSpec {
  readonly meaning: string;
  readonly attributes: Readonly<Record<string, AttributeSpec<unknown>>>;
  readonly children: readonly string[];
  /** Whether the element holds text of its own. */
  readonly text: boolean;
}

function may<T>(type: as.ValueType<T>, meaning: string): AttributeSpec<T> {
  return { type, required: false, meaning };
}

function must<T>(type: as.ValueType<T>, meaning: string): AttributeSpec<T> & { readonly required: true } {
  return { type, required: true, meaning };
}

const dataType = as.choice('text', 'number', 'integer', 'percent', 'date', 'year', 'url');
const chartKind = as.choice(
  'column',
  'stacked-column',
  'share-column',
  'bar',
  'stacked-bar',
  'share-bar',
  'line',
  'area',
  'stacked-area',
  'pie',
  'scatter',
);
export type ChartKind = Exclude<ReturnType<typeof chartKind.read>, as.Refused>;

export type DataType = Exclude<ReturnType<typeof dataType.read>, as.Refused>;

const looks = {
  font: may(as.text, 'font family'),
  'font-size': may(as.numberBetween(6, 72, 'pt'), 'size of the letters'),
  bold: may(as.flag, 'heavy letters'),
  italic: may(as.flag, 'slanted letters'),
  underline: may(as.flag, 'a line below the letters'),
  color: may(as.color, 'colour of the letters'),
  fill: may(as.color, 'colour behind the letters'),
  align: may(
    as.choice('auto', 'left', 'center', 'right'),
    'across the cell; auto puts numbers right and texts left',
  ),
  valign: may(as.choice('top', 'middle', 'bottom'), 'down the cell'),
  wrap: may(as.flag, 'break long text into lines'),
  indent: may(as.wholeBetween(0, 15), 'steps from the side'),
  format: may(as.numberFormat, 'how numbers and dates are shown'),
  border: may(as.border, 'line on all four sides'),
  'border-top': may(as.border, 'line above'),
  'border-right': may(as.border, 'line at the right'),
  'border-bottom': may(as.border, 'line below'),
  'border-left': may(as.border, 'line at the left'),
};

/** What may be typed into a cell. */
const input = {
  edit: may(as.flag, 'readers may change it: it is marked, and stays open on a protected sheet'),
  list: may(as.columnPath, 'with edit: a column whose values a drop-down offers'),
  least: may(as.decimal, 'with edit: the least number or day that is taken'),
  most: may(as.decimal, 'with edit: the greatest'),
  hint: may(as.text, 'with edit: what is said beside the cell when it is chosen'),
};

export const vocabulary = {
  workbook: {
    meaning: 'The whole workbook.',
    attributes: {
      title: must(as.text, 'title of the document; footers print it as {title}'),
      lang: may(as.choice('en', 'zh'), 'language; default: that of the publication'),
      font: may(as.text, 'font of everything; default Calibri, in Chinese Microsoft YaHei'),
    },
    children: ['tokens', 'color', 'style', 'sheet', 'name'],
    text: false,
  },
  tokens: {
    meaning:
      'Takes the colours that a style sheet names, so that brochures and workbooks share them: `--steel: #17475e` is the colour steel. They replace built-in ones of the same name.',
    attributes: { src: must(as.text, 'the style sheet, from the folder of the template') },
    children: [],
    text: false,
  },
  color: {
    meaning: 'A colour with a name, for styles, borders and tabs.',
    attributes: {
      id: must(as.styleName, 'its name'),
      value: must(as.hexColor, 'the colour'),
    },
    children: [],
    text: false,
  },
  style: {
    meaning: 'A named look for cells.',
    attributes: {
      id: must(as.styleName, 'its name; that of a built-in style changes it'),
      extends: may(as.styleName, 'the style to start from'),
      ...looks,
    },
    children: [],
    text: false,
  },
  sheet: {
    meaning: 'One sheet. The first one is open when the file is opened.',
    attributes: {
      id: must(as.id, 'its name in links: #id'),
      name: must(as.text, 'what stands on its tab, at most 31 characters'),
      'tab-color': may(as.color, 'colour of its tab'),
      orientation: may(as.choice('portrait', 'landscape'), 'of the printed page; default landscape'),
      paper: may(as.choice('A4', 'A3', 'Letter'), 'of the printed page; default A4'),
      'fit-width': may(
        as.wholeBetween(0, 20),
        'pages side by side that all columns are scaled to, 0 for no scaling; default: as many as keep them legible, the first column repeated',
      ),
      margins: may(as.margins, 'of the printed page; default 15 mm'),
      freeze: may(
        as.pair(0, 'header', 'none'),
        'rows and columns that stay in view; default header: all down to the headings of the first table',
      ),
      'print-titles': may(
        as.pair(1, 'header', 'none'),
        'first and last row repeated on every printed page; default header: the headings of the first table',
      ),
      zoom: may(as.wholeBetween(10, 400), 'percent; default 100'),
      'grid-lines': may(as.flag, 'show the grid on the screen; default no'),
      header: may(as.text, 'printed above: left | centre | right, with {title} {sheet} {page} {pages}'),
      footer: may(as.text, 'printed below, in the same way; default title | | page of pages'),
      with: may(as.id, 'id of a sheet with tables: this one is left out where that one is'),
      state: may(
        as.choice('visible', 'hidden', 'very-hidden'),
        'whether its tab is shown; very-hidden ones are shown by programs only; default visible',
      ),
      protect: may(
        as.flag,
        'keep cells without edit from being changed, without a password; rows can then neither be sorted nor added; default no',
      ),
    },
    children: ['column', 'row', 'spacer', 'table', 'chart', 'image'],
    text: false,
  },
  column: {
    meaning: 'Width of the next column of the sheet, the first one first; measured where not given.',
    attributes: {
      width: may(
        as.numberBetween(1, 255),
        'in characters of the workbook font; a Chinese character takes two',
      ),
      'max-width': may(
        as.numberBetween(4, 255),
        'where measuring ends; longer texts are broken into lines if their style says wrap',
      ),
    },
    children: [],
    text: false,
  },
  row: {
    meaning: 'One row of free cells.',
    attributes: {
      height: may(as.numberBetween(4, 400, 'pt'), 'default: as high as its text'),
      style: may(as.styleName, 'style of its cells'),
      group: may(as.wholeBetween(0, 7), 'level of the group that it is folded with; default none'),
      with: may(as.id, 'id of a sheet: the row is left out where that sheet is'),
    },
    children: ['cell'],
    text: false,
  },
  spacer: {
    meaning: 'An empty row.',
    attributes: { height: may(as.numberBetween(1, 400, 'pt'), 'default: as high as a line') },
    children: [],
    text: false,
  },
  cell: {
    meaning: 'One cell: text between its tags, or a value, or a formula. Runs of white space are one space.',
    attributes: {
      id: may(as.id, 'its name in formulas'),
      style: may(as.styleName, 'its style; default: that of the row, else text'),
      span: may(as.wholeBetween(1, 100), 'columns that it covers'),
      type: may(dataType, 'what its value is; default text'),
      value: may(as.text, 'the value: numbers as 1234.5, dates as 2017-12-11'),
      formula: may(as.formulaText, 'what computes the value'),
      format: may(as.numberFormat, 'how numbers and dates are shown'),
      link: may(as.link, 'where a click leads'),
      note: may(as.text, 'a remark that appears beside the cell'),
      ...input,
    },
    children: ['br'],
    text: true,
  },
  br: {
    meaning: 'A new line in a cell (the style should say wrap).',
    attributes: {},
    children: [],
    text: false,
  },
  table: {
    meaning: 'A table with filters, one row for every row of a data table.',
    attributes: {
      id: must(as.id, 'its name in formulas, here and in the spreadsheet'),
      of: must(as.dataName, 'the data table'),
      style: may(as.styleName, 'style of its cells; default table-cell'),
      'header-style': may(as.styleName, 'style of its headings; default table-header'),
      'total-style': may(as.styleName, 'style of its totals; default table-total'),
      'total-label': may(as.text, 'the word before the totals; default Total'),
      'when-empty': may(
        as.choice('row', 'omit'),
        'what stands for a table without rows: a remark, or nothing, neither the sheet if it holds no other table; default row',
      ),
      'empty-text': may(as.text, 'the remark'),
      key: may(
        as.dataName,
        'the field that tells rows apart, one of the columns; needed where a column has edit, so that changes find their way back',
      ),
    },
    children: ['col', 'highlight'],
    text: false,
  },
  highlight: {
    meaning:
      'A look that cells of the table take on by their values, also of rows that are added. Of two that apply, the first wins.',
    attributes: {
      kind: must(
        as.choice('style', 'bar', 'scale', 'icons'),
        'a style where `when` holds, a bar behind the value, a colour between two, or an icon',
      ),
      columns: may(as.idList, 'ids of columns with spaces between; default: all'),
      when: may(
        as.formulaText,
        'for a style: what has to hold in the row; [column] is the cell of the same row',
      ),
      style: may(
        as.styleName,
        'for a style: its colours and its bold, italic or underlined letters are taken',
      ),
      color: may(as.color, 'of the bar, or of the greatest value of a scale; default sky'),
      'from-color': may(as.color, 'of the least value of a scale; default paper'),
      icons: may(as.choice('arrows', 'lights', 'flags', 'signs'), 'by thirds of the values; default arrows'),
    },
    children: [],
    text: false,
  },
  col: {
    meaning: 'A column of a table: a field of the data, or a formula computed in every row.',
    attributes: {
      id: must(as.id, 'its name in formulas: table.column, in the same row [column]'),
      field: may(as.dataName, 'the field; default: the id'),
      formula: may(as.formulaText, 'computes the column'),
      heading: must(as.text, 'what stands above it'),
      unit: may(as.text, 'added to the heading in brackets'),
      type: may(
        dataType,
        'what its values are; default text. A percent is given as a ratio: 0.3146 is 31.46%; a url is a link if it is https or mailto, plain text if it is http; a date without its day stays text',
      ),
      format: may(
        as.numberFormat,
        'how its values are shown; numbers default to the decimals they were given with',
      ),
      style: may(as.styleName, 'style of its cells, over that of the table'),
      width: may(as.numberBetween(1, 255), 'in characters; default: measured'),
      'max-width': may(as.numberBetween(4, 255), 'where measuring ends and lines are broken; default 44'),
      wrap: may(as.flag, 'break long texts into lines; default: where a text is longer than max-width'),
      total: may(
        as.choice('none', 'sum', 'count', 'average', 'min', 'max'),
        'what stands below the column; sum and the others skip filtered rows',
      ),
      link: may(as.dataName, 'field with the address that a click leads to'),
      note: may(as.dataName, 'field with a remark that appears beside the cell'),
      hidden: may(as.flag, 'do not show it; default no'),
      group: may(
        as.wholeBetween(0, 7),
        'level of the group that it is folded with, under the column before the group; default none',
      ),
      sparkline: may(
        as.columnPath,
        'draw small columns of this column into the cell: of the rows whose `by` is the value of the field, which is not written',
      ),
      by: may(as.columnPath, 'with sparkline: the column of the same table that is compared'),
      ...input,
    },
    children: [],
    text: false,
  },
  chart: {
    meaning:
      'A chart of columns of tables, below what stands before it. It follows the data: rows that are added to the table appear in it.',
    attributes: {
      kind: must(chartKind, 'what is drawn; a series may say otherwise'),
      alt: must(as.text, 'what the chart tells, for those who cannot see it'),
      title: may(as.text, 'what stands above it'),
      of: must(as.columnPath, 'the labels of its points; of a scatter the values across'),
      by: may(
        as.columnPath,
        'draw only rows of the table that have one value in this column; they stand together',
      ),
      is: may(as.text, 'that value, as the data has it'),
      'x-title': may(as.text, 'what is said of the axis across'),
      'y-title': may(as.text, 'what is said of the axis upwards: what is measured, and its unit'),
      'second-title': may(as.text, 'what is said of the second axis upwards'),
      format: may(as.numberFormat, 'how the values of the axis are shown; default: as in the cells'),
      legend: may(
        as.choice('none', 'right', 'bottom', 'top'),
        'where the series are named; default: at the bottom where there are several, and beside a pie',
      ),
      labels: may(as.flag, 'write every value beside its point; default no, for a pie yes'),
      width: may(as.numberBetween(30, 400, 'mm'), 'default 170'),
      height: may(as.numberBetween(20, 300, 'mm'), 'default 80'),
    },
    children: ['series'],
    text: false,
  },
  image: {
    meaning: 'A picture, below what stands before it.',
    attributes: {
      src: must(as.text, 'a PNG or JPEG file, from the folder of the template'),
      alt: must(as.text, 'what it shows, for those who cannot see it'),
      width: may(as.numberBetween(2, 400, 'mm'), 'default: by the height, else 60 mm'),
      height: may(as.numberBetween(2, 300, 'mm'), 'default: by the width'),
    },
    children: [],
    text: false,
  },
  series: {
    meaning: 'What a chart draws of one column.',
    attributes: {
      values: must(as.columnPath, 'the column'),
      name: may(as.text, 'what it is called; default: the heading of the column'),
      kind: may(as.choice('column', 'line', 'area'), 'drawn over the others in another way'),
      axis: may(as.choice('first', 'second'), 'the axis it is measured on; default first'),
      color: may(as.color, 'its colour; default: the colours of the workbook in turn'),
    },
    children: [],
    text: false,
  },
  name: {
    meaning: 'A name that formulas in the finished workbook can use.',
    attributes: {
      id: must(as.id, 'the name'),
      ref: must(as.text, 'table.column or the id of a cell'),
    },
    children: [],
    text: false,
  },
} as const satisfies Readonly<Record<string, ElementSpec>>;

export type ElementName = keyof typeof vocabulary;
type Specs<E extends ElementName> = (typeof vocabulary)[E]['attributes'];
type ValueOf<S> = S extends AttributeSpec<infer T> ? T : never;
export type AttributeName<E extends ElementName> = keyof Specs<E> & string;
export type AttributeValue<E extends ElementName, A extends AttributeName<E>> = ValueOf<Specs<E>[A]>;
/** Names of the attributes of `E` that have to be there. */
export type RequiredName<E extends ElementName> = {
  [A in AttributeName<E>]: Specs<E>[A] extends { required: true } ? A : never;
}[AttributeName<E>];

/** The entry of an element by its name as written; undefined for unknown names. */
export function elementSpec(name: string): ElementSpec | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name as ElementName] : undefined;
}
