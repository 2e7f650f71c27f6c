/** What comes back from another program unedited must tell nothing: the way back, tried on finished workbooks. */
import { readFileSync } from 'node:fs';
import { pull } from '../pull/index.ts';
import type { Verdict, Workshop } from '../sheet/verify/index.ts';
import type { Files } from '../world.ts';
import type { Check } from './verify-pdf.ts';

const SAVE = `import sys, openpyxl
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])
`;

/** One check for each program that saves the workbook again. */
export function roundTrips(files: Files, date: string | undefined): readonly Check[] {
  const compared = (saved: Uint8Array): Verdict => {
    const { diagnostics } = pull('the saved workbook', saved, files, date);
    // Workbooks without editable cells have nothing to bring back.
    if (diagnostics.every(({ message }) => message.includes('it has no sheet _src')))
      return { kind: 'passed', checked: 'nothing came back changed' };
    return { kind: 'failed', findings: diagnostics.map(({ code, message }) => `${code} ${message}`) };
  };
  return [
    {
      name: 'round trip through openpyxl',
      judge: async (path, workshop) => {
        const saved = await byOpenpyxl(path, workshop);
        return saved ? compared(saved) : { kind: 'skipped', why: 'python3 with openpyxl is not installed' };
      },
    },
    {
      name: 'round trip through LibreOffice',
      judge: async (path, workshop) => {
        const saved = await byLibreOffice(path, workshop);
        return saved ? compared(saved) : { kind: 'skipped', why: 'soffice (LibreOffice) is not installed' };
      },
    },
  ];
}

async function byOpenpyxl(path: string, workshop: Workshop): Promise<Uint8Array | undefined> {
  await workshop.write('save.py', SAVE);
  await workshop.write('made.xlsx', readFileSync(path));
  for (const python of ['/usr/bin/python3', 'python3']) {
    const names = ['save.py', 'made.xlsx', 'saved.xlsx'].map((name) => `${workshop.folder}/${name}`);
    const ran = await workshop.run(python, names);
    const saved = ran && (await workshop.read('saved.xlsx'));
    if (saved) return saved;
  }
  return undefined;
}

async function byLibreOffice(path: string, workshop: Workshop): Promise<Uint8Array | undefined> {
  await workshop.write('in/workbook.xlsx', readFileSync(path));
  const ran = await workshop.run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${workshop.folder}/profile`,
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    `${workshop.folder}/out`,
    `${workshop.folder}/in/workbook.xlsx`,
  ]);
  return ran && workshop.read('out/workbook.xlsx');
}
