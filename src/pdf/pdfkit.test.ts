/** What we rely on inside pdfkit; an upgrade that changes it fails here. */
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { text } from './objects.ts';
import type { PdfkitDocument } from './pdfkit.ts';
import { openPdf } from './pdfkit.ts';
import { chineseFace, latinFace } from './testing.ts';

const INFO = {
  Title: 'T',
  Creator: 'C',
  Producer: 'P',
  CreationDate: new Date(0),
  ModDate: new Date(0),
};

function written(work: (doc: PdfkitDocument) => void): readonly (string | Uint8Array)[] {
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
  }) as unknown as PdfkitDocument;
  const chunks: (string | Uint8Array)[] = [];
  doc._write = (chunk) => void chunks.push(chunk);
  work(doc);
  return chunks;
}

test('an object is written as head, value and end', () => {
  const chunks = written((doc) =>
    doc.ref({ Name: 'N', Text: text('a(b'), Wide: text('包'), No: undefined }).end(),
  );
  expect(chunks).toEqual([
    expect.stringMatching(/^\d+ 0 obj$/),
    '<<\n/Name /N\n/Text (a\\(b)\n/Wide (\xfe\xff\x53\x05)\n>>',
    'endobj',
  ]);
});

test('a stream is written as head, dictionary, keyword, data and ends', () => {
  const chunks = written((doc) => {
    const ref = doc.ref({});
    ref.compress = false;
    ref.end(new Uint8Array([1, 2, 3]));
  });
  expect(chunks.slice(1)).toEqual([
    '<<\n/Length 3\n>>',
    'stream',
    new Uint8Array([1, 2, 3]),
    '\nendstream',
    'endobj',
  ]);
});

test('a page has a dictionary, resources and y down', () => {
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
  }) as unknown as PdfkitDocument;
  doc.addPage({ size: [100, 200], margin: 0 });
  expect(doc.page.dictionary.data.MediaBox).toEqual([0, 0, 100, 200]);
  expect(doc.page.resources.data).toBeTypeOf('object');
});

test('fonts of one face are opened once and give glyph ids of their subset', () => {
  const file = openPdf('en', INFO, new Uint8Array());
  const { bytes } = latinFace();
  const font = file.font(bytes);
  expect(file.font(new Uint8Array(bytes))).toBe(font);
  expect(file.font(chineseFace().bytes)).not.toBe(font);
  const [a, b] = ['A', 'B'].map((letter) => latinFace().shape(letter, [])[0]!);
  expect([a, a, b].map((glyph) => font.include(glyph!.id))).toEqual([1, 1, 2]);
  expect(font.advanceOf(a!.id)).toBe(a!.advance);
  expect(font.postscriptName).toBe('SourceSans3-Regular');
});

test('a file whose objects are not all ended is a fault of ours', () => {
  const file = openPdf('en', INFO, new Uint8Array());
  file.page(10, 10);
  file.reserve();
  expect(() => file.finish()).toThrow('never ended');
});
