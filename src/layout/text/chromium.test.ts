/**
 * Lines and word places against those that Chromium gave for the same text, fonts and widths
 * (golden/cases.html, recorded by golden/record.sh; in points from pdftotext). Han–Latin gaps and punctuation
 * squeezing are off on both sides: there we differ from it on purpose (a quarter em, and at line starts too).
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import type { InlineItem } from './lines.ts';
import { inline, layOut, wordsOf } from './testing.ts';

interface Word {
  readonly text: string;
  readonly x: number;
}

const pxPerPoint = 96 / 72;

/** The recorded lines of the paragraph whose top is at `top` px. */
function recorded(top: number): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  for (const row of readFileSync(new URL('golden/chromium.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')) {
    const [x, y, , word] = row.split(' ');
    const px = Number(y) * pxPerPoint;
    // The glyphs of a tall face begin above the line.
    const line = Math.floor((px - top + 6) / 24);
    if (line < 0 || line > 7) continue;
    lines[line] ??= [];
    lines[line].push({ text: word!, x: Number(x) * pxPerPoint });
  }
  return lines;
}

function expectSame(
  items: readonly (string | readonly InlineItem[])[],
  changes: Partial<ComputedStyle>,
  lang: string,
  top: number,
): void {
  const { paragraph } = layOut(items, { lineHeight: { px: 24 }, ...changes }, lang);
  const ours = paragraph.lines(300).map(wordsOf);
  const theirs = recorded(top);
  expect(ours.map((line) => line.map((word) => word.text))).toEqual(
    theirs.map((line) => line.map((word) => word.text)),
  );
  ours.forEach((line, i) => {
    line.forEach((word, j) => {
      expect(Math.abs(word.x - theirs[i]![j]!.x), `“${word.text}” on line ${i + 1}`).toBeLessThan(1);
    });
  });
}

test('an English paragraph with quotes, kerning and ligatures', () => {
  expectSame(
    [
      'The Baotou Equipment Manufacturing Industrial Park lies north of Qingshan district, two kilometres from downtown; its “supporting enterprises” number 170 – office AVATAR To-day, 1,234.56 km² affluent Wave.',
    ],
    {},
    'en',
    0,
  );
});

test('inline boxes of another weight, size, padding and border', () => {
  const boxed: Partial<ComputedStyle> = {
    paddingLeft: { px: 5, percent: 0 },
    paddingRight: { px: 5, percent: 0 },
    borderLeftWidth: 2,
    borderRightWidth: 2,
    lineHeight: { px: 24 },
  };
  const items = [
    'Plain ',
    inline('bold office words', { fontWeight: 700, lineHeight: { px: 24 } }),
    ' and ',
    inline('small print in the middle', { fontSize: 12, lineHeight: { px: 24 } }),
    ' of a line, ',
    inline('boxed words that wrap over', boxed),
    ' and go on.',
  ];
  expectSame(items, {}, 'en', 200);
});

test('justified English, broken line by line as there', () => {
  // Knuth and Plass break elsewhere on purpose: they weigh all lines of the paragraph.
  expectSame(
    [
      'Heavy vehicles, new energy, railways, fully-mechanized coal processing, electromechanical and engineering equipment are the industries of the park today.',
    ],
    { textAlign: 'justify', textWrap: 'stable' },
    'en',
    400,
  );
});

test('Chinese', () => {
  expectSame(
    [
      '包头装备制造产业园位于青山区北部距市区二公里园区已建成面积八平方公里，在建五平方公里，规划三十二平方公里。二〇二一年产值七百九十一亿元。',
    ],
    {},
    'zh',
    600,
  );
});

test('a centred caption', () => {
  expectSame(
    ['Centred words of a caption that needs two lines at least'],
    { textAlign: 'center' },
    'en',
    800,
  );
});
