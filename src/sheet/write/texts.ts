/**
 * Texts of cells: shared ones (18.4.9), or inline (18.3.1.53) in the rows of large tables, whose texts nobody could hold
 * until the last of them is known.
 */
import type { CellContent, PlacedBook } from '../placed.ts';
import { isLarge, rowGroups } from './row-groups.ts';
import { escapeText, escapeXstring } from './writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface SharedTexts {
  /** Undefined for texts that are written inline. */
  readonly indexOf: (text: string) => number | undefined;
  readonly count: () => number;
  readonly part: () => string;
}

/** The texts of a book in the order of their cells, those of large tables left out. */
export function sharedTexts(book: PlacedBook): SharedTexts {
  const places = new Map<string, number>();
  let count = 0;
  const add = (content: CellContent): void => {
    if (content.kind !== 'text') return;
    count += 1;
    if (!places.has(content.text)) places.set(content.text, places.size);
  };
  for (const sheet of book.sheets) {
    const skipsBodies = isLarge(sheet);
    for (const group of rowGroups(sheet)) {
      if (group.kind === 'row') for (const { content } of group.cells) add(content);
      else if (!skipsBodies)
        for (const { cells } of group.body.rows()) for (const { content } of cells) add(content);
    }
  }
  const part = (): string => {
    const items = Array.from(places.keys(), (text) => `<si>${textElement(text)}</si>`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" count="${count}" uniqueCount="${places.size}">${items.join('')}</sst>`;
  };
  return { indexOf: (text) => places.get(text), count: () => count, part };
}

/** `<t>` with its white space kept. */
export function textElement(text: string): string {
  const start = keepsSpace(text) ? '<t xml:space="preserve">' : '<t>';
  return `${start}${escapeText(escapeXstring(text))}</t>`;
}

function keepsSpace(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  const isPlain = first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80;
  return isPlain ? text.includes('\n') : /^\s|\n|\s$/.test(text);
}
