/** Named strings and running elements as margin boxes see them (css-gcpm-3 §1.1.2, §1.2.2). */
import type { PagePolicy } from '../../markup/style.ts';

/** Something that an element assigns to a name on the page it begins on. */
export interface Assignment<T> {
  readonly name: string;
  readonly value: T;
  readonly isAtTop: boolean;
}

/** What a name stands for on one page; undefined where nothing has been assigned, or nothing is to be shown. */
export type Assigned<T> = (name: string, which: PagePolicy) => T | undefined;

/** One reader per page, from what each page assigns in order. Costs what has been assigned, not names times pages. */
export function assignedOnPages<T>(pages: readonly (readonly Assignment<T>[])[]): readonly Assigned<T>[] {
  // Per name the pages that assign it: a reader finds the last one before its own page by halving.
  const history = new Map<string, { readonly page: number; readonly all: Assignment<T>[] }[]>();
  pages.forEach((assigned, page) => {
    for (const assignment of assigned) {
      const entries = history.get(assignment.name) ?? [];
      history.set(assignment.name, entries);
      if (entries.at(-1)?.page === page) entries.at(-1)!.all.push(assignment);
      else entries.push({ page, all: [assignment] });
    }
  });
  return pages.map((_, page) => (name, which) => {
    const entries = history.get(name) ?? [];
    const next = firstFrom(entries, page);
    const entry = entries[next - 1]?.all.at(-1)?.value;
    const here = entries[next]?.page === page ? entries[next].all : undefined;
    if (!here) return entry;
    switch (which) {
      case 'first':
        return here[0]!.value;
      case 'last':
        return here.at(-1)!.value;
      case 'start':
        return here[0]!.isAtTop ? here[0]!.value : entry;
      case 'first-except':
        return undefined;
    }
  });
}

/** The index of the first entry of this page or a later one. */
function firstFrom(entries: readonly { readonly page: number }[], page: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.page < page) low = middle + 1;
    else high = middle;
  }
  return low;
}
