import { expect, test } from 'vitest';
import type { DisplayItem, GradientImage, Rect } from '../../layout/display.ts';
import { painted, RECT, RED, round, SQUARE } from './testing.ts';

type Ground = Extract<DisplayItem, { readonly kind: 'background-image' }>;

const image: GradientImage = {
  kind: 'linear-gradient',
  from: { x: 0, y: 0 },
  to: { x: 10, y: 0 },
  stops: [
    { color: RED, at: 0 },
    { color: { ...RED, b: 255 }, at: 1 },
  ],
};

const ground = (tile: Rect, stepX: number, stepY: number, radii = SQUARE): Ground => ({
  kind: 'background-image',
  rect: RECT,
  radii,
  tile,
  stepX,
  stepY,
  image,
});

/** Where each copy begins. */
const placesOf = (operators: string): readonly string[] =>
  [...operators.matchAll(/q 1 0 0 1 (-?[\d.]+ -?[\d.]+) cm/g)].map(([, place]) => place!);

test('an image inside its area needs no clip but its own', async () => {
  const found = await painted(ground({ x: 20, y: 30, width: 10, height: 10 }, 0, 0));
  expect(placesOf(found)).toEqual(['20 30']);
  expect(found.match(/ W n/g)).toHaveLength(1);
});

test('an image that reaches out of its area, or lies in round corners, is cut off', async () => {
  const beyond = await painted(ground({ x: 0, y: 20, width: 200, height: 50 }, 0, 0));
  expect(beyond).toContain('10 20 100 50 re W n q 1 0 0 1 0 20 cm 0 0 200 50 re W n');
  const inRound = await painted(ground({ x: 20, y: 30, width: 10, height: 10 }, 0, 0, round(8)));
  expect(inRound).toMatch(/q 18 20 m .* c h W n q 1 0 0 1 20 30 cm/);
});

test('images in one row, with gaps, and the one that is cut off at the end', async () => {
  const found = await painted(ground({ x: 0, y: 25, width: 30, height: 10 }, 40, 0));
  expect(placesOf(found)).toEqual(['0 25', '40 25', '80 25']);
});

test('up to twelve images are painted one by one', async () => {
  expect(placesOf(await painted(ground({ x: 10, y: 20, width: 25, height: 17 }, 25, 17)))).toHaveLength(12);
  expect(await painted(ground({ x: 10, y: 20, width: 25, height: 12 }, 25, 12))).toContain('/Pattern cs');
});

test('a pattern fills round corners, too', async () => {
  const found = await painted(ground({ x: 10, y: 20, width: 5, height: 5 }, 5, 5, round(8)));
  expect(found).toMatch(/\/Pattern cs \/P\d+ scn 18 20 m .* c h f Q/);
});

test('a pattern of translucent colours is conforming, alone and in a translucent group', async () => {
  const clear: Ground = {
    ...ground({ x: 10, y: 20, width: 5, height: 5 }, 8, 0),
    image: { ...image, stops: [image.stops[0]!, { color: { ...RED, alpha: 0 }, at: 1 }] },
  };
  expect(await painted(clear)).toContain('/Pattern cs');
  const inGroup = await painted({ kind: 'push', opacity: 0.5 }, clear, { kind: 'pop' });
  expect(inGroup).toMatch(/\/G\d+ gs \/Pattern cs \/P\d+ scn/);
});
