/** Words of both languages for the closed lists of the schema. */
import type { AccessItem, Bilingual, ClaimStatus, Decision, Quantity } from './publication.ts';

export const statusLabels: Readonly<Record<ClaimStatus, Bilingual>> = {
  actual: { en: 'actual', zh: '实际' },
  claimed: { en: 'claimed', zh: '据称' },
  planned: { en: 'planned', zh: '规划' },
  target: { en: 'target', zh: '目标' },
  approved: { en: 'approved', zh: '核准' },
  official: { en: 'official', zh: '官方' },
  completed: { en: 'completed', zh: '已完成' },
};

export const boundLabels: Readonly<Record<Quantity['bound'], Bilingual>> = {
  exact: { en: '', zh: '' },
  'more-than': { en: 'more than', zh: '超过' },
  'at-least': { en: 'at least', zh: '至少' },
  about: { en: 'about', zh: '约' },
  nearly: { en: 'nearly', zh: '近' },
  'up-to': { en: 'up to', zh: '至多' },
};

export const infrastructureStatuses = {
  completed: { en: 'completed', zh: '已建成' },
  planned: { en: 'planned', zh: '规划中' },
  under_construction: { en: 'under construction', zh: '在建' },
  in_use: { en: 'in use', zh: '已投用' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const accessKinds: Readonly<Record<AccessItem['kind'], Bilingual>> = {
  city: { en: 'city', zh: '城市' },
  rail: { en: 'rail', zh: '铁路' },
  air: { en: 'air', zh: '航空' },
  road: { en: 'road', zh: '公路' },
  container: { en: 'containers', zh: '集装箱' },
  port: { en: 'port', zh: '港口' },
  region: { en: 'region', zh: '区域' },
};

export const outcomeLabels = {
  pass: { en: 'passes', zh: '通过' },
  finding: { en: 'finding', zh: '发现问题' },
  acknowledged: { en: 'acknowledged', zh: '已说明' },
  'not-applicable': { en: 'not applicable', zh: '不适用' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const severityLabels = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'information', zh: '提示' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const answerLabels = {
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const decisionLabels: Readonly<Record<Decision['kind'], Bilingual>> = {
  single: { en: 'the only claim', zh: '唯一数据' },
  newest: { en: 'the newest claim', zh: '最新数据' },
  preferred: { en: 'preferred', zh: '优先采用' },
  both: { en: 'both are printed', zh: '并列印出' },
  range: { en: 'printed as a range', zh: '以区间印出' },
  unresolved: { en: 'unresolved', zh: '未能判定' },
};

/** Who may answer for a waiver; roles, since names change. */
export const roleLabels = {
  editor: { en: 'the editor', zh: '编辑' },
  planner: { en: 'the planner', zh: '规划人员' },
  designer: { en: 'the designer', zh: '设计人员' },
  publisher: { en: 'the publisher', zh: '出版方' },
} as const satisfies Readonly<Record<string, Bilingual>>;
