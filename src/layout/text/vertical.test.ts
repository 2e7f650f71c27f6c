import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import type { InlineItem, LinePiece } from './lines.ts';
import { elementWith, inline, layOut } from './testing.ts';

// Latin has ascent 1024 and descent 400: at 16 px the content area is 22.784 px, 16.384 above the baseline.
const baselineAt24 = 12 + (16.384 - 6.4) / 2;

function atomic(
  width: number,
  height: number,
  baseline: number,
  changes: Partial<ComputedStyle> = {},
): readonly InlineItem[] {
  return [{ kind: 'atomic', element: elementWith(changes), width, height, baseline, payload: undefined }];
}

function firstLine(items: readonly (string | readonly InlineItem[])[], changes: Partial<ComputedStyle> = {}) {
  const [line] = layOut(items, changes).paragraph.lines(1000);
  const baselines = line!.pieces.flatMap((piece) =>
    piece.kind === 'text' ? [Number(piece.baseline.toFixed(2))] : [],
  );
  return { line: line!, baselines };
}

const pieceOf = <K extends LinePiece['kind']>(pieces: readonly LinePiece[], kind: K) =>
  pieces.filter((piece): piece is Extract<LinePiece, { readonly kind: K }> => piece.kind === kind);

test('half the leading goes above, half below', () => {
  expect(firstLine(['text'], { lineHeight: { px: 24 } }).line).toMatchObject({
    height: 24,
    baseline: baselineAt24,
  });
  expect(firstLine(['text'], { lineHeight: 'normal' }).line.height).toBeCloseTo(22.784);
  expect(firstLine(['text'], { lineHeight: { factor: 1 } }).line.height).toBeCloseTo(16);
});

test('a fallback face never changes the height of a line', () => {
  for (const lineHeight of ['normal', { factor: 1.2 }] as const) {
    const latin = firstLine(['text'], { lineHeight }).line;
    expect(firstLine(['text 包头'], { lineHeight }).line).toMatchObject({
      height: latin.height,
      baseline: latin.baseline,
    });
  }
});

test('an inline box of a larger font makes its line higher', () => {
  const { line, baselines } = firstLine(['a', inline('b', { fontSize: 32 })]);
  expect(line.height).toBeCloseTo(48);
  expect(new Set(baselines).size).toBe(1);
});

test.each([
  ['sub', 16 / 5],
  ['super', -16 / 3],
  [{ px: 5, percent: 0 }, -5],
  [{ px: 0, percent: 50 }, -12],
] as const)('vertical-align: %j moves the baseline by %d px', (verticalAlign, shift) => {
  const { baselines } = firstLine(['a', inline('b', { verticalAlign, lineHeight: { px: 24 } })]);
  expect(baselines[1]! - baselines[0]!).toBeCloseTo(shift, 1);
});

test('atomics stand on the baseline, at the middle of small letters, or at the edges of the line', () => {
  const place = (verticalAlign: ComputedStyle['verticalAlign'], height = 10) => {
    const { line } = firstLine(['a', atomic(10, height, height, { verticalAlign })]);
    const [piece] = pieceOf(line.pieces, 'atomic');
    return { y: piece!.y, height: line.height, x: piece!.x };
  };
  expect(place('baseline').y).toBeCloseTo(baselineAt24 - 10);
  expect(place('top').y).toBeCloseTo(0);
  expect(place('bottom').y).toBeCloseTo(14);
  expect(place('middle').y).toBeCloseTo(baselineAt24 - (16 * 0.486) / 2 - 5);
  expect(place('text-top').y).toBeCloseTo(baselineAt24 - 16.384);
  expect(place('baseline', 40).height).toBeCloseTo(40 + 24 - baselineAt24);
  expect(place('top', 40)).toMatchObject({ y: 0, height: 40 });
  expect(place('bottom', 40)).toMatchObject({ y: 0, height: 40 });
});

test('the box of an inline element spans its padding and border, and says where it is cut', () => {
  const edges = {
    paddingLeft: { px: 3, percent: 0 },
    paddingRight: { px: 3, percent: 0 },
    paddingTop: { px: 2, percent: 0 },
    borderLeftWidth: 1,
    marginLeft: { px: 10, percent: 0 },
  };
  const { paragraph } = layOut([inline('区区 区区', edges)]);
  const lines = paragraph.lines(60);
  const boxes = lines.map((line) => pieceOf(line.pieces, 'box')[0]!);
  expect(
    boxes.map(({ x, width, isFirst, isLast }) => ({ x, width: Math.round(width), isFirst, isLast })),
  ).toEqual([
    { x: 10, width: 36, isFirst: true, isLast: false },
    { x: 0, width: 35, isFirst: false, isLast: true },
  ]);
  expect(boxes[0]!.height).toBeCloseTo(22.784 + 2);
  expect(lines[0]!.height).toBe(24);
});

test('an underline runs under all the text of its element, with its own thickness, and stops at images', () => {
  const { line } = firstLine(['a ', inline('区区', { textDecorationLine: 'underline' })]);
  const [rule] = pieceOf(line.pieces, 'rule');
  expect(rule).toMatchObject({ height: 0.8 });
  expect(rule!.width).toBeCloseTo(32);
  expect(rule!.y).toBeCloseTo(baselineAt24 + 0.8);
  const through = firstLine(['区', atomic(20, 5, 5), '区'], { textDecorationLine: 'line-through' }).line;
  expect(pieceOf(through.pieces, 'rule').map(({ x, width }) => [x, width])).toEqual([
    [0, 16],
    [36, 16],
  ]);
  expect(through.pieces.at(-1)!.kind).toBe('rule');
});
