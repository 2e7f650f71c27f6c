/**
 * C1: money names one currency, and a figure holds one currency.
 * Judged on the words of the source where they are recorded: exactly one currency has to stand with the amount, and it
 * has to be the claim's.
 */
import { type Printed, readPrinted } from '../../model/printed/index.ts';
import type { Bilingual, Claim, Figure } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { figuresOf } from '../figures.ts';
import { dateWords, listed } from '../words.ts';

export const currencyStated = defineRule({
  kind: 'park',
  id: 'C1',
  title: { en: 'Money names its currency, one per figure', zh: '金额须注明币种且同一指标币种唯一' },
  why: 'An amount without a currency, or with two, is off by a factor of six or seven; currencies in one column cannot be added.',
  help: 'Look at the source again. An amount in another currency goes into `also`. What the source leaves open is acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'yuan',
      yaml: 'figures:\n  cost: { claims: [{ value: 67 billion CNY, verbatim: 67 billion yuan }] }',
      outcome: 'pass',
    },
    {
      name: 'the other currency in brackets',
      yaml: 'figures:\n  cost: { claims: [{ value: 3.22 billion CNY, verbatim: "3.22 billion yuan ($487.4 million)" }] }',
      outcome: 'pass',
    },
    {
      name: 'no currency in the source',
      yaml: 'figures:\n  cost: { claims: [{ value: 140 billion CNY, verbatim: 140 billion }] }',
      outcome: 'finding',
      message: 'Cost: the source says “140 billion”, without a currency',
    },
    {
      name: 'two currencies for one amount',
      yaml: 'figures:\n  cost: { claims: [{ value: 38.7 billion CNY, verbatim: $38.7 billion yuan }] }',
      outcome: 'finding',
      message: 'Cost: the source says “$38.7 billion yuan”, with two currencies, USD and CNY',
    },
    {
      name: 'another currency than the source',
      yaml: 'figures:\n  cost: { claims: [{ value: 13.5 billion CNY, verbatim: 13.5 billion US dollars }] }',
      outcome: 'finding',
      message: 'Cost: the source says “13.5 billion US dollars”, in USD, and the value is in CNY',
    },
    {
      name: 'two currencies in one figure',
      yaml: 'figures:\n  exports: { claims: [{ id: a, value: 65 million USD, as_of: "2000" }, { id: b, value: 500 million CNY, as_of: "2001" }] }',
      outcome: 'finding',
      message: 'Exports: 2000 is in USD and 2001 in CNY',
    },
    { name: 'no money', yaml: 'figures:\n  firms: { claims: [{ value: 166 }] }', outcome: 'not-applicable' },
  ],
  check: (park, context) => {
    const money = figuresOf(park).filter(({ dimension }) => dimension === 'money');
    if (money.length === 0) {
      return { applies: false, missing: { en: 'There is no amount of money.', zh: '没有金额。' } };
    }
    const findings = money.flatMap((figure) => [
      ...figure.claims.flatMap((claim) => asPrinted(figure, claim, context)),
      ...mixed(figure, context),
    ]);
    return { applies: true, findings };
  },
});

function asPrinted(figure: Figure, claim: Claim, { places }: RuleContext): readonly Finding[] {
  const { verbatim, quantity } = claim;
  if (verbatim === null || !quantity) return [];
  const named = readPrinted(verbatim).flatMap((reading) => (isNumber(reading) ? [reading.currencies] : []));
  // A text with several amounts is right when one of them is in the currency of the claim alone.
  if (named.some((currencies) => currencies.length === 1 && currencies[0] === quantity.unit)) return [];
  const fault = faultOf(named, quantity.unit);
  const message = {
    en: `${figure.label.en}: the source says “${verbatim}”, ${fault.en}`,
    zh: `${figure.label.zh}：原文为“${verbatim}”，${fault.zh}`,
  };
  const primary = labelAt(places, claim, 'verbatim', 'which currency?');
  const labels = [labelAt(places, claim, 'value', quantity.unit)];
  return [{ parts: [partOf(figure, claim)], message, primary, labels }];
}

function isNumber(reading: Printed): reading is Extract<Printed, { kind: 'number' | 'ordinal' }> {
  return reading.kind !== 'date';
}

function faultOf(named: readonly (readonly string[])[], own: string): Bilingual {
  const several = named.find((currencies) => currencies.length > 1);
  if (several) {
    const words = listed(several.map((code) => ({ en: code, zh: code })));
    return { en: `with two currencies, ${words.en}`, zh: `有两种货币：${words.zh}` };
  }
  const other = named.flat()[0];
  if (other === undefined) return { en: 'without a currency', zh: '未注明币种' };
  return { en: `in ${other}, and the value is in ${own}`, zh: `币种为${other}，而所存数值为${own}` };
}

/** Claims in another currency than the one that stands for the figure. */
function mixed(figure: Figure, { places }: RuleContext): readonly Finding[] {
  const { main } = figure;
  const others = figure.claims.filter(({ quantity }) => quantity?.unit !== main.quantity?.unit);
  const [first] = others;
  if (!first?.quantity || !main.quantity) return [];
  const [date, mainDate] = [dateWords(first.as_of), dateWords(main.as_of)];
  const [currency, own] = [first.quantity.unit, main.quantity.unit];
  const message = {
    en: `${figure.label.en}: ${date.en} is in ${currency} and ${mainDate.en} in ${own}`,
    zh: `${figure.label.zh}：${date.zh}以${currency}计，${mainDate.zh}以${own}计`,
  };
  const primary = labelAt(places, first, 'value', first.quantity.unit);
  const labels = [main, ...others.slice(1)].map((claim) =>
    labelAt(places, claim, 'value', claim.quantity?.unit ?? ''),
  );
  return [{ parts: [...others, main].map((claim) => partOf(figure, claim)), message, primary, labels }];
}
