/** Lists and tables (CSS 2.1 §12, §17), breaks and pages (css-break-3, css-page-3, css-gcpm-3). */
import type { BreakBetween, ComputedStyle } from '../../style.ts';
import { contentItems } from '../content.ts';
import {
  type Computation,
  type Cursor,
  changed,
  either,
  fixed,
  type Grammar,
  keyword,
  mapped,
  number,
  several,
  single,
} from '../grammar.ts';
import { length } from '../length.ts';
import { splitAtCommas, wordOf } from '../values.ts';
import { inherited, own } from './property.ts';

export const listStyleType = keyword(
  'none',
  'disc',
  'circle',
  'square',
  'decimal',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'upper-roman',
  'cjk-ideographic',
);
export const listStylePosition = keyword('outside', 'inside');

const breakBetween: Grammar<BreakBetween> = keyword('auto', 'avoid', 'avoid-page', 'page', 'left', 'right');

type Spacing = ComputedStyle['borderSpacing'];
const borderSpacing: Grammar<Spacing> = changed(
  several(length({ negative: false }), 2),
  ([horizontal, vertical]): Spacing => [horizontal!, vertical ?? horizontal!],
);

type StringSet = ComputedStyle['stringSet'];

/** `none`, or pairs of a name and what it is set to: `content()` or content items (css-gcpm-3 §1.1). */
const stringSet: Grammar<StringSet> = {
  expects: 'none, a name and content() or text',
  words: ['none'],
  read: (cursor) => {
    if (wordOf(cursor.values[cursor.at]) === 'none') {
      cursor.at += 1;
      return fixed([]);
    }
    const pairs: Computation<StringSet[number]>[] = [];
    for (const [name, ...values] of splitAtCommas(cursor.values.slice(cursor.at))) {
      const items = readSetItems(values);
      if (name?.kind !== 'ident' || items === undefined) return undefined;
      pairs.push((context) => ({ name: name.text, content: items(context) }));
    }
    cursor.at = cursor.values.length;
    return (context) => pairs.map((pair) => pair(context));
  },
};

function readSetItems(values: Cursor['values']): Computation<StringSet[number]['content']> | undefined {
  const [first] = values;
  const argument = first?.kind === 'function' && first.name === 'content' ? first.args : undefined;
  if (values.length === 1 && argument !== undefined) {
    return argument.length === 0 || (argument.length === 1 && wordOf(argument[0]) === 'text')
      ? fixed('text')
      : undefined;
  }
  const cursor: Cursor = { values, at: 0 };
  const items = contentItems.read(cursor);
  return cursor.at === values.length ? items : undefined;
}

/** A custom name as it is written; names are case-sensitive. */
const pageName = single('auto, the name of a page', (value) => {
  if (value.kind !== 'ident') return undefined;
  return fixed(value.text.toLowerCase() === 'auto' ? 'auto' : value.text);
});

const noSpacing: Spacing = [0, 0];
const noStrings: StringSet = [];

export const pageProperties = {
  listStyleType: inherited<ComputedStyle['listStyleType']>('disc', listStyleType),
  listStylePosition: inherited('outside', listStylePosition),
  borderCollapse: inherited('separate', keyword('separate', 'collapse')),
  borderSpacing: inherited(noSpacing, borderSpacing),
  captionSide: inherited('top', keyword('top', 'bottom')),
  tableLayout: own('auto', keyword('auto', 'fixed')),
  breakBefore: own<BreakBetween>('auto', breakBetween),
  breakAfter: own<BreakBetween>('auto', breakBetween),
  breakInside: own('auto', keyword('auto', 'avoid', 'avoid-page')),
  orphans: inherited(2, number(1, 1000, true)),
  widows: inherited(2, number(1, 1000, true)),
  page: own('auto', pageName),
  stringSet: own(noStrings, stringSet),
  bookmarkLevel: own<ComputedStyle['bookmarkLevel']>(
    'none',
    either(mapped<'none'>({ none: 'none' }), number(1, 6, true)),
  ),
};
