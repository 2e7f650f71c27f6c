import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageLabel } from '../layout/display.ts';
import { checkPdf } from './check/index.ts';
import { stringOf } from './check/objects.ts';
import { readSubject } from './check/subject.ts';
import { structureOf, textOf } from './check/testing.ts';
import { paintPdf } from './index.ts';
import { el, layOut, OPTIONS } from './testing.ts';

const BODY = el(
  'body',
  {},
  el('h1', { id: 'top' }, 'Equipment Park'),
  el('h2', {}, '区位 Location'),
  el(
    'p',
    {},
    'To ',
    el('a', { href: '#end' }, 'the end'),
    ' or ',
    el('a', { href: 'https://example.org/区?a=b c' }, 'out'),
  ),
  el('h2', { id: 'end' }, 'End'),
);

test('text comes back as it was, in both scripts', async () => {
  const { value } = await paintPdf(layOut(BODY), OPTIONS);
  expect(textOf(value!)).toBe('Equipment Park|区位 Location|To |the end| or |out|End');
});

test('the same input gives the same bytes, another input another identifier', async () => {
  const attachment = {
    name: 'b',
    bytes: new Uint8Array([1]),
    mime: 'text/plain',
    description: '',
    date: '2025-01-01',
    relationship: 'Data',
  } as const;
  const options = { ...OPTIONS, attachments: [attachment] };
  const [first, second, other] = await Promise.all([
    paintPdf(layOut(BODY), options),
    paintPdf(layOut(BODY), options),
    paintPdf(layOut(el('body', {}, el('h1', {}, 'Another'))), options),
  ]);
  expect(Buffer.from(first.value!).equals(second.value!)).toBe(true);
  const idOf = (bytes: Uint8Array) => {
    const { reader } = readSubject(bytes);
    return stringOf(reader.array(reader.trailer, 'ID')[0]);
  };
  expect(idOf(first.value!)).not.toBe(idOf(other.value!));
});

test('title and author are escaped where they stand in XML', async () => {
  const { value } = await paintPdf(layOut(BODY), {
    ...OPTIONS,
    title: 'R&D <Park> "包头"\u0007',
    author: 'A & B',
    keywords: 'a, b',
  });
  expect(checkPdf(value!)).toEqual([]);
  const { reader, xmp } = readSubject(value!);
  expect(stringOf(reader.get(reader.trailer, 'Info', 'Title'))).toBe('R&D <Park> "包头"');
  expect(xmp!.properties.get('dc:title')!.join('')).toBe('R&D <Park> "包头"');
  expect(stringOf(reader.get(reader.trailer, 'Info', 'CreationDate'))).toBe('D:20250601000000Z');
  expect(xmp!.properties.get('xmp:CreateDate')).toEqual(['2025-06-01T00:00:00Z']);
});

test('the outline has the headings with their places', async () => {
  const { value } = await paintPdf(layOut(BODY), OPTIONS);
  const { reader, catalog, pages } = readSubject(value!);
  const first = reader.get(catalog, 'Outlines', 'First');
  expect(reader.get(catalog, 'Outlines', 'Count')).toBe(3);
  expect(stringOf(reader.get(first, 'Title'))).toBe('Equipment Park');
  expect(stringOf(reader.get(first, 'First', 'Title'))).toBe('区位 Location');
  expect(stringOf(reader.get(first, 'Last', 'Title'))).toBe('End');
  const [page, kind, left, top] = reader.array(first, 'Dest');
  expect(reader.resolve(page)).toBe(pages[0]!.object);
  expect([kind, left, top]).toEqual([{ kind: 'name', value: 'XYZ' }, 30, 811.89]);
});

test('a closed bookmark counts what it hides with a minus', async () => {
  const laidOut = layOut(BODY);
  const bookmarks = laidOut.bookmarks.map((one, i) => ({ ...one, isOpen: i > 0 }));
  const { value } = await paintPdf({ ...laidOut, bookmarks }, OPTIONS);
  const { reader, catalog } = readSubject(value!);
  expect(reader.get(catalog, 'Outlines', 'Count')).toBe(1);
  expect(reader.get(catalog, 'Outlines', 'First', 'Count')).toBe(-2);
});

test('links lead to places and addresses, with words', async () => {
  const { value } = await paintPdf(layOut(BODY), OPTIONS);
  const { reader, pages } = readSubject(value!);
  const [inside, outside] = pages[0]!.annotations.map(({ object }) => object);
  expect(stringOf(reader.get(inside, 'Contents'))).toBe('the end');
  expect(reader.array(inside, 'Dest')).toHaveLength(5);
  expect(stringOf(reader.get(outside, 'A', 'URI'))).toBe('https://example.org/%E5%8C%BA?a=b%20c');
});

