import { expect, test } from 'vitest';
import { scanContent } from './content.ts';

const scan = (source: string) => scanContent(new TextEncoder().encode(source), undefined);

test('the font that was set before a saved state holds again after it', () => {
  const { codes, depth } = scan('/F1 9 Tf q /F2 9 Tf (\0a) Tj q Q Q (\0b) Tj');
  expect([...codes].map(([font, used]) => [font, [...used]])).toEqual([
    ['F1', [0x62]],
    ['F2', [0x61]],
  ]);
  expect(depth).toBe(2);
});

test('what is painted outside of marked content is told', () => {
  expect(scan('/P <</MCID 0>> BDC 0 0 9 9 re f EMC S').unmarked).toEqual(['S']);
});
