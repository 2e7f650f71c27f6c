/** Says of a failing relation which smallest changes would mend it and everything that hangs together with it. */

import type { Dataset, ParkRecord } from '../../model/dataset.ts';
import { decimal, ratio, scale } from '../../model/decimal.ts';
import type { Bilingual } from '../../model/publication.ts';
import { extentOf } from '../extent.ts';
import { closed, type Interval, intersect, isEmpty, scaled, wholeNumbers } from '../interval.ts';
import { amountWords, intervalWords } from './amount.ts';
import {
  countRelations,
  partRelations,
  productRelations,
  quotientRelations,
  shareRelations,
  shareSumRelations,
  sumRelations,
} from './declared.ts';
import { type Change, connectedTo, localise, type Repair } from './localise.ts';
import { cumulativeRelations, lessRelations, limitRelations, populationRelations } from './of-metrics.ts';
import { membersOf, type Relation } from './relation.ts';
import type { Term } from './term.ts';

/** Repairs that are named; of more, their number is. */
const mostNamed = 4;

/** All relations of a park that must hold at once. */
export function relationsOfPark(park: ParkRecord, dataset: Dataset): readonly Relation<Term>[] {
  return [
    ...partRelations(park),
    ...sumRelations(park),
    ...shareSumRelations(park),
    ...countRelations(park),
    ...productRelations(park),
    ...shareRelations(park),
    ...quotientRelations(park),
    ...populationRelations(park, dataset),
    ...limitRelations(park, dataset),
    ...lessRelations(park, dataset),
    ...cumulativeRelations(park, dataset),
  ];
}

/** Tells the smallest changes for failing relations of a park; those that hang together share one search. */
export function suggester(
  park: ParkRecord,
  dataset: Dataset,
): (relation: Relation<Term>) => Bilingual | undefined {
  let all: readonly Relation<Term>[] | undefined;
  const told = new Map<string, Bilingual | undefined>();
  return (relation) => {
    const key = membersOf(relation)[0]?.key ?? '';
    if (told.has(key)) return told.get(key);
    all ??= relationsOfPark(park, dataset);
    const connected = connectedTo(key, all);
    const suggestion = suggestionOf(localise(connected));
    for (const member of connected.flatMap((each) => membersOf(each))) told.set(member.key, suggestion);
    return suggestion;
  };
}

/** In words: the repairs, and the slips in powers of ten that would explain one. Undefined where there is no repair. */
export function suggestionOf(repairs: readonly Repair<Term>[]): Bilingual | undefined {
  if (repairs.length === 0) return undefined;
  const named = repairs.slice(0, mostNamed).map(repairWords);
  const isMore = repairs.length > named.length;
  const en = named.map((words) => words.en).join(', or ');
  const zh = named.map((words) => words.zh).join('，或将');
  const others = isMore ? ` (or another of ${repairs.length} such changes)` : named.length > 1 ? ',' : '';
  const slip = slipWords(repairs);
  return {
    en: `Changing ${en}${others} would satisfy all balance rules at once.${slip.en}`,
    zh: `将${zh}${isMore ? `（此类改法共${repairs.length}种）` : ''}，即可同时满足各项平衡规则。${slip.zh}`,
  };
}

function repairWords(repair: Repair<Term>): Bilingual {
  const changes = repair.map(({ variable, to }) => {
    const words = intervalWords(to, variable.quantity);
    return { en: `${variable.key} to ${words.en}`, zh: ` ${variable.key} 改为${words.zh}` };
  });
  return { en: changes.map(({ en }) => en).join(' and '), zh: changes.map(({ zh }) => zh).join('，并将') };
}

/** A number word taken for another (亿 for billion) or a lost zero: told where the amount so moved would fit. */
function slipWords(repairs: readonly Repair<Term>[]): Bilingual {
  const slips = repairs.flatMap(([change, ...more]) => {
    const value = change && more.length === 0 ? movedValue(change) : undefined;
    return change && value !== undefined
      ? [{ change, words: amountWords(value, change.variable.quantity.unit) }]
      : [];
  });
  if (slips.length === 0 || slips.length > mostNamed) return { en: '', zh: '' };
  const en = slips.map(({ change, words }) => `${change.variable.key} may be ${words.en}`);
  const zh = slips.map(({ change, words }) => `${change.variable.key} 可能为${words.zh}`);
  return {
    en: ` If a number word or a decimal point slipped, ${en.join(', or ')}; unproven.`,
    zh: `若系数量单位或小数点之误，则 ${zh.join('，或 ')}；未经证实。`,
  };
}

/**
 * The printed amount times the smallest power of ten with which it fits. Where nearly anything fits on one side, only a
 * slip by one place is told, and only of amounts that are written with a number word.
 */
function movedValue({ variable, to }: Change<Term>): string | undefined {
  const { value, digit } = variable.quantity;
  // A bound moved far enough would always fit, which says nothing.
  if (variable.quantity.bound !== 'exact') return undefined;
  const { least, most } = extentOf(variable.quantity);
  if (isOneSided(to) && digit < lowestNumberWord) return undefined;
  const exponents = isOneSided(to) ? [-1, 1] : [-1, 1, -2, 2, -3, 3, -4, 4];
  const moved = exponents.map((exponent) => ratio(scale(decimal(1), exponent)));
  const factor = moved.find((power) => {
    const range = scaled(closed(least, most), power);
    return !isEmpty(intersect(variable.isWhole ? wholeNumbers(range) : range, to));
  });
  return factor && decimal(value).times(factor.numerator).toFixed();
}

/** “thousand” and above. */
const lowestNumberWord = 3;

function isOneSided({ least, most }: Interval): boolean {
  return most === undefined || least === undefined || least.value.numerator.eq(0);
}
