/**
 * S4: every value says of when it is.
 * The schema asks every claim for a date; words such as "so far" satisfy it and are told here, and so are
 * amounts in lists that have no date at all.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import type { Places } from '../../model/places.ts';
import { defineRule, type Finding, labelAt, partOf } from '../define-rule.ts';
import { claimsOf, entryKey } from '../figures.ts';
import { asWritten, dateWords } from '../words.ts';

export const dated = defineRule({
  kind: 'park',
  id: 'S4',
  title: { en: 'Every value has a date', zh: '每项数据均有时点' },
  why: 'A value without a date ages unseen; "so far" tells only the latest day it can mean.',
  help: 'Find a source that gives the date. If none does, the value is printed as stated; a waiver in waivers.yaml says that this is known.',
  severity: 'warning',
  scope: 'field',
  examples: [
    {
      name: 'a year',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: "2016" }] }',
      outcome: 'pass',
    },
    {
      name: 'so far',
      yaml: 'figures:\n  area: { claims: [{ value: 8 km2, as_of: { text: so far, latest: "2017-12-11" } }] }',
      outcome: 'finding',
      message: 'Area: the date is not known (“so far”), at the latest 2017-12-11',
    },
    {
      name: 'a distance without a date',
      yaml: 'figures: {}\naccess: [{ name: { en: Station, zh: 车站 }, kind: rail, distance: 2 km, source: A }]',
      outcome: 'finding',
      message: 'Station: an amount without a date',
    },
    {
      name: 'a distance with a date',
      yaml: 'figures: {}\naccess: [{ name: { en: Station, zh: 车站 }, kind: rail, distance: 2 km, source: A, as_of: "2017-12" }]',
      outcome: 'pass',
    },
    { name: 'no value at all', yaml: 'figures: {}', outcome: 'not-applicable' },
  ],
  check: (park, { places }) => {
    const claims = claimsOf(park);
    const items = itemsWithAmounts(park);
    if (claims.length + items.length === 0)
      return { applies: false, missing: { en: 'There is no value.', zh: '没有数据。' } };
    const undated = claims.flatMap(({ figure, claim }): readonly Finding[] => {
      const { precision, latest } = claim.as_of;
      if (precision !== 'unknown') return [];
      const words = dateWords(claim.as_of);
      const message = {
        en: `${figure.label.en}: the date is not known (${words.en}), at the latest ${latest}`,
        zh: `${figure.label.zh}：时点不详（${words.zh}），不晚于${latest}`,
      };
      const primary = labelAt(places, claim, 'as_of', 'no date');
      return [{ parts: [partOf(figure, claim)], message, primary, labels: [] }];
    });
    const dateless = items
      .filter(({ entry }) => entry.as_of === null)
      .map((item) => datelessItem(item, places));
    return { applies: true, findings: [...undated, ...dateless] };
  },
});

type Item = ReturnType<typeof itemsWithAmounts>[number];

/** The items of lists that state an amount, with the amount as it was written. */
function itemsWithAmounts({ content: { park } }: ParkRecord) {
  const all = [
    ...park.infrastructure.map((entry, index) => ({
      key: entryKey('infrastructure', index),
      entry,
      amount: entry.voltage ?? entry.capacity ?? entry.load,
    })),
    ...park.access.map((entry, index) => ({
      key: entryKey('access', index),
      entry,
      amount: entry.distance ?? entry.time,
    })),
    ...park.projects.map((entry, index) => ({
      key: entryKey('projects', index),
      entry,
      amount: entry.investment,
    })),
  ];
  return all.flatMap(({ amount, ...item }) => (amount ? [{ ...item, amount }] : []));
}

function datelessItem({ key, entry, amount }: Item, places: Places): Finding {
  const message = {
    en: `${entry.name.en}: an amount without a date`,
    zh: `${entry.name.zh}：数值未注明时点`,
  };
  const span = places.of(amount);
  const primary = span
    ? { span, text: 'of when is this?' }
    : labelAt(places, entry, 'name', 'of when is this?');
  return { parts: [{ key, value: asWritten(amount), figure: null }], message, primary, labels: [] };
}
