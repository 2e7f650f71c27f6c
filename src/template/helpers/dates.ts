/** Helpers for dates as precise as they were stated. */
import { parseAsOf } from '../../model/as-of.ts';
import type { AsOf, Lang } from '../../model/publication.ts';
import { defineHelper, type Fault, fault, type Helper } from '../helper.ts';
import { date as dateType } from './types.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Parts = readonly [year: string, month: number, day: number];

function partsOf(day: string): Parts {
  const [year = '', month = '', date = ''] = day.split('-');
  return [year, Number(month), Number(date)];
}

function dayText([year, month, day]: Parts, lang: Lang): string {
  return lang === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

function monthText([year, month]: Parts, lang: Lang): string {
  return lang === 'en' ? `${months[month - 1]} ${year}` : `${year}年${month}月`;
}

function yearText([year]: Parts, lang: Lang): string {
  return lang === 'en' ? year : `${year}年`;
}

/** An as-of in words: "11 December 2017", "2007年上半年", "“so far”, by December 2017". */
export function dateText(asOf: AsOf, lang: Lang): string {
  const { precision, earliest, latest, text } = asOf;
  if (precision === 'unknown' || earliest === null || latest === null) return unknownText(text, latest, lang);
  const first = partsOf(earliest);
  switch (precision) {
    case 'day':
      return dayText(first, lang);
    case 'month':
      return monthText(first, lang);
    case 'year':
      return yearText(first, lang);
    case 'half-year':
      return halfYearText(first, lang);
    case 'interval':
      return intervalText(first, partsOf(latest), lang);
  }
}

function unknownText(text: string, latest: string | null, lang: Lang): string {
  if (latest === null) return `“${text}”`;
  const by = monthText(partsOf(latest), lang);
  return lang === 'en' ? `“${text}”, by ${by}` : `“${text}”（截至${by}）`;
}

function halfYearText([year, month]: Parts, lang: Lang): string {
  const isFirst = month < 7;
  return lang === 'en'
    ? `${isFirst ? 'first' : 'second'} half of ${year}`
    : `${year}年${isFirst ? '上' : '下'}半年`;
}

function intervalText(first: Parts, last: Parts, lang: Lang): string {
  const wholeMonths = first[2] === 1 && last[2] >= 28;
  if (wholeMonths && first[1] === 1 && last[1] === 12) {
    return lang === 'en' ? `${first[0]}–${last[0]}` : `${first[0]}—${last[0]}年`;
  }
  const words = wholeMonths ? monthText : dayText;
  return `${words(first, lang)}${lang === 'en' ? ' – ' : '—'}${words(last, lang)}`;
}

/** The as-of that an argument stands for. */
export function asOfFrom(given: AsOf | string): AsOf | Fault {
  if (typeof given !== 'string') return given;
  const { value } = parseAsOf(given);
  return (
    value ??
    fault(`\`${given}\` is not a date`, 'Dates are written 2017-12-11, 2017-12, 2017, 2007-H1 or 1999/2013.')
  );
}

const asOf = (
  precision: AsOf['precision'],
  text: string,
  earliest: string | null,
  latest: string | null,
): AsOf => ({
  precision,
  text,
  earliest,
  latest,
});

export const date: Helper = defineHelper({
  name: 'date',
  doc: 'A date in words, as precise as it was stated.',
  params: { date: dateType },
  result: 'text',
  examples: [
    { call: '{{date "2017-12-11"}}', en: '11 December 2017', zh: '2017年12月11日' },
    { call: '{{date "2011-04"}}', en: 'April 2011', zh: '2011年4月' },
    { call: '{{date "2016"}}', en: '2016', zh: '2016年' },
    { call: '{{date "2007-H1"}}', en: 'first half of 2007', zh: '2007年上半年' },
    { call: '{{date "1999/2013"}}', en: '1999–2013', zh: '1999—2013年' },
    {
      call: '{{date d}}',
      data: { d: asOf('unknown', 'so far', null, '2017-12-11') },
      en: '“so far”, by December 2017',
      zh: '“so far”（截至2017年12月）',
    },
  ],
  run: ({ date }, { lang }) => {
    const known = asOfFrom(date);
    return 'precision' in known ? dateText(known, lang) : known;
  },
});

export const year: Helper = defineHelper({
  name: 'year',
  doc: 'The year of a date, digits only; the latest year of an interval.',
  params: { date: dateType },
  result: 'text',
  examples: [{ call: '{{year "2017-12-11"}}', en: '2017', zh: '2017' }],
  run: ({ date }) => {
    const known = asOfFrom(date);
    if (!('precision' in known)) return known;
    return known.latest?.slice(0, 4) ?? fault(`\`${known.text}\` names no year`);
  },
});
