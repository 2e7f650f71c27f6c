/**
 * LibreOffice recalculates a workbook and every value of a formula is compared with the one in the file.
 * Recalculation is forced: by default LibreOffice trusts the values of files that say they come from Excel.
 */
import { type ReadCell, type ReadSheet, readSheets } from '../package/read-cells.ts';
import { openPackage } from '../package/zip.ts';
import type { Verdict, Workshop } from './workshop.ts';

const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The workbook as LibreOffice saves it after computing every formula, or why there is none. */
export async function recalculate(
  bytes: Uint8Array,
  workshop: Workshop,
): Promise<Uint8Array | Exclude<Verdict, { kind: 'passed' }>> {
  await workshop.write('profile/user/registrymodifications.xcu', PROFILE);
  await workshop.write('in/workbook.xlsx', bytes);
  const args = [
    '--headless',
    `-env:UserInstallation=file://${workshop.folder}/profile`,
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    `${workshop.folder}/out`,
    `${workshop.folder}/in/workbook.xlsx`,
  ];
  const ran = await workshop.run('soffice', args);
  if (!ran) return { kind: 'skipped', why: 'soffice (LibreOffice) is not installed' };
  const recalculated = await workshop.read('out/workbook.xlsx');
  return (
    recalculated ?? {
      kind: 'failed',
      findings: [`LibreOffice could not convert the file: ${ran.stderr.trim()}`],
    }
  );
}

/** Compares all values of formulas; values of other cells too, so that nothing is lost on the way. */
export async function judgeByRecalculation(bytes: Uint8Array, workshop: Workshop): Promise<Verdict> {
  const recalculated = await recalculate(bytes, workshop);
  return 'kind' in recalculated ? recalculated : compareWorkbooks(bytes, recalculated);
}

/** Cell by cell: `ours` is the finished file, `theirs` the one that another program saved from it. */
export function compareWorkbooks(ours: Uint8Array, theirs: Uint8Array): Verdict {
  const [mine, other] = [ours, theirs].map(sheetsOf);
  if (!mine || !other) return { kind: 'failed', findings: ['one of the two files is no readable workbook'] };
  const findings = mine.flatMap((sheet) => {
    const match = other.find((each) => each.name === sheet.name);
    return match ? compareSheets(sheet, match) : [`the sheet "${sheet.name}" is missing`];
  });
  const formulas = mine.flatMap((sheet) => sheet.cells).filter((cell) => cell.formula !== null).length;
  if (findings.length > 0) return { kind: 'failed', findings };
  return { kind: 'passed', checked: `${formulas} formulas on ${mine.length} sheets agree` };
}

function sheetsOf(bytes: Uint8Array): readonly ReadSheet[] | undefined {
  const parts = openPackage(bytes);
  return parts && readSheets(parts);
}

function compareSheets(ours: ReadSheet, theirs: ReadSheet): string[] {
  const found = new Map(theirs.cells.map((cell) => [cell.address, cell]));
  const findings: string[] = [];
  for (const cell of ours.cells) {
    if (cell.value === null) continue;
    const other = found.get(cell.address)?.value ?? null;
    if (sameValue(cell.value, other)) continue;
    const what = cell.formula === null ? 'the file holds' : `${cell.formula} is`;
    findings.push(`${ours.name}!${cell.address}: ${what} ${shown(cell.value)}, recalculated ${shown(other)}`);
  }
  return findings;
}

/** Programs may differ in the last bits of a number. */
const TOLERANCE = 1e-12;

export function sameValue(a: ReadCell['value'], b: ReadCell['value']): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (typeof a === 'boolean' && typeof b === 'number') return Number(a) === b;
  if (a === '' && b === null) return true;
  return a === b;
}

function shown(value: ReadCell['value']): string {
  return typeof value === 'object' && value !== null ? value.error : JSON.stringify(value);
}
