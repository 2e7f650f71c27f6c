/** Generated text: page numbers of the flow come from the round before, until nothing changes (at most five rounds). */
import type { ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { counterText } from '../box/list.ts';
import type { Places } from './places.ts';

/** What is known of page numbers. */
export interface References {
  readonly pageOfElement: (id: number) => number | undefined;
  readonly pageOfAnchor: (name: string) => number | undefined;
  readonly pageCount: number;
}

export const NO_REFERENCES: References = {
  pageOfElement: () => undefined,
  pageOfAnchor: () => undefined,
  pageCount: 0,
};

export function referencesOf(places: Places, pageCount: number): References {
  const anchors = new Map<string, number>();
  for (const { element, at } of places.byElement.values()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !anchors.has(id)) anchors.set(id, at.page);
  }
  return {
    pageOfElement: (id) => places.byElement.get(id)?.at.page,
    pageOfAnchor: (name) => anchors.get(name),
    pageCount,
  };
}

/** The text of generated content in the flow; what is not known yet is 0. */
export function flowText(element: StyledElement, content: readonly ContentItem[], known: References): string {
  return content.map((item) => itemText(item, known.pageOfElement(element.id) ?? 0, known)).join('');
}

/** The text of one item on a page. Named strings are those of the page's margin boxes. */
export function itemText(
  item: ContentItem,
  page: number,
  known: References,
  named: (item: Extract<ContentItem, { kind: 'string' }>) => string = () => '',
): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'counter':
      return counterText(
        item.style,
        item.name === 'pages' ? known.pageCount : item.name === 'page' ? page : 0,
      );
    case 'target-counter':
      return counterText(
        item.style,
        item.name === 'pages' ? known.pageCount : (known.pageOfAnchor(anchorName(item.url)) ?? 0),
      );
    case 'string':
      return named(item);
  }
}

/** `#name` without its mark. */
export function anchorName(url: string): string {
  return url.startsWith('#') ? url.slice(1) : url;
}

/** Whether the text depends on where things come to lie. */
export function isPageBound(content: readonly ContentItem[]): boolean {
  return content.some((item) => item.kind !== 'text');
}
