import { expect, test } from 'vitest';
import { commonUnitOf, inCommonUnit } from './common-unit.ts';
import type { Figure } from './publication.ts';
import { parseQuantity } from './quantity.ts';

const amount = (written: string) => parseQuantity(written).value!;
const figures = (dimension: Figure['dimension'], ...written: string[]) =>
  written.map((text) => ({ dimension, main: { quantity: amount(text) } }) as Figure);

test('areas are told in square kilometres, whatever unit they were published in', () => {
  const unit = commonUnitOf(figures('area', '2796.11 ha', '9.56 km2', '15 mu'))!;
  expect(unit.label).toEqual({ en: 'km²', zh: '平方公里' });
  expect(['2796.11 ha', '15 mu', '21.86 m2'].map((each) => inCommonUnit(amount(each), unit))).toEqual([
    '27.9611',
    '0.01',
    '0.00002186',
  ]);
  // A third of a hectare has no end in decimals.
  expect(inCommonUnit(amount('5 mu'), unit)).toBe('0.003333333');
});

test('money stays in the currency that most parks use; another one has no value in it', () => {
  const unit = commonUnitOf(figures('money', '12.91 million USD', '1.2 billion CNY', '3 billion CNY'))!;
  expect(unit.label).toEqual({ en: 'million CNY', zh: '百万元' });
  expect(inCommonUnit(amount('79.14 billion CNY'), unit)).toBe('79140');
  expect(inCommonUnit(amount('12.91 million USD'), unit)).toBeNull();
});

test('apparent power is not power; years are no amounts', () => {
  const unit = commonUnitOf(figures('power', '63 MVA', '40 MVA', '40 MW'))!;
  expect(inCommonUnit(amount('63000 kVA'), unit)).toBe('63');
  expect(inCommonUnit(amount('40 MW'), unit)).toBeNull();
  expect(commonUnitOf([{ dimension: 'year', main: { quantity: null } } as Figure])).toBeUndefined();
});
