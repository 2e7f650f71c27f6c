/** Whether the parks and notes that waivers name exist; rules and values are compared when the rules have run. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { entryOf, type Located, type LocatedScalar } from '../source/located.ts';

/** A park file that could be read, sound or not. */
export interface KnownPark {
  readonly id: string | undefined;
  readonly notes: readonly string[];
}

/** Reports waivers for parks and notes that do not exist, and terms that end before they begin. */
export function checkWaivers(root: Located, parks: readonly KnownPark[], report: Report): void {
  const byId = new Map(parks.map((park) => [park.id, park]));
  const ids = parks.flatMap(({ id }) => id ?? []);
  for (const waiver of root.kind === 'list' ? root.items : []) {
    const park = textOf(waiver, 'park');
    const note = textOf(waiver, 'note');
    const own = park && byId.get(park.source);
    if (park && !own) tellUnknown(park, 'park', ids, report);
    if (own && note && !own.notes.includes(note.source)) tellUnknown(note, 'note', own.notes, report);
    const [date, until] = [textOf(waiver, 'date'), textOf(waiver, 'until')];
    if (date && until && until.source < date.source) {
      const message = `the waiver ends (${until.source}) before it begins (${date.source})`;
      const labels = [{ span: date.span, text: 'begins' }];
      const help = 'Correct one of the two days.';
      report({ code: 'D028', severity: 'error', message, help, primary: { span: until.span }, labels });
    }
  }
}

function textOf(node: Located, key: string): LocatedScalar | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && typeof value.value !== 'boolean' && value.value !== null
    ? value
    : undefined;
}

function tellUnknown(node: LocatedScalar, noun: string, known: readonly string[], report: Report): void {
  const near = nearest(node.source, known);
  const list = known.slice(0, 12).join(', ');
  const all =
    known.length === 0 ? `There is no ${noun}.` : `There is ${list}${known.length > 12 ? ', …' : ''}.`;
  const message = `unknown ${noun} \`${node.source}\``;
  const help = near ? `Did you mean \`${near}\`?` : all;
  report({ code: 'D022', severity: 'error', message, help, primary: { span: node.span } });
}
