/** Which footnotes a page calls for, and where on it. */
import type { Note, Notes } from '../box/notes.ts';
import type { BoxFragment, Fragment, Placed } from '../fragment.ts';

/** A call on a page. Distances in px from the top of the page area. */
export interface Call {
  readonly note: Note;
  /** Bottom of the line that holds the call: a page that ends above it has no such call. */
  readonly bottom: number;
  /** Top of the block that holds the line. */
  readonly blockTop: number;
}

/** The calls of a page's content in document order. Repeated table headers call for nothing. */
export function callsIn(content: BoxFragment, notes: Notes): readonly Call[] {
  const found = new Map<number, Call>();
  if (notes.size > 0) walk({ notes, found }, content, { y: 0, blockTop: 0, isFree: false });
  return [...found.values()].sort((a, b) => a.note.call.id - b.note.call.id);
}

interface Search {
  readonly notes: Notes;
  readonly found: Map<number, Call>;
}

/** `isFree` is true inside boxes that stay where they are, however short the page is made. */
interface Here {
  readonly y: number;
  readonly blockTop: number;
  readonly isFree: boolean;
}

function walk(search: Search, fragment: Fragment, here: Here): void {
  if (fragment.kind === 'line') {
    const bottom = here.y + fragment.height;
    for (const piece of fragment.line.pieces) {
      if (piece.kind === 'atomic') {
        const { y, fragment: inner } = piece.item.payload as Placed;
        const inside = new Map<number, Call>();
        walk({ ...search, found: inside }, inner, { ...here, y: here.y + piece.y + y });
        // What stands in a line goes with it as a whole.
        for (const { note } of inside.values()) record(search, note.call.id, here, bottom);
      } else if ('element' in piece) record(search, piece.element.id, here, bottom);
    }
    return;
  }
  if (fragment.repeated) return;
  const isBlock = !fragment.box.anonymous;
  const inside: Here = isBlock ? { ...here, blockTop: here.y } : here;
  for (const { id } of fragment.marks ?? []) record(search, id, here, here.y);
  for (const child of fragment.children) walk(search, child.fragment, { ...inside, y: here.y + child.y });
  for (const child of fragment.positioned)
    walk(search, child.fragment, { ...inside, y: here.y + child.y, isFree: true });
}

function record({ notes, found }: Search, id: number, here: Here, bottom: number): void {
  const note = notes.get(id);
  if (!note || found.has(id)) return;
  found.set(id, { note, bottom: here.isFree ? 0 : bottom, blockTop: here.isFree ? 0 : here.blockTop });
}
