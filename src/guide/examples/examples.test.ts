/** Everything the guide shows is run here as it is printed there. */
import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import { printPretty } from '../../diagnostics/print-pretty.ts';
import type { LaidOut } from '../../layout/display.ts';
import { createFontCache, layoutDocument } from '../../layout/index.ts';
import { readMarkup } from '../../markup/index.ts';
import { tablesOf } from '../../model/tables.ts';
import { pressWorkbook } from '../../sheet/index.ts';
import { readSheets } from '../../sheet/package/read-cells.ts';
import { openPackage } from '../../sheet/package/zip.ts';
import { loadTemplates } from '../../template/load.ts';
import { merge } from '../../template/merge.ts';
import { finishedDocument, type Merged } from '../../template/merged.ts';
import { lineOf, mergeTexts } from '../../template/testing.ts';
import { projectFiles, projectPublications } from '../testing.ts';
import { boxes } from './boxes.ts';
import { firstBrochure } from './first-brochure.ts';
import { firstWorkbook } from './first-workbook.ts';
import { fontRules } from './font.ts';
import { footnotes } from './footnotes.ts';
import { leaflet } from './leaflet.ts';
import { message, misspelling } from './message.ts';
import { pictures } from './pictures.ts';
import { register } from './register.ts';
import { refusals, snippetData, snippetPartials, snippetStrings, snippets } from './snippets.ts';

const fonts = createFontCache();
const publications = projectPublications();

/** The words on the pages, in the order of painting. */
async function wordsOn(
  merged: Merged,
  texts: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const files = projectFiles(texts);
  const styled = readMarkup(merged, { files, lenient: false });
  expect(styled.diagnostics.map(lineOf)).toEqual([]);
  const laidOut: Outcome<LaidOut> = await layoutDocument(styled.value!, { files, fonts });
  expect(laidOut.diagnostics.map(lineOf)).toEqual([]);
  const items = laidOut.value!.pages.flatMap((page) => page.items);
  return items.flatMap((item) => (item.kind === 'text' ? [item.run.text] : [])).join(' ');
}

/** The values of the cells of all sheets. */
async function cellsOf(merged: Merged, tables: ReturnType<typeof tablesOf> = {}) {
  const properties = { title: 'T', creator: 'C', date: '2026-11-23', custom: {} };
  const { value, diagnostics } = await pressWorkbook(merged, { tables, lang: 'en', properties });
  expect(diagnostics.map(lineOf)).toEqual([]);
  return readSheets(openPackage(value!)!)!.flatMap((sheet) => sheet.cells.map((cell) => cell.value));
}

/** The project's templates and one of texts. */
function loadWith(folder: string, texts: Readonly<Record<string, string>>) {
  const paths = Object.entries(texts).map(([name, text]) => [`templates/${folder}/${name}`, text] as const);
  const files = Object.fromEntries(paths);
  return { files, loaded: loadTemplates(projectFiles(files), 'templates') };
}

/** The only template of a folder below `templates`, loaded with the project's own. */
function templateFrom(folder: string, texts: Readonly<Record<string, string>>) {
  const { files, loaded } = loadWith(folder, texts);
  expect(loaded.diagnostics.map(lineOf)).toEqual([]);
  return { files, template: loaded.value!.find((template) => template.name === folder)! };
}

const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(lineOf);

test('the leaflet is set for every park in both languages', async () => {
  const { files, template } = templateFrom('leaflet', leaflet);
  for (const data of publications) {
    const merged = merge(template, { data });
    expect(merged.diagnostics.map(lineOf)).toEqual([]);
    expect(await wordsOn(merged.value!, files)).toContain(data.lang === 'en' ? 'Land' : '土地');
  }
});

test('a misspelling in the leaflet is told as the guide shows it', () => {
  const broken = { ...leaflet, 'leaflet.hbs': leaflet['leaflet.hbs'].replace(...misspelling) };
  const { diagnostics } = loadWith('leaflet', broken).loaded;
  expect(printPretty(diagnostics, { color: false })).toBe(`${message}\n1 error.\n`);
});

test('the font that the guide declares is found', async () => {
  const head = `<head><title>T</title><style>${fontRules}</style></head>`;
  const text = `<html lang="en">${head}<body><p>Words</p></body></html>`;
  expect(await wordsOn(finishedDocument({ path: 'a.html', text }))).toBe('Words');
});

test('the finished brochure is set, with running title and page reference', async () => {
  const words = await wordsOn(finishedDocument({ path: 'first.html', text: firstBrochure }));
  expect(words).toMatch(/, page 2/);
  expect(words).toMatch(/2 \/ 2/);
});

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('the pictures are set', async () => {
  const head = '<head><title>T</title><link rel="stylesheet" href="templates/shared/fonts.css"/></head>';
  const body = `<body style="font-family: 'Source Sans 3'">${pictures}</body>`;
  const text = `<html lang="en">${head}${body}</html>`;
  expect(await wordsOn(finishedDocument({ path: 'a.html', text }), { 'photo.jpg': pixel })).toContain(
    'arbitrary',
  );
});

test('the footnote is set', async () => {
  const head = `<head><title>T</title><style>${fontRules} ${footnotes.css}</style></head>`;
  const text = `<html lang="en">${head}<body>${footnotes.html}</body></html>`;
  expect(await wordsOn(finishedDocument({ path: 'a.html', text }))).toMatch(/sold\..*50 years/);
});

test('the figures and the page of areas are set', async () => {
  const head = `<head><title>T</title><style>${fontRules} ${boxes.css}</style></head>`;
  const text = `<html lang="en">${head}<body>${boxes.html}</body></html>`;
  expect(await wordsOn(finishedDocument({ path: 'a.html', text }))).toBe(
    '8 km² developed 12 companies 2 motorways Map Facts Notes',
  );
});

test('the workbook template is pressed for every park, with its formulas computed', async () => {
  const manifest = 'kind: workbook\nentry: main.hbs\ntitle: { en: R, zh: 册 }\n';
  const { template } = templateFrom('register', { 'template.yaml': manifest, 'main.hbs': register });
  for (const data of publications) {
    const merged = merge(template, { data });
    expect(errorsOf(merged.diagnostics)).toEqual([]);
    const tables = tablesOf(data);
    expect(await cellsOf(merged.value!, tables)).toContain(tables.facts!.length);
  }
});

test('the finished workbook is pressed', async () => {
  const cells = await cellsOf(finishedDocument({ path: 'first.xml', text: firstWorkbook }));
  expect(cells).toContain(393.25);
});

test.each(snippets)('$write', ({ write, en, zh }) => {
  const files = { 'main.hbs': write, ...snippetPartials, ...snippetStrings };
  for (const [lang, expected] of Object.entries({ en, zh } as const)) {
    const { merged, diagnostics } = mergeTexts(files, snippetData, { lang: lang as 'en' | 'zh' });
    expect(errorsOf(diagnostics)).toEqual([]);
    expect(merged?.text).toBe(expected);
  }
});

test.each(refusals)('$write is refused', ({ write, code }) => {
  const { diagnostics } = mergeTexts({ 'main.hbs': write, ...snippetStrings }, snippetData);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code)).toEqual([code]);
});
