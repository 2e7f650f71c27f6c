import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Diagnostic } from './diagnostic.ts';
import type { Extras } from './extras.ts';
import { printJunit } from './print-junit.ts';
import { at, evil, extras, park, sample, told } from './testing/sample.ts';

const schema = readFileSync(new URL('testing/junit.xsd', import.meta.url), 'utf8');

/** What the schema finds wrong with a report. */
async function faults(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema: [schema] });
  return errors.map(({ message }) => message);
}

async function report(diagnostics: readonly Diagnostic[], more?: Extras): Promise<string> {
  const text = printJunit(diagnostics, more);
  expect(await faults(text)).toEqual([]);
  return text;
}

test('reports fit the schema, which is able to refuse', async () => {
  await report(sample, extras);
  await report([told('error', evil, at(park, 'id'), { code: evil, labels: [at(park, 'zh', evil)] })]);
  expect(await faults('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
});

test('a file is a suite, a code a case: failed by errors, passed with what is no error', async () => {
  const text = await report(sample, extras);
  expect(text).toContain('<testsuites name="parkpress" tests="8" failures="3">');
  expect(text).toContain(
    '<testsuite name="data/parks/a b.yaml" tests="4" failures="2" errors="0" skipped="0">',
  );
  expect(text).toContain('<testcase name="D001 Unknown key" classname="data/parks/a b.yaml">');
  expect(text).toContain('<failure type="D001" message="unknown key `zh` (and 1 more)">');
  expect(text).toContain(
    'data/parks/a b.yaml:7:9: error: unknown source `CD`\n  data/sources.yaml:1:1: the nearest\n',
  );
  expect(text).toMatch(/<testcase name="D011"[^>]*>\n {6}<system-out>data\/parks\/a b\.yaml:3:9: warning/);
  expect(text).toContain('acknowledged: As printed; the source is asked.</system-out>');
  expect(text).toMatch(/<testsuite name="without a place" tests="1" failures="1"/);
});

test('rules that hold pass, those without data are skipped, those with findings failed already', async () => {
  const text = await report([], extras);
  expect(text).toContain('<testsuite name="rules of north" tests="2" failures="0" errors="0" skipped="1">');
  expect(text).toContain('<testcase name="P1 A part is not larger than the whole" classname="north"/>');
  expect(text).toContain('<skipped>not applicable: nothing to judge</skipped>');
  expect(text).toContain('<system-out>acknowledged: Part exceeds whole</system-out>');
  expect(text).not.toContain('Other part');
});

test('a run without findings still has a passed case', async () => {
  expect(await report([])).toContain('tests="1" failures="0"');
});

test('of many messages alike the rest is counted', async () => {
  const many = Array.from({ length: 70 }, (_, index) => told('error', `fault ${index}`, at(park, 'id')));
  expect(await report(many)).toContain('\n… and 20 more</failure>');
});
