import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { numbersOf, sameNumbers } from './index.ts';

function unmatched(en: string, zh: string) {
  const { en: english, zh: chinese } = sameNumbers(en, zh);
  return {
    en: english.map(({ start, end }) => en.slice(start, end)),
    zh: chinese.map(({ start, end }) => zh.slice(start, end)),
  };
}
const none = { en: [], zh: [] };

test.each([
  ['67 billion yuan', '670亿元'],
  ['an amount of 14 billion (140 亿)', '140亿元'],
  ['in October 2007', '2007年10月'],
  ['from October to December 2007', '2007年10月至12月'],
  ['between 1999–2013', '1999—2013年'],
  ['the plan of 2007', '2007年规划'],
  ['two railway lines', '2条铁路线'],
  ['7 sub-parks', '七个园中园'],
  ['seven sub-parks', '众多园中园'],
  ['a mean', '平均每个'],
  ['49 firms, 40 percent', '49家企业，占百分之四十'],
  ['half of the total', '占总数的50%'],
  ['30–40 km', '30～40公里'],
  ['10–20 billion yuan', '100亿—200亿元'],
  ['No 1 Machinery Group', '第一机械集团'],
  ['G110, GB 50137, Class A1 and https://a.example/12', 'G110公路、《城市用地分类》'],
  ['revision 358d79bb', '版本'],
  ['the 12th plan', '“十二五”规划'],
  ['1 hour', '60分钟'],
  ['8 km²', '800公顷'],
  ['Fortune 500', '世界500强'],
  ['100 bn CNY', '1000亿元'],
  ['50,000 people', '5万'],
  ['the 1990s', '上世纪90年代'],
  ['11 December 2017', '2017年12月11日'],
])('%s = %s', (en, zh) => {
  expect(unmatched(en, zh)).toEqual(none);
});

test.each<[string, string, string[], string[]]>([
  ['67 billion yuan', '67亿元', ['67 billion yuan'], ['67亿元']],
  ['140 billion of 67 billion', '140亿元、670亿元', ['140 billion'], ['140亿元']],
  ['in October 2007', '2007年11月', ['October 2007'], ['2007年11月']],
  ['166 enterprises', '入驻企业', ['166'], []],
  ['enterprises', '入驻企业166家', [], ['166家']],
  ['31.46 percent', '31.64%', ['31.46 percent'], ['31.64%']],
  ['8 sq m', '8平方公里', ['8 sq m'], ['8平方公里']],
  ['11.8 billion yuan', '118亿美元', ['11.8 billion yuan'], ['118亿美元']],
  ['7 sub-parks', '六个园中园', ['7'], []],
  ['founded in 2006', '2016年成立', ['2006'], ['2016年']],
  ['30–40 km', '30～50公里', ['40 km'], ['50公里']],
])('%s is not %s', (en, zh, english, chinese) => {
  expect(unmatched(en, zh)).toEqual({ en: english, zh: chinese });
});

test('numbersOf gives what needs a partner: digits, not words', () => {
  const texts = (text: string, lang: 'en' | 'zh') =>
    numbersOf(text, lang).map(({ start, end }) => text.slice(start, end));
  expect(texts('seven parks of 8 sq km in 2016 along the G110', 'en')).toEqual(['8 sq km', '2016']);
  expect(texts('2016年建成七个园，共8平方公里', 'zh')).toEqual(['2016年', '8平方公里']);
});

const root = new URL('../../../', import.meta.url);

function documentOf(path: string) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(new URL(path, root), 'utf8'), { lineCounter: lines });
  return { document, lineOf: (offset: number) => lines.linePos(offset).line };
}

interface Pair {
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

/** Every `{en, zh}` of a data file. */
function pairsOf(path: string): readonly Pair[] {
  const { document, lineOf } = documentOf(path);
  const pairs: Pair[] = [];
  visit(document, {
    Map(_, node: YAMLMap) {
      const [en, zh] = [node.get('en'), node.get('zh')];
      if (typeof en === 'string' && typeof zh === 'string')
        pairs.push({ place: `${path}:${lineOf(node.range![0])}`, en, zh });
    },
  });
  return pairs;
}

/** The strings of a template in both languages. */
function stringsOf(path: string): readonly Pair[] {
  const chinese = documentOf(path.replace('.en.', '.zh.')).document;
  const { document, lineOf } = documentOf(path);
  const pairs: Pair[] = [];
  visit(document, {
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(key) || !isScalar(value)) return;
      const keys = [
        ...ancestors.flatMap((each) => ('key' in each && isScalar(each.key) ? [each.key.value] : [])),
        key.value,
      ];
      const zh = chinese.getIn(keys);
      if (typeof value.value === 'string' && typeof zh === 'string')
        pairs.push({ place: `${path}:${lineOf(value.range![0])}`, en: value.value, zh });
    },
  });
  return pairs;
}

/** Files below a folder by the end of their names, as paths from the root. */
function files(folder: string, ending: string): readonly string[] {
  const names = readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

test('no bilingual text of data/ and templates/ raises an alarm', () => {
  const pairs = [
    ...files('data', '.yaml').flatMap(pairsOf),
    ...files('templates', 'strings.en.yaml').flatMap(stringsOf),
  ];
  const alarms = pairs.flatMap(({ place, en, zh }) => {
    const found = unmatched(en, zh);
    return found.en.length + found.zh.length === 0 ? [] : [{ place, ...found }];
  });
  expect(alarms).toEqual([]);
  expect(pairs.length).toBeGreaterThan(300);
});

test('a slip planted in the last digit of any number of the data is found, unless the text has that number too', () => {
  const slips = files('data/parks', '.yaml')
    .flatMap(pairsOf)
    .flatMap(({ place, en, zh }) =>
      numbersOf(zh, 'zh').flatMap((reading) => {
        const printed = zh.slice(reading.start, reading.end);
        const slipped = printed.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10));
        const changed = `${zh.slice(0, reading.start)}${slipped}${zh.slice(reading.end)}`;
        const found = unmatched(en, changed);
        const isFound = found.en.length + found.zh.length > 0;
        return isFound || en.includes(slipped) ? [] : [{ place, printed, slipped }];
      }),
    );
  expect(slips).toEqual([]);
});
