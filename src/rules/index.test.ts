import { describe, expect, test } from 'vitest';
import { exampleDataset } from '../model/testing.ts';
import { rules } from './all-rules.ts';
import type { RuleExample } from './define-rule.ts';
import { runRules } from './index.ts';

function run(example: Pick<RuleExample, 'yaml' | 'files'>) {
  const dataset = exampleDataset(example);
  expect(dataset.diagnostics.map(({ message }) => message)).toEqual([]);
  const { value, diagnostics } = runRules(dataset.value!);
  return { checks: value!.get('example')!, diagnostics };
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    if (example.outcome === 'refused') {
      expect(rule.kind === 'reading' && refusal(example, rule.codes)).toContain(example.message ?? '');
      return;
    }
    const { checks, diagnostics } = run(example);
    const outcomes = checks.filter((check) => check.rule === id).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set([example.outcome]));
    const told = diagnostics.filter(({ code }) => code === id);
    const isTold = example.outcome === 'finding' || example.outcome === 'acknowledged';
    expect(told.length > 0).toBe(isTold);
    if (example.outcome === 'acknowledged') expect(told.map(({ severity }) => severity)).toContain('info');
    if (example.message !== undefined)
      expect(told.map(({ message }) => message).join('\n')).toContain(example.message);
  });
});

/** The messages by which data is refused, of the codes that a rule claims. */
function refusal(example: RuleExample, codes: readonly string[]): string {
  const { diagnostics } = exampleDataset(example);
  return diagnostics
    .filter(({ code, severity }) => severity === 'error' && codes.includes(code))
    .map(({ message }) => message)
    .join('\n');
}

test('every outcome that a rule can have is among its examples', () => {
  for (const rule of rules) {
    const outcomes = new Set(rule.examples.map(({ outcome }) => outcome));
    const needed =
      rule.kind === 'reading'
        ? (['pass', 'refused'] as const)
        : (['pass', 'finding', 'not-applicable'] as const);
    expect([rule.id, needed.filter((outcome) => !outcomes.has(outcome))]).toEqual([rule.id, []]);
  }
});

test('ids are used once', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

const contradiction =
  'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }\n';
const waiver = (rule: string, values: string, more = '') =>
  ({ 'waivers.yaml': `[{ rule: ${rule}, values: { ${values} }${more} }]` }) as const;
const both = 'part: 140 billion CNY, whole: 67 billion CNY';

const ofWaivers = (files: Readonly<Record<string, string>>) =>
  run({ yaml: contradiction, files })
    .diagnostics.filter(({ code }) => /^(R\d|P1)/.test(code))
    .map(({ code, severity, message }) => `${severity} ${code} ${message}`);

const finding =
  'P1 Part (140,000,000,000 CNY) is larger than Whole (67,000,000,000 CNY), of which it is declared a part';

test('a finding shows both places', () => {
  const [told] = run({ yaml: contradiction }).diagnostics.filter(({ code }) => code === 'P1');
  const written = [told!.primary!, ...told!.labels!].map(({ span, text }) => {
    return `${span.source.path}: ${span.source.text.slice(span.start, span.end)}, ${text}`;
  });
  expect(written).toEqual([
    'data/parks/example.yaml: 140 billion CNY, the part',
    'data/parks/example.yaml: 67 billion CNY, the whole',
  ]);
});

test('a waiver acknowledges, and its finding is still told', () => {
  expect(ofWaivers({})).toEqual([`error ${finding}`]);
  expect(ofWaivers(waiver('P1', both))).toEqual([`info ${finding}`]);
});

test('a waiver that matches nothing, has expired, or was for other values is an error', () => {
  expect(ofWaivers(waiver('P1', 'part: 140 billion CNY'))).toEqual([
    `error ${finding}`,
    'error R001 rule P1 finds nothing about exactly `part`',
  ]);
  expect(ofWaivers(waiver('P1', both, ', date: "2025-01-01", until: "2026-11-22"'))).toEqual([
    `info ${finding}`,
    'error R004 the waiver of P1 expired on 2026-11-22, and the edition is of 2026-11-23',
  ]);
  expect(ofWaivers(waiver('P1', 'part: 14 billion CNY, whole: 67 billion CNY'))).toEqual([
    `info ${finding}`,
    'error R003 P1 was acknowledged when `part` was 14 billion CNY; now it is 140 billion CNY',
  ]);
  expect(ofWaivers(waiver('P11', both))).toContain('error R002 unknown rule `P11`');
});

test('the same amount may be written in another way', () => {
  expect(ofWaivers(waiver('P1', 'part: 140000 million CNY, whole: 67 billion CNY'))).toEqual([
    `info ${finding}`,
  ]);
});
