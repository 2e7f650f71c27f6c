/** How many columns or rows a cell or `col` takes (HTML §4.9.3, §4.9.11). */
import type { StyledElement } from '../../markup/tree.ts';

/** As many columns as a table may have by spans; rows of a cell end with its group. */
export const MOST_COLUMNS = 1000;
const mostRows = 65534;

/** The value of a span attribute, at least 1, at most what HTML allows. */
export function spanOf(element: StyledElement, name: 'span' | 'colspan' | 'rowspan'): number {
  const written = element.attributes.get(name);
  if (written === undefined) return 1;
  const value = Number.parseInt(written, 10);
  return Math.min(Math.max(value || 1, 1), name === 'rowspan' ? mostRows : MOST_COLUMNS);
}
