/** The real data through the real templates: what the seed page says must be printed, in both languages. */
import { beforeAll, expect, test } from 'vitest';
import { foldersFor, openWorld } from './build/world.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Lang } from './model/publication.ts';
import { tablesOf } from './model/tables.ts';
import { layOut, mergeTarget, type Plan, planPress, press, publicationOfPark } from './press.ts';
import { readSheets } from './sheet/package/read-cells.ts';
import { openPackage } from './sheet/package/zip.ts';

const world = openWorld(foldersFor({}, '/'), undefined);
let plan: Plan;
let told: readonly Diagnostic[];

beforeAll(() => {
  const planned = planPress(world);
  expect(planned.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  told = planned.diagnostics;
  plan = planned.value!;
});

/** All text of a brochure in the order of the pages, without white space. */
async function printed(park: string, lang: Lang): Promise<string> {
  const target = plan.targets.find(({ path }) => path === `${park}/brochure.${lang}.pdf`)!;
  const merged = await mergeTarget(target, plan);
  const laidOut = await layOut(merged.value!, world);
  expect(laidOut.diagnostics).toEqual([]);
  const items = laidOut.value!.pages.flatMap((page) => page.items);
  const words = items.map((item) => (item.kind === 'text' ? item.run.text : ''));
  return words.join('').replace(/\s/g, '');
}

const facts: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'Baotou Equipment Manufacturing Industrial Park | 包头装备制造产业园 | north of Qingshan district | Founded | 2006',
    'Heavy vehicles | New energy | Railways | fully-mechanized coal processing | Electromechanical and engineering equipment',
    '8 sq km | along the G110 | 5 sq km | 32 sq km | many key projects | 170 | Supporting enterprises',
    'Inner Mongolia No 1 Machinery Group | North Heavy Industries Group',
    'National military equipment | Heavy-duty motors | Railway vehicles | Forging of large military and civilian products',
    'Sewage treatment plant | Natural gas pressure regulating station | Refuse transfer station | Transformer substation | 110 kV',
    'leading in Northwest China and in the country | 2 km | 20 min | 30 min | Beijing–Tibetan Highway | G110 Highway',
    '“Chinese Weapons” Baotou High-end Equipment Park | New-style industrial park | Peking Science and Technology Park | Lide Motor Center',
    'Small and medium-sized private enterprise park | Supporting park for production and living | Sino-German Equipment Industrial Park',
    'International Container Transfer Station | Two special railway lines | Hohhot, Baotou and Ordos',
    'Second park of the region | “100 billion yuan” | 2013',
    'Baotou National Equipment Manufacturing High-tech Industrialization Base | National New Industrialization Demonstration Base',
    'Science and Technology Agency of Inner Mongolia | Ministry of Science and Technology | Ministry of Industry and Information Technology',
    '2016 | 36 | “100 million yuan” | “16.58 billion yuan” | “so far” | 166 | “67 billion yuan” | “140 billion”',
    'Updated: Dec 11, 2017 | “Industrial Parks” | Print and Share to WeChat | copyright 2024 China Daily | 11010502032503',
  ],
  zh: [
    '包头装备制造产业园 | Baotou Equipment Manufacturing Industrial Park | 青山区北部 | 成立时间 | 2006年',
    '重型车辆 | 新能源 | 铁路 | 综合机械化煤炭加工 | 机电与工程装备',
    '“8 sq km” | 沿G110公路 | “5 sq km” | “32 sq km” | 众多重点项目 | 170 | 配套企业',
    '内蒙古第一机械集团 | 北方重工业集团 | 国家军工装备 | 重型电机 | 铁路车辆 | 大型军民两用产品锻造',
    '污水处理厂 | 天然气调压站 | 垃圾转运站 | 变电站 | 110 kV | 西北地区乃至全国领先',
    '2公里 | 20分钟 | 30分钟 | 京藏高速公路 | G110公路 | 国际集装箱中转站 | 两条铁路专用线 | 呼和浩特、包头、鄂尔多斯',
    '“中国兵器”包头高端装备园 | 新型工业园 | 北京科技园 | Lide电机中心 | 中小民营企业园 | 生产生活配套园 | 中德装备产业园',
    '第二个 | 1000亿元 | 包头国家装备制造高新技术产业化基地 | 国家新型工业化产业示范基地',
    '内蒙古自治区科学技术厅 | 科学技术部 | 工业和信息化部 | 2016年 | 36 | 1亿元 | 165.8亿元 | 166 | 670亿元 | 1400亿元',
    'Updated: Dec 11, 2017 | 产业园区 | 打印 | 分享到微信 | 2024年 | 11010502032503',
  ],
};

