/** Conditional formats of tables (18.3.1.18) get their ranges, and formulas with addresses: structured ones cannot stand there. */
import { addressOf } from '../address.ts';
import type { Highlight } from '../book.ts';
import { bindFormula } from '../formula/bind.ts';
import { textOf } from '../formula/to-text.ts';
import type { PlacedHighlight } from '../placed.ts';
import { knownNames } from '../read/attributes.ts';
import type { TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import { relativeText, tablePlaces } from './refer.ts';

/** The highlights of a table on a sheet of this name; those that were reported are left out. */
export function placeHighlights(plan: TablePlan, sheet: string, placing: Placing): PlacedHighlight[] {
  return plan.table.highlights.flatMap((highlight) => {
    const ranges = rangesOf(highlight, plan, placing);
    const look = ranges === undefined ? undefined : lookOf(highlight, plan, sheet, placing);
    return look && ranges !== undefined ? [{ ranges, look }] : [];
  });
}

function rangesOf(
  { columns, look }: Highlight,
  { table, firstData, lastData }: TablePlan,
  { fault }: Placing,
): string | undefined {
  const known = table.columns.map(({ id }) => id.value.toLowerCase());
  const wanted = columns?.value.map((id) => id.toLowerCase()) ?? known;
  const missing = wanted.find((id) => !known.includes(id));
  if (columns && missing !== undefined) {
    const message = `the table "${table.id.value}" has no column "${missing}"`;
    fault('X020', columns.at, message, knownNames(missing, known));
    return undefined;
  }
  const places = wanted.map((id) => known.indexOf(id));
  const words = places.find((place) => table.columns[place]!.type === 'text');
  if (columns && look.kind !== 'style' && words !== undefined) {
    const message = `the column "${table.columns[words]!.id.value}" holds texts, which have no ${look.kind}`;
    fault('X020', columns.at, message, 'name columns of numbers or dates');
    return undefined;
  }
  return places
    .map((place) => `${addressOf(firstData, place + 1)}:${addressOf(lastData, place + 1)}`)
    .join(' ');
}

function lookOf(
  { look }: Highlight,
  plan: TablePlan,
  sheet: string,
  { plan: book, fault }: Placing,
): PlacedHighlight['look'] | undefined {
  if (look.kind !== 'style') return look;
  if (look.when.kind === 'broken') return undefined;
  const bound = bindFormula(look.when.formula, book.symbols, plan.symbol, fault);
  if (!bound) return undefined;
  const places = tablePlaces(book);
  return {
    kind: 'style',
    formula: textOf(bound, (to) => relativeText(to, sheet, plan.firstData, places)),
    style: look.style,
  };
}
