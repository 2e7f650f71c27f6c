/**
 * P6: a count times the amount of each is the total.
 * Judged where `products` declares it. A lower bound on the amount ("at least 100 million each") is a lower
 * bound on the total as well.
 */
import {
  type Decimal,
  decimal,
  multiply,
  plainText,
  type Ratio,
  ratio,
  roundRatio,
} from '../model/decimal.ts';
import type { Quantity } from '../model/publication.ts';
import { convert, rangeOf } from '../model/quantity.ts';
import { units } from '../model/units.ts';
import { defineRule, type Finding, labelAt } from './define-rule.ts';
import { grouped, said } from './words.ts';

export const product = defineRule({
  id: 'P6',
  title: { en: 'A count times the amount of each is the total', zh: '数量乘以单项金额等于总额' },
  why: 'Totals that do not follow from their factors hide a rounded amount, a lower bound or a slip.',
  help: 'Correct a factor, give it a `bound`, or explain it: a conflict with `rule: P6` and the three figures.',
  severity: 'error',
  scope: 'park',
  examples: [
    {
      name: '36 of 100 million are 3.6 billion',
      yaml: 'figures:\n  projects: { claims: [{ value: 36 }] }\n  each: { claims: [{ value: 100 million CNY }] }\n  total: { claims: [{ value: 3.6 billion CNY }] }\nproducts: [{ count: projects, each: each, total: total }]',
      outcome: 'pass',
    },
    {
      name: '36 of 100.0 million are not 16.58 billion',
      yaml: 'figures:\n  projects: { claims: [{ value: 36 }] }\n  each: { claims: [{ value: 100.0 million CNY }] }\n  total: { claims: [{ value: 16.58 billion CNY }] }\nproducts: [{ count: projects, each: each, total: total }]',
      outcome: 'finding',
      message: '36 × 100,000,000 CNY = 3,600,000,000 CNY, and not Total (16,580,000,000 CNY)',
    },
    {
      name: '36 of at least 100 million may be 16.58 billion',
      yaml: 'figures:\n  projects: { claims: [{ value: 36 }] }\n  each: { claims: [{ value: 100 million CNY, bound: at-least }] }\n  total: { claims: [{ value: 16.58 billion CNY }] }\nproducts: [{ count: projects, each: each, total: total }]',
      outcome: 'pass',
    },
    {
      name: '36 of at least 1 billion are more than 16.58 billion',
      yaml: 'figures:\n  projects: { claims: [{ value: 36 }] }\n  each: { claims: [{ value: 1.00 billion CNY, bound: at-least }] }\n  total: { claims: [{ value: 16.58 billion CNY }] }\nproducts: [{ count: projects, each: each, total: total }]',
      outcome: 'finding',
    },
    {
      name: 'no product is declared',
      yaml: 'figures:\n  projects: { claims: [{ value: 36 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: ({ content, declarations }, places) => {
    if (declarations.products.length === 0) return { applies: false };
    const findings = declarations.products.flatMap((declared): readonly Finding[] => {
      const [count, each, total] = [declared.count, declared.each, declared.total].map(
        (id) => content.figures[id]!,
      );
      const quantities = [count!, each!, total!].map((figure) => figure.main.quantity);
      const [n, amount, sum] = quantities;
      if (!n || !amount || !sum || fits(n, amount, sum)) return [];
      const equation = equationOf(n, amount);
      const words = said(total!);
      const message = { en: `${equation.en}, and not ${words.en}`, zh: `${equation.zh}，而不是${words.zh}` };
      const primary = labelAt(places, total!.main, 'value', 'the total');
      const labels = [
        labelAt(places, count!.main, 'value', 'the count'),
        labelAt(places, each!.main, 'value', 'of each'),
      ];
      return [{ figures: [declared.count, declared.each, declared.total], message, primary, labels }];
    });
    return { applies: true, findings };
  },
});

/** True when some count and some amount within their printed digits make some total within its own. */
function fits(count: Quantity, each: Quantity, total: Quantity): boolean {
  const factor = convert({ value: '1', unit: each.unit }, total.unit);
  if (!factor) return true;
  const n = exactCount(count);
  const amount = rangeOf(each);
  const sum = rangeOf(total);
  const least = productOf(n.least, amount.least, factor);
  const most = productOf(n.most, amount.most, factor);
  return (
    (!least || !sum.most || below(least, sum.most)) &&
    (!most || !sum.least || !strictlyBelow(most, sum.least))
  );
}

/** Counts are whole: 36 is 36 and nothing between 35.5 and 36.5. */
function exactCount(count: Quantity): {
  readonly least: Decimal | undefined;
  readonly most: Decimal | undefined;
} {
  if (count.bound !== 'exact') return rangeOf(count);
  return { least: decimal(count.value), most: decimal(count.value) };
}

function productOf(a: Decimal | undefined, b: Decimal | undefined, factor: Ratio): Ratio | undefined {
  return a && b && multiply(ratio(a.times(b)), factor);
}

function below(value: Ratio, limit: Decimal): boolean {
  return value.numerator.lte(limit.times(value.denominator));
}

function strictlyBelow(value: Ratio, limit: Decimal): boolean {
  return value.numerator.lt(limit.times(value.denominator));
}

function equationOf(count: Quantity, each: Quantity): { readonly en: string; readonly zh: string } {
  const { en, zh } = units[each.unit]!.label;
  const n = grouped(count.value);
  const amount = grouped(each.value);
  const sum = grouped(plainText(decimal(roundRatio(ratio(decimal(count.value).times(each.value)), 6))));
  return { en: `${n} × ${amount} ${en} = ${sum} ${en}`, zh: `${n} × ${amount}${zh} = ${sum}${zh}` };
}
