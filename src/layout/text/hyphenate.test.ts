import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import { createDictionary } from './dictionary.ts';
import { inline, layOut, readLines, wordsOf } from './testing.ts';

const auto: Partial<ComputedStyle> = { hyphens: 'auto' };
const drawn = (text: string, width: number, changes: Partial<ComputedStyle> = {}, lang = 'en') =>
  layOut([text], { ...auto, ...changes }, lang)
    .paragraph.lines(width)
    .map((line) =>
      wordsOf(line)
        .map((word) => word.text.replace('\u00ad', '-'))
        .join(' '),
    );

test.each([
  ['en', 'manufacturing', [3, 4, 7]],
  ['de', 'dampfschiff', [5]],
  ['fr', 'développement', [2, 4, 7]],
])('%s: the patterns divide %s', (lang, word, points) => {
  expect(createDictionary().points(word, lang)).toEqual(expect.arrayContaining([points.at(-1)!]));
});

test('an unknown variety of a language is read as the language, Chinese needs no dictionary', () => {
  const { knows, points } = createDictionary();
  expect(points('manufacturing', 'en-Latn-AU')).toEqual(points('Manufacturing', 'en'));
  expect([knows('en-AU'), knows('zh-Hans'), knows('tlh'), knows('')]).toEqual([
    true,
    'unneeded',
    false,
    false,
  ]);
});

test('words are divided with a hyphen that is no part of the text', () => {
  expect(drawn('the manufacturing of ores', 90)).toEqual(['the manufac-', 'turing of ores']);
  expect(readLines(layOut(['the manufacturing'], auto).paragraph.lines(90)).join('')).toBe(
    'the manufacturing',
  );
});

test('words with hyphens of their author, with figures and in addresses stay as they are', () => {
  expect(drawn('manu\u00adfacturing', 85)).toEqual(['manu-', 'facturing']);
  expect(drawn('a b2manufacturing', 60)).toEqual(['a', 'b2manufacturing']);
});

test('the style of a word and its language decide', () => {
  const items = [inline('manufacturing', { hyphens: 'manual' }), ' ', inline('développement', auto, 'fr')];
  expect(readLines(layOut(items, {}).paragraph.lines(80))).toEqual(['manufacturing ', 'développe', 'ment']);
});

test('a language without patterns is told once, Chinese is not', () => {
  const { diagnostics } = layOut([inline('manufacturing', auto, 'tlh'), inline('enterprises', auto, 'tlh')]);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: 'F008',
    severity: 'warning',
    message: expect.stringContaining('“tlh”') as string,
    primary: { span: { start: 0 } },
  });
  expect(layOut(['manufacturing 包头'], auto, 'zh').diagnostics).toEqual([]);
});

test('hyphenate-character is drawn instead, a character that the font lacks is not', () => {
  const glyphs = (hyphenateCharacter: string) =>
    layOut(['manufacturing'], { ...auto, hyphenateCharacter })
      .paragraph.lines(60)[0]!
      .pieces.flatMap((piece) => (piece.kind === 'text' ? piece.run.glyphs.map(({ id }) => id) : []))
      .at(-1);
  expect(glyphs('=')).not.toBe(glyphs('-'));
  expect(glyphs('\u{1f684}')).toBe(glyphs('-'));
});
