/**
 * I3: no park is there twice, under two ids.
 * Parks of one city with the same name or alias, in either language, or with the same web page. The city counts
 * because 经济开发区 is the name of fifteen zones. Equal codes are told by I1.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import { defineRule, type Finding, labelAt, type RuleContext, type Verdict } from '../define-rule.ts';

const named = (en: string, zh: string, more = '') => `name: { en: ${en}, zh: ${zh} }\n${more}`;

export const distinctParks = defineRule({
  kind: 'dataset',
  id: 'I3',
  title: { en: 'No park is counted twice', zh: '园区不重复' },
  why: 'A park under two ids counts twice in every total, and its figures drift apart.',
  help: 'Merge the two files and keep the other name under `aliases`, or correct the name. Two parks that really share a name are acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'cross-record',
  examples: [
    {
      name: 'two parks',
      yaml: named('Jinshan Industrial Park', '金山工业园区'),
      files: { 'parks/dalu.yaml': named('Dalu Industrial Park', '大路工业园区') },
      outcome: 'pass',
    },
    {
      name: 'one name in other letters, under two ids',
      yaml: named('Dalu industrial park', '大路园区'),
      files: { 'parks/dalu.yaml': named('Dalu Industrial Park', '大路工业园区') },
      outcome: 'finding',
      message: 'perhaps the park `dalu` once more: both are called “Dalu industrial park”',
    },
    {
      name: 'the name of one is the alias of the other',
      yaml: named('Ordos Dalu Park', '大路工业园区'),
      files: {
        'parks/dalu.yaml': named(
          'Dalu Zone',
          '鄂尔多斯大路工业园区',
          'aliases: [{ en: Dalu, zh: 大路工业园区 }]',
        ),
      },
      outcome: 'finding',
      message: 'both are called “大路工业园区”',
    },
    {
      name: 'one page of two parks',
      yaml: named('A', '甲', 'page: { url: "https://example.org/dalu/", source: A }'),
      files: { 'parks/dalu.yaml': named('B', '乙', 'page: { url: "http://example.org/dalu", source: A }') },
      outcome: 'finding',
      message: 'both have the page https://example.org/dalu/',
    },
    {
      name: 'the same name in two cities',
      yaml: named('Economic Development Zone', '经济开发区', 'place: { city: { en: Lu’an, zh: 六安市 } }'),
      files: { 'parks/dalu.yaml': named('Economic Development Zone', '经济开发区') },
      outcome: 'pass',
    },
    { name: 'a single park', yaml: 'figures: {}', outcome: 'not-applicable' },
  ],
  check: (context) => {
    const { parks } = context.dataset;
    const first = new Map<string, Mark>();
    return new Map(
      parks.map((park): [string, Verdict] => {
        const missing = { en: 'There is only one park.', zh: '只有一个园区。' };
        if (parks.length < 2) return [park.id, { applies: false, missing }];
        return [park.id, { applies: true, findings: findingsOf(park, first, context) }];
      }),
    );
  },
});

/** What tells a park from others. */
interface Mark {
  readonly park: ParkRecord;
  readonly kind: 'name' | 'page';
  readonly text: string;
  /** The part of a finding that it belongs to, and what waivers repeat of that. */
  readonly key: string;
  readonly value: string;
  readonly owner: object;
  readonly field: string;
}

/** One finding for each other park, with the first mark that both have. */
function findingsOf(park: ParkRecord, first: Map<string, Mark>, context: RuleContext): readonly Finding[] {
  const met = new Set<ParkRecord>([park]);
  return marksOf(park).flatMap((mark): readonly Finding[] => {
    const identity = identityOf(mark);
    const other = first.get(identity);
    if (!other) first.set(identity, mark);
    if (!other || met.has(other.park)) return [];
    met.add(other.park);
    return [sameMark(mark, other, context)];
  });
}

function marksOf(park: ParkRecord): readonly Mark[] {
  const { name, aliases, page } = park.content.park;
  const names = [name, ...aliases].flatMap((text, index) => {
    const own = {
      key: index === 0 ? 'name' : `aliases/${index}`,
      value: `${text.en} / ${text.zh}`,
      owner: text,
    };
    return (['en', 'zh'] as const).map(
      (field): Mark => ({ park, kind: 'name', text: text[field], field, ...own }),
    );
  });
  if (!page) return names;
  const { url } = page;
  return [...names, { park, kind: 'page', text: url, field: 'url', key: 'page', value: url, owner: page }];
}

/** Equal for names that differ in letter case, hyphens and spaces only, within one city; for addresses of one page. */
function identityOf({ park, kind, text, field }: Mark): string {
  if (kind === 'page') return text.replace(/^https?:\/\/(www\.)?|\/?(#.*)?$/g, '');
  const { country, province, city, district } = park.content.park.place;
  const where = [country, province, city, district].map((place) => place?.zh ?? '');
  return JSON.stringify([field, folded(text), ...where]);
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s‐-―-]+/g, '');
}

function sameMark(mark: Mark, other: Mark, { places }: RuleContext): Finding {
  const words =
    mark.kind === 'page'
      ? { en: `both have the page ${mark.text}`, zh: `两者网页均为${mark.text}` }
      : { en: `both are called “${mark.text}”`, zh: `两者均称“${mark.text}”` };
  const name = other.park.content.park.name.zh;
  return {
    parts: [{ key: mark.key, value: mark.value, figure: null }],
    message: {
      en: `perhaps the park \`${other.park.id}\` once more: ${words.en}`,
      zh: `可能与“${name}”为同一园区：${words.zh}`,
    },
    primary: labelAt(places, mark.owner, mark.field, 'here'),
    labels: [labelAt(places, other.owner, other.field, `of ${other.park.id}`)],
  };
}
