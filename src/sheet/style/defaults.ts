/** What a workbook looks like before its template says anything: quiet, one steel accent, hairlines for rows. */
import type { Lang } from '../../model/publication.ts';
import type { BorderLine, CellStyle, StylePart } from './cell-style.ts';

/** Fonts that readers' machines have; brochures embed theirs, workbooks cannot. */
export const defaultFonts: Readonly<Record<Lang, string>> = { en: 'Calibri', zh: 'Microsoft YaHei' };

/** Colours by name, for `color`, `fill`, borders, tabs and charts. */
export const defaultColors: Readonly<Record<string, string>> = {
  ink: '#1f2a30',
  muted: '#66757d',
  steel: '#17475e',
  accent: '#b4552d',
  sky: '#6d93a5',
  ochre: '#a8823a',
  moss: '#6f8a4f',
  plum: '#87597a',
  link: '#1b6a8f',
  rule: '#c9d3d8',
  hairline: '#dfe6e9',
  tint: '#eef3f5',
  paper: '#ffffff',
};

/** What the theme of a workbook calls its colours (20.1.6.2), and the names that they have here. */
export const themeColors: Readonly<Record<string, string>> = {
  dk1: 'ink',
  lt1: 'paper',
  dk2: 'muted',
  lt2: 'tint',
  accent1: 'steel',
  accent2: 'accent',
  accent3: 'sky',
  accent4: 'ochre',
  accent5: 'moss',
  accent6: 'plum',
  hlink: 'link',
  folHlink: 'muted',
};

/** Gives a colour by its name. */
type ColorOf = (name: string) => string;

/** The style that every other starts from. */
export function baseStyle(font: string, ink: string): CellStyle {
  return {
    font,
    size: 11,
    bold: false,
    italic: false,
    underline: false,
    color: ink,
    fill: null,
    align: 'auto',
    valign: 'middle',
    wrap: false,
    indent: 0,
    format: 'General',
    top: null,
    right: null,
    bottom: null,
    left: null,
    locked: true,
  };
}

/** Styles that exist without being declared, in the colours of the workbook; a template may declare them anew. */
export function defaultStyles(
  color: ColorOf,
): Readonly<Record<string, { readonly part: StylePart; readonly meaning: string }>> {
  const line = (kind: BorderLine['line'], name: string): BorderLine => ({ line: kind, color: color(name) });
  return {
    text: { part: {}, meaning: 'plain text' },
    title: {
      part: { size: 20, bold: true, color: color('steel'), valign: 'middle' },
      meaning: 'the title of a sheet',
    },
    subtitle: {
      part: { size: 12, color: color('muted'), valign: 'middle' },
      meaning: 'the line below a title',
    },
    section: {
      part: {
        size: 12,
        bold: true,
        color: color('steel'),
        valign: 'bottom',
        bottom: line('medium', 'steel'),
      },
      meaning: 'the heading of a group of rows, ruled below',
    },
    label: {
      part: { color: color('muted'), bottom: line('hair', 'rule') },
      meaning: 'the name of a value',
    },
    value: {
      part: { bold: true, align: 'right', indent: 1, bottom: line('hair', 'rule') },
      meaning: 'a value beside its label',
    },
    detail: {
      part: { color: color('muted'), align: 'left', bottom: line('hair', 'rule') },
      meaning: 'unit, date or source beside a value',
    },
    paragraph: { part: { wrap: true }, meaning: 'running text' },
    note: { part: { size: 9, italic: true, color: color('muted') }, meaning: 'a remark' },
    link: { part: { underline: true, color: color('link') }, meaning: 'a link' },
    'table-header': {
      part: {
        bold: true,
        color: color('paper'),
        fill: color('steel'),
        valign: 'middle',
        wrap: true,
        bottom: line('medium', 'steel'),
      },
      meaning: 'the headings of a table',
    },
    'table-cell': { part: { bottom: line('thin', 'hairline') }, meaning: 'the cells of a table' },
    'table-total': {
      part: {
        bold: true,
        color: color('steel'),
        fill: color('tint'),
        top: line('medium', 'steel'),
      },
      meaning: 'the totals of a table',
    },
    input: { part: { fill: '#fdf8e3' }, meaning: 'added to cells that readers may change' },
    'not-stated': {
      part: { italic: true, color: color('muted'), indent: 1 },
      meaning: 'what stands in place of missing rows',
    },
  };
}
