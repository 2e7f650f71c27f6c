/**
 * What parks have on a unit of ground, and how far from it is still believed: a twentieth of the lowest mean to twenty
 * times the highest. A tenth of the mean is met in honest data; far beyond, a unit, a zero or a metric is wrong. The
 * means are those that ministries published of national zones and of one poor province, as later pages quote them.
 */
import type { Bilingual } from '../../model/publication.ts';

export interface Density {
  /** The metrics that are divided by ground. */
  readonly metrics: readonly string[];
  /** Flows are judged for whole years only; a stock is of the day. */
  readonly isYearly: boolean;
  readonly family: 'CNY' | 'count' | 'people';
  /** How many square metres of ground the limits are for: a hectare or a square kilometre. */
  readonly ground: '10000' | '1000000';
  readonly per: Bilingual;
  readonly least: string;
  readonly most: string;
}

const hectare = { ground: '10000', per: { en: 'per hectare', zh: '每公顷' } } as const;
const squareKilometre = { ground: '1000000', per: { en: 'per square kilometre', zh: '每平方公里' } } as const;

export const densities: readonly Density[] = [
  // 223 national zones, 2009: revenue of 125.63 million CNY per hectare; Qinghai, 2016: 17.23 million.
  {
    metrics: ['output_value', 'sales_revenue'],
    isYearly: true,
    family: 'CNY',
    ...hectare,
    least: '860000',
    most: '2500000000',
  },
  // 541 national zones: 5.4 million CNY of tax per hectare of all land; Qinghai, 2016: 1.44 million.
  { metrics: ['tax_revenue'], isYearly: true, family: 'CNY', ...hectare, least: '72000', most: '108000000' },
  // 541 national zones: 89.84 million CNY invested per hectare; Qinghai, 2016: 42.76 million.
  {
    metrics: ['investment_total', 'investment_in_production', 'investment_cumulative'],
    isYearly: false,
    family: 'CNY',
    ...hectare,
    least: '2100000',
    most: '1800000000',
  },
  // No national mean is known to us. Below one job on two hectares there is no industry, and a thousand jobs on one
  // hectare would leave ten square metres of ground to each.
  { metrics: ['employees'], isYearly: false, family: 'people', ...hectare, least: '0.5', most: '1000' },
  // No national mean either: one firm on two square kilometres, and one on every 500 square metres of ground.
  {
    metrics: ['enterprises_all', 'enterprises_settled', 'enterprises_registered'],
    isYearly: false,
    family: 'count',
    ...squareKilometre,
    least: '0.5',
    most: '2000',
  },
];

/** The areas to divide by, the best first: what is in use, else what is approved, else what is planned. */
export const groundMetrics = ['area_built', 'area_approved', 'area_planned'] as const;
