import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFontCache, type EngineContext, layOutPages, renderPdf } from './engine.ts';

const font = 'npm:@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
const imprint = { date: '2026-01-02', producer: 'A program' };

/** Resources in memory, and the font from where it is installed. */
function context(files: Readonly<Record<string, string>>, lenient = false): EngineContext {
  const read = (path: string): Uint8Array | undefined => {
    if (path === font) return readFileSync(new URL(`../node_modules/${font.slice(4)}`, import.meta.url));
    return path in files ? new TextEncoder().encode(files[path]) : undefined;
  };
  return { files: { read }, fonts: createFontCache(), lenient };
}

const sheet = `@font-face { font-family: Sans; src: url("${font}") } body { font: 12pt Sans }`;
const text = (body: string) =>
  `<html lang="en"><head><title>T</title><link rel="stylesheet" href="look.css"/></head><body>${body}</body></html>`;
const document = (body: string) => ({ path: 'folder/a.html', text: text(body) });

test('a program gets the bytes of a PDF from text and resources', async () => {
  const { value, diagnostics } = await renderPdf(
    document('<h1>Heading</h1>'),
    context({ 'folder/look.css': sheet }),
    imprint,
  );
  expect(diagnostics).toEqual([]);
  expect(new TextDecoder('latin1').decode(value!.slice(0, 5))).toBe('%PDF-');
  expect(new TextDecoder('latin1').decode(value)).toContain('A program');
});

test('the same document gives the same bytes, with a warm cache and without', async () => {
  const warm = context({ 'folder/look.css': sheet });
  const one = await renderPdf(document('<p>One</p>'), warm, imprint);
  const two = await renderPdf(document('<p>One</p>'), warm, imprint);
  const three = await renderPdf(document('<p>One</p>'), context({ 'folder/look.css': sheet }), imprint);
  expect(two.value).toEqual(one.value);
  expect(three.value).toEqual(one.value);
});

test('a fault is a located diagnostic and there is no file', async () => {
  const { value, diagnostics } = await renderPdf(
    document('<p>One</p>'),
    context({ 'folder/look.css': `${sheet}\np { colour: red }` }),
    imprint,
  );
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, primary }) => [code, primary?.span.source.path])).toEqual([
    ['C003', 'folder/look.css'],
  ]);
});

test('lenient: what is outside the dialect is a warning and the file is made', async () => {
  const { value, diagnostics } = await renderPdf(
    document('<p>One</p>'),
    context({ 'folder/look.css': `${sheet}\np { animation: none }` }, true),
    imprint,
  );
  expect(value).toBeDefined();
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
});

test('pages are plain data', async () => {
  const { value } = await layOutPages(
    document('<p>One</p><p style="break-before: page">Two</p>'),
    context({ 'folder/look.css': sheet }),
  );
  const words = value!.pages.map(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? [item.run.text] : [])),
  );
  expect(words).toEqual([['One'], ['Two']]);
});
