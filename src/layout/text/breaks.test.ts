import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBreaks } from './breaks.ts';
import { layOut, readLines } from './testing.ts';

/** The text with a bar at every opportunity. */
function barred(text: string, lang = 'en'): string {
  const breaks = findBreaks(
    text,
    (offset) => lang === 'zh' && /[“”‘’]/.test(text[offset]!),
    () => lang,
  );
  return Array.from(text, (character, i) => (i > 0 && breaks[i] ? `|${character}` : character)).join('');
}

test.each([
  ['en', 'Two words', 'Two |words'],
  ['en', 'state-of-the-art', 'state-|of-|the-|art'],
  ['en', '2010–2013, 2021-2025', '2010–2013, |2021-2025'],
  ['en', 'Baotou–Ordos', 'Baotou–|Ordos'],
  ['en', '120 km/h and t/a', '120 |km/h |and |t/a'],
  ['en', 'supporting/production', 'supporting/|production'],
  ['en', '12\u00a0km x\u2060y', '12\u00a0km |x\u2060y'],
  ['en', 'see https://park.example/en/a-b?x=1 now', 'see |https://|park.example/|en/|a-|b?|x=|1 |now'],
  ['en', '(“quoted”) $100 5% 3°C', '(“quoted”) |$100 |5% |3°C'],
  ['zh', '包头，装备。', '包|头，|装|备。'],
  ['zh', '在（规划）中', '在|（规|划）|中'],
  ['zh', '称“十四五”期', '称|“十|四|五”|期'],
  ['zh', '国家——级……的', '国|家|——|级……|的'],
  ['zh', '63%～68%约', '63%～68%|约'],
  ['zh', '100～150人', '100～150|人'],
  ['zh', '卡尔·马克思', '卡|尔·|马|克|思'],
  ['zh', '￥100、5％', '￥100、|5％'],
])('%s: %s', (lang, text, expected) => {
  expect(barred(text, lang)).toBe(expected);
});

test('no line of Chinese begins with a closing mark or ends with an opening one', () => {
  const characters = fc.constantFrom(...'包头装备园区，。、；：！？）》」』】（《「『【“”…—·～％km12');
  fc.assert(
    fc.property(
      fc.array(characters, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 40, max: 200 }),
      (parts, width) => {
        const { paragraph } = layOut([`包${parts.join('')}`], { textSpacingTrim: 'normal' }, 'zh');
        const lines = readLines(paragraph.lines(width));
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、；：！？）》」』】”·～％]/);
        for (const line of lines.slice(0, -1)) expect(line.trimEnd()).not.toMatch(/[（《「『【]$/);
      },
    ),
  );
});
