import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from './all-rules.ts';
import type { Rule } from './define-rule.ts';
import { runRules } from './index.ts';
import { exampleDataset } from './testing.ts';

function run(yaml: string) {
  const dataset = exampleDataset(yaml);
  expect(dataset.diagnostics).toEqual([]);
  const { value, diagnostics } = runRules(dataset.value!);
  return { checks: value!.get('example')!, diagnostics };
}

describe.each(rules.map((rule: Rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.map((example) => [example.name, example] as const))(
    '%s',
    (_name, { yaml, outcome, message }) => {
      const { checks, diagnostics } = run(yaml);
      const own = checks.filter((check) => check.rule === id);
      expect(own.map((check) => check.outcome)).toEqual([outcome]);
      const told = diagnostics.filter(({ code }) => code === id);
      const isTold = outcome === 'finding' || outcome === 'acknowledged';
      expect(told.map(({ severity }) => severity)).toEqual(
        isTold ? [outcome === 'finding' ? rule.severity : 'info'] : [],
      );
      if (message !== undefined) expect(told[0]?.message).toContain(message);
    },
  );
});

test('every outcome that a rule can have is among its examples', () => {
  for (const { id, examples } of rules as readonly Rule[]) {
    const outcomes = new Set(examples.map(({ outcome }) => outcome));
    expect([id, outcomes.has('pass'), outcomes.has('finding'), outcomes.has('not-applicable')]).toEqual([
      id,
      true,
      true,
      true,
    ]);
  }
});

const contradiction =
  'figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n  part: { part_of: whole, claims: [{ value: 140 billion CNY }] }\n';
const note = (rule: string, figures: string) =>
  `conflicts: [{ id: x, rule: ${rule}, figures: [${figures}], title: { en: A, zh: 甲 }, text: { en: B, zh: 乙 } }]\n`;

test('a finding shows both places', () => {
  const [finding] = run(contradiction).diagnostics;
  const written = [finding!.primary!, ...finding!.labels!].map(({ span, text }) => {
    return `${span.source.path}: ${span.source.text.slice(span.start, span.end)}, ${text}`;
  });
  expect(written).toEqual([
    'data/parks/example.yaml: 140 billion CNY, the part',
    'data/parks/example.yaml: 67 billion CNY, the whole',
  ]);
});

test('a note must name all figures of the finding, and find something', () => {
  const half = run(contradiction + note('P1', 'part'));
  expect(half.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error P1',
    'warning R001',
  ]);
  const idle = run(`figures:\n  whole: { claims: [{ value: 67 billion CNY }] }\n${note('P1', 'whole')}`);
  expect(idle.diagnostics.map(({ message }) => message)).toEqual([
    'rule P1 finds nothing among the figures of this note',
  ]);
  const unknown = run(contradiction + note('P11', 'part, whole'));
  expect(unknown.diagnostics.map(({ code, help }) => `${code} ${help}`)).toContain('R002 Did you mean `P1`?');
});

test('the table of rules in the README is the one in the code', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const rows = (rules as readonly Rule[]).map(
    ({ id, severity, title, why }) => `| ${id} | ${severity} | ${title.en} | ${why} |`,
  );
  const written = readme.split('\n').filter((line) => /^\| [A-Z]\d/.test(line));
  expect(written.map((line) => line.replace(/ +/g, ' '))).toEqual(rows);
});
