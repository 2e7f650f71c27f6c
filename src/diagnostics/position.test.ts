import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText, positionOf } from './position.ts';

const source = (text: string) => ({ path: 'a.yaml', text });

test('lines and columns count from 1, columns in characters', () => {
  const text = source('ab\r\n😀包头\nend');
  expect(positionOf(text, 0)).toEqual({ line: 1, column: 1 });
  expect(positionOf(text, text.text.indexOf('包'))).toEqual({ line: 2, column: 2 });
  expect(positionOf(text, text.text.indexOf('头'))).toEqual({ line: 2, column: 3 });
  expect(positionOf(text, 1_000)).toEqual({ line: 3, column: 4 });
  expect(lineText(text, 1)).toBe('ab');
  expect(lineText(text, 3)).toBe('end');
});

test('agrees with splitting the text before the offset', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '包', '\r\n', ' ')), fc.nat(40), (parts, at) => {
      const text = source(parts.join(''));
      const offset = Math.min(at, text.text.length);
      const lines = text.text.slice(0, offset).split('\n');
      expect(positionOf(text, offset)).toEqual({ line: lines.length, column: [...lines.at(-1)!].length + 1 });
    }),
  );
});
