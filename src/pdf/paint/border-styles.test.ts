import { expect, test } from 'vitest';
import type { BorderEdge, Radii } from '../../layout/display.ts';
import type { BorderStyle, Color } from '../../markup/style.ts';
import { border, painted, RED, round } from './testing.ts';

const edgeOf = (style: BorderStyle, width: number, color: Color = RED): BorderEdge => ({
  style,
  width,
  color,
});
const around = (edge: BorderEdge) => ({ top: edge, right: edge, bottom: edge, left: edge });
const gray = (value: number): Color => ({ r: value, g: value, b: value, alpha: 1 });

/** The colours of fills, in their order. */
const fillsOf = (operators: string): readonly string[] =>
  [...operators.matchAll(/([\d.]+ [\d.]+ [\d.]+) rg/g)].map(([, color]) => color!);

/** Dash, gap and ends of every stroked line. */
function linesOf(operators: string) {
  const lines = /\[([\d.]+) ([\d.]+)\] 0 d ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g;
  return [...operators.matchAll(lines)].map(([, ...numbers]) => {
    const [dash, gap, x1, y1, x2, y2] = numbers.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return { dash, gap, length: Math.hypot(x2 - x1, y2 - y1) };
  });
}

test.each([
  [1, 3],
  [2, 6],
  [3, 6],
  [8, 16],
])('dashes of a border of %i px are %i px long and end with the line', async (width, dash) => {
  const [line] = linesOf(await painted(border({ top: edgeOf('dashed', width) })));
  expect(line).toMatchObject({ dash, length: 100 });
  const count = (100 - dash) / (dash + line!.gap);
  expect(count).toBeCloseTo(Math.round(count), 2);
});

test.each([1, 3, 8])('dots of a border of %i px stand in both corners', async (width) => {
  const [line] = linesOf(await painted(border({ top: edgeOf('dotted', width) })));
  expect(line!.dash).toBe(0);
  const room = 100 - width;
  const count = Math.round(room / line!.gap);
  expect(count * line!.gap).toBeCloseTo(room, 1);
  // The last dot is on the line, and there is no other behind it.
  expect(line!.length).toBeGreaterThan(count * line!.gap);
  expect(line!.length).toBeLessThan((count + 1) * line!.gap);
});

test('dots are round and dashes are not', async () => {
  expect(await painted(border({ top: edgeOf('dotted', 4) }))).toContain('4 w 1 J 0 j [0 ');
  expect(await painted(border({ top: edgeOf('dashed', 4) }))).toContain('4 w 0 J 0 j [8 ');
});

test('dashes of one opaque colour share the corners; translucent ones are cut there', async () => {
  expect(await painted(border(around(edgeOf('dashed', 4))))).not.toContain(' W n');
  const translucent = edgeOf('dashed', 4, { ...RED, alpha: 0.5 });
  expect((await painted(border(around(translucent)))).match(/ W n/g)).toHaveLength(4);
});

test('dashes go around round corners in one stroke, without a rest', async () => {
  const found = await painted(border(around(edgeOf('dashed', 2)), 10));
  const [, dash, gap] = /\[([\d.]+) ([\d.]+)\] 0 d/.exec(found)!.map(Number);
  const length = 2 * (80 + 30) + 2 * Math.PI * 9;
  expect(found.match(/ S/g)).toHaveLength(1);
  const count = length / (dash! + gap!);
  expect(count).toBeCloseTo(Math.round(count), 1);
});

test.each<[BorderStyle, readonly string[]]>([
  ['inset', ['0.471 0.118 0.118', '1 0.25 0.25']],
  ['outset', ['1 0.25 0.25', '0.471 0.118 0.118']],
  ['groove', ['0.471 0.118 0.118', '1 0.25 0.25', '0.471 0.118 0.118']],
  ['ridge', ['1 0.25 0.25', '0.471 0.118 0.118', '1 0.25 0.25']],
])('%s is lit from the top left', async (style, expected) => {
  const found = fillsOf(await painted(border(around(edgeOf(style, 8, { r: 204, g: 51, b: 51, alpha: 1 })))));
  expect(new Set(found)).toEqual(new Set(expected));
  expect(found[0]).toBe(expected[0]);
});

test.each([
  [0, '0.659 0.659 0.659', '0.329 0.329 0.329'],
  [255, '1 1 1', '0.671 0.671 0.671'],
  [128, '0.831 0.831 0.831', '0.173 0.173 0.173'],
])('gray %i has two shades', async (value, light, dark) => {
  expect(fillsOf(await painted(border(around(edgeOf('outset', 8, gray(value))))))).toEqual([light, dark]);
});

test('a transparent neighbour cuts an edge off: triangles', async () => {
  const clear = edgeOf('solid', 10, { ...RED, alpha: 0 });
  const found = await painted(border({ bottom: edgeOf('solid', 10), left: clear, right: clear }));
  expect(found).toContain('110 70 m 10 70 l 20 60 l 100 60 l h f');
});

test('edges of one colour are one path where another one meets them', async () => {
  const blue = edgeOf('solid', 4, { r: 0, g: 0, b: 255, alpha: 1 });
  const found = await painted(border({ ...around(edgeOf('solid', 4)), left: blue }, 10));
  expect(fillsOf(found)).toEqual(['1 0 0', '0 0 1']);
  expect(found.match(/ W n/g)).toHaveLength(2);
});

test('a ring is cut off where a side has no width', async () => {
  expect(await painted(border({ left: edgeOf('solid', 4) }, 10))).toContain(
    '10 20 4 50 re 10 20 10 10 re 10 60 10 10 re W n',
  );
  expect(await painted(border({ top: edgeOf('double', 3) }))).toContain('10 20 100 3 re W n');
});

test('an ellipse has radii of its own on the inside', async () => {
  const corner = { x: 40, y: 20 };
  const radii: Radii = [corner, ...round(0).slice(1)] as unknown as Radii;
  const found = await painted({ ...border(around(edgeOf('solid', 5))), radii } as ReturnType<typeof border>);
  expect(found).toMatch(/50 20 m .* 50 20 c h 50 25 m .* 50 25 c h f\*/);
});
