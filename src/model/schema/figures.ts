/** The form of figures: a metric of the park with one or more claims, and what is decided where they differ. */
import type * as Zod from 'zod';
import { decisionLabels, statusLabels } from '../labels.ts';
import type { ClaimStatus } from '../publication.ts';
import { z } from '../zod.ts';
import {
  amountOf,
  asOf,
  asOfText,
  bilingual,
  bounds,
  described,
  digitCount,
  filled,
  id,
  keysOf,
  rate,
  source,
  year,
} from './atoms.ts';

const equivalent = z.strictObject({
  value: described(amountOf(), 'The amount with its unit', '数值及单位'),
  rate: described(
    z.strictObject({
      value: described(rate, "What one unit of it is worth in the claim's currency", '汇率'),
      date: described(asOfText, 'The day or period of the rate', '汇率的日期或时期'),
      source,
    }),
    'The rate it was converted at; left out where the source itself prints the amount',
    '换算汇率；如系来源自行印出，则省略',
  ).optional(),
});

const claim = z.strictObject({
  id: described(id, 'Its name within the figure; c1, c2 … when left out', '在该指标内的编号').optional(),
  value: described(filled, 'The amount with its unit: 79.14 billion CNY', '数值及单位，如79.14 billion CNY'),
  digits: described(
    digitCount,
    'How many digits of the value are meant, where zeros leave it open',
    '有效数字位数（末尾的零含义不明时填写）',
  ).optional(),
  verbatim: described(filled, 'The amount as printed in the source', '来源原文中的写法').optional(),
  bound: described(z.enum(bounds), 'What the source says of the amount', '“超过”“约”等限定').optional(),
  as_of: asOf,
  status: described(
    z.enum(keysOf<ClaimStatus>(statusLabels)),
    'Whether it has happened, is planned, or is said without proof',
    '实际、规划、目标或据称',
  ),
  source,
  locator: bilingual('Where in the source it stands: page, row, paragraph', '在来源中的位置').optional(),
  population: bilingual('What is counted, where the metric leaves it open', '统计对象').optional(),
  price_year: described(year, 'The year of whose prices the amount is', '价格年份').optional(),
  also: described(
    z.array(equivalent).min(1),
    'The same amount in other units or currencies',
    '同一数值的其他单位或币种',
  ).optional(),
  note: bilingual('A remark, printed with it', '附注，随之印出').optional(),
});

const decisions = keysOf({
  preferred: decisionLabels.preferred,
  both: decisionLabels.both,
  range: decisionLabels.range,
  unresolved: decisionLabels.unresolved,
});

export const figure = z.strictObject({
  prefer: described(id, 'The claim that is printed where there is room for one', '优先印出的数据').optional(),
  decision: described(
    z.enum(decisions),
    'What is printed where claims of one date differ',
    '同一时点数据不一致时如何印出',
  ).optional(),
  why: bilingual('Why it is decided so', '如此处理的理由').optional(),
  part_of: described(id, 'The figure that this one is declared a part of', '所属的总体指标').optional(),
  claims: described(z.array(claim).min(1), 'What sources say of it', '各来源的说法'),
});

export type RawClaim = Zod.infer<typeof claim>;
export type RawFigure = Zod.infer<typeof figure>;
export type RawEquivalent = Zod.infer<typeof equivalent>;
