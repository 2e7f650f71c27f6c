/** Presses the formulas of the cases and keeps the values that LibreOffice computes for them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { type ReadCell, readSheets } from '../../package/read-cells.ts';
import { openPackage, partText, sealPackage, setPart } from '../../package/zip.ts';
import { pressSheet } from '../../testing/press.ts';
import { recalculate } from '../../verify/libreoffice.ts';
import type { Workshop } from '../../verify/workshop.ts';
import { type Case, casesPath, type Outcome, readCases } from './cases.ts';
import { escapeXml, groundSheet, groundTables } from './ground.ts';

/**
 * Formulas without a value cannot be pressed. All stand behind a gate that is shut while the workbook is pressed
 * and opened in the finished file.
 */
const SHUT = 314_159;
const OPEN = 1;

/** Records all cases; throws when the workbook cannot be made. */
export async function recordCases(workshop: Workshop): Promise<number> {
  const cases = readCases();
  const opened = await pressCases(cases);
  const recalculated = await recalculate(opened, workshop);
  if ('kind' in recalculated) throw new Error(JSON.stringify(recalculated));
  const cells = new Map(cellsOf(recalculated).map((cell) => [cell.address, cell]));
  const rows = cellsOf(opened).filter((cell) => cell.formula?.startsWith('IF(') && /^A/.test(cell.address));
  if (rows.length !== cases.length) throw new Error('the workbook does not hold all formulas');
  writeFileSync(casesPath, withOutcomes(rows.map((row) => outcomeOf(cells.get(row.address)?.value ?? null))));
  return cases.length;
}

async function pressCases(cases: readonly Case[]): Promise<Uint8Array> {
  const rows = cases.map(
    ({ formula }) =>
      `<row><cell type="number" formula="${escapeXml(`if(gate = ${OPEN}, ${formula}, 0)`)}"/></row>`,
  );
  const gate = `<row><cell id="gate" type="integer" value="${SHUT}"/></row>`;
  const { bytes, messages } = await pressSheet(groundSheet([gate, ...rows]), groundTables);
  const parts = bytes && openPackage(bytes);
  if (!parts) throw new Error(messages.join('\n'));
  const sheet = 'xl/worksheets/sheet1.xml';
  setPart(parts, sheet, partText(parts, sheet)!.replace(`<v>${SHUT}</v>`, `<v>${OPEN}</v>`));
  return sealPackage(parts);
}

function cellsOf(bytes: Uint8Array): readonly ReadCell[] {
  const parts = openPackage(bytes);
  return (parts && readSheets(parts)?.[0]?.cells) ?? [];
}

/** An empty text may be kept as no value. */
function outcomeOf(value: ReadCell['value']): Outcome {
  return value ?? '';
}

/** The file with the values in it; remarks and all else stay as they are. */
function withOutcomes(outcomes: readonly Outcome[]): string {
  const document = parseDocument(readFileSync(casesPath, 'utf8'));
  for (const [index, outcome] of outcomes.entries())
    document.setIn([index, 'recorded'], document.createNode(outcome, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
