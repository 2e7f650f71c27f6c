/**
 * Counters of the document (css-lists-3 §4): one walk in document order gives every counter in generated content
 * its text. What pages decide (`page`, `pages` and counters that only `@page` changes) is left as it is.
 */
import type { ContentItem, CounterStyleName } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { counterText } from './counter-text.ts';
import { itemValue, listReset } from './list.ts';
import { createQuotes } from './quotes.ts';

/** Values of a counter from the outermost to the innermost. */
export type CounterValues = readonly number[];

/** A counter as an element leaves it. */
export interface CounterState {
  readonly name: string;
  readonly values: CounterValues;
}

/** What the walk has found out, by element. */
export interface Counted {
  /** Items with the counters and quotation marks of the document as text. */
  readonly resolved: ReadonlyMap<readonly ContentItem[], ResolvedItems>;
  /** The `list-item` counter of list items. */
  readonly ordinals: ReadonlyMap<number, number>;
  /** Counters that the element changes by its style, as they are afterwards. */
  readonly changes: ReadonlyMap<number, readonly CounterState[]>;
  /** Counters that are asked for at the target of a reference: by element and name. */
  readonly atTargets: ReadonlyMap<number, ReadonlyMap<string, CounterValues>>;
}

/** Resolved items by element: elements that match the same rules share their items. */
export type ResolvedItems = ReadonlyMap<number, readonly ContentItem[]>;

