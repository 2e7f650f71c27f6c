import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ratio, ratio } from '../../model/decimal.ts';
import { contains, type Interval, middle, notNegative, point, sum } from '../interval.ts';
import { connectedTo, localise, type Repair } from './localise.ts';
import { holds, type Relation, type Variable } from './relation.ts';

/** An amount printed as a whole number: known to half a unit. */
function amount(key: string, value: number, half = 1): Variable {
  const [least, most] = [ratio(`${2 * value - half}`, '2'), ratio(`${2 * value + half}`, '2')];
  return {
    key,
    range: {
      least: { value: value === 0 ? ratio('0') : least, isOpen: false },
      most: { value: most, isOpen: false },
    },
    domain: notNegative,
    isWhole: false,
  };
}

const atMost = (...members: readonly Variable[]): Relation => ({
  kind: 'ascending',
  members,
  isStrict: false,
});
const below = (...members: readonly Variable[]): Relation => ({ kind: 'ascending', members, isStrict: true });
const adds = (whole: Variable, ...parts: readonly Variable[]): Relation => ({
  kind: 'sum',
  parts,
  whole,
  isOpen: false,
});
const multiplies = (product: Variable, first: Variable, second: Variable): Relation => ({
  kind: 'product',
  factors: [first, second],
  product,
  scale: ratio('1'),
});

/** `a [3, 4.5]`; an open limit is written with a round bracket. */
function shown(repairs: readonly Repair[]): readonly string[] {
  const number = ({ numerator, denominator }: Ratio) => `${Number(numerator) / Number(denominator)}`;
  const interval = ({ least, most }: Interval) =>
    `${least?.isOpen ? '(' : '['}${least ? number(least.value) : ''}, ${most ? number(most.value) : ''}${most?.isOpen ? ')' : ']'}`;
  return repairs.map((repair) =>
    repair.map(({ variable, to }) => `${variable.key} ${interval(to)}`).join(' and '),
  );
}

describe('the smallest change', () => {
  test('of a part above its whole is either of the two', () => {
    expect(shown(localise([atMost(amount('part', 140), amount('whole', 67))]))).toEqual([
      'part [0, 67.5]',
      'whole [139.5, ]',
    ]);
  });

  test('is the one amount that two failing relations share', () => {
    const whole = amount('whole', 67);
    const relations = [atMost(amount('a', 140), whole), adds(whole, amount('b', 100), amount('c', 60))];
    expect(shown(localise(relations))).toEqual(['whole [159, 161]']);
  });

  test('spares an amount that another relation holds in its place', () => {
    const whole = amount('whole', 67);
    const relations = [atMost(amount('part', 140), whole), adds(whole, amount('b', 7), amount('c', 60))];
    expect(shown(localise(relations))).toEqual(['part [0, 67.5]']);
  });

  test('takes two amounts where one does not suffice', () => {
    const relations = [atMost(amount('a', 9), amount('b', 5)), atMost(amount('c', 8), amount('d', 2))];
    expect(shown(localise(relations))).toEqual([
      'a [0, 5.5] and c [0, 2.5]',
      'a [0, 5.5] and d [7.5, ]',
      'b [8.5, ] and c [0, 2.5]',
      'b [8.5, ] and d [7.5, ]',
    ]);
  });

  test('settles the first of two amounts that bind each other, and says what is left for the second', () => {
    const [a, b] = [amount('a', 9), amount('b', 9)];
    const relations = [
      adds(amount('ten', 30, 0), a, b),
      atMost(a, amount('x', 4)),
      atMost(amount('y', 20), b),
    ];
    expect(shown(localise(relations))).toEqual([
      'a [4.5, 4.5] and b [25.5, 25.5]',
      'b [20.5, 21.5] and x [8.5, ]',
    ]);
  });

  test('of a row that falls once is the one that stands out', () => {
    const row = [10, 100, 12, 13].map((value, index) => amount(`y${index}`, value));
    expect(shown(localise([atMost(...row)]))).toEqual(['y1 [9.5, 12.5]']);
  });

  test('stays below the limit where nothing may reach it', () => {
    expect(shown(localise([below(amount('added', 20), amount('output', 18))]))).toEqual([
      'added [0, 18.5)',
      'output (19.5, ]',
    ]);
  });

  test('of a product is any of the three', () => {
    const relation = multiplies(amount('total', 1658), amount('count', 36, 0), amount('each', 10, 0));
    expect(shown(localise([relation]))).toEqual([
      'count [165.75, 165.85]',
      'each [46.041666666666664, 46.06944444444444]',
      'total [360, 360]',
    ]);
  });

  test('is nothing where all holds', () => {
    expect(localise([atMost(amount('part', 67), amount('whole', 67))])).toEqual([]);
  });
});

