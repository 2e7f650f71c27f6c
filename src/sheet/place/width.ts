/** How wide texts and numbers are, in characters of the default font: Latin letters one, Chinese ones two. */
import { displayWidth } from '../../diagnostics/display-width.ts';
import type { CellContent } from '../placed.ts';
import type { CellStyle } from '../style/cell-style.ts';

/** Room at both sides of a cell. */
export const PADDING = 2;
/** Room for the filter button of a heading. */
export const FILTER_BUTTON = 2.5;
export const LEAST_WIDTH = 6;
/** Spreadsheets allow no more. */
export const GREATEST_WIDTH = 255;

const DEFAULT_SIZE = 11;
const BOLD = 1.08;

/** Width of the longest line of a cell as it is shown, without padding. */
export function contentWidth(content: CellContent, style: CellStyle): number {
  const shown = shownText(content, style.format);
  if (!shown.includes('\n')) return textWidth(shown, style);
  const lines = shown.split('\n');
  return Math.max(...lines.map((line) => textWidth(line, style)));
}

function textWidth(line: string, style: CellStyle): number {
  return (displayWidth(line) * style.size * (style.bold ? BOLD : 1)) / DEFAULT_SIZE + style.indent;
}

/** Lines that a text takes when it is broken between words, and between Chinese characters, at `width`. */
export function countLines(text: string, style: CellStyle, width: number): number {
  if (!text.includes('\n') && textWidth(text, style) <= width) return 1;
  let lines = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const piece of line.match(PIECE) ?? []) {
      const wide = textWidth(piece, style) - style.indent;
      const over = used > 0 && used + wide - (piece.endsWith(' ') ? 1 : 0) > width - style.indent;
      if (over) lines += 1;
      used = over ? wide : used + wide;
      const extra = Math.floor(used / Math.max(1, width + 1));
      lines += extra;
      used -= extra * width;
    }
  }
  return lines;
}

/** A word with the spaces behind it, or one Chinese character. */
const PIECE =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+/gu;

/** Height in points of that many lines, with a little air. */
export function linesHeight(lines: number, style: CellStyle): number {
  return Math.min(MAX_HEIGHT, Math.ceil(lines * style.size * 1.34 + 4));
}

/** Spreadsheets allow no more. */
const MAX_HEIGHT = 409;

/** What a reader sees, near enough to measure it. */
function shownText(content: CellContent, format: string): string {
  switch (content.kind) {
    case 'blank':
      return '';
    case 'text':
      return content.text;
    case 'number':
      return shownNumber(content.value, format);
    case 'formula':
      return typeof content.value === 'number'
        ? shownNumber(content.value, format)
        : String(content.value).toUpperCase();
  }
}

function shownNumber(value: number, format: string): string {
  if (/[ymd]/.test(format)) return format.replace(/["\\]/g, '');
  if (format === 'General' || format === '@') return String(Number(value.toPrecision(11)));
  const code = format.split(';')[0]!;
  const percent = code.includes('%');
  const decimals = /\.([0#?]+)/.exec(code)?.[1]?.length ?? 0;
  const digits = Math.abs(percent ? value * 100 : value).toFixed(Math.min(decimals, 20));
  const [whole = '', fraction] = digits.split('.');
  const grouped = code.includes(',') ? whole.replace(/\B(?=([0-9]{3})+$)/g, ',') : whole;
  const literals = code.replace(/[0#?.,\\"_*]/g, '');
  return `${value < 0 ? '-' : ''}${grouped}${fraction ? `.${fraction}` : ''}${literals}`;
}
