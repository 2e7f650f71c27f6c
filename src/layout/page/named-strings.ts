/** Named strings as margin boxes see them (css-gcpm-3 §1.1.2). */
import type { NamedString } from './places.ts';

export type StringOf = (name: string, which: 'first' | 'last' | 'start' | 'first-except') => string;

/** One reader of named strings per page, from the strings that each page sets. */
export function namedStrings(pages: readonly (readonly NamedString[])[]): readonly StringOf[] {
  const carried = new Map<string, string>();
  return pages.map((assigned) => {
    const before = new Map(carried);
    for (const { name, text } of assigned) carried.set(name, text);
    return (name, which) => {
      const here = assigned.filter((entry) => entry.name === name);
      const first = here[0];
      const entry = before.get(name) ?? '';
      if (!first) return entry;
      switch (which) {
        case 'first':
          return first.text;
        case 'last':
          return here.at(-1)!.text;
        case 'start':
          return first.isAtTop ? first.text : entry;
        case 'first-except':
          return '';
      }
    };
  });
}
