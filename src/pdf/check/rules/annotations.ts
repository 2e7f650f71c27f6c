/** Rules on annotations: ISO 14289-1, 7.18; ISO 19005-3, 6.3. */
import { isName, nameOf, stringOf } from '../objects.ts';
import type { Rule } from '../rule.ts';
import { idOf } from '../structure.ts';

export const ANNOTATION_RULES: readonly Rule[] = [
  {
    id: 'tab-order',
    title: 'Pages with annotations are tabbed through in the order of the structure',
    clause: 'ISO 14289-1, 7.18.3',
    matterhorn: '28-009',
    *check({ reader, pages }) {
      for (const page of pages)
        if (page.annotations.length > 0 && !isName(reader.get(page.object, 'Tabs'), 'S'))
          yield `Page ${page.number} has annotations but no tab order.`;
    },
  },
  {
    id: 'link-tagged',
    title: 'Links are inside a Link element',
    clause: 'ISO 14289-1, 7.18.5',
    matterhorn: '28-011',
    *check({ reader, pages, structure, parentTree }) {
      const owners = new Map(
        structure.elements.flatMap((element) => element.annotations.map((id) => [id, element])),
      );
      for (const page of pages)
        for (const { id, object } of page.annotations) {
          if (nameOf(reader.get(object, 'Subtype')) !== 'Link') continue;
          const owner = id === undefined ? undefined : owners.get(id);
          const key = reader.get(object, 'StructParent');
          if (owner?.role !== 'Link') yield `A link on page ${page.number} is not inside a Link element.`;
          else if (typeof key !== 'number' || idOf(parentTree.get(key)) !== owner.id)
            yield `A link on page ${page.number} does not lead to its element.`;
        }
    },
  },
  {
    id: 'link-contents',
    title: 'Links say in words where they lead',
    clause: 'ISO 14289-1, 7.18.5',
    matterhorn: '28-012',
    *check({ reader, pages }) {
      for (const page of pages)
        for (const { object } of page.annotations)
          if (!stringOf(reader.get(object, 'Contents'))?.trim())
            yield `An annotation on page ${page.number} has no description.`;
    },
  },
  {
    id: 'annotation-flags',
    title: 'Annotations are printed and not hidden',
    clause: 'ISO 19005-3, 6.3.2',
    *check({ reader, pages }) {
      for (const page of pages)
        for (const { object } of page.annotations) {
          const flags = Number(reader.get(object, 'F') ?? 0);
          if ((flags & PRINT) === 0 || (flags & UNSEEN) !== 0)
            yield `An annotation on page ${page.number} is hidden or not printed.`;
        }
    },
  },
  {
    id: 'link-targets',
    title: 'Links and bookmarks lead to pages of the document',
    clause: 'ISO 32000-1, 12.3.2',
    *check({ reader, pages }) {
      const known = new Set(pages.map(({ id }) => id));
      for (const page of pages)
        for (const { object } of page.annotations) {
          if (nameOf(reader.get(object, 'Subtype')) !== 'Link') continue;
          const [target] = reader.array(object, 'Dest');
          const hasAction = reader.get(object, 'A') !== undefined;
          if (!hasAction && !known.has(idOf(target))) yield `A link on page ${page.number} leads nowhere.`;
        }
    },
  },
];

/** Flags of annotations (ISO 32000-1, 12.5.3). */
const PRINT = 4;
/** Invisible, Hidden, NoView, ToggleNoView. */
const UNSEEN = 1 | 2 | 32 | 256;
