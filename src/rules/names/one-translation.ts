/**
 * L2: one name has one translation, in all parks.
 * Names of parks and their parts, places, enterprises, bodies and destinations. The translation that is written most
 * often is held to be the usual one, of equals the first; the others are told.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import type { Bilingual, Lang } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, type RuleContext, type Verdict } from '../define-rule.ts';
import { entryKey } from '../figures.ts';

const park = (place: string, more = '') => `place: { city: ${place} }\n${more}`;

export const oneTranslation = defineRule({
  kind: 'dataset',
  id: 'L2',
  title: { en: 'One name has one translation', zh: '同一名称译法统一' },
  why: 'Readers take two translations of a name for two things, and a search finds half of them.',
  help: 'Choose one spelling and use it in all files. Names that are official as they are can be acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'cross-record',
  examples: [
    {
      name: 'the same in both files',
      yaml: park('{ en: Baotou, zh: 包头市 }'),
      files: { 'parks/bayan.yaml': park('{ en: Baotou, zh: 包头市 }') },
      outcome: 'pass',
    },
    {
      name: 'two Chinese names of one city',
      yaml: park('{ en: Baotou, zh: 包头 }'),
      files: { 'parks/bayan.yaml': park('{ en: Baotou, zh: 包头市 }') },
      outcome: 'finding',
      message: '“Baotou” is “包头” here and “包头市” in `bayan`',
    },
    {
      name: 'two spellings of a zone in one file',
      yaml: 'short: { en: Rare Earth High-Tech Zone, zh: 稀土高新区 }\naliases: [{ en: Rare-Earth High-tech Zone, zh: 稀土高新区 }]',
      outcome: 'finding',
      message:
        '“稀土高新区” is “Rare-Earth High-tech Zone” here and “Rare Earth High-Tech Zone” in this file: they differ only in hyphens, spaces and capitals',
    },
    {
      name: 'the rarer of two translations is told',
      yaml: park('{ en: Erdos, zh: 鄂尔多斯市 }'),
      files: {
        'parks/a.yaml': park('{ en: Ordos, zh: 鄂尔多斯市 }'),
        'parks/b.yaml': park('{ en: Ordos, zh: 鄂尔多斯市 }'),
      },
      outcome: 'finding',
      message: '“鄂尔多斯市” is “Erdos” here and “Ordos” in `a`',
    },
    {
      name: 'every name is there once',
      yaml: 'place: { city: { en: Town, zh: 镇 }, province: { en: Land, zh: 省 }, country: { en: Thailand, zh: 泰国 } }\nname: { en: Example, zh: 园区 }\nshort: { en: Ex, zh: 园 }',
      outcome: 'not-applicable',
    },
  ],
  check: (context) => {
    const parks = context.dataset.parks.map((record) => ({ record, names: namesOf(record) }));
    const all = parks.flatMap(({ names }) => names);
    const usage = { en: usageOf(all, 'en'), zh: usageOf(all, 'zh') };
    return new Map(
      parks.map(({ record, names }): [string, Verdict] => {
        const repeated = names.filter(
          ({ text }) => usage.en.get(text.en)!.times + usage.zh.get(text.zh)!.times > 2,
        );
        if (repeated.length === 0) {
          const missing = { en: 'No name occurs twice.', zh: '没有重复出现的名称。' };
          return [record.id, { applies: false, missing }];
        }
        return [record.id, { applies: true, findings: findingsOf(repeated, usage, context) }];
      }),
    );
  },
});

interface Name {
  readonly park: ParkRecord;
  readonly key: string;
  readonly text: Bilingual;
}

/** How often a name occurs, and where its usual translation was met first. */
interface Usage {
  readonly times: number;
  readonly usual: Name;
}

type Usages = Readonly<Record<Lang, ReadonlyMap<string, Usage>>>;

