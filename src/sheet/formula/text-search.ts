/** Functions that find texts in texts. */
import { taking, unsettled } from './argument.ts';
import { foldCase, placeOf } from './criteria.ts';
import { define, type Family } from './define.ts';
import { boundedText, type Problem, type Result } from './value.ts';

const ABSENT: Problem = { problem: '#VALUE!', why: 'the text does not hold what it looks for' };

/** `find` gives the index from 0, or a negative number. */
function finding(find: (wanted: string, text: string, from: number) => number) {
  return taking(['text', 'text', 'number'], (wanted, text, start = 1): Result => {
    if (wanted === '') return unsettled('programs find an empty text at different places');
    const from = Math.trunc(start) - 1;
    if (from < 0 || from >= text.length) return ABSENT;
    const found = find(wanted, text, from);
    return found < 0 ? ABSENT : found + 1;
  });
}

/** All places, or the n-th one only. */
function substitute(text: string, old: string, by: string, nth?: number): Result {
  if (nth !== undefined && nth < 1) return { problem: '#VALUE!', why: 'places are counted from 1' };
  if (old === '') return text;
  const parts = text.split(old);
  if (nth === undefined) {
    const length = text.length + (parts.length - 1) * (by.length - old.length);
    return boundedText(length, () => parts.join(by));
  }
  const place = Math.trunc(nth);
  if (place >= parts.length) return text;
  const [before, after] = [parts.slice(0, place), parts.slice(place)];
  const length = text.length + by.length - old.length;
  return boundedText(length, () => before.join(old) + by + after.join(old));
}

export const textSearchFunctions: Family = {
  FIND: define(
    'wanted, text, start',
    'the place where a text stands in another, capitals regarded',
    [2, 3],
    finding((wanted, text, from) => text.indexOf(wanted, from)),
  ),
  SEARCH: define(
    'wanted, text, start',
    'the same without regard to capitals; * and ? stand for other characters',
    [2, 3],
    finding((wanted, text, from) => placeOf(wanted, foldCase(text), from)),
  ),
  SUBSTITUTE: define(
    'text, old, new, nth',
    'the text with old replaced by new, everywhere or at the n-th place only',
    [3, 4],
    taking(['text', 'text', 'text', 'number'], substitute),
  ),
};
