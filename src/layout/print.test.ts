import { expect, test } from 'vitest';
import { printDisplayList } from './print.ts';
import { layoutBody } from './testing/pages.ts';

interface Printed {
  readonly pages: readonly { readonly number: number; readonly items: readonly Record<string, unknown>[] }[];
  readonly anchors: Record<string, unknown>;
  readonly bookmarks: readonly unknown[];
}

const body = `<h1 id="top">Head</h1><p><a href="#top">link</a></p><div>boxed</div>
  <svg viewBox="0 0 10 10" width="20" height="20"><title>A square</title><rect x="1" y="2" width="3" height="4"/></svg>`;
const css = 'div { border: 1px solid red; background: blue; opacity: 0.5 }';

function print(): Printed {
  return JSON.parse(printDisplayList(layoutBody(body, css).laidOut!)) as Printed;
}

test('the display list is plain data: every item by its kind, text with its place', () => {
  const { pages, anchors, bookmarks } = print();
  const items = pages.flatMap((page) => page.items);
  const kinds = new Set(items.map((item) => item.kind));
  expect([...kinds].sort()).toEqual(['background', 'border', 'drawing', 'link', 'pop', 'push', 'text']);
  expect(items.find((item) => item.text === 'link')).toMatchObject({
    x: 0,
    size: 10,
    width: 40,
    color: { r: 0, g: 0, b: 0, alpha: 1 },
    origin: expect.stringMatching(/^a\.html:3:\d+$/),
  });
  expect(anchors).toEqual({ top: { page: 1, x: 0, y: 0 } });
  expect(bookmarks).toHaveLength(1);
});

test('drawings are printed with their shapes', () => {
  const drawing = print().pages[0]!.items.find((item) => item.kind === 'drawing')!;
  expect(drawing).toMatchObject({
    rect: { width: 20, height: 20 },
    alt: 'A square',
    viewBox: { x: 0, y: 0, width: 10, height: 10 },
  });
  expect(drawing.shapes).toHaveLength(1);
});

test('the same document gives the same text, and no number is missing', () => {
  const text = printDisplayList(layoutBody(body, css).laidOut!);
  expect(printDisplayList(layoutBody(body, css).laidOut!)).toBe(text);
  expect(text).not.toContain('null');
});
