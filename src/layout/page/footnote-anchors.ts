/** Where calls and markers of footnotes lead: to the note, and back to the text. */
import { linkAnchor, markerOf, type Notes } from '../box/notes.ts';
import type { Anchor } from '../display.ts';

/** Anchors by the names that the links of calls and markers have; `placeOf` takes the id of an element. */
export function footnoteAnchors(
  notes: Notes,
  placeOf: (element: number) => Anchor | undefined,
): readonly (readonly [string, Anchor])[] {
  return [...notes.values()].flatMap(({ call, element }) => {
    const to = placeOf(element.id);
    const from = placeOf(call.id) ?? to;
    if (!from || !to) return [];
    const marker = markerOf(element);
    const there = [linkAnchor(call), to] as const;
    return marker ? [there, [linkAnchor(marker), from] as const] : [there];
  });
}
