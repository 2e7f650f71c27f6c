/** Where elements come to lie: a walk over finished pages that finds anchors, bookmarks and named strings. */
import type { StyledElement } from '../../markup/tree.ts';
import type { Anchor } from '../display.ts';
import type { Fragment, Placed } from '../fragment.ts';
import type { PageLayout } from './paginate.ts';

/** `named` counts per page what `string-set` assigns there; `isAtTop` tells that the element begins the page. */
export interface Places {
  readonly byElement: ReadonlyMap<number, { readonly element: StyledElement; readonly at: Anchor }>;
  readonly named: readonly (readonly NamedString[])[];
}

export interface NamedString {
  readonly name: string;
  readonly text: string;
  readonly isAtTop: boolean;
}

/** Where each element begins, and the strings it sets there. */
export function findPlaces(pages: readonly PageLayout[]): Places {
  const byElement = new Map<number, { element: StyledElement; at: Anchor }>();
  const named = pages.map((page): NamedString[] => {
    const strings: NamedString[] = [];
    const record = (element: StyledElement, x: number, y: number): void => {
      if (byElement.has(element.id)) return;
      byElement.set(element.id, { element, at: { page: page.number, x, y } });
      for (const { name, content } of element.style.stringSet) {
        strings.push({ name, text: assignedText(element, content), isAtTop: y <= page.area.y + 1 });
      }
    };
    if (page.content) walk(page.content, page.area.x, page.area.y, record);
    return strings;
  });
  return { byElement, named };
}

type Record = (element: StyledElement, x: number, y: number) => void;

function walk(fragment: Fragment, x: number, y: number, record: Record): void {
  if (fragment.kind === 'line') {
    for (const piece of fragment.line.pieces) {
      if (piece.kind === 'atomic') {
        const placed = piece.item.payload as Placed;
        walk(placed.fragment, x + piece.x + placed.x, y + piece.y + placed.y, record);
      } else if (piece.kind !== 'rule')
        record(piece.element, x + piece.x, y + (piece.kind === 'box' ? piece.y : 0));
    }
    return;
  }
  if (!fragment.repeated && !fragment.box.anonymous) record(fragment.box.element, x, y);
  for (const element of fragment.marks ?? []) record(element, x, y);
  for (const child of fragment.children) walk(child.fragment, x + child.x, y + child.y, record);
  for (const child of fragment.positioned) walk(child.fragment, x + child.x, y + child.y, record);
}

function assignedText(
  element: StyledElement,
  content: StyledElement['style']['stringSet'][number]['content'],
): string {
  if (content === 'text') return textOf(element);
  return content.map((item) => (item.kind === 'text' ? item.text : '')).join('');
}

/** The text of an element, generated content left out, white space collapsed. */
export function textOf(element: StyledElement): string {
  const parts: string[] = [];
  const collect = (node: StyledElement): void => {
    for (const child of node.children) {
      if (child.kind === 'text') parts.push(child.text);
      else if (child.name === 'br') parts.push(' ');
      else if (child.style.display !== 'none') collect(child);
    }
  };
  collect(element);
  return parts
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}
