/**
 * Generated content of a document (css-content-3, css-gcpm-3), as far as it does not depend on pages: counters,
 * quotation marks and the words of other elements are text here; what is left are page numbers, leaders, images.
 */
import type { ContentItem, ElementPart } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { type Counted, type CounterState, countDocument, counterTextOf } from './counters.ts';
import { firstLetterOf, pseudoOf, textOf } from './element-text.ts';
import { markerOf } from './list.ts';

export interface GeneratedContent {
  /** What stands in a pseudo-element. */
  readonly contentOf: (element: StyledElement) => readonly ContentItem[];
  /** What an element assigns to named strings. */
  readonly stringsOf: (element: StyledElement) => StyledElement['style']['stringSet'];
  /** What stands in the outline for an element. */
  readonly labelOf: (element: StyledElement) => readonly ContentItem[];
  /** The number of a list item. */
  readonly ordinalOf: (element: StyledElement) => number;
  /** Counters that an element changes, as they are afterwards. */
  readonly changesOf: (element: StyledElement) => readonly CounterState[];
}

/** `#name` without its mark. */
export function anchorName(url: string): string {
  return url.startsWith('#') ? url.slice(1) : url;
}

/** Counters that cannot be told without pages. */
function isOfPages(name: string): boolean {
  return name === 'page' || name === 'pages';
}

interface Survey {
  readonly byId: ReadonlyMap<string, StyledElement>;
  readonly names: ReadonlySet<string>;
  readonly targets: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Prepares the generated content of a document. `ofPages` are counters that pages begin anew. Two walks, linear in
 * the size of the tree.
 */
export function generateContent(body: StyledElement, ofPages: ReadonlySet<string>): GeneratedContent {
  const survey = surveyOf(body, ofPages);
  const counted = countDocument(body, survey);
  const resolve = (element: StyledElement, items: readonly ContentItem[]): readonly ContentItem[] =>
    resolveItems({ survey, counted }, element, items, 0);
  return {
    contentOf: (element) => resolve(element, element.content),
    stringsOf: (element) =>
      element.style.stringSet.map(({ name, content }) => ({ name, content: resolve(element, content) })),
    labelOf: (element) => resolve(element, element.style.bookmarkLabel),
    ordinalOf: (element) => counted.ordinals.get(element.id) ?? 1,
    changesOf: (element) => counted.changes.get(element.id) ?? [],
  };
}

/** Finds ids, the counters that elements change, and which counters references ask for. */
function surveyOf(body: StyledElement, ofPages: ReadonlySet<string>): Survey {
  const byId = new Map<string, StyledElement>();
  const names = new Set<string>(['list-item', 'footnote']);
  const asked: { readonly url: string; readonly name: string }[] = [];
  const stack: StyledElement[] = [body];
  for (let element = stack.pop(); element; element = stack.pop()) {
    const { style, attributes, content, children } = element;
    const id = attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const list of [style.counterReset, style.counterIncrement, style.counterSet])
      for (const { name } of list) if (!isOfPages(name)) names.add(name);
    for (const items of [content, style.bookmarkLabel, ...style.stringSet.map((set) => set.content)])
      for (const item of items)
        if (item.kind === 'target-counter' || item.kind === 'target-counters') asked.push(item);
    for (const child of children) if (child.kind === 'element') stack.push(child);
  }
  if (ofPages.has('footnote')) names.delete('footnote');
  const targets = new Map<number, Set<string>>();
  for (const { url, name } of asked) {
    const target = byId.get(anchorName(url));
    if (target && names.has(name)) targets.set(target.id, (targets.get(target.id) ?? new Set()).add(name));
  }
  return { byId, names, targets };
}

interface Known {
  readonly survey: Survey;
  readonly counted: Counted;
}

/** Items without what the document tells. `depth` counts references that lead to references: one is followed. */
function resolveItems(
  known: Known,
  element: StyledElement,
  items: readonly ContentItem[],
  depth: number,
): readonly ContentItem[] {
  const own = known.counted.resolved.get(items)?.get(element.id) ?? items;
  if (!own.some(isReference)) return own;
  return own.flatMap((item) => resolveItem(known, element, item, depth));
}

function isReference({ kind }: ContentItem): boolean {
  return (
    kind === 'content' || kind === 'target-counter' || kind === 'target-counters' || kind === 'target-text'
  );
}

function resolveItem(
  known: Known,
  element: StyledElement,
  item: ContentItem,
  depth: number,
): readonly ContentItem[] {
  const { survey, counted } = known;
  switch (item.kind) {
    case 'content':
      return partOf(known, element, item.part, depth);
    case 'target-text': {
      const target = survey.byId.get(anchorName(item.url));
      if (!target) return [item];
      return partOf(known, target, item.part, depth).map((one) => elsewhere(one, item.url));
    }
    case 'target-counter':
    case 'target-counters': {
      const target = survey.byId.get(anchorName(item.url));
      if (!target || !survey.names.has(item.name)) return [item];
      const values = counted.atTargets.get(target.id)?.get(item.name) ?? [];
      const separator = item.kind === 'target-counters' ? item.separator : undefined;
      return [{ kind: 'text', text: counterTextOf(values, item.style, separator) }];
    }
    default:
      return [item];
  }
}

/** Page counters that are read in another place are those of that place. */
function elsewhere(item: ContentItem, url: string): ContentItem {
  if (item.kind === 'counter') return { ...item, kind: 'target-counter', url };
  return item.kind === 'counters' ? { ...item, kind: 'target-counters', url } : item;
}

function partOf(
  known: Known,
  element: StyledElement,
  part: ElementPart,
  depth: number,
): readonly ContentItem[] {
  switch (part) {
    case 'text':
      return textOnly(textOf(element));
    case 'first-letter':
      return textOnly(firstLetterOf(textOf(element)));
    case 'before':
    case 'after':
    case 'marker':
      return pseudoPart(known, element, `::${part}`, depth);
  }
}

/** The text of a pseudo-element: pictures and leaders cannot be carried elsewhere. */
function pseudoPart(
  known: Known,
  element: StyledElement,
  name: '::before' | '::after' | '::marker',
  depth: number,
): readonly ContentItem[] {
  const pseudo = pseudoOf(element, name);
  const written = pseudo && depth < 1 ? resolveItems(known, pseudo, pseudo.content, depth + 1) : [];
  const isMarker = name === '::marker' && element.style.display === 'list-item';
  const items = isMarker
    ? markerOf(element.style, written, known.counted.ordinals.get(element.id) ?? 1).content
    : written;
  return trimmed(items.filter(({ kind }) => kind !== 'image' && kind !== 'leader'));
}

/** Without white space at both ends, as the text of elements is. */
function trimmed(items: readonly ContentItem[]): readonly ContentItem[] {
  return items.map((item, i) => {
    if (item.kind !== 'text') return item;
    const start = i === 0 ? item.text.trimStart() : item.text;
    return { kind: 'text', text: i === items.length - 1 ? start.trimEnd() : start };
  });
}

function textOnly(text: string): readonly ContentItem[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
