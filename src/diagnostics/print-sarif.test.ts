import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { printSarif } from './print-sarif.ts';
import { at, evil, extras, park, sample, told } from './testing/sample.ts';

const schema = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv as never);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

/** The one run of a log that fits the schema. */
function run(diagnostics: readonly Diagnostic[], more = extras) {
  const log = JSON.parse(printSarif(diagnostics, more));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

test('logs fit the schema, the empty one too', () => {
  expect(run(sample).results).toHaveLength(6);
  expect(run([]).results).toEqual([]);
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
});

test('the worst come first, each with its rule', () => {
  const { results, tool } = run(sample);
  const { rules } = tool.driver;
  expect(results.map((result: { level: string }) => result.level)).toEqual([
    ...Array(4).fill('error'),
    'warning',
    'note',
  ]);
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
  expect(rules.find(({ id }: { id: string }) => id === 'P1')).toMatchObject({
    shortDescription: { text: 'A part is not larger than the whole' },
    fullDescription: { text: 'It cannot be.' },
    help: { text: 'Correct a figure.' },
    defaultConfiguration: { level: 'error' },
  });
});

test('regions count lines and UTF-16 columns from 1, and end behind the last character', () => {
  const [result] = run([told('error', 'wrong', at(park, 'Park'))]).results;
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'data/parks/a%20b.yaml' },
    region: { startLine: 2, startColumn: 16, endLine: 2, endColumn: 20, charOffset: 21, charLength: 4 },
  });
  const [lines] = run([told('error', 'wrong', at(park, 'list', undefined, 'two'))]).results;
  expect(lines.locations[0].physicalLocation.region).toMatchObject({
    startLine: 4,
    endLine: 6,
    endColumn: 8,
  });
});

test('other places are related locations, accepted findings are suppressed', () => {
  const { results } = run(sample);
  const source = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'D020');
  expect(source.relatedLocations).toMatchObject([
    {
      id: 1,
      physicalLocation: { artifactLocation: { uri: 'data/sources.yaml' } },
      message: { text: 'the nearest' },
    },
  ]);
  expect(results.at(-1).suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'As printed; the source is asked.' },
  ]);
});

test('fingerprints outlive lines that are added above, and tell equal findings apart', () => {
  const moved = { ...park, text: `# new\n${park.text}` };
  const twice = (source: typeof park) => [
    told('error', 'wrong', at(source, 'id')),
    told('error', 'wrong', at(source, 'zh')),
  ];
  const prints = (source: typeof park) =>
    run(twice(source)).results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
  expect(prints(moved)).toEqual(prints(park));
  expect(prints(park)[0]).not.toEqual(prints(park)[1]);
});

test('beyond 5,000 results the rest is counted, errors are kept', () => {
  const many = Array.from({ length: 5_200 }, (_, index) =>
    told('warning', `${evil} ${index}`, at(park, 'id')),
  );
  const { results, invocations } = run([...many, told('error', 'last')]);
  expect(results).toHaveLength(5_000);
  expect(results[0].level).toBe('error');
  expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^201 more results are left out/);
});
