import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantityText } from '../template/helpers/numbers.ts';
import { decimal, exactDecimal, plainText, roundRatio, scale } from './decimal.ts';
import { readPrinted } from './printed/index.ts';
import type { Lang, Quantity } from './publication.ts';
import { compare, convert, parseQuantity, rangeOf } from './quantity.ts';
import { type Dimension, units } from './units.ts';

test.each([
  ['8 km2', 'area', '8', 'km2', 0],
  ['8km²', 'area', '8', 'km2', 0],
  ['27.960 sq km', 'area', '27.96', 'km2', -3],
  ['2,796.11 ha', 'area', '2796.11', 'ha', -2],
  ['12万亩', 'area', '120000', 'mu', 4],
  ['79.14 billion CNY', 'money', '79140000000', 'CNY', 7],
  ['791.4亿元', 'money', '79140000000', 'CNY', 7],
  ['1.2 万亿 元', 'money', '1200000000000', 'CNY', 11],
  ['16.58 billion yuan', 'money', '16580000000', 'CNY', 7],
  ['11.8 billion USD', 'money', '11800000000', 'USD', 8],
  ['-3.5 %', 'share', '-3.5', 'percent', -1],
  ['166', 'count', '166', 'count', 0],
  ['4,600', 'count', '4600', 'count', 0],
  ['5.5 million', 'people', '5500000', 'people', 5],
  ['110 kV', 'voltage', '110', 'kV', 0],
  ['50 k', 'people', '50000', 'people', 3],
  ['0.080 t', 'mass', '0.08', 't', -3],
] as const)('%s', (text, dimension, value, unit, digit) => {
  expect(parseQuantity(text, dimension)).toEqual({ value: { value, unit, digit, bound: 'exact' } });
});

describe('what is not a quantity says what to write', () => {
  test.each<[string, Dimension, string, string]>([
    ['8 sqkm', 'area', 'unknown unit `sqkm`', 'Did you mean `sq km`?'],
    ['8', 'area', 'the unit is missing', 'Write it behind the number: 27.96 km2.'],
    ['8 km', 'area', '`km` measures length, but area is expected', 'Write for example 27.96 km2.'],
    ['8 km2', 'count', '`km2` measures area, but a count is expected', 'Write for example 166.'],
    ['110 kV', 'power', '`kV` measures voltage, but power is expected', 'Write for example 240 MVA.'],
    ['27,96 km2', 'area', '`27,96` has a comma where none can stand', 'The decimal mark is a point: 27.96.'],
    [
      '2.886,7 ha',
      'area',
      '`2.886,7` has a comma where none can stand',
      'The decimal mark is a point: 2886.7.',
    ],
    [
      '1,00,000',
      'count',
      '`1,00,000` has a comma where none can stand',
      'Group by three or not at all: 100000.',
    ],
    ['８ km2', 'area', '`８ km2` has full-width digits', 'Write 8 km2.'],
    ['6.7e10 CNY', 'money', '`6.7e10` has an exponent', 'Write the digits, or a word: 67 billion.'],
    [
      '010 km2',
      'area',
      '`010` begins with a zero (YAML 1.1 read such numbers in base 8)',
      'Write 10, or put a code into quotes where a text is expected.',
    ],
    [
      '1.4亿 billion',
      'money',
      '`1.4亿 billion` multiplies twice: by 亿 and by billion',
      'Keep the one that the source prints, and its unit behind it.',
    ],
    [
      '3 million 万元',
      'money',
      '`3 million 万元` multiplies twice: by million and by 万',
      'Keep the one that the source prints, and its unit behind it.',
    ],
    ['1_000', 'count', '`1_000`: digits are not joined by underscores (YAML 1.1 allowed it)', 'Write 1000.'],
    [
      '12:30',
      'time',
      '`12:30` is no number (YAML 1.1 read it in base 60)',
      'Write a duration with its unit: 12.5 h, 750 min.',
    ],
    ['0x10', 'count', '`0x10` is not decimal', 'Write it with the digits 0 to 9.'],
    [
      'about 5 km',
      'length',
      '`about 5 km` says more than an amount',
      'Write the amount only, and `bound: about`, `more-than`, `at-least`, `nearly` or `up-to` beside it.',
    ],
    [
      '30-40 km',
      'length',
      '`30-40 km` is a range',
      'Write two claims, one with `bound: at-least` and one with `bound: up-to`.',
    ],
    [
      '¥5 million',
      'money',
      '`¥5 million` begins with a currency sign',
      'Write the currency behind the amount: 79.14 billion CNY.',
    ],
    ['-8 km2', 'area', '`-8 km2` is negative', 'Area cannot be below zero.'],
    ['TBD', 'area', '`TBD` is not a quantity', 'Begin with digits: 27.96 km2.'],
    ['67 bilion CNY', 'money', 'unknown unit `bilion CNY`', 'Did you mean `billion CNY`?'],
  ])('%s as %s', (text, dimension, message, help) => {
    expect(parseQuantity(text, dimension).fault).toMatchObject({ message, help });
  });

  test('however long it is', () => {
    expect(parseQuantity('9'.repeat(1_000_000), 'count').fault?.message.length).toBeLessThan(100);
    expect(parseQuantity(`${'1,'.repeat(100_000)}1`, 'count').fault?.message.length).toBeLessThan(100);
  });
});

const of = (text: string) => parseQuantity(text).value!;

