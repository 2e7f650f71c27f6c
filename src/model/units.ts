/** The units that data may use: names, factors, labels. Factors are exact fractions to the family's first unit. */
import type { Bilingual } from './publication.ts';

export const dimensions = [
  'area',
  'money',
  'count',
  'people',
  'length',
  'time',
  'voltage',
  'power',
  'share',
  'mass',
  'volume',
  'flow',
  'throughput',
  'year',
  'date',
  'code',
  'phone',
] as const;

export type Dimension = (typeof dimensions)[number];

export interface Unit {
  readonly dimension: Dimension;
  /** Units convert into each other within a family: every currency is its own, apparent power is not power. */
  readonly family: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly label: Bilingual;
  /** How it may be written; the key itself is one of them. */
  readonly names: readonly string[];
}

function unit(
  dimension: Dimension,
  label: string,
  factor: string,
  names: string,
  zh = label,
  family: string = dimension,
): Unit {
  const [numerator = '1', denominator = '1'] = factor.split('/');
  return {
    dimension,
    family,
    numerator,
    denominator,
    label: { en: label, zh },
    names: names === '' ? [''] : names.split('|'),
  };
}

/** By key. `mu` is 15th of a hectare: 2000/3 m², which no decimal holds. */
export const units: Readonly<Record<string, Unit>> = {
  m2: unit('area', 'm²', '1', 'm2|m²|㎡|sq m|平方米|平米', '平方米'),
  km2: unit(
    'area',
    'km²',
    '1000000',
    'km2|km²|sq km|square kilometres|square kilometers|平方公里|平方千米',
    '平方公里',
  ),
  ha: unit('area', 'ha', '10000', 'ha|hectare|hectares|公顷', '公顷'),
  mu: unit('area', 'mu', '2000/3', 'mu|亩', '亩'),

  CNY: unit('money', 'CNY', '1', 'CNY|RMB|yuan|元|人民币', '元', 'CNY'),
  USD: unit('money', 'USD', '1', 'USD|US dollars|dollars|美元', '美元', 'USD'),
  EUR: unit('money', 'EUR', '1', 'EUR|euro|euros|欧元', '欧元', 'EUR'),
  JPY: unit('money', 'JPY', '1', 'JPY|yen|日元', '日元', 'JPY'),
  GBP: unit('money', 'GBP', '1', 'GBP|英镑', '英镑', 'GBP'),
  HKD: unit('money', 'HKD', '1', 'HKD|港元', '港元', 'HKD'),

  count: unit('count', '', '1', '|count|个|家|项|条', ''),
  people: unit('people', '', '1', '|people|persons|人', '人'),
  percent: unit('share', '%', '1', '%|percent|per cent|％', '%'),

  pp: unit(
    'share',
    'pp',
    '1',
    'pp|percentage points|percentage point|个百分点|百分点',
    '个百分点',
    'percentage points',
  ),

  m: unit('length', 'm', '1', 'm|metre|metres|米', '米'),
  km: unit('length', 'km', '1000', 'km|kilometre|kilometres|kilometers|公里|千米', '公里'),
  s: unit('time', 's', '1', 's|seconds|秒', '秒'),
  min: unit('time', 'min', '60', 'min|minute|minutes|分钟', '分钟'),
  h: unit('time', 'h', '3600', 'h|hour|hours|小时', '小时'),
  d: unit('time', 'd', '86400', 'd|day|days|天', '天'),
  a: unit('time', 'years', '1', 'a|years|年', '年', 'calendar'),

  V: unit('voltage', 'V', '1', 'V|伏', 'V'),
  kV: unit('voltage', 'kV', '1000', 'kV|kilovolt|kilovolts|千伏', 'kV'),
  kW: unit('power', 'kW', '1000', 'kW|千瓦', 'kW'),
  MW: unit('power', 'MW', '1000000', 'MW|megawatt|megawatts|兆瓦', 'MW'),
  kVA: unit('power', 'kVA', '1000', 'kVA|千伏安', 'kVA', 'apparent power'),
  MVA: unit('power', 'MVA', '1000000', 'MVA|兆伏安', 'MVA', 'apparent power'),

  kg: unit('mass', 'kg', '1', 'kg|公斤|千克', '千克'),
  t: unit('mass', 't', '1000', 't|tonne|tonnes|tons|吨', '吨'),
  m3: unit('volume', 'm³', '1', 'm3|m³|cubic metres|立方米', '立方米'),
  m3_per_d: unit('flow', 'm³/d', '1', 'm3/d|m³/d|立方米/日|m3_per_d', '立方米/日'),
  t_per_d: unit('throughput', 't/d', '1', 't/d|吨/日|t_per_d', '吨/日'),
  t_per_h: unit('throughput', 't/h', '24', 't/h|吨/小时|t_per_h', '吨/小时'),
  t_per_a: unit('throughput', 't/a', '1', 't/a|吨/年|t_per_a', '吨/年', 'yearly throughput'),
};

/** What the dimensions are called in messages, with an example of how a value is written. */
export const dimensionWords: Readonly<
  Record<Dimension, { readonly noun: string; readonly example: string }>
> = {
  area: { noun: 'area', example: '27.96 km2' },
  money: { noun: 'money', example: '79.14 billion CNY' },
  count: { noun: 'a count', example: '166' },
  people: { noun: 'a number of people', example: '50,000' },
  length: { noun: 'length', example: '13.5 km' },
  time: { noun: 'time', example: '20 min' },
  voltage: { noun: 'voltage', example: '110 kV' },
  power: { noun: 'power', example: '240 MVA' },
  share: { noun: 'a share', example: '31.46 %' },
  mass: { noun: 'mass', example: '1.2 million t' },
  volume: { noun: 'volume', example: '500 m3' },
  flow: { noun: 'flow', example: '30,000 m3/d' },
  throughput: { noun: 'throughput', example: '75 t/h' },
  year: { noun: 'a year', example: '"2006"' },
  date: { noun: 'a date', example: '"2011-04"' },
  code: { noun: 'a code', example: '"150204401"' },
  phone: { noun: 'a phone number', example: '"0472-591-2020"' },
};

const keysByName = new Map(
  Object.entries(units).flatMap(([key, { names }]) =>
    [key, ...names].filter((name) => name !== '').map((name) => [name, key] as const),
  ),
);

/** The key of a unit by any of its names. */
export function unitKey(name: string): string | undefined {
  return keysByName.get(name);
}

/** One name of each unit of a dimension, for help. */
export function unitExamples(dimension?: Dimension): readonly string[] {
  const chosen = Object.entries(units).filter(([, unit]) => unit.dimension === (dimension ?? unit.dimension));
  return chosen.map(([key]) => key);
}

/** All names of the units of a dimension, for suggestions. */
export function unitNames(dimension?: Dimension): readonly string[] {
  const chosen = Object.values(units).filter(
    (unit) => dimension === undefined || unit.dimension === dimension,
  );
  return chosen.flatMap((unit) => unit.names).filter((name) => name !== '');
}
