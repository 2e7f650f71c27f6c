import { expect, test } from 'vitest';
import type { InlineItem, LineBox } from './lines.ts';
import { elementWith, layOut } from './testing.ts';

const leader = (pattern: string): InlineItem => ({ kind: 'leader', element: elementWith(), pattern });

/** Text, x of its left and of its right edge, and whether it is read. */
function piecesOf(line: LineBox) {
  return line.pieces.flatMap((piece) =>
    piece.kind === 'text'
      ? [{ text: piece.run.text, x: piece.x, end: piece.x + piece.run.width, piece }]
      : [],
  );
}

test('a leader pushes what follows it to the right edge, and its dots stand below each other', () => {
  const contents = ['One', 'A longer title', 'Title of the third'].map((title) =>
    piecesOf(layOut([title, leader('. '), '12']).paragraph.lines(300)[0]!),
  );
  const starts = contents.map(([title, dots, number]) => {
    expect(number!.end).toBeCloseTo(300);
    expect(dots!.end).toBeLessThanOrEqual(number!.x + 0.01);
    expect(dots!.x).toBeGreaterThanOrEqual(title!.end);
    const pattern = (dots!.end - dots!.x) / (dots!.text.length / 2);
    expect(number!.x - dots!.end).toBeLessThan(pattern);
    return (300 - dots!.x) / pattern;
  });
  for (const start of starts) expect(start).toBeCloseTo(Math.round(start), 3);
});

test('the dots are no content, and a space is read in their place', () => {
  const [title, dots, number] = piecesOf(layOut(['Title', leader('.'), '7']).paragraph.lines(200)[0]!);
  expect(title!.piece).toMatchObject({ spaceAfter: true });
  expect(dots!.piece).toMatchObject({ artifact: true, spaceAfter: false });
  expect(number!.piece).toMatchObject({ spaceAfter: false });
});

test('a title that leaves no room takes its number and one dot at least along to the next line', () => {
  const lines = layOut(['A title of some length', leader('.'), ' 12']).paragraph.lines(150);
  expect(lines).toHaveLength(2);
  const [dots, number] = piecesOf(lines[1]!);
  expect(dots!.text).toMatch(/^\.+$/);
  expect(number!.text).toBe(' 12');
  expect(number!.end).toBeCloseTo(150);
});

test('a leader of a space fills without a mark, several share the room', () => {
  const line = layOut(['a', leader(' '), 'b', leader(' '), 'c']).paragraph.lines(200)[0]!;
  const [a, , b, , c] = piecesOf(line);
  expect(c!.end).toBeCloseTo(200);
  expect(b!.x - a!.end).toBeCloseTo(c!.x - b!.end, 0);
});

test('a pattern of Latin and Chinese is drawn with the fonts of both', () => {
  const pieces = piecesOf(layOut(['a', leader('.。'), 'b']).paragraph.lines(100)[0]!);
  expect(new Set(pieces.map(({ piece }) => piece.run.face.family))).toEqual(new Set(['Latin', 'Han']));
});
