import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Quantity } from '../publication.ts';
import type { Dimension } from '../units.ts';
import { parseValue } from '../value.ts';
import { verbatimFits } from './index.ts';

function fitOf(verbatim: string, written: string, dimension: Dimension, bound: Quantity['bound'] = 'exact') {
  const value = parseValue(written, dimension).value!;
  const bounded = value.quantity ? { ...value, quantity: { ...value.quantity, bound } } : value;
  return verbatimFits(verbatim, bounded, dimension);
}

test.each<[string, string, Dimension]>([
  ['67 billion yuan', '67 billion CNY', 'money'],
  ['140 billion', '140 billion CNY', 'money'],
  ['140亿元', '14 billion CNY', 'money'],
  ['$487.4 million', '487.4 million USD', 'money'],
  ['16.6 billion yuan', '16.58 billion CNY', 'money'],
  ['2796.11', '2796.11 ha', 'area'],
  ['27.96平方公里', '2796.11 ha', 'area'],
  ['956.0', '956 ha', 'area'],
  ['8 sq km', '8 km2', 'area'],
  ['15亩', '1 ha', 'area'],
  ['two kilometers', '2 km', 'length'],
  ['20-minutes', '20 min', 'time'],
  ['seven', '7', 'count'],
  ['second', '2', 'count'],
  ['七家', '7', 'count'],
  ['1.2万人', '12000', 'people'],
  ['40 percent', '40 %', 'share'],
  ['half of the total', '50 %', 'share'],
  ['一半', '50 %', 'share'],
  ['down 3.5 percent', '-3.5 %', 'share'],
  ['110 kilovolt', '110 kV', 'voltage'],
  ['36 projects of 100 million yuan each', '100 million CNY', 'money'],
  ['2006', '2006', 'year'],
  ['2011.04', '2011-04', 'date'],
  ['April 2011', '2011', 'year'],
  ['2011年4月', '2011-04', 'date'],
  ['2011', '2011-04', 'date'],
  ['Dec 11, 2017', '2017-12-11', 'date'],
  ['S159041', 'S159041', 'code'],
  ['代码：S159041', 'S159041', 'code'],
  ['(0472) 591 2020', '0472-591-2020', 'phone'],
  ['+86 472 5912020', '0472-591-2020', 'phone'],
])('“%s” says %s', (verbatim, written, dimension) => {
  expect(fitOf(verbatim, written, dimension)).toEqual({ outcome: 'fits' });
});

test.each<[string, string, Dimension]>([
  ['so far', '67 billion CNY', 'money'],
  ['47,17 Ha', '47.17 ha', 'area'],
  ['of late', '2006', 'year'],
  ['', '2006', 'code'],
])('“%s” says nothing of %s', (verbatim, written, dimension) => {
  expect(fitOf(verbatim, written, dimension)).toEqual({ outcome: 'unreadable' });
});

describe('what differs says what the text says, and the usual slip behind it', () => {
  test.each<[string, string, Dimension, string, RegExp | null]>([
    ['140亿元', '140 billion CNY', 'money', '14 billion CNY', /亿 is a hundred million/],
    ['14 billion yuan', '140 billion CNY', 'money', '14 billion CNY', /亿 is a hundred million/],
    ['5万人', '5000', 'people', '50000', /万 is ten thousand/],
    ['67', '67 billion CNY', 'money', '67', /lacks the word “billion”/],
    ['21.86 sq m', '21.86 km2', 'area', '21.86 m2', /same in km2 .*million square metres/],
    ['1200亩', '1200 ha', 'area', '1200 mu', /15 mu are a hectare/],
    ['980 ha', '980 km2', 'area', '980 ha', /100 hectares/],
    ['0.4', '40 %', 'share', '0.4', /a share of 0.4 is 40 %/],
    ['16.85 billion yuan', '16.58 billion CNY', 'money', '16.85 billion CNY', /digits 85 and 58 are swapped/],
    ['110 kV', '11 kV', 'voltage', '110 kV', /factor of 10\./],
    ['2796.11', '2796 ha', 'area', '2796.11', null],
    ['170', '166', 'count', '170', null],
    ['-3.5 %', '3.5 %', 'share', '-3.5 %', /sign/],
    ['more than 4,600', '4600', 'count', 'more than 4600', /bound: more-than/],
    ['11.8 billion US dollars', '11.8 billion CNY', 'money', '11.8 billion USD', /in USD, the value in CNY/],
    ['5 billion baht', '5 billion CNY', 'money', '5 billion THB', /in THB, the value in CNY/],
    ['$38.7 billion yuan', '38.7 billion CNY', 'money', '38.7 billion USD or CNY', /two currencies/],
    ['500 acres', '500 ha', 'area', '500 acres', /not a unit of the table/],
    ['8 km', '8 km2', 'area', '8 km', /different things/],
    ['2013', '2006', 'year', '2013', null],
    ['April 2011', '2011', 'date', '2011-04', /more exact/],
    ['S159042', 'S159041', 'code', 'S159042', null],
    ['S1590411', 'S159041', 'code', 'S1590411', null],
    ['0472-591-2021', '0472-591-2020', 'phone', '0472-591-2021', null],
  ])('“%s” is not %s', (verbatim, written, dimension, says, hint) => {
    const fit = fitOf(verbatim, written, dimension);
    expect(fit).toMatchObject({ outcome: 'differs', says });
    const found = fit.outcome === 'differs' ? fit.hint : null;
    if (hint === null) expect(found).toBeNull();
    else expect(found).toMatch(hint);
  });
});

test('a bound that only the claim states does not matter, the same on both sides fits', () => {
  expect(fitOf('4600', '4600', 'count', 'more-than').outcome).toBe('fits');
  expect(fitOf('超过4600家', '4600', 'count', 'more-than').outcome).toBe('fits');
  expect(fitOf('4600家以上', '4600', 'count', 'more-than').outcome).toBe('fits');
  expect(fitOf('nearly 4600', '4600', 'count', 'more-than').outcome).toBe('differs');
});

test('every verbatim text in data/parks fits its value', () => {
  const folder = new URL('../../../data/parks/', import.meta.url);
  const metrics = parseDocument(readFileSync(new URL('../metrics.yaml', folder), 'utf8')).toJS().metrics;
  const misfits: string[] = [];
  let count = 0;
  for (const file of readdirSync(folder)) {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(new URL(file, folder), 'utf8'), { lineCounter: lines });
    visit(document, {
      Map(_, node, path) {
        const verbatim = node.get('verbatim');
        const value = node.get('value', true);
        if (typeof verbatim !== 'string' || !isScalar(value)) return;
        const figure = path.flatMap((parent) =>
          isMap(parent) || !('key' in parent) ? [] : [String(parent.key)],
        )[1];
        const dimension = metrics[figure ?? '']?.dimension;
        if (dimension === undefined) return;
        count += 1;
        const bound = (node.get('bound') as Quantity['bound'] | undefined) ?? 'exact';
        const fit = fitOf(verbatim, value.source ?? String(value.value), dimension, bound);
        if (fit.outcome !== 'fits')
          misfits.push(`${file}:${lines.linePos(node.range![0]).line}: ${verbatim}: ${JSON.stringify(fit)}`);
      },
    });
  }
  expect(misfits).toEqual([]);
  expect(count).toBeGreaterThan(20);
});
