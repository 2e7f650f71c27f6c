/** Dates as precise as they were stated. */
import type { Parsed } from './codes.ts';
import type { AsOf } from './publication.ts';

/** `2017-12-11`, `2017-12`, `2017`, `2017-H1`, `1999/2013` (an interval of any two of these). */
export function parseAsOf(text: string): Parsed<AsOf> {
  const written = text.trim();
  const parts = written.split('/');
  if (parts.length === 2) {
    const [first, last] = parts.map((part) => point(part.trim()));
    if (!first || !last) return notDate(written);
    if (first.earliest > last.latest) return notDate(written, 'The earlier date comes first.');
    return { value: { precision: 'interval', text: written, earliest: first.earliest, latest: last.latest } };
  }
  const only = parts.length === 1 ? point(written) : undefined;
  return only ? { value: { ...only, text: written } } : notDate(written);
}

/** Words such as "so far" with the days between which they must have been true. */
export function asOfWords(text: string, earliest: string | undefined, latest: string): Parsed<AsOf> {
  const first = earliest === undefined ? undefined : point(earliest);
  const last = point(latest);
  if (!last) return notDate(latest);
  if (earliest !== undefined && !first) return notDate(earliest);
  return { value: { precision: 'unknown', text, earliest: first?.earliest ?? null, latest: last.latest } };
}

interface Point {
  readonly precision: 'day' | 'month' | 'year' | 'half-year';
  readonly earliest: string;
  readonly latest: string;
}

function point(text: string): Point | undefined {
  const [, year, half, month, day] = /^(\d{4})(?:-(?:H([12])|(\d{2})(?:-(\d{2}))?))?$/.exec(text) ?? [];
  if (year === undefined || year < '1000') return undefined;
  if (half === '1') return { precision: 'half-year', earliest: `${year}-01-01`, latest: `${year}-06-30` };
  if (half === '2') return { precision: 'half-year', earliest: `${year}-07-01`, latest: `${year}-12-31` };
  if (month === undefined) return { precision: 'year', earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const days = daysOfMonth(Number(year), Number(month));
  if (days === 0) return undefined;
  if (day === undefined)
    return { precision: 'month', earliest: `${year}-${month}-01`, latest: `${year}-${month}-${days}` };
  return Number(day) >= 1 && Number(day) <= days
    ? { precision: 'day', earliest: text, latest: text }
    : undefined;
}

function daysOfMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function notDate<T>(written: string, more?: string): Parsed<T> {
  const shown = written.length > 40 ? `${written.slice(0, 38)}…` : written;
  const help =
    more ??
    'Write "2017-12-11", "2017-12", "2017", "2017-H1" or "1999/2013"; words go into { text: so far, latest: "2017-12-11" }.';
  return { fault: { code: 'D013', message: `\`${shown}\` is not a date`, help } };
}

/** Newest first: by the latest day, then by the earliest; those without a day come last. */
export function newerFirst(a: AsOf, b: AsOf): number {
  return descending(a.latest, b.latest) || descending(a.earliest, b.earliest);
}

function descending(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? 1 : -1;
}
