import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsIn } from './slips.ts';

const found = (text: string) => slipsIn(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['cafÃ©', ['Ã©']],
  ['the parkâ€™s', ['â€™']],
  ['a\u00C2\u00A0b', ['\u00C2\u00A0']],
  ['åŒ…å¤´ and more', ['åŒ…å¤´']],
  ['园区锛屽唴钂欏彜', ['锛屽']],
  ['锟斤拷锟斤拷', ['锟斤拷锟斤拷']],
  ['a\uFFFDb', ['\uFFFD']],
  ['cafe\u0301', ['e\u0301']],
  ['\u2F2F业', ['\u2F2F']],
  ['\uF900', ['\uF900']],
])('finds the slip in %s', (text, slips) => {
  expect(found(text)).toEqual(slips);
});

test.each([
  'A café’s “résumé” — naïve, Ångström, Âge, Århus, £5, 5 °C',
  '“Café”—the park',
  '包头装备制造产业园，位于内蒙古自治区；面积8平方公里。木匠用锛子。',
  'Ōsaka Ürümqi Hülün Buir',
])('leaves honest text alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('finds any Chinese text that was read as Latin-1, and says what it was', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[一-龥]{2,8}$/u), (text) => {
      const misread = Buffer.from(text, 'utf8').toString('latin1');
      const [slip, ...others] = slipsIn(misread);
      expect(others).toEqual([]);
      expect(slip?.message.en).toContain(`\`${text}\``);
    }),
  );
});
