/** `npm run verify`: inspect finished files with our own checkers and, where installed, with independent readers. */
import { join } from 'node:path';
import type { Verdict } from '../../sheet/verify/index.ts';
import type { Files } from '../../world.ts';
import { sha256 } from '../digest.ts';
import { inspect } from '../finished.ts';
import { globMatcher } from '../glob.ts';
import { type ManifestTarget, manifestName, parseManifest } from '../manifest.ts';
import type { Options } from '../options.ts';
import { startSession } from '../session.ts';
import { tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { tellUsage } from '../usage.ts';
import { type Check, pdfChecks } from '../verify-pdf.ts';
import { roundTrips } from '../verify-round-trip.ts';
import { canBePlanted, judgeCheck, workbookChecks } from '../verify-workbook.ts';
import { bytesIfThere, inWorkshop } from '../workshop.ts';

export async function verifyCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const session = startSession(options, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const { out } = session.folders;
  const { files, date } = session.open();
  const manifest = parseManifest(textIfThere(join(out, manifestName)) ?? '');
  if (!manifest)
    return tellUsage(
      terminal,
      { usage: `there is no readable ${manifestName} in ${out}; build first` },
      'verify',
    );
  const matches = options.only === undefined ? () => true : globMatcher(options.only);
  if (!matches) return tellUsage(terminal, { usage: `"${options.only}" is not a glob` }, 'verify');
  const targets = manifest.targets.filter(
    ({ path, lang }) => matches(path) && (options.lang?.some((known) => known === lang) ?? true),
  );
  const tally = { passed: 0, failed: 0, skipped: new Set<string>() };
  const run = await terminal.programs();
  // The strictest judge of workbooks is put to the test once: it must notice a planted error.
  const planted = targets.find(({ path }) => path.endsWith('.xlsx') && canBePlanted(join(out, path)));
  for (const target of targets) {
    for (const check of [...checksOf(target, files, date), ...(target === planted ? [judgeCheck] : [])]) {
      const verdict = await inWorkshop(run, (workshop) => check.judge(join(out, target.path), workshop));
      terminal.out.write(lineOf(target.path, check.name, verdict));
      if (verdict.kind === 'skipped') tally.skipped.add(`${check.name}: ${verdict.why}`);
      else tally[verdict.kind]++;
    }
  }
  for (const reason of tally.skipped) terminal.out.write(`not run: ${reason}\n`);
  terminal.out.write(`${targets.length} files: ${tally.passed} passed, ${tally.failed} failed\n`);
  return tally.failed > 0 || targets.length === 0 ? exitCodes.errors : exitCodes.fine;
}

/** Our own checks first, then those of the readers for its kind. */
function checksOf(target: ManifestTarget, files: Files, date: string | undefined): readonly Check[] {
  const digest: Check = {
    name: 'sha256',
    judge: async (path) => {
      const bytes = bytesIfThere(path);
      if (!bytes) return { kind: 'failed', findings: ['the file is missing'] };
      if (sha256(bytes) !== target.sha256)
        return { kind: 'failed', findings: ['the file is not the one of the manifest'] };
      return { kind: 'passed', checked: `${bytes.length} bytes as in the manifest` };
    },
  };
  const own: Check = {
    name: 'parkpress',
    judge: async (path) => {
      const bytes = bytesIfThere(path);
      if (!bytes) return { kind: 'failed', findings: ['the file is missing'] };
      const findings = await inspect(target.path, bytes);
      return findings.length > 0 ? { kind: 'failed', findings } : { kind: 'passed', checked: 'conforms' };
    },
  };
  return [digest, own, ...readersOf(target, files, date)];
}

function readersOf({ path, lang }: ManifestTarget, files: Files, date: string | undefined): readonly Check[] {
  if (path.endsWith('.pdf')) return pdfChecks(lang);
  return path.endsWith('.xlsx') ? [...workbookChecks, ...roundTrips(files, date)] : [];
}

function lineOf(path: string, name: string, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return `ok      ${path}  ${name}: ${verdict.checked}\n`;
    case 'failed':
      return verdict.findings.map((finding) => `FAILED  ${path}  ${name}: ${finding}\n`).join('');
    case 'skipped':
      return '';
  }
}

function textIfThere(path: string): string | undefined {
  const bytes = bytesIfThere(path);
  return bytes && Buffer.from(bytes).toString('utf8');
}
