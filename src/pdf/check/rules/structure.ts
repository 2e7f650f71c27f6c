/** Rules on tags: ISO 14289-1, 7.1 to 7.9 with ISO 32000-1, 14.7 and 14.8. */
import { isArray, nameOf, stringOf } from '../objects.ts';
import type { Rule } from '../rule.ts';
import { attributeOf, idOf, type StructureElement } from '../structure.ts';
import type { Subject } from '../subject.ts';

/** Standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** Which parents an element must have (14.8.4.3.3 and 14.8.4.3.4). */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
};

/** Which children an element may have. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};

export const STRUCTURE_RULES: readonly Rule[] = [
  {
    id: 'content-marked',
    title: 'All content is tagged or an artifact',
    clause: 'ISO 14289-1, 7.1',
    matterhorn: '01-005',
    *check({ pages }) {
      for (const { number, content } of pages)
        if (content.unmarked.length > 0)
          yield `Page ${number} paints ${content.unmarked.length} times outside tags and artifacts (${content.unmarked[0]}).`;
    },
  },
  {
    id: 'marks-nested',
    title: 'Artifacts and tagged content do not contain each other',
    clause: 'ISO 14289-1, 7.1',
    matterhorn: '01-003',
    *check({ pages }) {
      for (const { number, content } of pages)
        for (const problem of content.misnested) yield `Page ${number} has ${problem}.`;
    },
  },
  {
    id: 'parent-tree',
    title: 'Marked content and structure elements refer to each other',
    clause: 'ISO 32000-1, 14.7.4.4',
    check: parentTreeProblems,
  },
  {
    id: 'roles',
    title: 'Structure types are standard ones',
    clause: 'ISO 14289-1, 7.1',
    matterhorn: '02-001',
    *check({ reader, catalog, structure }) {
      for (const problem of structure.problems) yield `In the structure tree, ${problem}.`;
      const roles = reader.get(catalog, 'StructTreeRoot', 'RoleMap');
      for (const { role } of structure.elements)
        if (!STANDARD.has(role) && !STANDARD.has(nameOf(reader.get(roles, role)) ?? ''))
          yield `The structure type ${role} is no standard one.`;
    },
  },
  {
    id: 'table-structure',
    title: 'Lists and tables are built as the standard has it',
    clause: 'ISO 32000-1, 14.8.4.3',
    matterhorn: '09-004',
    *check({ structure }) {
      for (const { role, parent, children } of structure.elements) {
        if (PARENTS[role] && !PARENTS[role].includes(parent?.role ?? ''))
          yield `A ${role} is inside a ${parent?.role ?? 'root'}.`;
        for (const child of children)
          if (CHILDREN[role] && !CHILDREN[role].includes(child.role))
            yield `A ${role} holds a ${child.role}.`;
      }
    },
  },
  {
    id: 'headings',
    title: 'Headings begin with H1 and skip no level',
    clause: 'ISO 14289-1, 7.4.2',
    matterhorn: '14-003',
    *check({ structure }) {
      let last = 0;
      for (const { role } of structure.elements) {
        const level = /^H([1-6])$/.exec(role)?.[1];
        if (level === undefined) continue;
        if (Number(level) > last + 1)
          yield last === 0 ? `The first heading is ${role}.` : `${role} follows H${last}.`;
        last = Number(level);
      }
    },
  },
  {
    id: 'table-headers',
    title: 'Tables have header cells with a scope',
    clause: 'ISO 14289-1, 7.5',
    matterhorn: '15-003',
    *check({ reader, structure }) {
      for (const table of structure.elements.filter(({ role }) => role === 'Table')) {
        const headers = insideTable(table).filter(({ role }) => role === 'TH');
        if (headers.length === 0) yield 'A table has no header cells.';
        for (const header of headers)
          if (attributeOf(reader, header, 'Table', 'Scope') === undefined)
            yield 'A header cell has no scope.';
      }
    },
  },
  {
    id: 'table-regular',
    title: 'The rows of a table have the same number of columns',
    clause: 'ISO 14289-1, 7.2',
    *check(subject) {
      for (const table of subject.structure.elements.filter(({ role }) => role === 'Table')) {
        const widths = rowWidths(subject, table);
        if (new Set(widths).size > 1)
          yield `A table has rows of ${[...new Set(widths)].join(' and ')} columns.`;
      }
    },
  },
  {
    id: 'figures',
    title: 'Figures have alternative text',
    clause: 'ISO 14289-1, 7.3',
    matterhorn: '13-004',
    *check({ reader, structure }) {
      for (const { role, object } of structure.elements) {
        if (role !== 'Figure' && role !== 'Formula') continue;
        const words = stringOf(reader.get(object, 'Alt')) ?? stringOf(reader.get(object, 'ActualText')) ?? '';
        if (words.trim() === '') yield `A ${role} has no alternative text.`;
      }
    },
  },
  {
    id: 'notes',
    title: 'Notes have identifiers of their own',
    clause: 'ISO 14289-1, 7.9',
    matterhorn: '19-003',
    *check({ reader, structure }) {
      const seen = new Set<string>();
      for (const { role, object } of structure.elements) {
        const id = stringOf(reader.get(object, 'ID'));
        if (role === 'Note' && !id) yield 'A Note has no identifier.';
        if (id !== undefined && seen.has(id)) yield `The identifier "${id}" is used twice.`;
        if (id !== undefined) seen.add(id);
      }
    },
  },
];

/** The elements of a table without those of tables inside it. */
function insideTable(element: StructureElement): readonly StructureElement[] {
  return element.children.flatMap((child) => (child.role === 'Table' ? [] : [child, ...insideTable(child)]));
}

