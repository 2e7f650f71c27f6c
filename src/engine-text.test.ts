/** What readers of a finished file copy and hear: the text of the document, whatever was done to its lines. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFontCache, renderPdf } from './engine.ts';
import { textOf } from './pdf/check/testing.ts';

const fonts = createFontCache();
const family = (name: string, path: string): string =>
  `@font-face { font-family: ${name}; src: url("npm:@expo-google-fonts/${path}.ttf") }`;
const faces = [
  family('Latin', 'source-sans-3/400Regular/SourceSans3_400Regular'),
  family('Han', 'noto-sans-sc/400Regular/NotoSansSC_400Regular'),
].join('\n');

/** The text of a paragraph as it comes back from the file. */
async function textBack(body: string, css: string, lang = 'en'): Promise<string> {
  const text = `<html lang="${lang}"><head><title>T</title><style>${faces}
    @page { size: 80mm 200mm; margin: 10mm } body { font: 10pt Latin, Han } ${css}</style></head><body>${body}</body></html>`;
  const files = {
    read: (path: string) =>
      path.startsWith('npm:')
        ? readFileSync(new URL(`../node_modules/${path.slice(4)}`, import.meta.url))
        : undefined,
  };
  const { value, diagnostics } = await renderPdf(
    { path: 'a.html', text },
    { files, fonts },
    { date: '2026-01-01', producer: 'test' },
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return textOf(value!).replaceAll('|', '');
}

test('every space that was written is in the text of the file, justified or not, at line ends too', async () => {
  const words = fc.constantFrom(
    'park',
    'office',
    'manufacturing',
    'enterprises',
    '包头',
    '装备，',
    'km²',
    '8',
    'A–B',
  );
  const styles = fc.constantFrom(
    '',
    'p { text-align: justify }',
    'p { text-align: justify; hyphens: auto }',
    'p { text-wrap: pretty; word-spacing: 2px }',
    'p { text-align: justify; text-justify: inter-character }',
    'p { letter-spacing: 1px; font-variant: small-caps }',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 40 }), styles, async (parts, css) => {
      const text = parts.join(' ');
      const back = await textBack(`<p>${text}</p>`, css);
      expect(back.replaceAll('\u00ad', '').trim()).toBe(text);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('what stands on the two sides of a leader is read apart', async () => {
  const back = await textBack(
    '<p><a href="#end">Location</a></p><p id="end">End</p>',
    'a::after { content: leader(".") target-counter(attr(href), page) }',
  );
  expect(back.replace(/\.+/, '')).toBe('Location 1End');
});
