/** Generated content (css-content-3 §2, css-gcpm-3 §1–2): the items of `content`, `string-set` and `bookmark-label`. */
import type { ContentItem, ElementPart, PagePolicy } from '../style.ts';
import { counterNameOf, counterStyleOf } from './counter-style.ts';
import type { Computation, ComputeContext, Cursor, Grammar } from './grammar.ts';
import { type CssValue, splitAtCommas, wordOf } from './values.ts';

/** `normal` leaves the default: nothing for pseudo-elements and margin boxes, the number for markers. */
export type Content = 'normal' | 'none' | readonly ContentItem[];

/** Counters that need not be declared. */
export const counters: readonly string[] = ['page', 'pages', 'list-item'];

const everywhere =
  'text in quotes, counter(…), counters(…), attr(…), open-quote, close-quote, target-counter(…), target-counters(…), target-text(…)';
const quoteWords = ['open-quote', 'close-quote', 'no-open-quote', 'no-close-quote'];

/** Items up to the end, at least one. `content()` is known where a value is taken from an element. */
function itemsFor(place: 'content' | 'value'): Grammar<readonly ContentItem[]> {
  return {
    expects:
      place === 'value'
        ? `content(…), ${everywhere}`
        : `${everywhere}, url(…), leader(…), string(…), element(…)`,
    words: quoteWords,
    read: (cursor) => {
      const items: Computation<ContentItem>[] = [];
      while (cursor.at < cursor.values.length) {
        const item = readItem(cursor.values[cursor.at]!, place);
        if (item === undefined) break;
        items.push(item);
        cursor.at += 1;
      }
      return items.length === 0 ? undefined : (context) => items.map((item) => item(context));
    },
  };
}

/** Items of `content`. */
export const contentItems = itemsFor('content');

/** Items of `string-set` and `bookmark-label`, which take the text of their element with `content()`. */
export const valueItems = itemsFor('value');

export const content: Grammar<Content> = {
  expects: `none, normal, ${contentItems.expects}`,
  words: ['none', 'normal', ...quoteWords],
  read: (cursor: Cursor) => {
    const word = wordOf(cursor.values[cursor.at]);
    if (word !== 'none' && word !== 'normal') return contentItems.read(cursor);
    cursor.at += 1;
    return () => word;
  },
};

/** Why values of `content` mean nothing for what it is declared on, as a message and help; undefined if they do. */
export function misplacedContent(
  values: readonly CssValue[],
  place: 'element' | 'pseudo-element' | 'margin box',
): { readonly message: string; readonly help: string } | undefined {
  if (place === 'element') {
    const word = values.length === 1 ? wordOf(values[0]) : undefined;
    if (word === 'none' || word === 'normal') return undefined;
    return {
      message: 'content has no effect on elements',
      help: 'write it for ::before or ::after of the element',
    };
  }
  const names = values.map((value) => (value.kind === 'function' ? value.name : ''));
  const wrong = names.find((name) =>
    place === 'margin box' ? name === 'leader' : name === 'string' || name === 'element',
  );
  if (wrong === undefined) return undefined;
  return {
    message: `${wrong}() has no effect in a ${place}`,
    help:
      wrong === 'leader'
        ? 'use it in ::before or ::after; margin boxes stand side by side'
        : `${wrong}() is for margin boxes of @page, such as @top-center`,
  };
}

function readItem(value: CssValue, place: 'content' | 'value'): Computation<ContentItem> | undefined {
  switch (value.kind) {
    case 'string':
      return always({ kind: 'text', text: value.text });
    case 'url':
      return place === 'content' ? always({ kind: 'image', path: value.path }) : undefined;
    case 'ident':
      return quoteItem(value.text.toLowerCase());
    case 'function':
      return functionItem(value.name, splitAtCommas(value.args), place);
    default:
      return undefined;
  }
}

function always(item: ContentItem): Computation<ContentItem> {
  return () => item;
}

function quoteItem(word: string): Computation<ContentItem> | undefined {
  if (!quoteWords.includes(word)) return undefined;
  const side = word.endsWith('open-quote') ? 'open' : 'close';
  return always({ kind: 'quote', side, isPrinted: !word.startsWith('no-') });
}

type Args = readonly (readonly CssValue[])[];

function functionItem(
  name: string,
  args: Args,
  place: 'content' | 'value',
): Computation<ContentItem> | undefined {
  if (name === 'attr') return attributeItem(args);
  if (name.startsWith('target-')) return targetItem(name, args);
  // All others take single values; without any, there is one empty part.
  const values = args.map((arg) => (arg.length === 1 ? arg[0] : undefined));
  const isEmpty = args.length === 1 && args[0]!.length === 0;
  if (!isEmpty && values.includes(undefined)) return undefined;
  const [first, second, third] = values;
  switch (name) {
    case 'counter':
    case 'counters':
      return counterItem(name, values);
    case 'leader': {
      const pattern = args.length === 1 ? patternOf(first) : undefined;
      return pattern === undefined || place === 'value' ? undefined : always({ kind: 'leader', pattern });
    }
    case 'content': {
      const part = isEmpty ? 'text' : partOf(first, contentParts);
      if (part === undefined || place === 'content' || args.length > 1) return undefined;
      return always({ kind: 'content', part });
    }
    case 'string':
    case 'element': {
      const string = first?.kind === 'ident' ? first.text : undefined;
      const which = second === undefined ? 'first' : policyOf(second);
      if (string === undefined || which === undefined || third !== undefined || place === 'value')
        return undefined;
      return always({ kind: name, name: string, which });
    }
    default:
      return undefined;
  }
}