/** What to find out. */
export interface CountingPlan {
  /** Counters that elements change; all others belong to pages. */
  readonly names: ReadonlySet<string>;
  /** Names of counters that references ask for, by element. */
  readonly targets: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Names of the counters that an element makes: those it shares with the siblings after it, and its own, which they
 * do not see because their parent has one of that name (css-lists-3 §4.5).
 */
interface Scope {
  readonly shared: Set<string>;
  readonly own: Set<string>;
}

/** One instance of a counter. */
interface Counter {
  value: number;
  readonly isReversed: boolean;
}

/** Walks the tree below and including `body`; linear in its size. */
export function countDocument(body: StyledElement, { names, targets }: CountingPlan): Counted {
  const resolved = new Map<readonly ContentItem[], Map<number, readonly ContentItem[]>>();
  const ordinals = new Map<number, number>();
  const changes = new Map<number, readonly CounterState[]>();
  const atTargets = new Map<number, ReadonlyMap<string, CounterValues>>();
  // css-gcpm-3 §2.6: one counter of footnotes for the document, whatever it is that calls for them.
  const counters = new Map<string, Counter[]>([['footnote', [{ value: 0, isReversed: false }]]]);
  const quotes = createQuotes();
  visit(body, new Set());
  return { resolved, ordinals, changes, atTargets };

  /** `scope` names the counters that the parent's children have made so far: siblings share them. */
  function visit(element: StyledElement, scope: Set<string>): void {
    const { style } = element;
    if (style.display === 'none') return;
    const own = new Set<string>();
    changeCounters(element, { shared: scope, own });
    if (style.display === 'list-item') ordinals.set(element.id, innermost('list-item')?.value ?? 0);
    const asked = targets.get(element.id);
    if (asked) atTargets.set(element.id, new Map([...asked].map((name) => [name, valuesOf(name)])));
    resolve(element, element.content);
    for (const { content } of style.stringSet) resolve(element, content);
    if (style.bookmarkLevel !== 'none') resolve(element, style.bookmarkLabel);

    const inner = new Set<string>();
    for (const child of element.children) if (child.kind === 'element') visit(child, inner);
    for (const names of [inner, own]) for (const name of names) counters.get(name)!.pop();
  }

  /** css-lists-3 §4: reset, then increment, then set. List items count by themselves. */
  function changeCounters(element: StyledElement, scope: Scope): void {
    const { counterReset, counterIncrement, counterSet, display } = element.style;
    const touched = new Set<string>();
    const list = counterReset.some(({ name }) => name === 'list-item') ? undefined : listReset(element);
    if (list) reset('list-item', list.value, list.isReversed, scope);
    for (const { name, value, reversed } of counterReset) {
      if (!isOwn(name)) continue;
      reset(name, value ?? countdown(element, name), reversed, scope);
      touched.add(name);
    }
    if (display === 'list-item' && counterIncrement.every(({ name }) => name !== 'list-item'))
      change('list-item', scope, (counter) => counter.value + (counter.isReversed ? -1 : 1));
    if (element.style.float === 'footnote' && counterIncrement.every(({ name }) => name !== 'footnote'))
      change('footnote', scope, (counter) => counter.value + 1);
    for (const { name, value } of counterIncrement) {
      if (!isOwn(name)) continue;
      change(name, scope, (counter) => counter.value + value);
      touched.add(name);
    }
    const given = itemValue(element);
    if (given !== undefined) change('list-item', scope, () => given);
    for (const { name, value } of counterSet) {
      if (!isOwn(name)) continue;
      change(name, scope, () => value);
      touched.add(name);
    }
    if (touched.size > 0)
      changes.set(
        element.id,
        [...touched].map((name) => ({ name, values: valuesOf(name) })),
      );
  }

  /**
   * A counter that the element or a sibling has made is replaced. One that comes from the parent is covered up, but
   * only here: siblings that follow get the parent's.
   */
  function reset(name: string, value: number, isReversed: boolean, { shared, own }: Scope): void {
    const instances = counters.get(name) ?? [];
    counters.set(name, instances);
    if (shared.has(name) || own.has(name)) instances.pop();
    else (instances.length > 0 ? own : shared).add(name);
    instances.push({ value, isReversed });
  }

  function change(name: string, scope: Scope, next: (counter: Counter) => number): void {
    if (!innermost(name)) reset(name, 0, false, scope);
    const counter = innermost(name)!;
    counter.value = bounded(next(counter));
  }

  function innermost(name: string): Counter | undefined {
    return counters.get(name)?.at(-1);
  }

  function valuesOf(name: string): CounterValues {
    return (counters.get(name) ?? []).map(({ value }) => value);
  }

  function resolve(element: StyledElement, items: readonly ContentItem[]): void {
    if (!items.some(isCounted)) return;
    const byElement = resolved.get(items) ?? new Map<number, readonly ContentItem[]>();
    resolved.set(items, byElement);
    byElement.set(
      element.id,
      items.map((item) => textItem(element, item)),
    );
  }

  function textItem(element: StyledElement, item: ContentItem): ContentItem {
    switch (item.kind) {
      case 'counter':
      case 'counters': {
        if (!names.has(item.name)) return item;
        const separator = item.kind === 'counters' ? item.separator : undefined;
        return { kind: 'text', text: counterTextOf(valuesOf(item.name), item.style, separator) };
      }
      case 'quote':
        return { kind: 'text', text: quotes(element, item.side, item.isPrinted) };
      default:
        return item;
    }
  }
}

function isCounted({ kind }: ContentItem): boolean {
  return kind === 'counter' || kind === 'counters' || kind === 'quote';
}

/** `counter()` without a separator prints the innermost value, `counters()` all; 0 where there is none. */
export function counterTextOf(
  values: CounterValues,
  style: CounterStyleName,
  separator: string | undefined,
): string {
  const shown = separator === undefined ? values.slice(-1) : values;
  return (shown.length === 0 ? [0] : shown).map((value) => counterText(style, value)).join(separator);
}

const largestValue = 2 ** 31 - 1;

/** Values stay what every reader of PDF can hold. */
function bounded(value: number): number {
  return Math.min(Math.max(value, -largestValue), largestValue);
}

/**
 * Where `reversed(name)` begins, so that the last of what it counts has the number 1 (css-lists-3 §4.4.2): what
 * the children and their children take away, down to where the counter is made anew.
 */
function countdown(parent: StyledElement, counter: string): number {
  let total = 0;
  let first: number | undefined;
  const visit = (element: StyledElement): void => {
    const { display, counterIncrement, counterReset } = element.style;
    if (display === 'none') return;
    const own = counterIncrement.filter(({ name }) => name === counter);
    const isItem = counter === 'list-item' && display === 'list-item' && own.length === 0;
    const taken = isItem ? 1 : -own.reduce((sum, { value }) => sum + value, 0);
    if (isItem || own.length > 0) {
      total += taken;
      first ??= taken;
    }
    const isAnew = counterReset.some(({ name }) => name === counter);
    if (isAnew || (counter === 'list-item' && (element.name === 'ol' || element.name === 'ul'))) return;
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  for (const child of parent.children) if (child.kind === 'element') visit(child);
  return total + (first ?? 0);
}

/** Pages count by themselves. */
function isOwn(name: string): boolean {
  return name !== 'page' && name !== 'pages';
}
