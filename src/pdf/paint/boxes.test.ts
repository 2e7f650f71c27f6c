import { expect, test } from 'vitest';
import type { BorderEdge, DisplayItem, GradientImage } from '../../layout/display.ts';
import { border, painted, RECT, RED, SQUARE } from './testing.ts';

const solid = (width: number, color = RED): BorderEdge => ({ width, style: 'solid', color });
const around = (edge: BorderEdge) => ({ top: edge, right: edge, bottom: edge, left: edge });

const ARTIFACT = '/Artifact <</Type/Layout>> BDC';

test('a background is a filled box and an artifact', async () => {
  const item: DisplayItem = {
    kind: 'background',
    rect: RECT,
    radii: SQUARE,
    color: RED,
  };
  expect(await painted(item)).toBe(`${ARTIFACT} 1 0 0 rg 10 20 100 50 re f EMC`);
});

test('translucent colours set an opacity, and neighbours of one owner share a mark', async () => {
  const item = (alpha: number): DisplayItem => ({ kind: 'rule', rect: RECT, color: { ...RED, alpha } });
  expect(await painted(item(0.5), item(0.5), item(1))).toMatch(
    /^\/Artifact <<\/Type\/Layout>> BDC (\/G\d+) gs 1 0 0 rg 10 20 100 50 re f 10 20 100 50 re f (?!\1 )\/G\d+ gs 10 20 100 50 re f EMC/,
  );
});

test('groups multiply their opacities and clip', async () => {
  const rule: DisplayItem = { kind: 'rule', rect: RECT, color: RED };
  const found = await painted({ kind: 'push', clip: RECT, opacity: 0.5 }, rule, { kind: 'pop' });
  expect(found).toMatch(/BDC q 10 20 100 50 re W n \/G\d+ gs 1 0 0 rg 10 20 100 50 re f Q/);
});

test('solid edges of one colour are one path without overlaps', async () => {
  expect(await painted(border({ bottom: solid(2) }))).toContain('10 68 100 2 re f');
  expect(await painted(border(around(solid(1))))).toContain(
    '10 20 100 1 re 109 21 1 48 re 10 69 100 1 re 10 21 1 48 re f',
  );
});

test('edges of two colours meet in a mitre', async () => {
  const blue = { ...RED, r: 0, b: 255 };
  expect(await painted(border({ top: solid(4), left: solid(2, blue) }))).toContain(
    '10 20 m 110 20 l 110 24 l 12 24 l h f',
  );
});

test('rounded borders are rings', async () => {
  expect(await painted(border(around(solid(2)), 8))).toMatch(
    /^\S+ <<\S+>> BDC 1 0 0 rg 18 20 m .* c h 18 22 m .* c h f\* EMC/,
  );
});

test('dashes end where the edge ends', async () => {
  const dashed: BorderEdge = { width: 2, style: 'dashed', color: RED };
  const found = await painted(border({ top: dashed }));
  const [, dash, gap] = /\[([\d.]+) ([\d.]+)\] 0 d 10 21 m 110 21 l S/.exec(found)!.map(Number);
  expect((100 - dash!) / (dash! + gap!)).toBeCloseTo(9, 2);
});

test('double borders are two rings', async () => {
  const edge: BorderEdge = { width: 3, style: 'double', color: RED };
  expect(await painted(border(around(edge)))).toContain(
    '10 20 100 50 re 11 21 98 48 re 12 22 96 46 re 13 23 94 44 re f*',
  );
});

function ground(image: GradientImage, step = 0): DisplayItem {
  const tile = step === 0 ? RECT : { x: 10, y: 20, width: step, height: step };
  return { kind: 'background-image', rect: RECT, radii: SQUARE, tile, stepX: step, stepY: step, image };
}

const linear = (alpha = 1): GradientImage => ({
  kind: 'linear-gradient',
  from: { x: 0, y: 25 },
  to: { x: 100, y: 25 },
  stops: [
    { color: RED, at: 0 },
    { color: { ...RED, alpha }, at: 1 },
  ],
});

test('gradients are shadings in their box, masked where they are transparent', async () => {
  expect(await painted(ground(linear()))).toMatch(/q q 1 0 0 1 10 20 cm 0 0 100 50 re W n \/S\d+ sh Q Q/);
  expect(await painted(ground(linear(0)))).toMatch(/0 0 100 50 re W n \/G\d+ gs \/S\d+ sh Q Q/);
});

test('an ellipse is a circle in coordinates of its own', async () => {
  const { stops } = linear();
  const image: GradientImage = {
    kind: 'radial-gradient',
    center: { x: 50, y: 25 },
    radii: { x: 40, y: 20 },
    stops,
  };
  expect(await painted(ground(image))).toMatch(/0 0 100 50 re W n 40 0 0 20 50 25 cm \/S\d+ sh/);
});

test('a few tiles are painted one by one, many as a pattern', async () => {
  const few = await painted(ground(linear(), 25));
  expect(few.match(/ sh /g)).toHaveLength(8);
  expect(few).toMatch(/q 10 20 100 50 re W n q 1 0 0 1 10 20 cm .* 1 0 0 1 85 45 cm/);
  expect(await painted(ground(linear(), 10))).toMatch(/q \/Pattern cs \/P\d+ scn 10 20 100 50 re f Q/);
});

test('dashed, dotted and double rounded or unequal borders stay conforming', async () => {
  for (const style of ['dashed', 'dotted', 'double'] as const) {
    const edge: BorderEdge = { width: 3, style, color: RED };
    await painted(border(around(edge), 10), border({ top: edge, left: solid(1) }, 10));
  }
});