test.each(['en', 'zh'] as const)('the brochure in %s prints every fact of the seed page', async (lang) => {
  const text = await printed('baotou-equipment', lang);
  const missing = facts[lang]
    .flatMap((line) => line.split(' | '))
    .filter((fact) => !text.includes(fact.replace(/\s/g, '')));
  expect(missing).toEqual([]);
});

test('sections without data vanish', async () => {
  const text = await printed('baotou-rare-earth', 'en');
  for (const heading of ['Locationandaccess', 'Sub-parks', 'Honours', 'Infrastructure'])
    expect(text).not.toContain(heading);
  expect(text).toContain('Economicfigures');
});

/** What the page contradicts itself in: the rule that finds it, both places, and the title of the note that is printed. */
const contradictions = [
  {
    rule: 'P1',
    places: ['170', '166'],
    note: 'Three counts of enterprises',
    brochure: ['170', '“sofar”', '166'],
  },
  {
    rule: 'P1',
    places: ['140 billion CNY', '67 billion CNY'],
    note: 'A part larger than its whole',
    brochure: ['“140billion”', '“67billionyuan”', 'Acknowledgedbytheeditoruntil31December2027'],
  },
  {
    rule: 'P6',
    places: ['16.58 billion CNY', '36', '100 million CNY'],
    note: '36 projects and 16.58 billion yuan',
    brochure: ['“36”', '“100millionyuan”', '“16.58billionyuan”'],
  },
];

test.each(contradictions)('the seed page against itself: $note', async ({ rule, places, note, brochure }) => {
  const findings = told.filter(
    ({ code, primary }) => code === rule && primary!.span.source.path.endsWith('baotou-equipment.yaml'),
  );
  const written = findings.map(({ primary, labels }) =>
    [primary!, ...labels!].map(({ span }) => span.source.text.slice(span.start, span.end)),
  );
  const finding = findings[written.findIndex((spans) => places.every((place, at) => spans[at] === place))];
  expect(finding).toMatchObject({ severity: 'info', acknowledged: expect.stringMatching(/page|170 of 166/) });

  const text = await printed('baotou-equipment', 'en');
  for (const words of [note.replace(/\s/g, ''), ...brochure]) expect(text).toContain(words);

  const park = plan.dataset.parks.find(({ id }) => id === 'baotou-equipment')!;
  const publication = publicationOfPark(park, 'en', plan);
  const number = publication.notes.find(({ title }) => title.en === note)!.number;
  const rows = publication.checks.filter((check) => check.rule === rule && check.note === number);
  expect(rows.map(({ outcome, values }) => [outcome, values.map(({ value }) => value).sort()])).toEqual([
    ['acknowledged', [...places].sort()],
  ]);
  expect(
    tablesOf(publication).checks!.filter((row) => row.rule === rule && row.message === finding!.message),
  ).toHaveLength(1);
});

test('what a brochure computes is what the cell of the workbook holds', async () => {
  const { pressed } = await pressedBook('baotou-equipment/workbook.en.xlsx');
  const cells = readSheets(openPackage(pressed)!)!.find(({ name }) => name === 'Summary')!.cells;
  const label = cells.find(({ value }) => value === 'Mean investment per key project')!;
  const mean = cells.find(({ address }) => address === label.address.replace('A', 'B'))!.value as number;
  expect(mean).toBeCloseTo(460_555_555.56, 1);
  expect(await printed('baotou-equipment', 'en')).toContain(
    `meanofakeyproject:${(mean / 1e6).toFixed(1)}million`,
  );
});

async function pressedBook(path: string): Promise<{ readonly pressed: Uint8Array }> {
  const target = plan.targets.find((each) => each.path === path)!;
  const { value, diagnostics } = await press(target, plan, world);
  expect(diagnostics).toEqual([]);
  return { pressed: value! };
}
