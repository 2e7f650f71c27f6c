import { expect, test } from 'vitest';
import { canonicalText } from './oracle-characters.ts';
import { judge, parseExcuses } from './oracle-differs.ts';
import { type PlacedGlyph, wordsOfGlyphs } from './oracle-glyphs.ts';
import { compareWords, isInPlace } from './oracle-match.ts';
import { glyphsOfTrace } from './oracle-trace.ts';
import { parseRecording, printRecording, type Recording, type Word } from './oracle-words.ts';

/** Glyphs of 10 px on one baseline, one a character. */
function glyphs(text: string, x: number, baseline: number): PlacedGlyph[] {
  return [...text].map((character, i) => ({
    text: character,
    x: x + i * 10,
    end: x + i * 10 + 10,
    baseline,
    size: 10,
  }));
}

function word(text: string, x: number, baseline: number): Word {
  return { text, x, width: text.length * 10, baseline };
}

function recordingOf(...pages: readonly (readonly Word[])[]): Recording {
  return { engine: 'Engine 1', document: '', pages };
}

const trace = `<document name="a.pdf">
<page mediabox="0 0 300 150">
<fill_text colorspace="DeviceRGB" color="0" transform=".75 0 0 .75 15 15">
    <span font="A" wmode="0" bidi="0" trm="16 0 0 -16">
        <g unicode="ﬁ" glyph="1" x="0" y="31" adv=".5"/>
        <g unicode="&quot;" glyph="2" x="8" y="31" adv=".5"/>
        <g unicode=" " glyph="3" x="16" y="31" adv=".25"/>
        <g unicode="b" glyph="4" x="20" y="31" adv=".5"/>
    </span>
</fill_text>
</page>
<page mediabox="0 0 300 150">
</page>
</document>`;

test('a trace gives the places of glyphs in px, page by page', () => {
  const pages = glyphsOfTrace(trace);
  expect(pages.map((texts) => texts.flatMap(wordsOfGlyphs))).toEqual([
    [
      { text: 'fi"', x: 20, width: 16, baseline: 51 },
      { text: 'b', x: 40, width: 8, baseline: 51 },
    ],
    [],
  ]);
});

test('words end at spaces, at jumps, at new baselines, and around Han', () => {
  const painted = [...glyphs('ab 中c', 0, 10), ...glyphs('de', 100, 10), ...glyphs('f', 120, 12)];
  expect(wordsOfGlyphs(painted).map(({ text, x }) => `${text}@${x}`)).toEqual([
    'ab@0',
    '中@30',
    'c@40',
    'de@100',
    'f@120',
  ]);
});

test('a soft hyphen that does not act ends no word', () => {
  const [a, , b] = glyphs('a b', 0, 10);
  const hidden: PlacedGlyph = { text: ' ', x: 10, end: 10, baseline: 10, size: 10 };
  expect(wordsOfGlyphs([a!, hidden, { ...b!, x: 10, end: 20 }]).map(({ text }) => text)).toEqual(['ab']);
});

test('a row of dots is one leader, whatever their number', () => {
  const theirs = wordsOfGlyphs(glyphs('Top ......', 0, 10));
  expect(theirs.map(({ x, width }) => [x, width])).toEqual([
    [0, 30],
    [40, 60],
  ]);
  const dots = glyphs('. . . .', 40, 10).map((glyph, i, all) =>
    i === all.length - 1 ? { ...glyph, end: 100 } : glyph,
  );
  expect(compareWords(recordingOf(theirs), [[glyphs('Top', 0, 10), dots]]).every(isInPlace)).toBe(true);
});

test('ligatures, radicals and hyphens are the characters they show', () => {
  expect(canonicalText('ﬀ⻘⽂\u2010\u00ad\u00a0')).toBe('ff青文-- ');
});

test('words are found whatever pieces they come in, and in whatever order', () => {
  const recording = recordingOf([word('one', 0, 10), word('two', 40, 10)]);
  const ours = [[glyphs('tw', 40, 10), glyphs('o', 60, 10), glyphs('one', 0, 10)]];
  expect(compareWords(recording, ours).every(isInPlace)).toBe(true);
});

test('of equal words each is compared with the nearest', () => {
  const recording = recordingOf([word('a', 0, 10), word('a', 100, 10)]);
  const ours = [[glyphs('a', 103, 10), glyphs('a', 0.5, 10)]];
  const found = compareWords(recording, ours);
  expect(found.map((difference) => difference.kind === 'moved' && difference.dx)).toEqual([0.5, 3]);
});

test('a word that is moved, wider, on another page, lost or new is told', () => {
  const recording = recordingOf(
    [word('moved', 0, 10), word('wide', 0, 30), word('gone', 0, 50), word('late', 0, 70)],
    [],
  );
  const wide = glyphs('wide', 0, 30).map((glyph, i) => ({ ...glyph, end: glyph.end + i }));
  const ours = [[glyphs('moved', 2, 10), wide, glyphs('xyz', 0, 90)], [glyphs('late', 0, 10)]];
  const faults = compareWords(recording, ours).filter((difference) => !isInPlace(difference));
  expect(faults.map(({ kind, page, word: { text } }) => `${kind} ${text} ${page}`)).toEqual([
    'moved moved 1',
    'moved wide 1',
    'missing gone 1',
    'page late 1',
    'extra xyz 1',
  ]);
});

test('an excuse covers what it names, and one that excuses nothing is told', () => {
  const recording = recordingOf([word('far', 0, 10), word('near', 0, 30), word('fine', 0, 50)]);
  const ours = [[glyphs('far', 9, 10), glyphs('near', 2, 30), glyphs('fine', 0, 50)]];
  const excuses = parseExcuses(`
- words: [far, near]
  within: 3
  reason: They differ on purpose, but not by much.
- words: [fine]
  reason: It differs no longer, so this is idle.
`);
  const { faults, idle } = judge(compareWords(recording, ours), excuses);
  expect(faults.map(({ word: { text } }) => text)).toEqual(['far']);
  expect(idle).toEqual([excuses[1]]);
  expect(() => parseExcuses('- words: [a]\n  reason: short')).toThrow();
});

test('a recording is read as it was written', () => {
  const recording = recordingOf([{ text: '"a"', x: 1.004, width: 2, baseline: 3.996 }], []);
  expect(parseRecording(printRecording(recording)).pages).toEqual([
    [{ text: '"a"', x: 1, width: 2, baseline: 4 }],
    [],
  ]);
});