function namesOf(record: ParkRecord): readonly Name[] {
  const { name, short, aliases, place, enterprises, sub_parks, access, honours, honour_bodies } =
    record.content.park;
  const named = <T>(
    list: Parameters<typeof entryKey>[0],
    items: readonly T[],
    text: (item: T) => Bilingual | null,
  ) => items.map((item, index) => ({ key: entryKey(list, index), text: text(item) }));
  const texts: readonly { readonly key: string; readonly text: Bilingual | null }[] = [
    { key: 'name', text: name },
    ...(isSame(short, name) ? [] : [{ key: 'short', text: short }]),
    ...aliases.map((text, index) => ({ key: `aliases/${index + 1}`, text })),
    ...(['country', 'province', 'city', 'district'] as const).map((level) => ({
      key: `place.${level}`,
      text: place[level],
    })),
    ...named('enterprises', enterprises, (item) => item.name),
    ...named('sub_parks', sub_parks, (item) => item.name),
    ...named('access', access, (item) => item.name),
    ...named('honours', honours, (item) => item.body),
    ...named('honour_bodies', honour_bodies, (item) => item.name),
  ];
  return texts.flatMap(({ key, text }) => (text ? [{ park: record, key, text }] : []));
}

/** By name in one language: how often it occurs, and with which translation most often. */
function usageOf(names: readonly Name[], lang: Lang): ReadonlyMap<string, Usage> {
  const translated = lang === 'en' ? 'zh' : 'en';
  const tally = new Map<string, Map<string, { times: number; readonly first: Name }>>();
  for (const name of names) {
    const own = name.text[lang];
    const translations = tally.get(own) ?? new Map<string, { times: number; readonly first: Name }>();
    tally.set(own, translations);
    const counted = translations.get(name.text[translated]);
    if (counted) counted.times += 1;
    else translations.set(name.text[translated], { times: 1, first: name });
  }
  return new Map(
    [...tally].map(([own, translations]): [string, Usage] => {
      const counted = [...translations.values()];
      const usual = counted.reduce((best, each) => (each.times > best.times ? each : best));
      return [own, { times: counted.reduce((sum, { times }) => sum + times, 0), usual: usual.first }];
    }),
  );
}

/** Each unusual translation of a park once. */
function findingsOf(names: readonly Name[], usage: Usages, context: RuleContext): readonly Finding[] {
  const told = new Set<string>();
  return names.flatMap((name) =>
    (['en', 'zh'] as const).flatMap((lang): readonly Finding[] => {
      const { usual } = usage[lang].get(name.text[lang])!;
      const other = lang === 'en' ? 'zh' : 'en';
      if (usual.text[other] === name.text[other]) return [];
      const key = JSON.stringify([lang, name.text.en, name.text.zh]);
      if (told.has(key)) return [];
      told.add(key);
      return [unusual(name, usual, other, context)];
    }),
  );
}

function unusual(name: Name, usual: Name, other: Lang, { places }: RuleContext): Finding {
  const lang = other === 'en' ? 'zh' : 'en';
  const [mine, theirs, common] = [name.text[other], usual.text[other], name.text[lang]];
  const isHere = usual.park === name.park;
  const inSpelling = folded(mine) === folded(theirs);
  const there = {
    en: isHere ? 'in this file' : `in \`${usual.park.id}\``,
    zh: isHere ? '本文件他处' : `“${usual.park.content.park.name.zh}”`,
  };
  return {
    parts: [{ key: name.key, value: `${name.text.en} / ${name.text.zh}`, figure: null }],
    message: {
      en: `“${common}” is “${mine}” here and “${theirs}” ${there.en}${inSpelling ? ': they differ only in hyphens, spaces and capitals' : ''}`,
      zh: `“${common}”此处作“${mine}”，${there.zh}作“${theirs}”${inSpelling ? '，仅连字符、空格或大小写不同' : ''}`,
    },
    primary: labelAt(places, name.text, other, 'here'),
    labels: [labelAt(places, usual.text, other, 'the usual one')],
  };
}

function isSame(a: Bilingual, b: Bilingual): boolean {
  return a.en === b.en && a.zh === b.zh;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[\s‐-―-]+/g, '');
}
