import { expect, test } from 'vitest';
import { computeOver } from './over-tables.ts';

const compute = computeOver({
  figures: [
    { id: 'area', value: '27.96', code: 'S1', unit: 'km²' },
    { id: 'sum', value: '0.1', code: '150204401', unit: null },
    { id: 'none', value: null, code: null, unit: null },
  ],
  empty: [],
});

test.each<[string, unknown]>([
  ['sum(figures.value)', 28.06],
  ['lookup(figures.value, figures.id, "area") * 100', 2796],
  ['lookup(figures.code, figures.id, "sum")', '150204401'],
  ['counta(figures.unit) & " of " & counta(figures.id)', '1 of 3'],
  ['Figures.Value + 1', undefined],
])('%s', (formula, value) => {
  const found = compute(formula);
  expect('value' in found ? found.value : undefined).toBe(value);
});

test.each<[string, RegExp]>([
  ['lookup(figures.value, figures.id, "none")', /the cell that it finds is empty/],
  ['lookup(figures.value, figures.id, "nope")', /#N\/A/],
  ['sum(figurs.value)', /there is no table "figurs"/],
  ['sum(figures.valu)', /has no column "valu"/],
  ['sum(empty.x)', /left out because it has no rows/],
  ['[value] + 1', /this is no column of a table/],
  ['today()', /TODAY/],
  ['1 +', /ends where a value is expected/],
])('%s has no value, and says why', (formula, why) => {
  const found = compute(formula);
  expect('why' in found ? found.why : found).toMatch(why);
});
