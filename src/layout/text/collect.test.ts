import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import { collectText } from './collect.ts';
import type { InlineItem } from './lines.ts';
import { elementWith, inline, text } from './testing.ts';

function collected(
  items: readonly (string | InlineItem | readonly InlineItem[])[],
  changes: Partial<ComputedStyle> = {},
  lang = 'en',
) {
  const block = elementWith(changes, lang, 'p');
  const all = items.flatMap((item) =>
    typeof item === 'string' ? [text(item, block)] : (item as InlineItem[]),
  );
  return collectText(all, block, block.style);
}

const lineBreak: InlineItem = { kind: 'break', element: elementWith() };

// css-text-3 §4.1.1
test('white space collapses, over the edges of inline boxes too', () => {
  expect(collected(['  Baotou \n\t park ']).text).toBe('Baotou park');
  const across = collected(['one ', inline(' two '), ' three']);
  expect(across.text).toBe('one two three');
  expect(across.marks.map(({ kind, at }) => `${kind} ${at}`)).toEqual(['open 4', 'close 8']);
  expect(collected(['one ', [lineBreak], ' two']).text).toBe('one\ntwo');
  expect(collected([inline(' '), inline(' ')]).text).toBe('');
});

test('a space taken back at the end moves the edges of its box', () => {
  const { text: result, marks, segments } = collected(['one', inline(' ')]);
  expect(result).toBe('one');
  expect(marks.map(({ at }) => at)).toEqual([3, 3]);
  expect(segments).toHaveLength(1);
});

// css-text-3 §4.1.3
test('a line break of the source between Chinese characters is no space', () => {
  expect(collected(['包头\n  装备'], {}, 'zh').text).toBe('包头装备');
  expect(collected(['包头，\n装备'], {}, 'zh').text).toBe('包头，装备');
  expect(collected(['包头\n', inline('装备')], {}, 'zh').text).toBe('包头装备');
  expect(collected(['包头\nBaotou\n包头'], {}, 'zh').text).toBe('包头 Baotou 包头');
  expect(collected(['包头 装备'], {}, 'zh').text).toBe('包头 装备');
});

test.each([
  ['pre', ' a  b\n c ', ' a  b\n c '],
  ['pre-wrap', ' a  b\n c ', ' a  b\n c '],
  ['pre-line', ' a  b \n c ', 'a b\nc'],
  ['nowrap', ' a  b\n c ', 'a b c'],
] as const)('white-space: %s', (whiteSpace, source, result) => {
  expect(collected([source], { whiteSpace }).text).toBe(result);
});

test.each([
  ['uppercase', 'Straße ǆ', 'STRASSE Ǆ'],
  ['lowercase', 'ABC', 'abc'],
  ['capitalize', "don't stop (now) 5km élan", "Don't Stop (Now) 5km Élan"],
] as const)('text-transform: %s', (textTransform, source, result) => {
  expect(collected([source], { textTransform }).text).toBe(result);
});

test('every character knows where it was written', () => {
  const { text: result, segments } = collected(['  Straße   52\n\n  Baotou'], { textTransform: 'uppercase' });
  const { content } = segments[0]!;
  const sourceOf = (word: string): number =>
    content.kind === 'text' ? content.originAt(result.indexOf(word)).place.start : Number.NaN;
  expect(result).toBe('STRASSE 52 BAOTOU');
  expect(sourceOf('STRASSE')).toBe(2);
  expect(sourceOf('SE 52')).toBe(6);
  expect(sourceOf('52')).toBe(11);
  expect(sourceOf('BAOTOU')).toBe(17);
});
