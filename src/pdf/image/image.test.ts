import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import type { DisplayItem, LaidOut } from '../../layout/display.ts';
import { checkPdf } from '../check/index.ts';
import { contentsOf } from '../check/testing.ts';
import { paintPdf } from '../index.ts';
import { el, layOut, OPTIONS, treeOf } from '../testing.ts';
import { isFault, readImage } from './image.ts';
import { imagePlace } from './place.ts';

function png(width: number, height: number, alpha: number, colorType: 2 | 6): Uint8Array {
  const image = new PNG({ width, height });
  for (let i = 0; i < image.data.length; i += 4) image.data.set([200, i % 256, 30, alpha], i);
  return new Uint8Array(PNG.sync.write(image, { colorType }));
}

/** A JPEG of headers only: enough for all that is read of it. */
function jpeg(components: number, ...segments: readonly (readonly number[])[]): Uint8Array {
  const frame = [
    0xff,
    0xc0,
    0,
    8 + components * 3,
    8,
    0,
    20,
    0,
    30,
    components,
    ...Array(components * 3).fill(1),
  ];
  return Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...frame, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
}

function patched(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy.set(values, at);
  return copy;
}

/** A PNG whose header says something else, its check sum made right again. */
function withHeader(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = patched(bytes, at, value);
  new DataView(copy.buffer).setUint32(29, crc32(copy.subarray(12, 29)));
  return copy;
}

function decoded(bytes: Uint8Array) {
  const image = readImage(bytes);
  if (isFault(image)) throw new Error(image.reason);
  return image;
}

test('a plain PNG goes in as it is', () => {
  const image = decoded(png(4, 3, 255, 2));
  expect(image).toMatchObject({
    width: 4,
    height: 3,
    data: { ColorSpace: 'DeviceRGB', BitsPerComponent: 8 },
  });
  expect(image.mask).toBeUndefined();
});

test('alpha becomes a mask, unless all is opaque', () => {
  expect(decoded(png(4, 3, 100, 6)).mask).toBeDefined();
  expect(decoded(png(4, 3, 255, 6)).mask).toBeUndefined();
});

test('a JPEG loses its camera data only', () => {
  const camera = [0xff, 0xe1, 0, 4, 65, 65];
  const jfif = [0xff, 0xe0, 0, 4, 66, 66];
  const image = decoded(jpeg(3, jfif, camera));
  expect(image).toMatchObject({
    width: 30,
    height: 20,
    data: { ColorSpace: 'DeviceRGB', Filter: 'DCTDecode' },
  });
  expect(image.bytes).toEqual(jpeg(3, jfif));
  expect(decoded(jpeg(1)).data.ColorSpace).toBe('DeviceGray');
});

test.each([
  ['CMYK', jpeg(4), 'P003', 'CMYK'],
  ['text', new TextEncoder().encode('hello'), 'P002', 'neither'],
  ['nothing', new Uint8Array(), 'P002', 'neither'],
  ['half a JPEG', jpeg(3).slice(0, 8), 'P002', 'damaged JPEG'],
  ['a JPEG without an end', jpeg(3).slice(0, -2), 'P002', 'cut short'],
  ['a JPEG of 12 bits', patched(jpeg(3), 6, 12), 'P002', '12 bits per colour'],
  ['a lossless JPEG', patched(jpeg(3), 3, 0xc3), 'P002', 'lossless or arithmetic'],
  ['an enormous JPEG', patched(jpeg(3), 7, 0xff, 0xff, 0xff, 0xff), 'P004', '65535 × 65535'],
  ['a PNG of 3 bits', withHeader(png(4, 4, 255, 2), 24, 3), 'P002', 'damaged PNG'],
  ['a PNG of colours without a palette', withHeader(png(4, 4, 255, 2), 25, 3), 'P002', 'damaged PNG'],
  ['a PNG with a wrong check sum', patched(png(4, 4, 255, 2), 30, 1, 2), 'P002', 'damaged PNG'],
  ['half a PNG', png(40, 40, 255, 2).slice(0, 60), 'P002', 'damaged PNG'],
])('%s is refused', (_, bytes, code, reason) => {
  expect(readImage(bytes)).toMatchObject({ code, reason: expect.stringContaining(reason) });
});

test('a PNG that claims to be huge is not decoded', () => {
  const huge = [0, 1, 0x86, 0xa0];
  const bytes = patched(png(4, 4, 255, 6), 16, ...huge, ...huge);
  expect(readImage(withHeader(bytes, 16, 0))).toMatchObject({ code: 'P004' });
});

/** A page with an `img` and these items for it. */
async function withImages(...images: readonly Uint8Array[]) {
  const sketch = el('body', {}, el('h1', {}, 'Title'), el('p', {}, el('img', { alt: 'A picture' })));
  const laidOut = layOut(sketch);
  const [page] = laidOut.pages;
  const items = images.map(
    (bytes, i): DisplayItem => ({
      kind: 'image',
      rect: { x: 10 + i * 50, y: 100, width: 40, height: 30 },
      path: `images/${i}.png`,
      bytes,
      owner: { element: treeOf(sketch).id + 3 },
    }),
  );
  const withItems: LaidOut = { ...laidOut, pages: [{ ...page!, items: [...page!.items, ...items] }] };
  return paintPdf(withItems, OPTIONS);
}

test('a picture is a figure at its place, embedded once', async () => {
  const picture = png(40, 30, 100, 6);
  const { value } = await withImages(picture, new Uint8Array(picture));
  expect(checkPdf(value!)).toEqual([]);
  const [content] = contentsOf(value!);
  const names = [...content!.matchAll(/q\n40 0 0 -30 \d+ 130 cm\n\/(\w+) Do\nQ/g)].map(([, name]) => name);
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(1);
});

test.each([
  [1, '40 0 0 -30 10 130'],
  [3, '-40 0 0 30 50 100'],
  [6, '0 30 40 0 10 100'],
  [8, '0 -30 -40 0 50 130'],
] as const)('a camera held as orientation %i is set upright', (orientation, operands) => {
  expect(imagePlace({ x: 10, y: 100, width: 40, height: 30 }, orientation)).toBe(operands);
});

test('a picture that cannot be read is an error at its element', async () => {
  const outcome = await withImages(jpeg(4));
  expect(outcome.value).toBeUndefined();
  expect(outcome.diagnostics).toMatchObject([{ code: 'P003', message: '"images/0.png" is in CMYK.' }]);
  const { primary } = outcome.diagnostics[0]!;
  expect(primary!.span.source.text.slice(primary!.span.start)).toMatch(/^img/);
});
