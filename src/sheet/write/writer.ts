/** What turns a placed workbook into a first package; the finisher makes the file that is handed out. */
import type { PlacedBook } from '../placed.ts';

/**
 * Writes styles, sheets, page set-ups, notes, merged ranges and empty shells of tables, and the cells that it takes to
 * do so (`shellCells`) with their styles. The rows of sheets, links, defined names, the inside of tables and the document
 * properties are the finisher's.
 */
export type WriteBook = (book: PlacedBook) => Promise<Uint8Array>;

/** `_x0041_` in a text would be read as the letter A; the underscore is written as its own escape (22.9.2.19). */
export function escapeXstring(text: string): string {
  if (!/[_\r]/.test(text)) return text;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}

/** The text of an element. */
export function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
