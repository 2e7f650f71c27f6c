import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareManifests, printChanges } from './compare.ts';
import { canonicalJson, type Digest, sha256 } from './digest.ts';
import { fingerprintOf, type PartName, type Parts, partReasons } from './fingerprint.ts';
import { type Manifest, type ManifestTarget, parseManifest, printManifest, printSums } from './manifest.ts';
import { type KeyedTarget, whyStale } from './stale.ts';
import { sourceDate } from './world.ts';

const names = Object.keys(partReasons) as PartName[];
const parts = (changed: Partial<Record<PartName, string>> = {}): Parts =>
  Object.fromEntries(names.map((name) => [name, sha256(changed[name] ?? name)])) as Parts;

function entry(path: string, own: Parts = parts(), content = 'bytes'): ManifestTarget {
  return {
    path,
    park: 'p',
    template: 't',
    lang: 'en',
    fingerprint: fingerprintOf(path, own),
    parts: own,
    bytes: 5,
    sha256: sha256(content),
  };
}

function manifest(targets: readonly ManifestTarget[], inputs: Manifest['inputs'] = []): Manifest {
  return { format: 1, parkpress: '0.1.0', edition: { name: '2026', date: '2026-11-23' }, inputs, targets };
}

const key = (own: Parts, files: KeyedTarget['files'] = {}): KeyedTarget => ({
  path: 'p/a.pdf',
  parts: own,
  files,
});

test('keys do not depend on the order of properties, but on every part', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
  fc.assert(
    fc.property(fc.constantFrom(...names), (name) => {
      expect(fingerprintOf('x', parts({ [name]: 'other' }))).not.toBe(fingerprintOf('x', parts()));
    }),
  );
  const reversed = Object.fromEntries(Object.entries(parts()).reverse()) as Parts;
  expect(fingerprintOf('x', reversed)).toBe(fingerprintOf('x', parts()));
});

test('why a file is made again', () => {
  const old = manifest(
    [entry('p/a.pdf')],
    [{ path: 'templates/t/a.css', sha256: sha256('before'), why: 'looks' }],
  );
  const there = sha256('bytes');
  expect(whyStale(key(parts()), old, there, false)).toBeUndefined();
  expect(whyStale(key(parts()), old, there, true)).toBe('asked for with --force');
  expect(whyStale(key(parts()), undefined, there, false)).toBe('it is new');
  expect(whyStale(key(parts()), old, undefined, false)).toBe('the file is missing');
  expect(whyStale(key(parts()), old, sha256('touched'), false)).toBe(
    'the file was changed by something else',
  );
  const template = (path: string): KeyedTarget =>
    key(parts({ template: 'x' }), { template: new Map([[path, sha256('after')]]) });
  expect(whyStale(template('templates/t/a.css'), old, there, false)).toBe('templates/t/a.css changed');
  expect(whyStale(template('templates/t/b.css'), old, there, false)).toBe('templates/t/b.css was added');
  expect(whyStale(key(parts({ packages: 'x' })), old, there, false)).toBe(
    'something changed in the libraries and fonts that are installed',
  );
});

test('a manifest reads back as it was printed, sorted; a damaged one is refused', () => {
  const printed = printManifest(manifest([entry('p/b.pdf'), entry('p/a.pdf')]));
  expect(parseManifest(printed)?.targets.map(({ path }) => path)).toEqual(['p/a.pdf', 'p/b.pdf']);
  expect(parseManifest('{"format":1')).toBeUndefined();
  expect(parseManifest(printed.replace('"format": 1', '"format": 2'))).toBeUndefined();
  expect(parseManifest(printed.replace('p/a.pdf', '../../etc/passwd'))).toBeUndefined();
  expect(parseManifest(printed.replace('p/a.pdf', '/etc/passwd'))).toBeUndefined();
});

test('sums are what sha256sum reads', () => {
  expect(
    printSums([
      { path: 'b', sha256: 'f'.repeat(64) as Digest },
      { path: 'B', sha256: '0'.repeat(64) as Digest },
    ]),
  ).toBe(`${'0'.repeat(64)}  B\n${'f'.repeat(64)}  b\n`);
});

test('a report of changes tells losses first and the reason of every change', () => {
  const before = manifest([entry('p/a.pdf'), entry('p/gone.pdf'), entry('p/same.pdf')]);
  const after = manifest([
    entry('p/a.pdf', parts({ publication: 'new' }), 'other'),
    entry('p/new.pdf'),
    entry('p/same.pdf'),
  ]);
  expect(printChanges(compareManifests(before, after), after.edition)).toBe(
    [
      '### Edition 2026 of 2026-11-23: 3 of 4 files differ',
      '',
      '| | file | because of |',
      '|---|---|---|',
      '| gone | `p/gone.pdf` |  |',
      '| changed | `p/a.pdf` | the data that its template can print |',
      '| new | `p/new.pdf` |  |',
      '',
      '1 file unchanged.',
      '',
    ].join('\n'),
  );
  expect(printChanges(compareManifests(before, before), before.edition)).toBe(
    'Nothing changed: 3 files checked, edition 2026 of 2026-11-23.\n',
  );
});

test('SOURCE_DATE_EPOCH', () => {
  expect(sourceDate(undefined)).toBeUndefined();
  expect(sourceDate('1700000000')).toBe('2023-11-14');
  expect(sourceDate('yesterday')).toBe('invalid');
});
