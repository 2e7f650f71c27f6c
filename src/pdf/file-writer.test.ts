import { expect, test } from 'vitest';
import { createFileWriter } from './file-writer.ts';
import type { PdfRef } from './objects.ts';

const ref = (id: number): PdfRef => ({ id, data: {}, end: () => {} });

test('a file may have more objects than a call may have arguments', () => {
  const writer = createFileWriter();
  const count = 130_000;
  for (let id = 1; id <= count; id += 1)
    for (const part of [`${id} 0 obj`, '<<\n>>', 'endobj']) writer.write(part);
  writer.close({ root: ref(1), info: ref(2) });
  const file = Buffer.from(writer.bytes()).toString('latin1');
  // Objects are packed by 200; their streams and the cross-reference stream come after them.
  expect(file).toContain(`/Size ${count + Math.ceil(count / 200) + 2}`);
});

test('a stream keeps its bytes', () => {
  const writer = createFileWriter();
  for (const part of [
    '1 0 obj',
    '<<\n/Length 3\n>>',
    'stream',
    new Uint8Array([0, 200, 255]),
    '\nendstream',
    'endobj',
  ])
    writer.write(part);
  writer.close({ root: ref(1), info: ref(1) });
  const file = Buffer.from(writer.bytes()).toString('latin1');
  expect(file).toContain('1 0 obj\n<<\n/Length 3\n>>\nstream\n\0\xc8\xff\nendstream\nendobj\n');
});
