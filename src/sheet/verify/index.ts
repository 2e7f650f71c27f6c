/** Independent judges of finished workbooks, and the proof that the strictest of them can say no. */
import { addressOf, parseAddress } from '../address.ts';
import { sheetParts, workbookPart } from '../package/workbook-parts.ts';
import { parseXml } from '../package/xml.ts';
import { openPackage, partText, sealPackage, setPart } from '../package/zip.ts';
import { judgeByRecalculation } from './libreoffice.ts';
import type { Verdict, Workshop } from './workshop.ts';

export { judgeByRecalculation, recalculate } from './libreoffice.ts';
export { judgeByOpenXmlSdk } from './open-xml-sdk.ts';
export { judgeByOpenpyxl } from './openpyxl.ts';
export type { Verdict, Workshop } from './workshop.ts';

/** The same workbook with one number of a formula falsified; undefined when it has no such formula. */
export function plantWrongValue(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly cell: string } | undefined {
  const parts = openPackage(bytes);
  const workbook = parts && workbookPart(parts);
  const root = workbook === undefined ? undefined : parseXml(partText(parts!, workbook) ?? '');
  if (!parts || workbook === undefined || !root) return undefined;
  for (const { name, part } of sheetParts(parts, workbook, root)) {
    const text = partText(parts, part) ?? '';
    const found = /<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?><f>[^<]*<\/f><v>(-?[0-9.]+)<\/v>/.exec(text);
    if (!found) continue;
    const wrong = found[0].replace(/<v>[^<]*<\/v>$/, `<v>${Number(found[2]) + 1}</v>`);
    setPart(parts, part, text.slice(0, found.index) + wrong + text.slice(found.index + found[0].length));
    const { row, column } = parseAddress(found[1]!)!;
    return { bytes: sealPackage(parts), cell: `${name}!${addressOf(row, column)}` };
  }
  return undefined;
}

/** Falsifies a value and asks LibreOffice: a judge that does not notice is no judge. */
export async function judgeTheJudge(bytes: Uint8Array, workshop: Workshop): Promise<Verdict> {
  const planted = plantWrongValue(bytes);
  if (!planted) return { kind: 'skipped', why: 'the workbook has no formula with a number' };
  const verdict = await judgeByRecalculation(planted.bytes, workshop);
  if (verdict.kind === 'skipped') return verdict;
  const noticed =
    verdict.kind === 'failed' && verdict.findings.some((finding) => finding.startsWith(`${planted.cell}:`));
  if (noticed) return { kind: 'passed', checked: `a wrong value planted in ${planted.cell} was found` };
  return { kind: 'failed', findings: [`a wrong value planted in ${planted.cell} was not found`] };
}
