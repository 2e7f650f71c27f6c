/** A digest of what people could have typed into a sheet, by which a changed sheet is known when it comes back. */
import { createHash } from 'node:crypto';
import { numberedDay } from './serial-day.ts';

/** What a cell that is no formula holds, alike in every program: runs of white space and the last digits aside. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly isDay: boolean };

/** The same for the same values in whatever order, so that sorted rows do not count as changed. */
export function heldDigest(cells: Iterable<Typed>): string {
  const words = Array.from(cells, wordOf)
    .filter((word) => word !== '')
    .sort();
  return createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, 16);
}

function wordOf(cell: Typed): string {
  if (cell.kind === 'text') return cell.text.replace(/\s+/g, ' ').trim();
  return cell.isDay ? numberedDay(cell.value, false) : String(Number(cell.value.toPrecision(14)));
}
