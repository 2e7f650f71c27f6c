/** The rules, in the order of their reports. */
import { countList } from './count-list.ts';
import { dated } from './dated.ts';
import { datedBefore } from './dated-before.ts';
import { partWhole } from './part-whole.ts';
import { product } from './product.ts';
import { sourcesAgree } from './sources-agree.ts';

export const rules = [dated, partWhole, countList, product, sourcesAgree, datedBefore] as const;

export type RuleId = (typeof rules)[number]['id'];
