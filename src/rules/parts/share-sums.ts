/**
 * P3: shares of one whole add up to 100 %.
 * Judged where `sums` declares parts without a whole; each share is off by half its last digit at most.
 */
import { addedWords } from '../balance/added.ts';
import { shareSumRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { defineRule } from '../define-rule.ts';

const shares = (a: string, b: string, c: string) =>
  `figures:\n  steel: { claims: [{ value: ${a} }] }\n  coal: { claims: [{ value: ${b} }] }\n  rest: { claims: [{ value: ${c} }] }`;

export const shareSums = defineRule({
  kind: 'park',
  id: 'P3',
  title: { en: 'Shares add up to 100 %', zh: '各项占比之和为100%' },
  why: 'Shares that do not make up the whole leave something out or count something twice.',
  help: 'Correct a share, or declare the sum `open: true` when some shares are not named. If the source really says so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: 'three thirds, rounded',
      yaml: `${shares('33.3 %', '33.3 %', '33.3 %')}\nsums: [{ parts: [steel, coal, rest] }]`,
      outcome: 'pass',
    },
    {
      name: 'more than the digits allow',
      yaml: `${shares('40.0 %', '35.0 %', '24.0 %')}\nsums: [{ parts: [steel, coal, rest] }]`,
      outcome: 'finding',
      message: 'Steel (40 %), Coal (35 %) and Rest (24 %) add up to 99 %, and not to 100 %',
    },
    {
      name: 'some shares are not named',
      yaml: `${shares('40.0 %', '35.0 %', '24.0 %')}\nsums: [{ parts: [steel, coal, rest], open: true }]`,
      outcome: 'pass',
    },
    {
      name: 'too much, even if some are not named',
      yaml: `${shares('40 %', '35 %', '28 %')}\nsums: [{ parts: [steel, coal, rest], open: true }]`,
      outcome: 'finding',
      message: 'add up to 103 %',
    },
    { name: 'no sum is declared', yaml: shares('40 %', '35 %', '28 %'), outcome: 'not-applicable' },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      shareSumRelations(park),
      ({ parts, isOpen }) => {
        const added = addedWords(parts, parts[0]!.quantity);
        const message = {
          en: `${added.en}, ${isOpen ? 'more than' : 'and not to'} 100 %`,
          zh: `${added.zh}，${isOpen ? '大于' : '而不是'}100%`,
        };
        const [first, ...others] = parts.map((term) => ({ term, text: 'a share' }));
        return [findingAbout(context, [first!, ...others], message)];
      },
      { en: 'no `sums` of percentages are declared without a whole', zh: '未以sums声明合计为100%的占比' },
    ),
});
