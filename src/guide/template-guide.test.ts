/** The guide that is committed is the one that the sources make, and what it says is so. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultsInCss } from '../markup/testing.ts';
import { graphicElements } from '../markup/vocabulary/graphic.ts';
import type { Publication } from '../model/publication.ts';
import { originsOf } from '../model/table-origins.ts';
import { tablesOf } from '../model/tables.ts';
import { allNames } from '../template/static/printed.ts';
import { publicationShape } from '../template/static/publication-shape.ts';
import { chartAttributes, datumAttributes } from './own-elements.ts';
import { templateGuide } from './template-guide.ts';
import { projectPublications } from './testing.ts';
import { workbookTables } from './workbook-tables.ts';

const guide = templateGuide();

test('templates/README.md is up to date', () => {
  const committed = readFileSync(new URL('../../templates/README.md', import.meta.url), 'utf8');
  expect(committed === guide, 'templates/README.md is stale: run `npm run docs` and commit it').toBe(true);
});

test('every link inside the guide leads somewhere', () => {
  const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  const ids = [...guide.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((target) => ![...headings, ...ids].includes(target ?? ''))).toEqual([]);
});

test('rules of CSS that stand in the text are read without faults', () => {
  const text = guide.slice(guide.indexOf('### Pages'), guide.indexOf('### Refused by name'));
  const rules = [...text.matchAll(/`([^`]+\{[^`]+\})`/g)].map(([, rule = '']) => rule.replace('…', ''));
  expect(rules.length).toBeGreaterThan(3);
  expect(rules.flatMap((rule) => faultsInCss(rule))).toEqual([]);
});

test('the attributes of charts are those of the vocabulary', () => {
  expect(Object.keys(chartAttributes)).toEqual(expectedNames('chart'));
  expect(Object.keys(datumAttributes)).toEqual(expectedNames('datum'));
});

function expectedNames(element: string): readonly string[] {
  return Object.keys(graphicElements[element]!.attributes);
}

/** A part and a whole of the seed park. */
const declared = { parts: [{ part: 'investment_in_production', whole: 'investment_total' }], sums: [] };

test('the tables of workbooks have the fields that the guide names', () => {
  const fields = new Map<string, ReadonlySet<string>>();
  for (const publication of projectPublications().map(withEverything)) {
    for (const [name, rows] of Object.entries(tablesOf(publication, declared)))
      for (const row of rows) fields.set(name, new Set([...(fields.get(name) ?? []), ...Object.keys(row)]));
  }
  const documented = Object.entries(workbookTables).map(
    ([name, table]) => [name, new Set(table.fields.split(' '))] as const,
  );
  expect(fields).toEqual(new Map(documented));
});

test('of every field of a table it is known what it is made from', () => {
  const fields = Object.entries(workbookTables).flatMap(([name, table]) =>
    table.fields.split(' ').map((field) => [name, field] as const),
  );
  expect(fields.filter(([table, field]) => originsOf(table, field) === undefined)).toEqual([]);
  const names = allNames(publicationShape());
  const origins = new Set(fields.flatMap(([table, field]) => originsOf(table, field) ?? []));
  expect([...origins].filter((name) => !names.has(name) && !name.startsWith('groups_by_id.'))).toEqual([]);
});

/** The publication with one row for the tables that no park of the project fills. */
function withEverything(publication: Publication): Publication {
  const words = { en: 'x', zh: 'x' };
  const [source] = publication.sources;
  const project = { name: words, note: null, source: source!, as_of: null };
  const without = { figures: [], values: [], suggestion: null, note: null };
  return {
    ...publication,
    park: { ...publication.park, projects: [{ ...project, investor: null, investment: null, stage: null }] },
    checks: [{ rule: 'x', title: words, severity: 'info', outcome: 'pass', message: words, ...without }],
  };
}
