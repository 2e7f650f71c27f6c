/**
 * The showcase documents use the whole dialect. What a reader relies on is asserted here: every page number, every
 * running head and every footnote stands where it should, and nothing is told against the document or its file.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFontCache, type EngineContext, layOutPages, renderPdf } from '../engine.ts';
import type { DisplayItem, LaidOut, Page } from '../layout/display.ts';
import { checkPdf } from '../pdf/check/index.ts';

const root = new URL('../../', import.meta.url);

const read = (path: string): Uint8Array =>
  readFileSync(
    new URL(path.startsWith('npm:') ? `node_modules/${path.slice(4)}` : `templates/${path}`, root),
  );

const context: EngineContext = { files: { read }, fonts: createFontCache() };
const imprint = { date: '2026-01-02', producer: 'Parkpress' };

const pageCount = 16;

type Text = Extract<DisplayItem, { readonly kind: 'text' }>;

const textsOn = (page: Page): readonly Text[] => page.items.filter((item) => item.kind === 'text');
const wordsOn = (page: Page): string => squeezed(textsOn(page).map(({ run }) => run.text));
const squeezed = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '');

/** The lines of a page, or of its left or right half, from top to bottom, without white space. */
function linesOf(page: Page, isIn: (text: Text) => boolean): readonly string[] {
  const lines = new Map<number, Text[]>();
  for (const text of textsOn(page).filter(isIn)) {
    const baseline = Math.round(text.baseline);
    lines.set(baseline, [...(lines.get(baseline) ?? []), text]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, texts]) => squeezed(texts.sort((a, b) => a.x - b.x).map(({ run }) => run.text)));
}

describe.each([
  { lang: 'en', title: 'A specimen of page setting', chapters: ['Text', 'Lists and counters', 'Boxes'] },
  { lang: 'zh', title: '排版样本', chapters: ['文字', '列表与计数', '盒子'] },
])('the showcase in $lang', ({ lang, title, chapters }) => {
  const path = `showcase/showcase.${lang}.html`;
  const document = { path, text: new TextDecoder().decode(read(path)) };
  let laidOut: LaidOut;

  beforeAll(async () => {
    const { value, diagnostics } = await layOutPages(document, context);
    expect(diagnostics).toEqual([]);
    laidOut = value!;
  });

  /** What is printed as the number of the page that an element with an id stands on. */
  const labelAt = (page: number): string => laidOut.pages[page - 1]!.label.text;

  test('has its pages, named and numbered as printed', () => {
    const { pages } = laidOut;
    expect(pages.map(({ name }) => name)).toEqual([
      'cover',
      'front',
      ...Array.from({ length: pageCount - 4 }, () => ''),
      'sheet',
      'cover',
    ]);
    expect(labelAt(2)).toBe('i');
    expect(pages.slice(2, 14).map(({ label }) => label.text)).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i + 1)),
    );
    expect(pages.map(({ sheet }) => sheet !== undefined)).toEqual(pages.map(({ name }) => name === 'cover'));
    expect(pages.filter(({ width, height }) => width > height).map(({ name }) => name)).toEqual(['sheet']);
  });

  test('every entry of the contents names the page of its heading', () => {
    const contents = laidOut.pages[1]!;
    const middle = contents.width / 2;
    const isEntry = (text: Text): boolean => text.baseline < laidOut.anchors.get('how')!.y;
    const lines = [
      ...linesOf(contents, (text) => isEntry(text) && text.x < middle),
      ...linesOf(contents, (text) => isEntry(text) && text.x >= middle),
    ];
    const entries = lines.flatMap((line) => {
      const [, heading, number] = /^(\d?.*?[^.\d])\.*(\d+)$/.exec(line) ?? [];
      return heading === undefined ? [] : [{ heading, number }];
    });
    expect(entries.length).toBe([...document.text.matchAll(/<li><a href="#/g)].length);
    const headings = new Map(
      laidOut.bookmarks.map(({ text, at }) => [text.replace(/\s/g, ''), labelAt(at.page)]),
    );
    for (const { heading, number } of entries)
      expect([heading, headings.get(heading)]).toEqual([heading, number]);
  });

  test('references print the words and the page of what they lead to', () => {
    const { page } = laidOut.anchors.get('references')!;
    const lines = linesOf(laidOut.pages[page - 1]!, () => true).join('\n');
    for (const id of ['paragraphs', 'counters', 'long', 'areas']) {
      const { page: target, y } = laidOut.anchors.get(id)!;
      const words = laidOut.bookmarks.find(({ at }) => at.page === target && Math.abs(at.y - y) < 1)!.text;
      expect(lines).toContain(`${words.replace(/\s/g, '')}${labelAt(target)}`);
    }
  });

  test('right pages have the name of their chapter at the head, left ones that of the document', () => {
    const headOf = (page: Page): string =>
      squeezed(
        textsOn(page)
          .filter(({ baseline, owner }) => 'artifact' in owner && baseline < 100)
          .map(({ run }) => run.text),
      );
    for (const page of laidOut.pages.slice(1, 14)) {
      const chapter = laidOut.bookmarks.findLast(({ level, at }) => level === 2 && at.page <= page.number)!;
      const name = page.number % 2 === 0 ? title : chapter.text.replace(/^\d+/, '');
      expect([page.number, headOf(page)]).toEqual([page.number, name.replace(/\s/g, '')]);
    }
    expect(headOf(laidOut.pages[0]!)).toBe('');
  });

  test('a chapter begins a page and is in the outline with its number', () => {
    const begin = laidOut.bookmarks.filter(({ level }) => level === 2);
    expect(begin.slice(1, 4).map(({ text }) => text.replace(/\s+/g, ' '))).toEqual(
      chapters.map((chapter, i) => `${i + 1} ${chapter}`),
    );
    for (const { at } of begin) expect(at.y).toBeLessThan(120);
  });

  test('footnotes stand on the page of their number', () => {
    const callsAndNotes = laidOut.pages.map(({ items }) => {
      const named = items.flatMap((item) => (item.kind === 'link' ? [item.href] : []));
      return [
        named.filter((href) => href.startsWith('#::footnote-marker')).length,
        named.filter((href) => href.startsWith('#::footnote-call')).length,
      ];
    });
    for (const [calls, notes] of callsAndNotes) expect(calls).toBe(notes);
    expect(callsAndNotes.map(([calls]) => calls)).toEqual([0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  test('the head and the foot of the long table stand on both of its pages', () => {
    const { page } = laidOut.anchors.get('long')!;
    for (const number of [page, page + 1]) expect(wordsOn(laidOut.pages[number - 1]!)).toContain('ISO216');
    expect(wordsOn(laidOut.pages[page - 1]!)).toContain('A10');
    expect(wordsOn(laidOut.pages[page]!)).toContain('ledger');
  });

  test('the sixteen margin boxes of the sheet are printed', () => {
    const names = wordsOn(laidOut.pages[14]!).match(/@(?:top|right|bottom|left)-[a-z]+(?:-corner)?/g);
    expect(new Set(names).size).toBe(16);
  });

  test('the file breaks no rule, and is the same twice', async () => {
    const first = await renderPdf(document, context, imprint);
    expect(first.diagnostics).toEqual([]);
    expect(checkPdf(first.value!)).toEqual([]);
    const second = await renderPdf(document, { ...context, fonts: createFontCache() }, imprint);
    expect(Buffer.compare(first.value!, second.value!)).toBe(0);
  });
});
