/**
 * Functions of dates. A date is a number of days in the 1900 system; before 1900-03-01, where programs count
 * differently because of a day that never was, nothing is computed (ECMA-376 part 1, 18.17.4).
 */
import { taking, unsettled } from './argument.ts';
import { define, type Family } from './define.ts';
import { isProblem, type Problem, type Result } from './value.ts';

const DAY_ZERO = Date.UTC(1899, 11, 30);
const MS = 86_400_000;
/** 1900-03-01 and 9999-12-31. */
const [FIRST, LAST] = [61, 2_958_465];

interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** Day 0 of a month is the last of the month before, month 13 the first of the next year. */
function serialOf({ year, month, day }: Day): number {
  const time = new Date(0).setUTCFullYear(year, month - 1, day);
  return (time - DAY_ZERO) / MS;
}

function dayOf(serial: number): Day {
  const date = new Date(DAY_ZERO + serial * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The whole days of a date; the time of day is left out. */
function checked(serial: number): number | Problem {
  const days = Math.floor(serial);
  if (days >= FIRST && days <= LAST) return days;
  const why = days < FIRST ? 'before 1900-03-01' : 'after 9999-12-31';
  return unsettled(`${serial} is a day ${why}, which programs count differently`);
}

function part(name: keyof Day): (serial: number) => Result {
  return (serial) => {
    const days = checked(serial);
    return isProblem(days) ? days : dayOf(days)[name];
  };
}

/** Broken numbers are cut; below 0 programs do it differently. */
function wholeSteps(steps: number): number | Problem {
  if (steps < 0 && !Number.isInteger(steps)) return unsettled(`programs cut ${steps} differently`);
  return Math.trunc(steps);
}

/** Some programs keep the month and the day of DATE in 16 bits. */
const MOST_STEPS = 32_767;

function date(year: number, month: number, day: number): Result {
  if (year < 1900 || year >= 10_000)
    return unsettled(`programs take the year ${year} differently; write 1900 to 9999`);
  if (Math.max(Math.abs(month), Math.abs(day)) > MOST_STEPS)
    return unsettled('not every program counts that many months or days');
  const [months, days] = [wholeSteps(month), wholeSteps(day)];
  if (isProblem(months)) return months;
  if (isProblem(days)) return days;
  return checked(serialOf({ year: Math.trunc(year), month: months, day: days }));
}

/** `place` gives the wanted day of the month, from the day of the date and the length of that month. */
function inMonth(place: (day: number, length: number) => number): (serial: number, months: number) => Result {
  return (serial, steps) => {
    const [days, months] = [checked(serial), wholeSteps(steps)];
    if (isProblem(days)) return days;
    if (isProblem(months)) return months;
    const { year, month, day } = dayOf(days);
    const last = dayOf(serialOf({ year, month: month + months + 1, day: 0 })).day;
    return checked(serialOf({ year, month: month + months, day: place(day, last) }));
  };
}

function daysBetween(end: number, start: number): Result {
  const [from, to] = [checked(start), checked(end)];
  if (isProblem(from)) return from;
  if (isProblem(to)) return to;
  if (from !== start || to !== end) return unsettled('not every program leaves the time of day out');
  return to - from;
}

export const dateFunctions: Family = {
  DATE: define(
    'year, month, day',
    'the date; months and days may run over',
    [3, 3],
    taking(['number', 'number', 'number'], date),
  ),
  YEAR: define('date', 'its year', [1, 1], taking(['number'], part('year'))),
  MONTH: define('date', 'its month, 1 to 12', [1, 1], taking(['number'], part('month'))),
  DAY: define('date', 'its day of the month', [1, 1], taking(['number'], part('day'))),
  EDATE: define(
    'date, months',
    'the same day that many months later',
    [2, 2],
    taking(['number', 'number'], inMonth(Math.min)),
  ),
  EOMONTH: define(
    'date, months',
    'the last day of the month that many months later',
    [2, 2],
    taking(
      ['number', 'number'],
      inMonth((_, length) => length),
    ),
  ),
  DAYS: define(
    'end, start',
    'the days between two dates',
    [2, 2],
    taking(['number', 'number'], daysBetween),
    '_xlfn.',
  ),
};
