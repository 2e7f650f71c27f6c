/** Generated content (css-content-3 §2, css-gcpm-3 §2): the items of `content` and `string-set`. */
import type { ContentItem } from '../style.ts';
import type { Computation, ComputeContext, Cursor, Grammar } from './grammar.ts';
import { type CssValue, splitAtCommas, wordOf } from './values.ts';

/** `normal` leaves the default: nothing for pseudo-elements and margin boxes, the number for markers. */
export type Content = 'normal' | 'none' | readonly ContentItem[];

/** There is nothing yet that could count anything else. */
export const counters: readonly string[] = ['page', 'pages', 'list-item'];
export const counterStyles: readonly string[] = [
  'decimal',
  'lower-alpha',
  'upper-alpha',
  'lower-latin',
  'upper-latin',
  'lower-roman',
  'upper-roman',
  'cjk-ideographic',
];

/** Items up to the end, at least one. */
export const contentItems: Grammar<readonly ContentItem[]> = {
  expects: 'text in quotes, counter(page), counter(pages), string(…), attr(…), target-counter(…)',
  words: [],
  read: (cursor) => {
    const items: Computation<ContentItem>[] = [];
    while (cursor.at < cursor.values.length) {
      const item = readItem(cursor.values[cursor.at]!);
      if (item === undefined) break;
      items.push(item);
      cursor.at += 1;
    }
    return items.length === 0 ? undefined : (context) => items.map((item) => item(context));
  },
};

export const content: Grammar<Content> = {
  expects: `none, normal, ${contentItems.expects}`,
  words: ['none', 'normal'],
  read: (cursor: Cursor) => {
    const word = wordOf(cursor.values[cursor.at]);
    if (word !== 'none' && word !== 'normal') return contentItems.read(cursor);
    cursor.at += 1;
    return () => word;
  },
};

function readItem(value: CssValue): Computation<ContentItem> | undefined {
  if (value.kind === 'string') {
    const item: ContentItem = { kind: 'text', text: value.text };
    return () => item;
  }
  if (value.kind !== 'function') return undefined;
  const args = splitAtCommas(value.args);
  if (args.some((arg) => arg.length !== 1)) return undefined;
  return functionItem(
    value.name,
    args.map((arg) => arg[0]!),
  );
}

function functionItem(name: string, args: readonly CssValue[]): Computation<ContentItem> | undefined {
  const [first, second, third] = args;
  switch (name) {
    case 'attr': {
      const attribute = nameOf(first);
      if (attribute === undefined || args.length > 1) return undefined;
      return (context) => ({ kind: 'text', text: context.attribute(attribute) ?? '' });
    }
    case 'counter': {
      const counter = nameOf(first);
      const style = second === undefined ? 'decimal' : wordOf(second);
      if (!isCounter(counter, style) || args.length > 2) return undefined;
      return () => ({ kind: 'counter', name: counter!, style: style! });
    }
    case 'string': {
      const string = nameOf(first);
      const which = second === undefined ? 'first' : wordOf(second);
      if (string === undefined || !isWhich(which) || args.length > 2) return undefined;
      return () => ({ kind: 'string', name: string, which });
    }
    case 'target-counter': {
      const url = first && targetOf(first);
      const counter = nameOf(second);
      const style = third === undefined ? 'decimal' : wordOf(third);
      if (url === undefined || !isCounter(counter, style) || args.length > 3) return undefined;
      return (context) => ({ kind: 'target-counter', url: url(context), name: counter!, style: style! });
    }
    default:
      return undefined;
  }
}

function targetOf(value: CssValue): ((context: ComputeContext) => string) | undefined {
  if (value.kind === 'string' || value.kind === 'url') return () => value.text;
  if (value.kind !== 'function' || value.name !== 'attr') return undefined;
  const attribute = value.args.length === 1 ? nameOf(value.args[0]) : undefined;
  return attribute === undefined ? undefined : (context) => context.attribute(attribute) ?? '';
}

function nameOf(value: CssValue | undefined): string | undefined {
  return value?.kind === 'ident' ? value.text : undefined;
}

function isCounter(name: string | undefined, style: string | undefined): boolean {
  return counters.includes(name ?? '') && counterStyles.includes(style ?? '');
}

function isWhich(word: string | undefined): word is 'first' | 'last' | 'start' | 'first-except' {
  return word === 'first' || word === 'last' || word === 'start' || word === 'first-except';
}
