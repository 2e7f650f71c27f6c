/** Generated text that pages decide: page numbers of the flow come from the round before, until nothing changes. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { ContentItem } from '../../markup/style.ts';
import type { RootBox } from '../box/box.ts';
import { type CounterValues, counterTextOf } from '../box/counters.ts';
import { anchorName } from '../box/generated.ts';
import { countPages, footnoteNumbers, type PageCounters } from './page-counters.ts';
import type { PageLayout } from './paginate.ts';
import { findPlaces, type Places } from './places.ts';

/** What is known of pages; page indexes count from 0. */
export interface References {
  readonly places: Places;
  /** The page that an element begins on. */
  readonly pageOfElement: (id: number) => number | undefined;
  /** The page that the element with an `id` begins on. */
  readonly pageOfAnchor: (name: string) => number | undefined;
  readonly counters: readonly PageCounters[];
  /** By the ids of calls and markers, where footnotes are numbered by page. */
  readonly footnotes: ReadonlyMap<number, number>;
}

/** What is known before the first round. */
export const NO_REFERENCES: References = {
  places: { byElement: new Map(), begun: [] },
  pageOfElement: () => undefined,
  pageOfAnchor: () => undefined,
  counters: [],
  footnotes: new Map(),
};

/** What pages tell about the places of elements. */
export function referencesOf(pages: readonly PageLayout[], root: RootBox): References {
  const places = findPlaces(pages, root);
  const anchors = new Map<string, number>();
  for (const { element, at } of places.byElement.values()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !anchors.has(id)) anchors.set(id, at.page - 1);
  }
  return {
    places,
    pageOfElement: (id) => {
      const found = places.byElement.get(id);
      return found && found.at.page - 1;
    },
    pageOfAnchor: (name) => anchors.get(name),
    counters: countPages(pages, places, root.generated),
    footnotes: footnoteNumbers(places, root.notes),
  };
}

/** Text of content in the flow for the element with this id; what is not known yet is 0. */
export function flowText(element: number, content: readonly ContentItem[], known: References): string {
  const page = known.pageOfElement(element);
  return content
    .map((item) => {
      const number =
        item.kind === 'counter' && item.name === 'footnote' ? known.footnotes.get(element) : undefined;
      return itemText(item, page, known, number === undefined ? undefined : [number]);
    })
    .join('');
}

/** The text of one item on the page with this index; `own` are values that the element itself gives a counter. */
export function itemText(
  item: ContentItem,
  page: number | undefined,
  known: References,
  own?: CounterValues,
): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'counter':
      return counterTextOf(own ?? valuesOn(page, item.name, known), item.style, undefined);
    case 'counters':
      return counterTextOf(own ?? valuesOn(page, item.name, known), item.style, item.separator);
    case 'target-counter':
    case 'target-counters': {
      const target = known.pageOfAnchor(anchorName(item.url));
      const separator = item.kind === 'target-counters' ? item.separator : undefined;
      return counterTextOf(valuesOn(target, item.name, known), item.style, separator);
    }
    // Named strings and running elements are those of margin boxes, which look them up; a text without a target is
    // reported; the rest has become text or parts before.
    case 'string':
    case 'element':
    case 'target-text':
    case 'content':
    case 'quote':
    case 'leader':
    case 'image':
      return '';
    default:
      return assertNever(item);
  }
}

function valuesOn(page: number | undefined, name: string, { counters }: References): CounterValues {
  if (name === 'pages') return [counters.length];
  return (page === undefined ? undefined : counters[page]?.get(name)) ?? [];
}

/** Whether the text depends on where things come to lie. */
export function isPageBound(content: readonly ContentItem[]): boolean {
  return content.some((item) => item.kind !== 'text');
}

/** The references of content that lead to no element that is on a page, as they are written. */
export function unresolvedIn(content: readonly ContentItem[], known: References): readonly string[] {
  return content.flatMap((item) => {
    const isReference =
      item.kind === 'target-counter' || item.kind === 'target-counters' || item.kind === 'target-text';
    return isReference && known.pageOfAnchor(anchorName(item.url)) === undefined ? [item.url] : [];
  });
}
