/**
 * T1: a stated growth follows from the values of the two years.
 * Judged by intervals: what the printed digits of both values allow must meet what the printed growth allows.
 */
import { ratio } from '../../model/decimal.ts';
import type { AsOf, Bilingual, Claim, Figure } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { looksAhead } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { areApart, differenceOf, type Extent, extentOf, quotientOf, scaled } from '../extent.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { dateWords, listed, said, signed } from '../words.ts';

const growthOfOutput = {
  'metrics.yaml': 'growth: { growth_of: output }',
};
const growthOfShare = {
  'metrics.yaml': 'growth: { growth_of: rate }',
};
const output = (growth: string) =>
  `figures:\n  output: { claims: [{ id: y0, value: 3.5 billion CNY, as_of: "2000" }, { id: y1, value: 4.6 billion CNY, as_of: "2001" }] }\n  growth: { claims: [{ value: ${growth}, as_of: "2001" }] }`;

export const growth = defineRule({
  kind: 'park',
  id: 'T1',
  title: { en: 'Growth fits the values of both years', zh: '增幅与前后两年数值相符' },
  why: 'A growth that does not follow from the values beside it means that one of the three is wrong, or that prices or the definition changed.',
  help: 'Correct a value or the growth. Where the source grows at constant prices or by another definition, acknowledge it in waivers.yaml.',
  severity: 'warning',
  scope: 'record',
  examples: [
    { name: '4.6 after 3.5 is +31 %', yaml: output('31 %'), files: growthOfOutput, outcome: 'pass' },
    {
      name: '4.6 after 3.5 is not +26 %',
      yaml: output('26 %'),
      files: growthOfOutput,
      outcome: 'finding',
      message:
        'Growth (26 %) for 2001 does not follow from Output (3,500,000,000 CNY) in 2000 and Output (4,600,000,000 CNY) in 2001: these allow +28.2 to +34.8 %',
    },
    {
      name: 'more than 26 % may be 31 %',
      yaml: output('26 %, bound: at-least'),
      files: growthOfOutput,
      outcome: 'pass',
    },
    {
      name: 'a share that grew by percentage points',
      yaml: 'figures:\n  rate: { claims: [{ id: a, value: 40.0 %, as_of: "2016" }, { id: b, value: 43.0 %, as_of: "2017" }] }\n  growth: { claims: [{ value: 7.5 pp }] }',
      files: growthOfShare,
      outcome: 'finding',
      message: 'these allow +2.9 to +3.1 percentage points',
    },
    {
      name: 'the value of the year before is not known',
      yaml: 'figures:\n  output: { claims: [{ value: 4.6 billion CNY, as_of: "2001" }] }\n  growth: { claims: [{ value: 26 %, as_of: "2001" }] }',
      files: growthOfOutput,
      outcome: 'not-applicable',
    },
    {
      name: 'half a year is not compared with a year',
      yaml: 'figures:\n  output: { claims: [{ id: a, value: 35.5 billion CNY, as_of: "2017" }, { id: b, value: 13.7 billion CNY, as_of: 2018-H1 }] }\n  growth: { claims: [{ value: 2.16 %, as_of: 2018-H1 }] }',
      files: growthOfOutput,
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const judged = figuresOf(park).flatMap((figure) => growthsOf(figure, park.content.figures, context));
    if (judged.length === 0) {
      const missing = {
        en: 'No growth is stated with the values of both years.',
        zh: '没有同时给出前后两年数值的增幅。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: judged.flatMap((item) => judge(item, context)) };
  },
});

/** A growth with the two values it speaks of. */
interface Growth {
  readonly figure: Figure;
  readonly stated: Claim;
  readonly measured: Figure;
  readonly before: Claim;
  readonly now: Claim;
}

function growthsOf(
  figure: Figure,
  figures: Readonly<Record<string, Figure | null>>,
  { dataset }: RuleContext,
): readonly Growth[] {
  const { growth_of } = relationsOf(figure, dataset);
  const measured = growth_of === null ? null : figures[growth_of];
  if (!measured) return [];
  const values = valuesByPeriod(measured);
  return figure.claims.flatMap((stated): readonly Growth[] => {
    const { as_of } = stated;
    if (looksAhead(stated.status) || as_of.earliest === null || !fitsUnit(stated, measured)) return [];
    const now = values.get(periodKey(as_of));
    const before = now && values.get(periodKey(yearBefore(as_of), now));
    return now && before ? [{ figure, stated, measured, before, now }] : [];
  });
}

/** Percent of an amount, percentage points of a share; D2 tells the other two. */
function fitsUnit({ quantity }: Claim, { dimension }: Figure): boolean {
  return quantity?.unit === (dimension === 'share' ? 'pp' : 'percent');
}

/** The value of each period: of any population under the period alone, and of each population. The main claim is the one. */
function valuesByPeriod({ main, claims }: Figure): ReadonlyMap<string, Claim> {
  const values = new Map<string, Claim>();
  for (const claim of [main, ...claims]) {
    if (!claim.quantity || looksAhead(claim.status) || claim.as_of.earliest === null) continue;
    for (const key of [periodKey(claim.as_of), periodKey(claim.as_of, claim)])
      if (!values.has(key)) values.set(key, claim);
  }
  return values;
}

function periodKey({ precision, earliest }: Pick<AsOf, 'precision' | 'earliest'>, like?: Claim): string {
  const subject = like
    ? JSON.stringify([like.population?.en ?? null, like.quantity && units[like.quantity.unit]!.family])
    : '';
  return `${precision} ${earliest} ${subject}`;
}

function yearBefore({ precision, earliest }: AsOf): Pick<AsOf, 'precision' | 'earliest'> {
  const [year = '', ...rest] = (earliest ?? '').split('-');
  return { precision, earliest: [String(Number(year) - 1).padStart(4, '0'), ...rest].join('-') };
}

function judge(
  { figure, stated, measured, before, now }: Growth,
  { places }: RuleContext,
): readonly Finding[] {
  const [from, to] = [extentOf(before.quantity!), extentOf(now.quantity!)];
  const isShare = measured.dimension === 'share';
  const allowed = isShare ? differenceOf(to, from) : percentGrowth(from, to);
  if (!areApart(extentOf(stated.quantity!), allowed)) return [];
  const unit = isShare ? { en: 'percentage points', zh: '个百分点' } : { en: '%', zh: '%' };
  const values = listed([before, now].map((claim) => inYear(said(measured, claim), claim)));
  const limits = limitsOf(allowed, unit);
  const words = said(figure, stated);
  const message = {
    en: `${words.en} for ${stated.as_of.text} does not follow from ${values.en}: these allow ${limits.en}`,
    zh: `${dateWords(stated.as_of).zh}的${words.zh}与${values.zh}不符：按此应为${limits.zh}`,
  };
  const primary = labelAt(places, stated, 'value', 'the growth as stated');
  const labels = [
    labelAt(places, before, 'value', `the year before: ${before.as_of.text}`),
    labelAt(places, now, 'value', now.as_of.text),
  ];
  const parts = [partOf(figure, stated), partOf(measured, before), partOf(measured, now)];
  return [{ parts, message, primary, labels }];
}

/** `100 × (now / before) - 100`. */
function percentGrowth(before: Extent, now: Extent): Extent {
  const hundred = { least: ratio('100'), most: ratio('100') };
  return differenceOf(scaled(quotientOf(now, before), ratio('100')), hundred);
}

function inYear(words: Bilingual, { as_of }: Claim): Bilingual {
  const date = dateWords(as_of);
  return { en: `${words.en} in ${date.en}`, zh: `${date.zh}的${words.zh}` };
}

function limitsOf({ least, most }: Extent, unit: Bilingual): Bilingual {
  const [low, high] = [least && signed(least), most && signed(most)];
  if (low === undefined) return { en: `at most ${high} ${unit.en}`, zh: `至多${high}${unit.zh}` };
  if (high === undefined) return { en: `at least ${low} ${unit.en}`, zh: `至少${low}${unit.zh}` };
  return { en: `${low} to ${high} ${unit.en}`, zh: `${low}${unit.zh}～${high}${unit.zh}` };
}
