/**
 * Counters as pages see them (css-page-3 §6.1): those that `@page` changes, `page` first of all, and those of the
 * document as they are where the page begins.
 */
import type { StyledElement } from '../../markup/tree.ts';
import type { CounterValues } from '../box/counters.ts';
import type { GeneratedContent } from '../box/generated.ts';
import type { Notes } from '../box/notes.ts';
import type { PageLayout } from './paginate.ts';
import type { Places } from './places.ts';

/** The counters of one page; a counter that is not there is 0. */
export type PageCounters = ReadonlyMap<string, CounterValues>;

interface Changes {
  readonly counterReset: readonly { readonly name: string; readonly value?: number }[];
  readonly counterIncrement: readonly { readonly name: string; readonly value: number }[];
  readonly counterSet: readonly { readonly name: string; readonly value: number }[];
}

/** The counters of every page, in order. Elements at the top of a page count for it, those below for the next. */
export function countPages(
  pages: readonly PageLayout[],
  places: Places,
  generated: GeneratedContent,
): readonly PageCounters[] {
  const ofPages = new Map<string, number>();
  const ofDocument = new Map<string, CounterValues>();
  const begin = (element: StyledElement): void => {
    change(ofPages, pageChanges(element.style));
    for (const { name, values } of generated.changesOf(element)) ofDocument.set(name, values);
  };
  return pages.map(({ style: { style } }, i) => {
    const begun = places.begun[i] ?? [];
    change(ofPages, withPageNumber(style));
    for (const { element, isAtTop } of begun) if (isAtTop) begin(element);
    const here = new Map(ofDocument);
    for (const [name, value] of ofPages) here.set(name, [value]);
    for (const { element, isAtTop } of begun) if (!isAtTop) begin(element);
    return here;
  });
}

/** The `page` counter goes up by one on every page whose rule does not say otherwise. */
function withPageNumber({ counterReset, counterIncrement, counterSet }: Changes): Changes {
  if (counterIncrement.some(({ name }) => name === 'page'))
    return { counterReset, counterIncrement, counterSet };
  return { counterReset, counterIncrement: [{ name: 'page', value: 1 }, ...counterIncrement], counterSet };
}

/** What an element does to the number of its page; its other counters are those of the document. */
function pageChanges({ counterReset, counterIncrement, counterSet }: Changes): Changes {
  const isPage = ({ name }: { readonly name: string }): boolean => name === 'page';
  return {
    counterReset: counterReset.filter(isPage),
    counterIncrement: counterIncrement.filter(isPage),
    counterSet: counterSet.filter(isPage),
  };
}

/** css-lists-3 §4: reset, then increment, then set. */
function change(
  counters: Map<string, number>,
  { counterReset, counterIncrement, counterSet }: Changes,
): void {
  for (const { name, value } of counterReset) counters.set(name, value ?? 0);
  for (const { name, value } of counterIncrement) counters.set(name, (counters.get(name) ?? 0) + value);
  for (const { name, value } of counterSet) counters.set(name, value);
}

/** The numbers of footnotes that begin anew on every page, by the id of their call and of their marker. */
export function footnoteNumbers(places: Places, notes: Notes): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const begun of places.begun) {
    let count = 0;
    for (const { element } of begun) {
      const note = notes.get(element.id);
      if (!note) continue;
      count += 1;
      for (const child of note.element.children)
        if (child.kind === 'element' && child.name.startsWith('::footnote-')) numbers.set(child.id, count);
    }
  }
  return numbers;
}
