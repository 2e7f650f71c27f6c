import { expect, test } from 'vitest';
import { exampleDataset } from '../../model/testing.ts';
import type { Finding } from '../define-rule.ts';
import { cumulative } from '../parts/cumulative.ts';
import { partWhole } from '../parts/part-whole.ts';
import { shares } from '../parts/shares.ts';
import { sums } from '../parts/sums.ts';

/** What a rule finds in a park. */
function findingsOf(rule: unknown, yaml: string, metrics = '{}'): readonly Finding[] {
  const { value: dataset, diagnostics } = exampleDataset({ yaml, files: { 'metrics.yaml': metrics } });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const { check } = rule as typeof partWhole & { kind: 'park' };
  const context = { dataset: dataset!, places: dataset!.places, day: () => '2026-11-23' };
  const verdict = check(dataset!.parks[0]!, context);
  return verdict.applies ? verdict.findings : [];
}

const suggested = (rule: unknown, yaml: string, metrics?: string) =>
  findingsOf(rule, yaml, metrics).map(({ suggestion }) => suggestion);

const investment =
  'figures:\n  investment_total: { claims: [{ value: 67 billion CNY }] }\n  investment_in_production: { part_of: investment_total, claims: [{ value: 140 billion CNY }] }';

test('both repairs of a part above its whole are named, and the slips that would explain it', () => {
  expect(suggested(partWhole, investment)).toEqual([
    {
      en: 'Changing investment_in_production to at most 67.5 billion CNY, or investment_total to at least 139.5 billion CNY, would satisfy all balance rules at once. If a number word or a decimal point slipped, investment_in_production may be 14 billion CNY, or investment_total may be 670 billion CNY; unproven.',
      zh: '将 investment_in_production 改为不超过675亿元，或将 investment_total 改为不少于1,395亿元，即可同时满足各项平衡规则。若系数量单位或小数点之误，则 investment_in_production 可能为140亿元，或 investment_total 可能为6,700亿元；未经证实。',
    },
  ]);
});

test('another rule leaves one repair of two', () => {
  const sum =
    '\n  a: { claims: [{ value: 7 billion CNY }] }\n  b: { claims: [{ value: 60 billion CNY }] }\nsums: [{ whole: investment_total, parts: [a, b] }]';
  expect(suggested(partWhole, investment + sum).map((words) => words?.en)).toEqual([
    'Changing investment_in_production to at most 67.5 billion CNY would satisfy all balance rules at once. If a number word or a decimal point slipped, investment_in_production may be 14 billion CNY; unproven.',
  ]);
});

test('claims are named as waivers name them, and what is far from failing is not mentioned', () => {
  const yaml =
    'figures:\n  total: { claims: [{ id: y15, value: 120, as_of: "2015" }, { id: y16, value: 12, as_of: "2016" }, { id: y17, value: 130 }] }';
  expect(
    suggested(cumulative, yaml, 'total: { sum_of: yearly }\nyearly: {}').map((words) => words?.en),
  ).toEqual([
    'Changing total/y15 to at most 12, or total/y16 to between 120 and 130, would satisfy all balance rules at once. If a number word or a decimal point slipped, total/y16 may be 120; unproven.',
  ]);
});

test('a share that no short decimal writes is named about', () => {
  const yaml =
    'figures:\n  share: { claims: [{ value: 40 % }] }\n  part: { claims: [{ value: 49 }] }\n  whole: { claims: [{ value: 4600 }] }\nshares: [{ share: share, part: part, whole: whole }]';
  expect(suggested(shares, yaml)[0]?.zh).toBe(
    '将 share 改为约1.07%，或将 whole 改为121至124之间，或将 part 改为1,817至1,863之间，即可同时满足各项平衡规则。',
  );
});

test('faults that do not hang together are mended apart', () => {
  const yaml = `${investment}\n  land: { claims: [{ value: 5 km2 }] }\n  built: { part_of: land, claims: [{ value: 8 km2 }] }`;
  const words = suggested(partWhole, yaml).map((suggestion) => suggestion?.en);
  expect(words[1]).toBe(
    'Changing built to at most 5.5 km², or land to at least 7.5 km², would satisfy all balance rules at once.',
  );
});

test('of many repairs four are named', () => {
  const parts = Array.from({ length: 6 }, (_, index) => `p${index}`);
  const claims = parts.map((id) => `  ${id}: { claims: [{ value: 10 }] }\n`).join('');
  const yaml = `figures:\n${claims}  whole: { claims: [{ value: 55 }] }\nsums: [{ whole: whole, parts: [${parts.join(', ')}] }]`;
  expect(suggested(sums, yaml)[0]?.en).toMatch(
    /^Changing p0 to .*, or p3 to [^,]* \(or another of 7 such changes\) would satisfy/,
  );
});

test('a sum of a thousand wrong parts is told without a suggestion', () => {
  const parts = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
  const claims = parts.map((id) => `  ${id}: { claims: [{ value: 10 }] }\n`).join('');
  const yaml = `figures:\n${claims}  whole: { claims: [{ value: 40 }] }\nsums: [{ whole: whole, parts: [${parts.join(', ')}] }]`;
  const [finding] = findingsOf(sums, yaml);
  expect(finding?.message.en).toContain('add up to 10,000, more than Whole (40)');
  expect(finding?.suggestion).toBeUndefined();
});
