/**
 * The form of a park file. The schemas transform nothing: what passes is the very value that was read,
 * so it keeps its places. Texts are checked here as far as one text can tell; `references.ts` looks further.
 */
import type * as Zod from 'zod';
import { accessKinds, infrastructureStatuses } from '../labels.ts';
import type { AccessItem, Point } from '../publication.ts';
import { z } from '../zod.ts';
import {
  address,
  amountOf,
  asOf,
  bilingual,
  day,
  degrees,
  described,
  entry,
  filled,
  id,
  keysOf,
  slug,
  source,
} from './atoms.ts';
import { figure } from './figures.ts';

const point = described(
  z.strictObject({
    lat: described(degrees, 'Latitude in degrees, north is positive', '纬度（度，北纬为正）'),
    lon: described(degrees, 'Longitude in degrees, east is positive', '经度（度，东经为正）'),
    crs: described(
      z.enum(['WGS84', 'GCJ-02', 'BD-09'] as const satisfies readonly NonNullable<Point['crs']>[]),
      'The coordinate system; without it the point cannot be drawn',
      '坐标系；不注明则不能上图',
    ).optional(),
    precision: described(
      z.enum(['parcel', 'site', 'street', 'district', 'city'] as const satisfies readonly NonNullable<
        Point['precision']
      >[]),
      'What the point stands for',
      '点位精度',
    ).optional(),
    source,
  }),
  'A point on the earth',
  '坐标点',
);

const infrastructureItem = z.strictObject({
  ...entry,
  status: described(z.enum(keysOf(infrastructureStatuses)), 'Whether it exists yet', '建设状态'),
  voltage: described(amountOf('voltage'), 'The voltage of a substation: 110 kV', '变电站电压等级').optional(),
  capacity: described(
    amountOf(),
    'What it can deliver: 63 MVA, 30,000 m3/d; a voltage is no capacity',
    '能力（电压不是容量）',
  ).optional(),
  load: described(amountOf(), 'What is drawn from it at most: 40 MW', '最大负荷或用量').optional(),
});

const accessItem = z.strictObject({
  ...entry,
  kind: described(z.enum(keysOf<AccessItem['kind']>(accessKinds)), 'What it is', '类别'),
  mode: bilingual('How one travels', '交通方式').optional(),
  distance: described(amountOf('length'), 'How far: 13.5 km', '距离').optional(),
  along: described(
    z.enum(['road', 'line'] as const satisfies readonly NonNullable<AccessItem['along']>[]),
    'Whether the distance is by road or as the crow flies',
    '公路里程或直线距离',
  ).optional(),
  point: point.optional(),
  time: described(amountOf('time'), 'How long: 20 min', '用时').optional(),
  words: bilingual('Words in place of a distance: near', '以文字代替距离').optional(),
  verbatim: described(filled, 'As printed in the source', '来源原文').optional(),
});

const conflict = z.strictObject({
  id: described(id, 'Its name, for waivers', '编号'),
  figures: described(z.array(id), 'The figures it is printed beside', '相关指标'),
  title: bilingual('Its title', '标题'),
  text: bilingual('What is said', '说明'),
});

/** Lists of a park whose length a figure can state. */
export const countedLists = [
  'industries',
  'base',
  'enterprises',
  'sub_parks',
  'infrastructure',
  'access',
  'projects',
  'honours',
] as const;

const list = <S extends Zod.ZodType>(item: S, en: string, zh: string) =>
  described(z.array(item), en, zh).optional();

