import { expect, test } from 'vitest';
import { imageSize } from '../../graphics/picture/image-size.ts';
import { layoutBody, printPages } from '../testing/pages.ts';

/** The first bytes of a PNG of 40 by 20 pixels. */
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 40, 0, 0, 0,
  20,
]);
/** A JPEG of 30 by 60 with a segment and a fill byte before its frame. */
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 60, 0, 30, 1, 1, 0x11, 0,
]);

const images = (body: string, css = '') =>
  printPages(layoutBody(body, css, { 'p.png': png, 'j.jpg': jpeg }))
    .split('\n')
    .flatMap((line) => /^ {2}image (.*)$/.exec(line)?.[1] ?? []);

test('sizes are read from the headers', () => {
  expect(imageSize(png)).toEqual({ width: 40, height: 20 });
  expect(imageSize(jpeg)).toEqual({ width: 30, height: 60 });
  for (let end = 0; end < 17; end += 1) expect(imageSize(jpeg.subarray(0, end))).toBeUndefined();
  expect(imageSize(png.subarray(0, 20))).toBeUndefined();
});

test('a picture has its natural size, and keeps its ratio when one side is given', () => {
  expect(images('<img src="p.png" alt="p"/>')).toEqual(['0,0 40x20 p.png']);
  expect(images('<img src="p.png" alt="p" style="width: 100px"/>')).toEqual(['0,0 100x50 p.png']);
  expect(images('<img src="j.jpg" alt="p" style="height: 30px; display: block"/>')).toEqual([
    '0,0 15x30 j.jpg',
  ]);
  expect(images('<div style="width: 20px"><img src="p.png" alt="p" style="max-width: 100%"/></div>')).toEqual(
    ['0,0 20x10 p.png'],
  );
});

test('object-fit keeps the picture inside its box or clips it', () => {
  const fitted = (value: string) =>
    images(
      `<img src="p.png" alt="p" style="display: block; width: 60px; height: 60px; object-fit: ${value}"/>`,
    );
  expect(fitted('fill')).toEqual(['0,0 60x60 p.png']);
  expect(fitted('contain')).toEqual(['0,15 60x30 p.png']);
  expect(fitted('cover')).toEqual(['-30,0 120x60 p.png clip 0,0 60x60']);
});

test('a picture stands on the baseline of its line, and is never split', () => {
  expect(layoutBody('<p>a<img src="p.png" alt="p"/>b</p>', '', { 'p.png': png }).texts).toEqual([
    ['a@0,12', 'b@50,12'],
  ]);
  expect(
    layoutBody(
      '<p>1</p><p>2</p><p>3</p><img src="j.jpg" alt="p" style="display: block; height: 80px"/>',
      '',
      { 'j.jpg': jpeg },
    ).laidOut!.pages,
  ).toHaveLength(2);
});

test('a missing or damaged picture is an error with its place', () => {
  const { messages } = layoutBody(
    '\n<p><img src="no.png" alt="n"/></p>\n<p><img src="bad.png" alt="n"/></p>',
    '',
    { 'bad.png': png.subarray(0, 12) },
  );
  expect(messages).toEqual([
    '4:4 L010 There is no image `no.png` (looked for `no.png`).',
    '5:4 L010 The image `bad.png` is damaged, or neither JPEG nor PNG.',
  ]);
});

test('a drawing without a size takes the width it is given', () => {
  const printed = printPages(
    layoutBody(
      '<svg viewBox="0 0 20 10" style="display: block"><title>t</title><rect width="5" height="5"/></svg>',
    ),
  );
  expect(printed).toContain('drawing 0,0 200x100');
});
