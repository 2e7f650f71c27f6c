import { expect, test } from 'vitest';
import { parseAsOf } from './as-of.ts';
import type { Claim, Figure } from './publication.ts';
import { parseQuantity } from './quantity.ts';
import { seriesOf, trendOf } from './series.ts';

const claim = (as_of: string, value: string, status = 'actual') =>
  ({ quantity: parseQuantity(value).value!, as_of: parseAsOf(as_of).value!, status }) as Claim;

function figure(dimension: Figure['dimension'], ...claims: readonly Claim[]) {
  return { dimension, claims, main: claims[0]! } as Figure;
}

const told = (one: Figure) => trendOf(one)?.points.map(({ claim, value }) => `${claim.as_of.text}: ${value}`);

test('values of several years are told oldest first, in one unit', () => {
  const areas = figure('area', claim('2018', '980 ha'), claim('2013', '9.8 km2'));
  expect(told(areas)).toEqual(['2013: 9.8', '2018: 9.8']);
  expect(trendOf(areas)!.unit.label?.en).toBe('km²');
});

test('a half-year does not stand beside years, a target not beside what happened, dollars not beside yuan', () => {
  const output = [claim('2021', '79.14 billion CNY'), claim('2020', '60 billion CNY')];
  expect(told(figure('money', ...output, claim('2022-H1', '40 billion CNY')))).toEqual([
    '2020: 60000',
    '2021: 79140',
  ]);
  expect(told(figure('money', ...output, claim('2012', '85 billion CNY', 'target')))).toHaveLength(2);
  expect(told(figure('money', ...output, claim('2019', '9 billion USD')))).toHaveLength(2);
  expect(told(figure('money', output[0]!, claim('2007-H1', '8.8 billion CNY')))).toBeUndefined();
  expect(seriesOf(figure('money', output[0]!, claim('2007-H1', '8.8 billion CNY')))).toHaveLength(2);
});

test('two values of one year are no series', () => {
  expect(told(figure('count', claim('2017-03', '166'), claim('2017-12', '170')))).toBeUndefined();
});
