/** `npm run pull -- FILE.xlsx`: what planners changed in a workbook, as changes of the data; `--write` writes them. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasErrors } from '../../diagnostics/outcome.ts';
import { type Pulled, pull } from '../../pull/index.ts';
import type { Options } from '../options.ts';
import { systemMessage } from '../output-folder.ts';
import { type Session, startSession } from '../session.ts';
import { tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { tellUsage } from '../usage.ts';

/** More is refused unread. */
const LARGEST = 64 * 1024 * 1024;

export async function pullCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const [operand] = options.operands;
  if (operand === undefined)
    return tellUsage(terminal, { usage: 'which file? Name one: npm run pull -- FILE.xlsx' }, 'pull');
  const session = startSession(options, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const bytes = readWhole(resolve(terminal.cwd, operand));
  if (typeof bytes === 'string') return tellUsage(terminal, { usage: `"${operand}" ${bytes}` }, 'pull');
  const { files, date } = session.open();
  const pulled = pull(basename(operand), bytes, files, date);
  const failed = options.write ? writeAll(pulled.texts, session) : [];
  const diagnostics = [...pulled.diagnostics, ...failed];
  tellFindings(terminal, session.shown(diagnostics), options.format);
  if (options.format === 'pretty' && !options.quiet)
    terminal.out.write(`${summaryOf(pulled, options.write && failed.length === 0, operand)}\n`);
  return hasErrors(diagnostics) ? exitCodes.errors : exitCodes.fine;
}

function readWhole(file: string): Uint8Array | string {
  try {
    const { size } = statSync(file);
    return size > LARGEST ? `has more than ${LARGEST / 1048576} MiB` : readFileSync(file);
  } catch {
    return 'is no readable file';
  }
}

/** Each file is written beside the old one and takes its place whole. */
function writeAll(texts: Pulled['texts'], { folders }: Session): readonly Diagnostic[] {
  const failed: Diagnostic[] = [];
  for (const [path, text] of texts) {
    const file = join(folders.data, path.slice('data/'.length));
    const beside = `${file}.tmp-pull`;
    try {
      writeFileSync(beside, text);
      renameSync(beside, file);
    } catch (error) {
      rmSync(beside, { force: true });
      const message = `${path} cannot be written: ${systemMessage(error)}`;
      failed.push({ code: 'B006', severity: 'error', message, help: 'Nothing of this file was changed.' });
    }
  }
  return failed;
}

function summaryOf({ diagnostics, changes, texts }: Pulled, isWritten: boolean, file: string): string {
  const told = new Set(['W001', 'W012']);
  const others = diagnostics.filter(({ code }) => !told.has(code)).length;
  const counted = (count: number, one: string, many: string): string =>
    `${count} ${count === 1 ? one : many}`;
  const what = `${counted(changes.length, 'change', 'changes')}, ${counted(others, 'other remark', 'other remarks')}`;
  if (changes.length === 0) return others === 0 ? `${file}: nothing was changed` : `${file}: ${what}`;
  if (texts.size === 0) return `${file}: ${what}; nothing is written until the errors are mended`;
  if (isWritten) return `${file}: ${what}; written into ${[...texts.keys()].join(', ')}`;
  return `${file}: ${what}; nothing was written. With --write the changes go into ${[...texts.keys()].join(', ')}`;
}
