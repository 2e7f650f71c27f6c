import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import type { LineBox } from './lines.ts';
import { layOut, readLine, readLines } from './testing.ts';

const sample = `The park was founded in 1998 by the city and the district together, on land that had been a proving ground.
Heavy vehicles, new energy, railways and coal machinery are its industries today; of the 170 enterprises that have
settled there some forty deliver to one another, and a railway of its own connects the works with the main line to
Beijing. Water, electricity and steam come from the municipal network, waste water is cleaned in the park itself.
The administration answers enquiries in Chinese and in English, and keeps a list of free plots with their prices.`;

/** px by which the spaces of each line but the last differ from their natural width, squared and summed up. */
function badness(lines: readonly LineBox[]): number {
  return lines.slice(0, -1).reduce((sum, line) => {
    const runs = line.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.run] : []));
    const spacing = runs.flatMap((run) => [...run.spacing]).filter((space) => space !== 0);
    const worst = spacing.reduce((most, space) => Math.max(most, Math.abs(space)), 0);
    return sum + worst ** 2;
  }, 0);
}

const justified = (changes: Partial<ComputedStyle>, width: number): readonly LineBox[] =>
  layOut([sample], { textAlign: 'justify', ...changes }).paragraph.lines(width);

test.each([
  [300, 0.95],
  [420, 0.95],
  [600, 0.95],
])('at %i px the spaces are more even than where each line takes what fits', (width, share) => {
  const greedy = badness(justified({ textWrap: 'stable' }, width));
  const whole = badness(justified({}, width));
  expect(whole).toBeLessThan(greedy * share);
  expect(readLines(justified({}, width)).join('')).toBe(sample.replaceAll('\n', ' '));
});

test('hyphenation makes narrow columns more even still', () => {
  expect(badness(justified({ hyphens: 'auto' }, 200))).toBeLessThan(badness(justified({}, 200)));
});

test('every line but the last reaches the right edge, stretched or shrunk', () => {
  for (const line of justified({ hyphens: 'auto' }, 250).slice(0, -1)) {
    const last = line.pieces.findLast((piece) => piece.kind === 'text')!;
    expect(last.kind === 'text' && last.x + last.run.width).toBeCloseTo(250, 1);
  }
});

test('a paragraph of a hundred lines is broken as well as a short one', () => {
  const long = Array.from({ length: 12 }, () => sample).join(' ');
  const widths = layOut([long], { textAlign: 'justify', hyphens: 'auto' }).paragraph.lines(420);
  expect(widths.length).toBeGreaterThan(100);
  expect(widths.map(readLine).join('')).toBe(long.replaceAll('\n', ' '));
  expect(badness(widths) / widths.length).toBeLessThan(
    badness(layOut([long], { textAlign: 'justify', textWrap: 'stable' }).paragraph.lines(420)) /
      widths.length,
  );
});

test.each([
  ['a word of a megabyte', 'a'.repeat(1_000_000), 1],
  ['a megabyte of words', 'industrial park '.repeat(62_500), 10_000],
  ['a megabyte of Chinese', '包头装备制造产业园区'.repeat(33_000), 8_000],
])('%s is broken in bounded time', (_name, text, least) => {
  const { paragraph } = layOut([`before ${text} after`], { textAlign: 'justify' }, 'zh');
  expect(paragraph.lines(600).length).toBeGreaterThan(least);
});

test('a word that fits no line stands alone, and what surrounds it is justified', () => {
  const long = 'Industrialisierungsgesellschaft';
  const { paragraph, diagnostics } = layOut([`one two three four ${long} five six seven eight nine`], {
    textAlign: 'justify',
  });
  const lines = paragraph.lines(120);
  expect(readLines(lines)).toContain(`${long} `);
  expect(diagnostics.map(({ code }) => code)).toEqual(['F007']);
});

test.each([
  ['The park lies north of the district, two kilometres from the centre of the town.', 'town.'],
  ['Rows whose boxes share what is left, and grids whose areas have names.', 'names.'],
])('a pretty paragraph has no last line of a single word: %s', (text, last) => {
  const lastOf = (textWrap: 'wrap' | 'pretty', width: number): string =>
    readLine(layOut([text], { textWrap }).paragraph.lines(width).at(-1)!);
  const widths = Array.from({ length: 60 }, (_, i) => 200 + 5 * i).filter(
    (width) => lastOf('wrap', width) === last,
  );
  expect(widths.length).toBeGreaterThan(0);
  for (const width of widths) expect(lastOf('pretty', width)).toMatch(new RegExp(` ${last}$`));
});
