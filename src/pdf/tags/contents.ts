/** Which elements have anything on the pages, and which of it is decoration. */
import type { LaidOut } from '../../layout/display.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { INLINE_ROLES } from './roles.ts';

export interface Contents {
  /** Every element of the document by its id. */
  readonly elements: ReadonlyMap<number, StyledElement>;
  /** Whether the element or one inside it is on some page, or must stand for its table to be regular. */
  readonly has: (element: StyledElement) => boolean;
  /** The alternative text of a picture: its own, else that which a drawing brings with it. */
  readonly altOf: (element: StyledElement) => string;
  /** Whether it is a picture without alternative text. */
  readonly isDecorative: (element: StyledElement) => boolean;
}

export function surveyContents(laidOut: LaidOut): Contents {
  const painted = new Set<number>();
  const drawings = new Map<number, string | undefined>();
  for (const page of laidOut.pages) {
    for (const item of page.items) {
      if (item.kind === 'link') painted.add(item.element);
      if (!('owner' in item) || !('element' in item.owner)) continue;
      painted.add(item.owner.element);
      if (item.kind === 'drawing') drawings.set(item.owner.element, item.drawing.alt);
    }
  }
  const elements = new Map<number, StyledElement>();
  const used = new Set<number>();
  const visit = (element: StyledElement): boolean => {
    elements.set(element.id, element);
    let found = painted.has(element.id);
    for (const child of element.children) if (child.kind === 'element' && visit(child)) found = true;
    if (found) used.add(element.id);
    return found;
  };
  visit(laidOut.body);
  keepCells(laidOut.body, used);
  const altOf = ({ id, attributes }: StyledElement): string =>
    attributes.get('alt') ?? attributes.get('aria-label') ?? drawings.get(id) ?? '';
  return {
    elements,
    has: (element) => used.has(element.id),
    altOf,
    isDecorative: (element) => INLINE_ROLES.get(element.name) === 'Figure' && altOf(element) === '',
  };
}

/** Empty cells of a row that has content stay, or the columns of a table would shift. */
function keepCells(element: StyledElement, used: Set<number>): void {
  for (const child of element.children) {
    if (child.kind !== 'element' || !used.has(element.id)) continue;
    if (child.name === 'td' || child.name === 'th') used.add(child.id);
    keepCells(child, used);
  }
}

export function isHidden(element: StyledElement): boolean {
  return element.attributes.get('aria-hidden') === 'true';
}
