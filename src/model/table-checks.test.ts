import { expect, test } from 'vitest';
import type { CheckResult, ConflictNote } from './publication.ts';
import { checkRows, noteRows } from './table-checks.ts';
import { sayIn } from './table-fields.ts';

function check(
  rule: string,
  outcome: CheckResult['outcome'],
  severity: CheckResult['severity'],
): CheckResult {
  const words = { en: rule, zh: rule };
  const nothing = { figures: [], values: [], suggestion: null, note: null };
  return { rule, outcome, severity, title: words, message: words, ...nothing };
}

const note: ConflictNote = {
  number: 27,
  id: 'waiver-27',
  title: { en: 'A part larger than its whole', zh: '部分大于总额' },
  text: { en: 'Both stand.', zh: '两数照录。' },
  figures: [],
  rule: 'P1',
  waiver: { by: { en: 'the editor', zh: '编辑' }, date: '2026-11-23', until: '2027-12-31' },
};

test('what has to be mended first stands first, and nothing is left out', () => {
  const checks = [
    check('D1', 'pass', 'error'),
    check('G1', 'not-applicable', 'error'),
    check('T5', 'finding', 'warning'),
    check('P1', 'acknowledged', 'error'),
    check('A2', 'finding', 'info'),
    check('C1', 'finding', 'error'),
  ];
  const rows = checkRows({ checks, figures: {}, notes: [], lang: 'en' }, sayIn('en'));
  expect(rows.map(({ rule }) => rule)).toEqual(['C1', 'T5', 'A2', 'P1', 'G1', 'D1']);
});

test('an acknowledged finding names the values, its note, who answers for it and until when', () => {
  const values = [
    { key: 'investment_in_production', value: '140 billion CNY' },
    { key: 'investment_total', value: '67 billion CNY' },
  ];
  const checks = [{ ...check('P1', 'acknowledged', 'error'), values, note: 27 }];
  const [row] = checkRows({ checks, figures: {}, notes: [note], lang: 'zh' }, sayIn('zh'));
  expect(row).toMatchObject({
    outcome: '已说明',
    values: 'investment_in_production: 140 billion CNY；investment_total: 67 billion CNY',
    note: 'aa',
    acknowledged_by: '编辑',
    acknowledged_until: '2027-12-31',
  });
});

test('a note that nobody has to answer for has no terms', () => {
  const rows = noteRows(
    { notes: [note, { ...note, number: 2, rule: null, waiver: null }], lang: 'en' },
    sayIn('en'),
  );
  expect(rows.map(({ letter, acknowledged_by }) => [letter, acknowledged_by])).toEqual([
    ['aa', 'the editor'],
    ['b', null],
  ]);
});