export const parkSchema = z.strictObject({
  id: described(slug, 'The id; the file is named after it', '编号，与文件名一致'),
  edition: described(
    z.strictObject({
      name: described(filled, 'The name of the edition: "2026"', '版次'),
      date: described(day, 'The day of the edition', '版次日期'),
    }),
    'The edition that is printed',
    '版次',
  ),
  name: bilingual('The full name', '全称'),
  short: bilingual('A short name', '简称').optional(),
  aliases: list(bilingual('Another name', '别名'), 'Other names', '别名'),
  tagline: bilingual('One line for the cover', '封面语'),
  lead: bilingual('The first paragraph', '导语'),
  situation: bilingual('A paragraph on where it lies', '区位说明'),
  place: described(
    z.strictObject({
      country: bilingual('Country', '国家'),
      province: bilingual('Province', '省级行政区'),
      city: bilingual('City', '市'),
      district: bilingual('District or county', '区县').optional(),
      point: point.optional(),
    }),
    'Where it is',
    '所在地',
  ),
  page: described(
    z.strictObject({ url: described(address, 'Its address', '网址'), source }),
    'The web page about it, for the QR code',
    '介绍网页（用于二维码）',
  ).optional(),
  glance: list(id, 'The figures of the first page, in order', '首页指标'),
  cover: described(
    z.array(id).max(4),
    'The figures of the cover, at most four',
    '封面指标（至多四项）',
  ).optional(),
  industries: list(z.strictObject(entry), 'Leading industries', '主导产业'),
  base: list(z.strictObject(entry), 'What the park is a base for', '生产基地'),
  enterprises: list(
    z.strictObject({
      ...entry,
      flagship: described(z.boolean(), 'Whether the source calls it a flagship', '是否龙头企业').optional(),
    }),
    'Enterprises that are named',
    '所列企业',
  ),
  sub_parks: list(z.strictObject(entry), 'Parks within the park', '园中园'),
  infrastructure: list(infrastructureItem, 'Works and utilities', '基础设施'),
  access: list(accessItem, 'Ways to get there', '交通'),
  projects: list(
    z.strictObject({
      ...entry,
      investor: bilingual('Who invests', '投资方').optional(),
      investment: described(amountOf('money'), 'How much', '投资额').optional(),
      stage: bilingual('How far it is', '进展').optional(),
    }),
    'Projects that are named',
    '所列项目',
  ),
  honours: list(
    z.strictObject({ ...entry, body: bilingual('Who gave it', '授予单位').optional() }),
    'Titles given to the park',
    '称号',
  ),
  honour_bodies: list(z.strictObject(entry), 'Bodies named without the title they gave', '所列授予单位'),
  timeline: list(
    z.strictObject({
      claim: described(z.string(), 'The claim it reports: figure/claim', '所依据的数据').optional(),
      date: asOf.optional(),
      text: bilingual('What happened', '事件'),
      source: source.optional(),
    }),
    'Events',
    '大事记',
  ),
  contacts: list(
    z.strictObject({
      kind: described(z.enum(['phone', 'email', 'web', 'address']), 'What it is', '类别'),
      label: bilingual('Whose it is', '名称'),
      value: described(filled, 'The number or address', '号码或地址'),
      source,
      as_of: asOf,
    }),
    'Contacts',
    '联系方式',
  ),
  figures: described(
    z.record(z.string(), figure),
    'Figures by metric of metrics.yaml',
    '指标（见metrics.yaml）',
  ),
  conflicts: list(conflict, 'Notes on figures that contradict each other or need a word', '对矛盾数据的说明'),
  counts: described(
    z.partialRecord(z.enum(countedLists), id),
    'Which figure states the length of which list',
    '指标与清单的数量对应',
  ).optional(),
  products: list(
    z.strictObject({
      count: described(id, 'How many', '数量'),
      each: described(id, 'How much each', '单项金额'),
      total: described(id, 'How much together', '合计'),
    }),
    'Figures that multiply',
    '相乘关系',
  ),
  sums: list(
    z.strictObject({
      whole: described(id, 'The sum; 100 % when left out', '总体（省略则为100%）').optional(),
      parts: described(z.array(id).min(1), 'What is added', '部分'),
      open: described(
        z.boolean(),
        'True when the parts are only some of it',
        '是否仅为其中一部分',
      ).optional(),
    }),
    'Figures that add up',
    '相加关系',
  ),
  shares: list(
    z.strictObject({
      share: described(id, 'The percentage', '百分比'),
      part: described(id, 'What it is the share of', '分子').optional(),
      whole: described(id, 'What it is a share in', '分母').optional(),
      of: bilingual('The whole in words, where it is no figure of the park', '分母的文字说明').optional(),
    }),
    'What percentages are of',
    '百分比的分母',
  ),
  quotients: list(
    z.strictObject({
      of: described(id, 'What is divided', '被除数'),
      per: described(id, 'By what', '除数'),
      is: described(id, 'The quotient', '商'),
    }),
    'Figures per head or per area',
    '相除关系',
  ),
});

export type RawPark = Zod.infer<typeof parkSchema>;
export type RawPoint = Zod.infer<typeof point>;
