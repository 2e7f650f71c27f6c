/** What comes back from another program unedited must tell nothing: the way back, tried on finished workbooks. */
import { readFileSync } from 'node:fs';
import { isEditable, pull } from '../pull/index.ts';
import { recalculate, type Verdict, type Workshop } from '../sheet/verify/index.ts';
import type { Files } from '../world.ts';
import type { Check } from './verify-pdf.ts';

const SAVE = `import sys, openpyxl
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])
`;

/** One check for each program that saves the workbook again; only for workbooks that can be edited. */
export function roundTrips(files: Files, date: string | undefined): readonly Check[] {
  const judged = async (
    path: string,
    save: (bytes: Uint8Array) => Promise<Uint8Array | Exclude<Verdict, { kind: 'passed' }>>,
  ): Promise<Verdict> => {
    const bytes = readFileSync(path);
    if (!isEditable(bytes)) return { kind: 'passed', checked: 'nothing in it is for editing' };
    const saved = await save(bytes);
    if ('kind' in saved) return saved;
    const { diagnostics } = pull('the saved workbook', saved, files, date);
    if (diagnostics.length === 0) return { kind: 'passed', checked: 'nothing came back changed' };
    return { kind: 'failed', findings: diagnostics.map(({ code, message }) => `${code} ${message}`) };
  };
  return [
    {
      name: 'round trip through openpyxl',
      judge: (path, workshop) => judged(path, (bytes) => byOpenpyxl(bytes, workshop)),
    },
    {
      name: 'round trip through LibreOffice',
      judge: (path, workshop) => judged(path, (bytes) => recalculate(bytes, workshop)),
    },
  ];
}

async function byOpenpyxl(
  bytes: Uint8Array,
  workshop: Workshop,
): Promise<Uint8Array | Exclude<Verdict, { kind: 'passed' }>> {
  await workshop.write('save.py', SAVE);
  await workshop.write('made.xlsx', bytes);
  for (const python of ['/usr/bin/python3', 'python3']) {
    const names = ['save.py', 'made.xlsx', 'saved.xlsx'].map((name) => `${workshop.folder}/${name}`);
    const ran = await workshop.run(python, names);
    if (!ran || ran.stderr.includes("No module named 'openpyxl'")) continue;
    const saved = await workshop.read('saved.xlsx');
    return saved ?? { kind: 'failed', findings: [`openpyxl cannot save the file: ${ran.stderr.trim()}`] };
  }
  return { kind: 'skipped', why: 'python3 with openpyxl is not installed' };
}
