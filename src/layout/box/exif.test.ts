import { expect, test } from 'vitest';
import { exifOrientation } from '../../graphics/picture/exif.ts';
import { imageFault, imageSize, maxPixels } from '../../graphics/picture/image-size.ts';
import { layoutBody, printPages } from '../testing/pages.ts';

/** The header of a JPEG of 30 by 60 whose camera was held so; `isLittle` is the order of its bytes. */
function photo(orientation: number, isLittle = false): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(26));
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, isLittle);
  tiff.setUint32(4, 8, isLittle);
  tiff.setUint16(8, 1, isLittle);
  tiff.setUint16(10, 0x0112, isLittle);
  tiff.setUint16(12, 3, isLittle);
  tiff.setUint32(14, 1, isLittle);
  tiff.setUint16(18, orientation, isLittle);
  const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, ...new Uint8Array(tiff.buffer)];
  return Uint8Array.from([0xff, 0xd8, ...exif, 0xff, 0xc0, 0, 11, 8, 0, 60, 0, 30, 1, 1, 0x11, 0]);
}

test('a picture taken with the camera turned has its sides the other way round', () => {
  expect(imageSize(photo(1))).toEqual({ width: 30, height: 60 });
  expect(imageSize(photo(3))).toEqual({ width: 30, height: 60 });
  expect(imageSize(photo(6))).toEqual({ width: 60, height: 30 });
  expect(imageSize(photo(8, true))).toEqual({ width: 60, height: 30 });
  const page = layoutBody('<img src="p.jpg" alt="p"/>', '', { 'p.jpg': photo(6) });
  expect(printPages(page)).toContain('image 0,0 60x30 p.jpg');
});

test('camera data that is damaged leaves the picture as it is', () => {
  const whole = photo(6);
  expect(exifOrientation(photo(9))).toBe(1);
  for (let end = 0; end < 38; end++) expect(exifOrientation(whole.subarray(0, end))).toBe(1);
  const wild = photo(6);
  wild.fill(0xff, 16, 20);
  expect(exifOrientation(wild)).toBe(1);
});

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['GIF89a......', 'is a GIF image, and only JPEG and PNG can be printed'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'is a WebP image, and only JPEG and PNG can be printed'],
  ['\0\0\0\x1cftypavif', 'is an AVIF image, and only JPEG and PNG can be printed'],
  ['II*\0........', 'is a TIFF image, and only JPEG and PNG can be printed'],
  ['<!doctype html><p>404', 'is a web page, and only JPEG and PNG can be printed'],
  ['', 'is empty'],
  ['hello', 'is damaged, or neither JPEG nor PNG'],
])('%j is refused by name', (text, reason) => {
  expect(imageSize(bytesOf(text))).toBeUndefined();
  expect(imageFault(bytesOf(text))).toBe(reason);
});

test('a drawing in a file is told where to go', () => {
  const { messages } = layoutBody('<img src="a.svg" alt="a"/>', '', {
    'a.svg': bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  expect(messages[0]).toContain('put its <svg> element into the document');
});

test('a picture that claims to be enormous is refused before anything is laid out by its size', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff', 'hex');
  expect(imageSize(png)).toBeUndefined();
  expect(imageFault(png)).toBe(
    `has 65535 × 65535 pixels, and more than ${maxPixels / 1e6} million cannot be printed`,
  );
});

test('a background that cannot be shown is told once, at the first element that has it', () => {
  const { messages } = layoutBody(
    '\n<p>1</p><p class="b">2</p><p class="b">3</p>',
    '.b { background: url(bad.png) }',
    { 'bad.png': bytesOf('GIF89a......') },
  );
  expect(messages).toEqual([
    '4:9 L010 The background image `bad.png` is a GIF image, and only JPEG and PNG can be printed.',
  ]);
});
