import { expect, test } from 'vitest';
import { draw, element, millimetres } from './testing.ts';

/** Reads the modules back from the path, as a scanner would see them. */
function modulesOf(shapes: NonNullable<ReturnType<typeof draw>['drawing']>): boolean[][] {
  const size = shapes.viewBox.width;
  const grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const dark = shapes.shapes[1]!;
  if (dark.kind !== 'path') throw new Error('no path');
  for (let index = 0; index < dark.commands.length; index += 5) {
    const [from, , to] = dark.commands.slice(index, index + 3);
    if (from?.op !== 'M' || to?.op !== 'L') throw new Error('no rectangle');
    for (let y = from.y; y < to.y; y++) for (let x = from.x; x < to.x; x++) grid[y]![x] = true;
  }
  return grid;
}

test('the code has finder patterns, a quiet zone of four modules and 25 mm', () => {
  const { drawing, messages } = draw(
    element('qr', { data: 'https://example.org/park', alt: 'Page of the park' }),
  );
  expect(messages).toEqual([]);
  const grid = modulesOf(drawing!);
  expect(grid.slice(0, 4).flat()).not.toContain(true);
  const finder = (y: number): string =>
    grid[y]!.slice(4, 11)
      .map((dark) => (dark ? '#' : '.'))
      .join('');
  expect([4, 5, 6, 7, 8, 9, 10].map(finder)).toEqual([
    '#######',
    '#.....#',
    '#.###.#',
    '#.###.#',
    '#.###.#',
    '#.....#',
    '#######',
  ]);
  expect(drawing).toMatchObject({ alt: 'Page of the park', width: millimetres(25).px });
});

test('codes that would not scan are refused', () => {
  const say = (attributes: Record<string, string>, styled = {}): readonly string[] =>
    draw(element('qr', { alt: 'x', ...attributes }, [], styled)).messages;
  expect(say({ data: 'x'.repeat(1664) })).toEqual(['G007 1664 characters do not fit into a QR code']);
  expect(say({ data: '' })).toEqual(['G007 this <qr> says nothing']);
  expect(say({ data: 'https://example.org', alt: '' })).toEqual([
    'G005 this <qr> says to a screen reader that it is decoration',
  ]);
  expect(say({ data: 'https://example.org' }, { color: { r: 200, g: 200, b: 200, alpha: 1 } })).toEqual([
    'G007 the colour of this code is too pale for a scanner',
  ]);
  expect(say({ data: 'https://example.org' }, { width: millimetres(8) })[0]).toMatch(
    /^G007 the modules of this code are only 0\.2\d mm wide/,
  );
});
