/**
 * P4: a percentage is its part divided by its whole.
 * Judged where `shares` names both as figures, within the printed digits of all three.
 */
import { multiply } from '../../model/decimal.ts';
import { amountOf, quotientWords } from '../balance/added.ts';
import { hundred, shareRelations } from '../balance/declared.ts';
import { findingAbout, judge } from '../balance/judge.ts';
import { defineRule } from '../define-rule.ts';
import { said } from '../words.ts';

const firms = (share: string, part: string, whole: string) =>
  `figures:\n  hightech_share: { claims: [{ ${share} }] }\n  hightech: { claims: [{ value: ${part} }] }\n  registered: { claims: [{ ${whole} }] }`;
const declared = '\nshares: [{ share: hightech_share, part: hightech, whole: registered }]';

export const shares = defineRule({
  kind: 'park',
  id: 'P4',
  title: { en: 'A percentage is its part of its whole', zh: '占比等于部分除以总体' },
  why: 'A percentage that does not follow from its part and whole is of another whole, and readers are misled about which.',
  help: 'Correct one of the three, or name in `shares` what the percentage is really of. If the source really says so, acknowledge it in waivers.yaml; the reason is printed beside the figures.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: '49 of 4,600 are not 40 %',
      yaml: `${firms('value: 40 %, verbatim: 40 percent', '49', 'value: 4600')}${declared}`,
      outcome: 'finding',
      message: 'Hightech (49) of Registered (4,600) are 1.07 %, and not Hightech-share (“40 percent”)',
    },
    {
      name: '49 of 4,600 are 1.07 %',
      yaml: `${firms('value: 1.07 %', '49', 'value: 4600')}${declared}`,
      outcome: 'pass',
    },
    {
      name: '49 of more than 100 may be 40 %',
      yaml: `${firms('value: 40 %', '49', 'value: 100, bound: more-than')}${declared}`,
      outcome: 'pass',
    },
    {
      name: 'only words say what it is of',
      yaml: `${firms('value: 40 %', '49', 'value: 4600')}\nshares: [{ share: hightech_share, of: { en: the firms of the region, zh: 全区企业 } }]`,
      outcome: 'not-applicable',
    },
    {
      name: 'nothing says what it is of',
      yaml: firms('value: 40 %', '49', 'value: 4600'),
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) =>
    judge(
      park,
      context,
      shareRelations(park),
      ({ factors: [share, whole], product: part }) => {
        const digit = Math.min(-2, share.quantity.digit);
        const value = quotientWords(
          multiply(amountOf(part), hundred),
          amountOf(whole),
          share.quantity,
          digit,
        );
        const [a, b, c] = [part, whole, share].map(({ figure, claim }) => said(figure, claim));
        const message = {
          en: `${a!.en} of ${b!.en} are ${value.en}, and not ${c!.en}`,
          zh: `${a!.zh}占${b!.zh}的${value.zh}，而不是${c!.zh}`,
        };
        const roles = [
          { term: share, text: 'the percentage' },
          { term: part, text: 'the part' },
          { term: whole, text: 'the whole' },
        ] as const;
        return [findingAbout(context, roles, message)];
      },
      {
        en: 'no percentage names its part and whole in `shares`, or they are of different measures',
        zh: '没有在shares中以同一计量指明部分与总体的占比',
      },
    ),
});
