/**
 * P5: a stated count is the length of the list it counts.
 * Judged where `counts` declares which figure counts which list.
 */

import type { ParkRecord } from '../../model/dataset.ts';
import { type CountedList, countRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { defineRule, type Finding, labelAt, type RuleContext } from '../define-rule.ts';
import { said } from '../words.ts';

const named = (count: string) =>
  `figures:\n  parks: { claims: [{ ${count} }] }\nsub_parks: [{ name: { en: Ruyi, zh: 如意 } }, { name: { en: Jinchuan, zh: 金川 } }]`;
const declared = '\ncounts: { sub_parks: parks }';

export const countList = defineRule({
  kind: 'park',
  id: 'P5',
  title: { en: 'A stated count is the length of its list', zh: '所述数量与清单一致' },
  why: 'When a source says six and names seven, readers notice; one of the two is wrong or something is missing.',
  help: 'Complete the list or correct the count. If the source really says so, acknowledge it in waivers.yaml; the reason is printed beside the figure.',
  severity: 'error',
  scope: 'record',
  examples: [
    { name: 'two are stated and two are named', yaml: `${named('value: 2')}${declared}`, outcome: 'pass' },
    {
      name: 'six are stated and two are named',
      yaml: `${named('value: 6, verbatim: six')}${declared}`,
      outcome: 'finding',
      message: 'Parks (“six”): the list names 2',
    },
    {
      name: 'at least one is stated',
      yaml: `${named('value: 1, bound: at-least')}${declared}`,
      outcome: 'pass',
    },
    {
      name: 'one is stated and none is named',
      yaml: 'figures:\n  parks: { claims: [{ value: 1 }] }\ncounts: { sub_parks: parks }',
      outcome: 'finding',
      message: 'the list names 0',
    },
    {
      name: 'acknowledged',
      yaml: `${named('value: 6, verbatim: six')}${declared}`,
      files: { 'waivers.yaml': '[{ rule: P5, values: { parks: "6", list/sub_parks: "2" } }]' },
      outcome: 'acknowledged',
    },
    { name: 'no list is counted', yaml: named('value: 2'), outcome: 'not-applicable' },
  ],
  check: (park, context) =>
    judge(park, context, countRelations(park), (relation) => findingsOf(relation, park, context), {
      en: '`counts` declares no figure that counts a list',
      zh: '未以counts声明清单数量',
    }),
});

function findingsOf(
  { list, parts }: CountedList,
  park: ParkRecord,
  context: RuleContext,
): readonly Finding[] {
  const term = parts[0]!;
  const items = park.content.park[list];
  const words = said(term.figure, term.claim);
  const message = {
    en: `${words.en}: the list names ${items.length}`,
    zh: `${words.zh}：清单列出${items.length}项`,
  };
  const found = findingAbout(context, [{ term, text: 'the stated count' }], message);
  const labels = items
    .slice(0, 1)
    .map((item) => labelAt(context.places, item, 'name', `the first of ${items.length}`));
  const length = { key: `list/${list}`, value: String(items.length), figure: null };
  return [{ ...found, parts: [...found.parts, length], labels }];
}