test('a repair leaves out what hangs together with nothing that fails', () => {
  const [failing, other] = [atMost(amount('a', 9), amount('b', 5)), atMost(amount('x', 1), amount('y', 2))];
  expect(connectedTo('a', [failing, other])).toEqual([failing]);
});

test('hundreds of failing relations end in no repair, and soon', () => {
  const relations = Array.from({ length: 400 }, (_, index) =>
    atMost(amount(`a${index}`, 9), amount(`b${index}`, 5)),
  );
  expect(localise(relations)).toEqual([]);
});

/** Amounts, how they hang together, and which of them are then printed wrong. */
const sketches = (faults: number) =>
  fc.record({
    values: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 7 }),
    picks: fc.array(
      fc.record({
        kind: fc.constantFrom('ascending', 'strict', 'sum', 'product'),
        members: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 2, maxLength: 4 }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    faults: fc.array(fc.record({ at: fc.nat({ max: 20 }), value: fc.nat({ max: 5_000 }) }), {
      minLength: 1,
      maxLength: faults,
    }),
    half: fc.constantFrom(0, 1),
  });

type Sketch = ReturnType<typeof sketches> extends fc.Arbitrary<infer T> ? T : never;

/** Sums and products get a member of their own for the result, so that every relation is true before the faults. */
function systemOf({ values, picks, faults, half }: Sketch) {
  const truth = [...values];
  const drawn = picks.map(({ kind, members: picked }) => {
    const members = [...new Set(picked.map((member) => member % values.length))];
    const [first, second] = members.map((member) => truth[member]!);
    if (kind === 'sum') truth.push(members.reduce((total, member) => total + truth[member]!, 0));
    if (kind === 'product') truth.push(first! * (second ?? 1));
    return { kind, members, result: truth.length - 1 };
  });
  const wrong = new Map(faults.map(({ at, value }) => [at % truth.length, value]));
  const printed = truth.map((value, index) => amount(`v${index}`, wrong.get(index) ?? value, half));
  const relations = drawn.flatMap(({ kind, members, result }): readonly Relation[] => {
    const sorted = [...members].sort((a, b) => truth[a]! - truth[b]!);
    const named = (kind === 'sum' || kind === 'product' ? members : sorted).map((member) => printed[member]!);
    const [first, second] = named;
    if (kind === 'sum') return [adds(printed[result]!, ...named)];
    if (kind === 'product') return first && second ? [multiplies(printed[result]!, first, second)] : [];
    const isStrict =
      kind === 'strict' && new Set(members.map((member) => truth[member])).size === members.length;
    return [isStrict ? below(...named) : atMost(...named)];
  });
  const faulty = [...wrong.keys()].map((index) => ({ key: `v${index}`, truth: ratio(`${truth[index]!}`) }));
  return { relations, faulty };
}

test('the planted fault is among the smallest repairs, with its true value', () => {
  fc.assert(
    fc.property(sketches(1).map(systemOf), ({ relations, faulty }) => {
      fc.pre(relations.some((relation) => !holds(relation)));
      const repairs = localise(relations);
      expect(repairs.every(({ length }) => length === 1)).toBe(true);
      const own = repairs.find(([change]) => change?.variable.key === faulty[0]!.key);
      expect(own && contains(own[0]!.to, faulty[0]!.truth)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('any values out of a repair satisfy all relations at once', () => {
  fc.assert(
    fc.property(sketches(3).map(systemOf), fc.constantFrom(0, 1, 2), ({ relations }, end) => {
      for (const repair of localise(relations)) {
        const changed = new Map(repair.map(({ variable, to }) => [variable.key, point(chosen(to, end))]));
        const failing = relations.filter(
          (relation) => !holds(relation, ({ key, range }) => changed.get(key) ?? range),
        );
        expect(failing).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

/** The lower end, the upper one or a number between, whichever the interval has. */
function chosen(interval: Interval, end: number): Ratio {
  const least = interval.least!.value;
  const most = interval.most?.value ?? sum(least, ratio('1000'));
  const tried = [least, most, middle(least, most)][end]!;
  return contains(interval, tried) ? tried : middle(least, most);
}
