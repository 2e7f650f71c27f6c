import { expect, test } from 'vitest';
import { readYaml } from '../source/read-yaml.ts';
import type { Files } from '../world.ts';
import { benchParks } from './bench-parks.ts';
import { readAhead, readerFor } from './parse-ahead.ts';

const encoder = new TextEncoder();

/** Parks as files in memory: most as they are, some with aliases, some with faults. */
function filesOf(count: number): Files {
  const texts = [...benchParks(count)].map(([name, text], index): [string, Uint8Array] => {
    const more =
      index % 10 === 3 ? '\nx: &x { a: 1 }\ny: *x\n' : index % 10 === 7 ? '\nx: *lost\nx: 2\n' : '';
    return [`data/parks/${name}`, encoder.encode(text + more)];
  });
  const files = new Map(texts);
  return { read: (path) => files.get(path), list: () => [...files.keys()] };
}

test('two threads read what one reads, faults and all, whoever comes first to a file', async () => {
  const files = filesOf(200);
  const found = files.list('data/parks').map((path) => ({ path, bytes: files.read(path)! }));
  const hurried = readAhead(found);
  const patient = readAhead(found);
  await patient.ended;
  for (const { path, bytes } of found) {
    const expected = readYaml(path, bytes);
    expect(hurried.read(path, bytes)).toEqual(expected);
    expect(patient.read(path, bytes)).toEqual(expected);
    // Asking again is no claim, and no wait.
    expect(patient.read(path, bytes)).toEqual(expected);
  }
  const other = encoder.encode('a: 1');
  expect(patient.read('data/other.yaml', other)).toEqual(readYaml('data/other.yaml', other));
});

test('few files, or one job, start no second thread', () => {
  expect(readerFor(filesOf(20), 'data/parks', 2)).toBe(readYaml);
  expect(readerFor(filesOf(200), 'data/parks', 1)).toBe(readYaml);
});