function counterItem(
  kind: 'counter' | 'counters',
  values: readonly (CssValue | undefined)[],
): Computation<ContentItem> | undefined {
  const name = counterNameOf(values[0]);
  if (kind === 'counter') {
    const style = counterStyleOf(values[1]);
    if (name === undefined || style === undefined || values.length > 2) return undefined;
    return always({ kind, name, style });
  }
  const separator = textOf(values[1]);
  const style = counterStyleOf(values[2]);
  if (name === undefined || separator === undefined || style === undefined || values.length > 3)
    return undefined;
  return always({ kind, name, separator, style });
}

/** `attr(name)`, `attr(name string)`, `attr(name, "instead")` (css-values-5 §7.7, text only). */
function attributeItem(args: Args): Computation<ContentItem> | undefined {
  const [named = [], instead] = args;
  const attribute = identOf(named[0]);
  const type = named.length > 1 ? wordOf(named[1]) : 'string';
  const fallback = instead === undefined ? '' : instead.length === 1 ? textOf(instead[0]) : undefined;
  if (attribute === undefined || type !== 'string' || named.length > 2) return undefined;
  if (fallback === undefined || args.length > 2) return undefined;
  return (context) => ({ kind: 'text', text: context.attribute(attribute) ?? fallback });
}

/** css-content-3 §3.3: what is read from the element that a link leads to. */
function targetItem(kind: string, args: Args): Computation<ContentItem> | undefined {
  const url = args[0]!.length === 1 ? targetOf(args[0]![0]!) : undefined;
  const rest = args.slice(1).map((arg) => (arg.length === 1 ? arg[0] : undefined));
  if (url === undefined || rest.includes(undefined)) return undefined;
  switch (kind) {
    case 'target-counter': {
      const name = counterNameOf(rest[0]);
      const style = counterStyleOf(rest[1]);
      if (name === undefined || style === undefined || rest.length > 2) return undefined;
      return (context) => ({ kind, url: url(context), name, style });
    }
    case 'target-counters': {
      const name = counterNameOf(rest[0]);
      const separator = textOf(rest[1]);
      const style = counterStyleOf(rest[2]);
      if (name === undefined || separator === undefined || style === undefined || rest.length > 3)
        return undefined;
      return (context) => ({ kind, url: url(context), name, separator, style });
    }
    case 'target-text': {
      const part = rest.length === 0 ? 'text' : partOf(rest[0], targetParts);
      if (part === undefined || rest.length > 1) return undefined;
      return (context) => ({ kind, url: url(context), part });
    }
    default:
      return undefined;
  }
}

/** `url(#a)`, `"#a"`, `attr(href)` or `attr(href url)`. */
function targetOf(value: CssValue): ((context: ComputeContext) => string) | undefined {
  if (value.kind === 'string' || value.kind === 'url') return () => value.text;
  if (value.kind !== 'function' || value.name !== 'attr') return undefined;
  const [named, type, ...more] = value.args;
  const attribute = identOf(named);
  if (attribute === undefined || more.length > 0) return undefined;
  if (type !== undefined && wordOf(type) !== 'url' && wordOf(type) !== 'string') return undefined;
  return (context) => context.attribute(attribute) ?? '';
}

/** css-content-3 §2.6.2. */
function patternOf(value: CssValue | undefined): string | undefined {
  const patterns: Readonly<Record<string, string>> = { dotted: '. ', solid: '_', space: ' ' };
  if (value?.kind === 'string') return value.text === '' ? undefined : value.text;
  const word = wordOf(value) ?? '';
  return Object.hasOwn(patterns, word) ? patterns[word] : undefined;
}

const contentParts: Readonly<Record<string, ElementPart>> = {
  text: 'text',
  before: 'before',
  after: 'after',
  'first-letter': 'first-letter',
  marker: 'marker',
};

const targetParts: Readonly<Record<string, ElementPart>> = {
  content: 'text',
  before: 'before',
  after: 'after',
  'first-letter': 'first-letter',
};

function partOf(
  value: CssValue | undefined,
  parts: Readonly<Record<string, ElementPart>>,
): ElementPart | undefined {
  const word = wordOf(value) ?? '';
  return Object.hasOwn(parts, word) ? parts[word] : undefined;
}

function policyOf(value: CssValue): PagePolicy | undefined {
  const word = wordOf(value);
  return (['first', 'last', 'start', 'first-except'] as const).find((policy) => policy === word);
}

function identOf(value: CssValue | undefined): string | undefined {
  return value?.kind === 'ident' ? value.text : undefined;
}

function textOf(value: CssValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.text : undefined;
}
