/** The document outline (ISO 32000-1, 12.3.3): bookmarks as a tree, branches open or closed. */
import type { LaidOut } from '../layout/display.ts';
import { destination } from './links.ts';
import { type PdfFile, type PdfRef, text } from './objects.ts';

type Bookmark = LaidOut['bookmarks'][number];

interface Entry {
  readonly bookmark: Bookmark;
  readonly children: Entry[];
}

/** Completes `root`, which the file writes at its end. `elementRef` gives the structure element of a bookmark. */
export function writeOutline(
  file: PdfFile,
  root: PdfRef,
  laidOut: LaidOut,
  pages: readonly PdfRef[],
  elementRef: (element: number) => PdfRef | undefined,
): void {
  const write = (entries: readonly Entry[], parent: PdfRef): void => {
    const refs = entries.map(() => file.reserve());
    parent.data.First = refs[0];
    parent.data.Last = refs.at(-1);
    parent.data.Count = shownIn(entries);
    entries.forEach(({ bookmark, children }, i) => {
      const ref = refs[i]!;
      ref.data = {
        Title: text(bookmark.text),
        Parent: parent,
        Prev: refs[i - 1],
        Next: refs[i + 1],
        Dest: destination(laidOut, pages, bookmark.at),
        SE: elementRef(bookmark.element),
      };
      if (children.length > 0) write(children, ref);
      // Table 153: a negative count is what would be shown if the entry were opened.
      if (children.length > 0 && !bookmark.isOpen) ref.data.Count = -shownIn(children);
      ref.end();
    });
  };
  root.data.Type = 'Outlines';
  write(nest(laidOut.bookmarks), root);
}

/** How many entries are shown at first. */
function shownIn(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, { bookmark, children }) => sum + 1 + (bookmark.isOpen ? shownIn(children) : 0),
    0,
  );
}

/** A bookmark is below the last one before it that has a lower level, whatever levels lie between. */
function nest(bookmarks: readonly Bookmark[]): readonly Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const bookmark of bookmarks) {
    while ((open.at(-1)?.bookmark.level ?? 0) >= bookmark.level) open.pop();
    const entry: Entry = { bookmark, children: [] };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}
