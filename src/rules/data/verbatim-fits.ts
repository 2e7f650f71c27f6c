/**
 * V1: what the source printed, read again, gives the stored value.
 * Judged on every claim and every distance that records the words of its source.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import { type Fit, verbatimFits as fitOf } from '../../model/printed/index.ts';
import type { Bilingual, Quantity } from '../../model/publication.ts';
import { type Dimension, units } from '../../model/units.ts';
import type { Value } from '../../model/value.ts';
import { defineRule, type Finding, labelAt, type Part, partOf, type RuleContext } from '../define-rule.ts';
import { claimsOf, entryKey } from '../figures.ts';
import { amountWords, asWritten, grouped } from '../words.ts';

export const verbatimFits = defineRule({
  kind: 'park',
  id: 'V1',
  title: { en: 'The printed words say the stored value', zh: '原文与所存数值一致' },
  why: 'Between a Chinese page and an English file most slips are a factor of ten: 140亿 is 14 billion.',
  help: 'Correct the value, or copy the words of the source into `verbatim` as they stand. Words that mean another value in their place are acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'field',
  examples: [
    {
      name: 'the same in words of the source',
      yaml: 'figures:\n  cost: { claims: [{ value: 67 billion CNY, verbatim: 670亿元 }] }',
      outcome: 'pass',
    },
    {
      name: 'a number word',
      yaml: 'figures:\n  parks: { claims: [{ value: 7, verbatim: seven }] }',
      outcome: 'pass',
    },
    {
      name: 'a slip between 亿 and billion',
      yaml: 'figures:\n  cost: { claims: [{ value: 140 billion CNY, verbatim: 140亿元 }] }',
      outcome: 'finding',
      message: 'Cost (140 billion CNY): the source says “140亿元”, which is 14 billion CNY',
    },
    {
      name: 'words without a number',
      yaml: 'figures:\n  firms: { claims: [{ value: 400, verbatim: a great many }] }',
      outcome: 'finding',
      message: 'Firms (400): no value can be read in “a great many”',
    },
    {
      name: 'a distance',
      yaml: 'figures: {}\naccess: [{ name: { en: Station, zh: 车站 }, kind: rail, time: 20 min, verbatim: 30-minutes }]',
      outcome: 'finding',
      message: 'Station (20 min): the source says “30-minutes”, which is 30 min',
    },
    {
      name: 'the words were not recorded',
      yaml: 'figures:\n  cost: { claims: [{ value: 67 billion CNY }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const quoted = [...quotedClaims(park), ...quotedDistances(park)];
    if (quoted.length === 0) {
      const missing = { en: 'The words of the sources are not recorded.', zh: '未记录来源原文。' };
      return { applies: false, missing };
    }
    return { applies: true, findings: quoted.flatMap((each) => judge(each, context)) };
  },
});

/** Words of a source, and the values that they may stand for. */
interface Quoted {
  readonly owner: object;
  readonly verbatim: string;
  readonly values: readonly { readonly value: Value; readonly dimension: Dimension }[];
  readonly part: Part;
  readonly label: Finding['message'];
}

function quotedClaims(park: ParkRecord): readonly Quoted[] {
  return claimsOf(park).flatMap(({ figure, claim }): readonly Quoted[] => {
    const { verbatim } = claim;
    if (verbatim === null) return [];
    const values = [{ value: claim, dimension: figure.dimension }];
    return [{ owner: claim, verbatim, values, part: partOf(figure, claim), label: figure.label }];
  });
}

/** The words of an item of the access table are those of its distance or of its time. */
function quotedDistances({ content }: ParkRecord): readonly Quoted[] {
  return content.park.access.flatMap((item, index): readonly Quoted[] => {
    const { distance, time, verbatim, name } = item;
    const amounts = [distance, time].filter((amount) => amount !== null);
    const [first] = amounts;
    if (verbatim === null || !first) return [];
    const part = { key: entryKey('access', index), value: amounts.map(asWritten).join(', '), figure: null };
    return [{ owner: item, verbatim, values: amounts.map(asValue), part, label: name }];
  });
}

function asValue(quantity: Quantity): Quoted['values'][number] {
  return { value: { quantity, text: null, date: null }, dimension: units[quantity.unit]!.dimension };
}

type Differs = Extract<Fit, { readonly outcome: 'differs' }>;

function judge(
  { owner, verbatim, values, part, label }: Quoted,
  { places }: RuleContext,
): readonly Finding[] {
  const fits = values.map(({ value, dimension }) => fitOf(verbatim, value, dimension));
  if (fits.some(({ outcome }) => outcome === 'fits')) return [];
  const differs = fits.find((each) => each.outcome === 'differs');
  const message = differs ? reading(verbatim, differs) : unreadable(verbatim);
  const primary = labelAt(places, owner, 'verbatim', differs ? `says ${differs.says}` : 'no value');
  const stored = ['value', 'distance', 'time'].flatMap((key) => places.key(owner, key) ?? []);
  return [
    {
      parts: [part],
      message: {
        en: `${label.en} (${part.value}): ${message.en}`,
        zh: `${label.zh}（${part.value}）：${message.zh}`,
      },
      primary,
      labels: stored.map((span) => ({ span, text: 'the stored value' })),
      ...(differs?.hint
        ? { suggestion: { en: differs.hint, zh: '请核对数量级（万、亿）、单位和抄录。' } }
        : {}),
    },
  ];
}

function reading(verbatim: string, { says, value, unit }: Differs): Bilingual {
  const chinese = value === null ? says : unit === null ? grouped(value) : amountWords({ value, unit }).zh;
  return {
    en: `the source says “${verbatim}”, which is ${says}`,
    zh: `原文“${verbatim}”应为${chinese}`,
  };
}

function unreadable(verbatim: string): Bilingual {
  return { en: `no value can be read in “${verbatim}”`, zh: `“${verbatim}”中读不出数值` };
}
