/** The form of the files that all parks share: sources, metrics, waivers, rates. */
import type * as Zod from 'zod';
import { roleLabels } from '../labels.ts';
import { dimensions } from '../units.ts';
import { z } from '../zod.ts';
import {
  address,
  asOfText,
  bilingual,
  day,
  described,
  filled,
  id,
  keysOf,
  rate,
  slug,
  source,
} from './atoms.ts';

const sourceEntry = z.strictObject({
  title: bilingual('The title', '标题'),
  publisher: bilingual('Who published it', '发布者'),
  published: described(asOfText, 'When it was published', '发布日期'),
  address: described(address, 'Where it can be read', '网址'),
  accessed: described(day, 'When it was read', '查阅日期').optional(),
  note: bilingual('What else identifies it', '附注').optional(),
});

export const sourcesSchema = described(
  z.record(z.string(), sourceEntry),
  'Where every figure comes from, by the key that parks cite',
  '来源，按引用编号排列',
);

const metricId = described(id, 'A metric of this file', '本文件中的指标');

const metric = z.strictObject({
  group: described(id, 'One of the groups of this file', '所属组'),
  dimension: described(z.enum(dimensions), 'What is measured', '量纲'),
  label: bilingual('What it is called', '名称'),
  basis: bilingual('What the measurement covers: built, approved', '口径').optional(),
  definition: bilingual('What exactly is meant', '定义').optional(),
  growth_of: described(
    metricId,
    'The metric whose growth over the year before this is',
    '所描述增长的指标',
  ).optional(),
  target_of: described(metricId, 'The metric of which this is the target', '所属目标的指标').optional(),
  sum_of: described(
    metricId,
    'The metric of which this is the sum since the beginning',
    '所累计的指标',
  ).optional(),
  part_of: described(metricId, 'The metric that this is counted among', '所属总体').optional(),
  at_most: described(z.array(metricId), 'Metrics that this should not exceed', '不应超过的指标').optional(),
  less_than: described(
    z.array(metricId),
    'Metrics that this is less than by definition',
    '按定义小于的指标',
  ).optional(),
  constant: described(
    z.boolean(),
    'True for what does not change from year to year',
    '是否不随年份变化',
  ).optional(),
});

export const metricsSchema = z.strictObject({
  groups: described(
    z.record(z.string(), bilingual('The name of a group', '组名')),
    'Groups in the order in which they are printed',
    '指标组，按印出顺序',
  ),
  metrics: described(z.record(z.string(), metric), 'Metrics by id', '指标'),
});

const waiver = z.strictObject({
  rule: described(id, 'The rule whose finding is acknowledged', '规则编号'),
  park: described(slug, 'The park', '园区编号'),
  values: described(
    z.record(z.string(), filled),
    'What takes part, with its value as it is now: investment_total: 67 billion CNY',
    '所涉数据及其现值',
  ),
  title: bilingual('Title of the note', '说明的标题').optional(),
  reason: bilingual('Why it stands', '理由'),
  note: described(id, "An entry of the park's conflicts that prints it", '代为印出的说明编号').optional(),
  by: described(z.enum(keysOf(roleLabels)), 'Who answers for it', '责任人（角色）'),
  date: described(day, 'Since when', '确认日期'),
  until: described(day, 'When it has to be looked at again', '有效期至'),
});

export const waiversSchema = described(
  z.array(waiver),
  'Findings that are acknowledged; each is printed as a note and expires',
  '已确认的问题；均作为说明印出，并有有效期',
);

const referenceRate = z.strictObject({
  of: described(id, 'The currency that one unit is of: USD', '被报价币种'),
  in: described(id, 'The currency it is given in: CNY', '计价币种'),
  period: described(asOfText, 'The period of the mean', '时期'),
  mean: described(rate, 'The mean rate', '平均汇率'),
  source,
});

export const ratesSchema = described(
  z.array(referenceRate),
  'Mean exchange rates of periods',
  '各时期平均汇率',
);

export type RawSources = Zod.infer<typeof sourcesSchema>;
export type RawMetrics = Zod.infer<typeof metricsSchema>;
export type RawWaiver = Zod.infer<typeof waiver>;
export type RawRate = Zod.infer<typeof referenceRate>;
