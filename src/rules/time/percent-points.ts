/**
 * D2: a growth in percent and a change in percentage points are told apart.
 * An amount grows by percent; a share changes by percentage points, and "percent" leaves open of what.
 */
import type { Claim, Figure } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { figuresOf, relationsOf } from '../figures.ts';

const ofShare = { 'metrics.yaml': 'growth: { growth_of: rate }' };
const ofOutput = { 'metrics.yaml': 'growth: { growth_of: output }\noutput: { dimension: money }' };

export const percentPoints = defineRule({
  kind: 'park',
  id: 'D2',
  title: { en: 'Percent and percentage points are told apart', zh: '区分百分比与百分点' },
  why: 'From 40 % to 43 % is three percentage points and 7.5 percent; taken for each other they are wrong by a factor.',
  help: 'Write `pp` for percentage points and `%` for percent, as the source means it. If the source leaves it open, acknowledge that in waivers.yaml.',
  severity: 'warning',
  scope: 'field',
  examples: [
    {
      name: 'an amount grows by percent',
      yaml: 'figures:\n  growth: { claims: [{ value: 31.46 %, verbatim: 31.46 percent }] }',
      files: ofOutput,
      outcome: 'pass',
    },
    {
      name: 'an amount does not grow by percentage points',
      yaml: 'figures:\n  growth: { claims: [{ value: 5 pp }] }',
      files: ofOutput,
      outcome: 'finding',
      message: 'is in percentage points, but Output is no share',
    },
    {
      name: 'a share that grew by percent',
      yaml: 'figures:\n  rate: { claims: [{ value: 43 % }] }\n  growth: { claims: [{ value: 3 % }] }',
      files: ofShare,
      outcome: 'finding',
      message: 'Growth (3 %) is in percent, but Rate is a share: percent of it, or percentage points?',
    },
    {
      name: 'the source says points',
      yaml: 'figures:\n  rate: { claims: [{ value: 43 %, verbatim: 43个百分点 }] }',
      outcome: 'finding',
      message: 'is in percent, but the source says “43个百分点”',
    },
    {
      name: 'the source says percent',
      yaml: 'figures:\n  growth: { claims: [{ value: 3 pp, verbatim: 3 percent }] }',
      files: { 'metrics.yaml': 'growth: { growth_of: rate }\nrate: { dimension: share }' },
      outcome: 'finding',
      message: 'is in percentage points, but the source says “3 percent”',
    },
    {
      name: 'no share and no growth',
      yaml: 'figures:\n  firms: { claims: [{ value: 166 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const shares = figuresOf(park).filter(({ dimension }) => dimension === 'share');
    if (shares.length === 0) {
      return { applies: false, missing: { en: 'There is no share or growth.', zh: '没有占比或增幅。' } };
    }
    const findings = shares.flatMap((figure) =>
      figure.claims.flatMap((claim) => judge(figure, claim, context)),
    );
    return { applies: true, findings };
  },
});

function judge(figure: Figure, claim: Claim, { dataset, places }: RuleContext): readonly Finding[] {
  const { growth_of } = relationsOf(figure, dataset);
  const base = growth_of === null ? undefined : dataset.metrics.metrics.get(growth_of);
  const isPoints = claim.quantity?.unit === 'pp';
  const doubt =
    saidOtherwise(claim, isPoints) ?? (base && unfitting(base.label, base.dimension === 'share', isPoints));
  if (!doubt) return [];
  const words = { en: `${figure.label.en} (${claim.written})`, zh: `${figure.label.zh}（${claim.written}）` };
  const message = {
    en: `${words.en} is in ${isPoints ? 'percentage points' : 'percent'}, but ${doubt.en}`,
    zh: `${words.zh}以${isPoints ? '百分点' : '百分比'}计，但${doubt.zh}`,
  };
  const primary = labelAt(places, claim, 'value', isPoints ? 'percentage points' : 'percent');
  const labels = claim.verbatim === null ? [] : [labelAt(places, claim, 'verbatim', 'as printed')];
  return [{ parts: [partOf(figure, claim)], message, primary, labels }];
}

function saidOtherwise({ verbatim }: Claim, isPoints: boolean) {
  if (verbatim === null) return undefined;
  const saysPoints = /percentage[ -]points?|\bpp\b|百分点/iu.test(verbatim);
  const saysPercent = !saysPoints && /%|％|per ?cent|百分之/iu.test(verbatim);
  if (isPoints ? !saysPercent : !saysPoints) return undefined;
  return { en: `the source says “${verbatim}”`, zh: `原文为“${verbatim}”` };
}

function unfitting(label: Figure['label'], isShare: boolean, isPoints: boolean) {
  if (isShare === isPoints) return undefined;
  return isShare
    ? {
        en: `${label.en} is a share: percent of it, or percentage points?`,
        zh: `${label.zh}本身是占比：是百分比还是百分点？`,
      }
    : { en: `${label.en} is no share`, zh: `${label.zh}不是占比` };
}
