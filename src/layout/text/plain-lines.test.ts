import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import type { LineBox } from './lines.ts';
import { layOut } from './testing.ts';

const words = fc.constantFrom(
  ...[
    'Baotou ',
    'office ',
    '包头，',
    '（装备）',
    'hy\u00adphen',
    '12.5 ha',
    ' ',
    '\n',
    '——',
    'e\u0301',
    '“x”',
  ],
);

/** What is drawn and read on a line, without the rules that decorate it. */
function drawn({ height, baseline, width, start, pieces }: LineBox) {
  const texts = pieces.flatMap((piece) => {
    if (piece.kind !== 'text') return [];
    const { x, baseline: own, spaceAfter, run, origin } = piece;
    const { text, glyphs, spacing, width: wide, size, face } = run;
    return [{ x, own, spaceAfter, text, glyphs, spacing: [...spacing], wide, size, face: face.key, origin }];
  });
  return { height, baseline, width, start, texts };
}

test('plain text is set as decorated text is, which is set in the general way', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 300 }),
      fc.record<Partial<ComputedStyle>>({
        textAlign: fc.constantFrom('start', 'center', 'end', 'justify'),
        whiteSpace: fc.constantFrom('normal', 'pre-wrap', 'pre-line'),
        textSpacingTrim: fc.constantFrom('normal', 'trim-both'),
        textAutospace: fc.constantFrom('normal', 'no-autospace'),
        letterSpacing: fc.constantFrom(0, 1),
        textIndent: fc.constantFrom({ px: 0, percent: 0 }, { px: 12, percent: 0 }),
      }),
      fc.constantFrom('zh', 'en'),
      (parts, width, changes, lang) => {
        const linesOf = (more: Partial<ComputedStyle>) =>
          layOut(parts, { ...changes, ...more }, lang)
            .paragraph.lines(width)
            .map(drawn);
        expect(linesOf({})).toEqual(linesOf({ textDecorationLine: 'underline' }));
      },
    ),
    { numRuns: 150 },
  );
});

test('runs without space between their glyphs share one list, others have their own', () => {
  const spacingsOf = (content: string): readonly (readonly number[])[] =>
    layOut([content], { textAutospace: 'normal', whiteSpace: 'pre-line' })
      .paragraph.lines(400)
      .flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.run.spacing] : [])));
  const [first, second] = spacingsOf('包头\n头包');
  expect(first).toEqual([0, 0]);
  expect(second).toBe(first);
  expect(spacingsOf('包Park')[0]).toEqual([4]);
});