function* parentTreeProblems({ reader, pages, parentTree, structure }: Subject): Generator<string> {
  const listed = new Map<string, number | undefined>();
  for (const { id, contents } of structure.elements)
    for (const { page, mcid } of contents) {
      const key = `${page} ${mcid}`;
      if (listed.has(key)) yield `Content ${mcid} of a page belongs to two elements.`;
      listed.set(key, id);
    }
  for (const page of pages) {
    const key = reader.get(page.object, 'StructParents');
    const row = typeof key === 'number' ? reader.resolve(parentTree.get(key)) : undefined;
    const owners = isArray(row) ? row : [];
    const seen = new Set<number>();
    for (const { mcid, tag } of page.content.marks) {
      if (seen.has(mcid)) yield `Page ${page.number} uses the identifier ${mcid} twice.`;
      seen.add(mcid);
      const owner = idOf(owners[mcid]);
      if (owner === undefined)
        yield `Content ${mcid} (${tag}) of page ${page.number} is missing from the parent tree.`;
      else if (listed.get(`${page.id} ${mcid}`) !== owner)
        yield `Content ${mcid} (${tag}) of page ${page.number} is not listed by the element that the parent tree names.`;
      listed.delete(`${page.id} ${mcid}`);
    }
  }
  for (const key of listed.keys())
    yield `A structure element lists content that no page has (page object and identifier ${key}).`;
}

/** Columns per row, counting spans (Matterhorn 15, ISO 32000-1, 14.8.5.7). */
function rowWidths({ reader }: Subject, table: StructureElement): readonly number[] {
  const rows = insideTable(table).filter(({ role }) => role === 'TR');
  const hanging: number[] = [];
  return rows.map((row) => {
    let width = 0;
    const next = hanging.splice(0).filter((left) => {
      width += 1;
      return left > 1;
    });
    hanging.push(...next.map((left) => left - 1));
    for (const cell of row.children) {
      const span = (key: string): number => Number(attributeOf(reader, cell, 'Table', key) ?? 1);
      width += span('ColSpan');
      if (span('RowSpan') > 1) for (let i = 0; i < span('ColSpan'); i += 1) hanging.push(span('RowSpan') - 1);
    }
    return width;
  });
}
