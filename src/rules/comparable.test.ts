import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../model/publication.ts';
import { exampleDataset } from '../model/testing.ts';
import { comparableClaims, contradicting } from './comparable.ts';
import { areApart, extentOf } from './extent.ts';
import { figuresOf } from './figures.ts';

const figureOf = (claims: string) => {
  const { value } = exampleDataset({ yaml: `figures:\n  area: { claims: [${claims}] }` });
  return figuresOf(value!.parks[0]!)[0]!;
};
const idsOf = (claims: readonly Claim[]) => claims.map(({ id }) => id).sort();

test('claims are grouped by date, population, status and currency', () => {
  const figure = figureOf(
    '{ id: a, value: 1 billion CNY }, { id: b, value: 2 billion CNY }, { id: c, value: 3 billion USD }, { id: d, value: 4 billion CNY, as_of: "2016" }, { id: e, value: 5 billion CNY, status: claimed }, { id: f, value: 6 billion CNY, population: { en: settled, zh: 入驻 } }',
  );
  expect(comparableClaims(figure).map(({ claims }) => idsOf(claims))).toEqual([['a', 'b']]);
  expect(comparableClaims(figure, true).map(({ claims }) => idsOf(claims))).toEqual([['a', 'b', 'd']]);
});

test('only those take part that contradict another', () => {
  const { claims } = figureOf(
    '{ id: a, value: 120 km2 }, { id: b, value: 122 km2 }, { id: c, value: 121 km2, bound: about }',
  );
  expect(idsOf(contradicting(claims))).toEqual(['a', 'b']);
});

test('those that contradict another are found without looking at every pair', () => {
  const quantity = fc.record({
    value: fc.integer({ min: 1, max: 60 }).map(String),
    unit: fc.constant('km2'),
    digit: fc.integer({ min: -1, max: 1 }),
    bound: fc.constantFrom('exact', 'about', 'at-least', 'up-to'),
  });
  const { main } = figureOf('{ value: 1 km2 }');
  fc.assert(
    fc.property(fc.array(quantity, { maxLength: 12 }), (quantities) => {
      const claims = quantities.map(
        (each, index): Claim => ({ ...main, id: String(index), quantity: each as Claim['quantity'] }),
      );
      const extents = claims.map((claim) => extentOf(claim.quantity!));
      const byPairs = claims.filter((_, index) => extents.some((other) => areApart(extents[index]!, other)));
      expect(idsOf(contradicting(claims))).toEqual(idsOf(byPairs));
    }),
  );
});
