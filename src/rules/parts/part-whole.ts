/**
 * P1: a part is not larger than its whole.
 * Judged where `part_of` of a figure declares it, within the digits that are printed.
 */
import { partRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { defineRule } from '../define-rule.ts';
import { said } from '../words.ts';

export const partWhole = defineRule({
  kind: 'park',
  id: 'P1',
  title: { en: 'A part is not larger than its whole', zh: '部分不大于总体' },
  why: 'A declared part above its whole means that one of the two is wrong, or that they measure different things.',
  help: 'Correct the value or drop `part_of`. If the sources really say so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'the part is smaller',
      yaml: 'figures:\n  whole: { claims: [{ value: 22.5 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 9.51 billion CNY }] }',
      outcome: 'pass',
    },
    {
      name: 'the part is larger',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }',
      outcome: 'finding',
      message:
        'Part (140,000,000,000 CNY) is larger than Whole (67,000,000,000 CNY), of which it is declared a part',
    },
    {
      name: 'the whole is a lower bound',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY, bound: more-than }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }',
      outcome: 'pass',
    },
    {
      name: 'the part is an upper bound',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY, bound: up-to }] }',
      outcome: 'pass',
    },
    {
      name: 'the printed digits leave room',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 67.4 billion CNY }] }',
      outcome: 'pass',
    },
    {
      name: 'the part is smaller than the whole of its own year',
      yaml: 'figures:\n  whole: { claims: [{ id: a, value: 20 ha, as_of: "2016" }, { id: b, value: 9 ha }] }\n  part: { part_of: whole, claims: [{ value: 15 ha, as_of: "2016" }] }',
      outcome: 'pass',
    },
    {
      name: 'nothing is declared',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'amounts of two currencies',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion USD }] }',
      outcome: 'not-applicable',
    },
    {
      name: 'acknowledged',
      yaml: 'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }',
      files: {
        'waivers.yaml': '[{ rule: P1, values: { part: 140 billion CNY, whole: 67 billion CNY } }]',
      },
      outcome: 'acknowledged',
    },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      partRelations(park),
      ({ members }) => {
        const [part, whole] = [members[0]!, members[1]!];
        const words = { part: said(part.figure, part.claim), whole: said(whole.figure, whole.claim) };
        const message = {
          en: `${words.part.en} is larger than ${words.whole.en}, of which it is declared a part`,
          zh: `${words.part.zh}大于其所属总体${words.whole.zh}`,
        };
        const roles = [
          { term: part, text: 'the part' },
          { term: whole, text: 'the whole' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      {
        en: 'no figure with an amount declares `part_of` another of the same measure',
        zh: '没有以同一计量声明part_of的数据',
      },
    ),
});