test('a link without target is an error at the link', async () => {
  const outcome = await paintPdf(
    layOut(el('body', {}, el('h1', {}, 'T'), el('p', {}, el('a', { href: '#gone' }, 'x')))),
    OPTIONS,
  );
  expect(outcome.value).toBeUndefined();
  expect(outcome.diagnostics).toMatchObject([
    { code: 'P001', message: 'The link "#gone" has no target in this document.' },
  ]);
  expect(outcome.diagnostics[0]!.primary).toBeDefined();
});

test('a document without title is an error', async () => {
  const outcome = await paintPdf(layOut(BODY), { ...OPTIONS, title: ' ' });
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['P005']);
});

test('page labels follow the printed numbers', async () => {
  const laidOut = layOut(BODY, { linesPerPage: 3 });
  const { value } = await paintPdf(
    {
      ...laidOut,
      anchors: new Map([...laidOut.anchors].map(([id, at]) => [id, { ...at, page: at.page + 4 }])),
      bookmarks: [],
      pages: laidOut.pages.map((page) => {
        const value = page.number + 4;
        return { ...page, number: value, label: { value, style: 'decimal', text: String(value) } };
      }),
    },
    OPTIONS,
  );
  const { reader, catalog } = readSubject(value!);
  const nums = reader.array(catalog, 'PageLabels', 'Nums');
  expect(nums).toHaveLength(2);
  expect(reader.get(nums[1], 'St')).toBe(5);
});

test('page labels begin anew with every style, and are words where PDF cannot count', async () => {
  const laidOut = layOut(BODY, { linesPerPage: 1 });
  const labels: readonly PageLabel[] = [
    { value: 1, style: 'lower-roman', text: 'i' },
    { value: 2, style: 'lower-roman', text: 'ii' },
    { value: 1, style: 'decimal', text: '1' },
    { value: 2, style: 'cjk-ideographic', text: '二' },
  ];
  const pages = labels.map((label, i) => ({ ...laidOut.pages[i]!, label }));
  const anchors = new Map([...laidOut.anchors].map(([id, at]) => [id, { ...at, page: 1 }]));
  const { value } = await paintPdf({ ...laidOut, pages, anchors, bookmarks: [] }, OPTIONS);
  const { reader, catalog } = readSubject(value!);
  const nums = reader.array(catalog, 'PageLabels', 'Nums');
  expect(nums.filter((_, i) => i % 2 === 0)).toEqual([0, 2, 3]);
  const styles = [1, 3].map((i) => reader.get(nums[i], 'S'));
  expect(styles).toEqual(['r', 'D'].map((name) => ({ kind: 'name', value: name })));
  expect(stringOf(reader.get(nums[5], 'P'))).toBe('二');
});

test('whatever the text, it conforms and comes back', async () => {
  const words = fc.string({
    unit: fc.constantFrom(...'ab AV(fi)\\-—é“”1包头市。，'),
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        words.filter((text) => text.trim() !== ''),
        { minLength: 1, maxLength: 5 },
      ),
      async (texts) => {
        const body = el('body', {}, el('h1', {}, 'T'), ...texts.map((text) => el('p', {}, text)));
        const { value } = await paintPdf(layOut(body), OPTIONS);
        expect(checkPdf(value!)).toEqual([]);
        const structure = structureOf(value!);
        for (const text of texts) expect(structure).toContain(`P "${text}"`);
      },
    ),
    { numRuns: 15 },
  );
});

test('a page with bleed and marks has larger paper, and its own corner as origin', async () => {
  const laidOut = layOut(BODY);
  const pages = laidOut.pages.map((page) => ({
    ...page,
    width: 400,
    height: 200,
    sheet: { bleed: 8, margin: 32 },
  }));
  const { value } = await paintPdf({ ...laidOut, pages }, OPTIONS);
  const { reader, pages: painted } = readSubject(value!);
  const boxOf = (name: string) => reader.array(painted[0]!.object, name);
  expect(boxOf('MediaBox')).toEqual([-24, -24, 324, 174]);
  expect(boxOf('BleedBox')).toEqual([-6, -6, 306, 156]);
  expect(boxOf('TrimBox')).toEqual([0, 0, 300, 150]);
  expect(checkPdf(value!)).toEqual([]);
});
