/** Counters, quotation marks, named strings and bookmarks (css-lists-3 §4, css-content-3, css-gcpm-3). */
import type { ComputedStyle, CounterChange, CounterReset, Quotes } from '../../style.ts';
import { valueItems } from '../content.ts';
import { counterChanges, counterResets } from '../counter-style.ts';
import {
  type Computation,
  type Cursor,
  either,
  fixed,
  type Grammar,
  keyword,
  mapped,
  number,
} from '../grammar.ts';
import { splitAtCommas, wordOf } from '../values.ts';
import { inherited, own } from './property.ts';

type StringSet = ComputedStyle['stringSet'];

/** `none`, or pairs of a name and content items, pairs apart by commas (css-gcpm-3 §1.1.1). */
const stringSet: Grammar<StringSet> = {
  expects: `none, a name and one or more of: ${valueItems.expects}`,
  words: ['none'],
  read: (cursor) => {
    if (wordOf(cursor.values[cursor.at]) === 'none') {
      cursor.at += 1;
      return fixed([]);
    }
    const pairs: Computation<StringSet[number]>[] = [];
    for (const [name, ...values] of splitAtCommas(cursor.values.slice(cursor.at))) {
      const inner: Cursor = { values, at: 0 };
      const items = valueItems.read(inner);
      if (name?.kind !== 'ident' || items === undefined || inner.at < values.length) return undefined;
      pairs.push((context) => ({ name: name.text, content: items(context) }));
    }
    cursor.at = cursor.values.length;
    return (context) => pairs.map((pair) => pair(context));
  },
};

/** `auto`, `none`, or pairs of marks from the outer level to the inner ones. */
const quotes: Grammar<Quotes> = {
  expects: 'auto, none, pairs of marks in quotes',
  words: ['auto', 'none'],
  read: (cursor) => {
    const word = wordOf(cursor.values[cursor.at]);
    if (word === 'auto' || word === 'none') {
      cursor.at += 1;
      return fixed<Quotes>(word === 'auto' ? 'auto' : []);
    }
    const pairs: (readonly [string, string])[] = [];
    for (;;) {
      const open = cursor.values[cursor.at];
      const close = cursor.values[cursor.at + 1];
      if (open?.kind !== 'string' || close?.kind !== 'string') break;
      pairs.push([open.text, close.text]);
      cursor.at += 2;
    }
    return pairs.length === 0 ? undefined : fixed<Quotes>(pairs);
  },
};

const noStrings: StringSet = [];
const noResets: readonly CounterReset[] = [];
const noChanges: readonly CounterChange[] = [];
const ownText: ComputedStyle['bookmarkLabel'] = [{ kind: 'content', part: 'text' }];

export const generatedProperties = {
  counterReset: own(noResets, counterResets),
  counterIncrement: own(noChanges, counterChanges(1)),
  counterSet: own(noChanges, counterChanges(0)),
  quotes: inherited<Quotes>('auto', quotes),
  stringSet: own(noStrings, stringSet),
  bookmarkLevel: own<ComputedStyle['bookmarkLevel']>(
    'none',
    either(mapped<'none'>({ none: 'none' }), number(1, 100, true)),
  ),
  bookmarkLabel: own<ComputedStyle['bookmarkLabel']>(ownText, valueItems),
  bookmarkState: own('open', keyword('open', 'closed')),
};
