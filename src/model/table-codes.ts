/** The closed lists of the data as tables: what drop-downs offer, and what the words of a unit mean. */
import { boundLabels, statusLabels } from './labels.ts';
import type { Bilingual } from './publication.ts';
import type { Row, Say } from './table-fields.ts';
import { units } from './units.ts';

export function codeTables(say: Say): Readonly<Record<'statuses' | 'bounds' | 'units', readonly Row[]>> {
  const labelled = (labels: Readonly<Record<string, Bilingual>>): readonly Row[] =>
    Object.entries(labels)
      // What has no word is an empty cell.
      .filter(([, label]) => say(label) !== '')
      .map(([code, label]) => ({ code, label: say(label), label_other: say.other(label) }));
  return {
    statuses: labelled(statusLabels),
    bounds: labelled(boundLabels),
    units: Object.entries(units)
      .filter(([, { label }]) => say(label) !== '')
      .map(([code, { label, names }]) => ({
        code,
        label: say(label),
        label_other: say.other(label),
        names: names.filter((name) => name !== code && name !== '').join(', '),
      })),
  };
}
