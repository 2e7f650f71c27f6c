/** Where elements come to lie: a walk over finished pages that finds what begins on each, in the order of the flow. */
import type { StyledElement } from '../../markup/tree.ts';
import type { RootBox } from '../box/box.ts';
import type { Anchor } from '../display.ts';
import type { Fragment, Placed } from '../fragment.ts';
import type { PageLayout } from './paginate.ts';

/** An element that begins on a page; `isAtTop` tells that nothing visible stands before it there. */
export interface Begun {
  readonly element: StyledElement;
  readonly isAtTop: boolean;
}

export interface Places {
  readonly byElement: ReadonlyMap<number, { readonly element: StyledElement; readonly at: Anchor }>;
  /** Per page the elements that mean something to it: they set strings or counters, run in margins, call footnotes. */
  readonly begun: readonly (readonly Begun[])[];
}

/** Where each element begins. */
export function findPlaces(pages: readonly PageLayout[], root: RootBox): Places {
  const byElement = new Map<number, { element: StyledElement; at: Anchor }>();
  const begun = pages.map(({ number, area, content, notes }): Begun[] => {
    const here: Begun[] = [];
    const state: Walk = {
      isAtTop: true,
      record: (element, x, y) => {
        if (byElement.has(element.id)) return;
        byElement.set(element.id, { element, at: { page: number, x, y } });
        if (concernsPage(element, root)) here.push({ element, isAtTop: state.isAtTop });
      },
    };
    if (content) walk(state, content, area.x, area.y);
    if (notes) walk(state, notes.fragment, area.x + notes.x, area.y + notes.y);
    return here;
  });
  return { byElement, begun };
}

function concernsPage({ id, style }: StyledElement, { running, notes }: RootBox): boolean {
  return (
    style.stringSet.length > 0 ||
    style.counterReset.length > 0 ||
    style.counterIncrement.length > 0 ||
    style.counterSet.length > 0 ||
    running.has(id) ||
    notes.has(id)
  );
}

interface Walk {
  isAtTop: boolean;
  readonly record: (element: StyledElement, x: number, y: number) => void;
}

function walk(state: Walk, fragment: Fragment, x: number, y: number): void {
  if (fragment.kind === 'line') {
    for (const piece of fragment.line.pieces) {
      if (piece.kind === 'atomic') {
        const placed = piece.item.payload as Placed;
        walk(state, placed.fragment, x + piece.x + placed.x, y + piece.y + placed.y);
      } else if (piece.kind !== 'rule' && piece.kind !== 'anchor') {
        state.record(piece.element, x + piece.x, y + (piece.kind === 'box' ? piece.y : 0));
        if (piece.kind === 'text') state.isAtTop = false;
      }
    }
    return;
  }
  if (!fragment.repeated) {
    if (fragment.isFirst) for (const mark of fragment.box.marks ?? []) state.record(mark, x, y);
    if (!fragment.box.anonymous) state.record(fragment.box.element, x, y);
  }
  for (const mark of fragment.marks ?? []) state.record(mark, x, y);
  for (const child of fragment.children) walk(state, child.fragment, x + child.x, y + child.y);
  if (fragment.replaced) state.isAtTop = false;
  for (const child of fragment.positioned) walk(state, child.fragment, x + child.x, y + child.y);
}