test('converts exactly, also through the mu', () => {
  expect(exactDecimal(convert(of('15 mu'), 'ha')!)).toBe('1');
  expect(exactDecimal(convert(of('27.96 km2'), 'ha')!)).toBe('2796');
  expect(exactDecimal(convert(of('2796.11 ha'), 'km2')!)).toBe('27.9611');
  expect(exactDecimal(convert(of('20 min'), 'h')!)).toBeUndefined();
  expect(roundRatio(convert(of('1 mu'), 'm2')!, 2)).toBe('666.67');
  expect(roundRatio(convert(of('1 mu'), 'ha')!, 4)).toBe('0.0667');
  expect(roundRatio(convert(of('-2.5 %'), 'percent')!, 0)).toBe('-2');
  expect(convert(of('1 CNY'), 'USD')).toBeUndefined();
  expect(convert(of('1 MVA'), 'MW')).toBeUndefined();
});

test('compares exactly', () => {
  expect(compare(of('15 mu'), of('1 ha'))).toBe(0);
  expect(compare(of('79.14 billion CNY'), of('791.4亿元'))).toBe(0);
  expect(compare(of('0.1 km2'), of('10.0000000000000000001 ha'))).toBe(-1);
  expect(compare(of('1 km'), of('1 km2'))).toBeUndefined();
});

test('the printed digits and the bound decide how far a value reaches', () => {
  const range = (text: string, bound: 'exact' | 'more-than' | 'about' | 'up-to' = 'exact') => {
    const { least, most } = rangeOf({ ...of(text), bound });
    return [least?.toFixed(), most?.toFixed()];
  };
  expect(range('67 billion CNY')).toEqual(['66500000000', '67500000000']);
  expect(range('16.58 billion CNY')).toEqual(['16575000000', '16585000000']);
  expect(range('100 billion CNY', 'more-than')).toEqual(['99500000000', undefined]);
  expect(range('8 km2', 'up-to')).toEqual([undefined, '8.5']);
  expect(range('8 km2', 'about')).toEqual(['3', '13']);
});

test('a conversion there and back changes nothing', () => {
  const areas = ['m2', 'ha', 'km2', 'mu'];
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 20n),
      fc.nat(6),
      fc.constantFrom(...areas),
      fc.constantFrom(...areas),
      (digits, places, from, to) => {
        const written = digits.toString().padStart(places + 1, '0');
        const text = places === 0 ? written : `${written.slice(0, -places)}.${written.slice(-places)}`;
        const quantity = of(`${text} ${from}`);
        const there = convert(quantity, to)!;
        const unit = convert({ value: '1', unit: to }, from)!;
        const back = there.numerator
          .times(unit.numerator)
          .eq(there.denominator.times(unit.denominator).times(quantity.value));
        expect(back).toBe(true);
      },
    ),
  );
});

/** Whole and decimal amounts of every unit, up to 10^15, negative where the unit allows it. Things are counted whole. */
const printedQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    unit: fc.constantFrom(...Object.keys(units)),
    digits: fc.bigInt(0n, 10n ** 9n),
    digit: fc.integer({ min: -4, max: 9 }),
    isNegative: fc.boolean(),
  })
  .map(({ unit, digits, digit, isNegative }) => {
    const { dimension } = units[unit]!;
    const isCounted = dimension === 'count' || dimension === 'people';
    const exponent = isCounted ? Math.max(0, digit) : digit;
    const mayBeNegative = dimension === 'money' || dimension === 'share';
    const amount = scale(decimal(digits.toString()), exponent);
    const value = plainText(isNegative && mayBeNegative && digits > 0n ? amount.neg() : amount);
    return { value, unit, digit: exponent, bound: 'exact' };
  });

const langs = ['en', 'zh'] as const satisfies readonly Lang[];

describe.each(langs)('printed with its full scale words (%s)', (lang) => {
  test('every quantity parses back to the same value and unit', () => {
    fc.assert(
      fc.property(printedQuantity, (quantity) => {
        const parsed = parseQuantity(quantityText(quantity, lang), units[quantity.unit]!.dimension);
        expect(parsed.value).toMatchObject({ value: quantity.value, unit: quantity.unit });
      }),
      { numRuns: 500 },
    );
  });

  test('every quantity is read in running text with the same value, and the unit if one is printed', () => {
    fc.assert(
      fc.property(printedQuantity, fc.constantFrom('', '（', 'is ', '为'), (quantity, before) => {
        // Four digits and 年 are a calendar year, whatever was meant.
        fc.pre(quantity.unit !== 'a' || !/^\d{4}$/.test(quantity.value));
        const printed = quantityText(quantity, lang);
        const readings = readPrinted(`${before}${printed}`);
        const isUnitPrinted = !['count', 'people'].includes(quantity.unit);
        expect(readings).toMatchObject([
          {
            kind: 'number',
            value: quantity.value,
            unit: isUnitPrinted ? quantity.unit : null,
            bound: 'exact',
          },
        ]);
        const [only] = readings;
        expect(`${before}${printed}`.slice(only!.start, only!.end)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});

test('bounds are printed for readers and read back by readPrinted in both languages', () => {
  const bounds = ['more-than', 'at-least', 'about', 'nearly', 'up-to'] as const;
  fc.assert(
    fc.property(
      printedQuantity,
      fc.constantFrom(...bounds),
      fc.constantFrom(...langs),
      (quantity, bound, lang) => {
        fc.pre(quantity.unit !== 'a' && !quantity.value.startsWith('-'));
        const [reading] = readPrinted(quantityText({ ...quantity, bound }, lang));
        expect(reading).toMatchObject({ value: quantity.value, bound });
      },
    ),
  );
});
