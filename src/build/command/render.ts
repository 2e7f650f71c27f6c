/** `npm run render -- FILE --out FILE`: one finished document, no data and no Handlebars. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { collect, hasErrors, type Outcome } from '../../diagnostics/outcome.ts';
import type { Lang } from '../../model/publication.ts';
import { type Imprint, layOut, pressBrochure, pressWorkbook, type World } from '../../press.ts';
import { decodeText } from '../../source/decode-text.ts';
import { finishedDocument, type Merged } from '../../template/merged.ts';
import { createNodeFiles } from '../node-files.ts';
import type { Options } from '../options.ts';
import { systemMessage } from '../output-folder.ts';
import { withRefusals } from '../refusals.ts';
import { startSession } from '../session.ts';
import { tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';
import { tellUsage } from '../usage.ts';
import { packagesFolder, projectFolder, shownFrom } from '../world.ts';

/** The kinds of finished documents, by ending, with the ending of what they become. */
const kinds = { '.html': '.pdf', '.xml': '.xlsx' } as const;
type Kind = keyof typeof kinds;

/** The date in a document that has none of its own; SOURCE_DATE_EPOCH replaces it. */
const noDate = '2000-01-01';

export async function renderCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const [operand] = options.operands;
  if (operand === undefined)
    return tellUsage(
      terminal,
      { usage: 'which file? Name one: npm run render -- FILE --out FILE' },
      'render',
    );
  const file = resolve(terminal.cwd, operand);
  const kind = (Object.keys(kinds) as Kind[]).find((ending) => file.endsWith(ending));
  if (!kind)
    return tellUsage(
      terminal,
      { usage: `"${operand}" is neither .html (a brochure) nor .xml (a workbook)` },
      'render',
    );
  const wantsDisplayList = options.format === 'json' && kind === '.html' && options.out === undefined;
  if (options.out === undefined && !wantsDisplayList)
    return tellUsage(terminal, { usage: 'where to? Name a file: --out FILE' }, 'render');
  if (options.out !== undefined && !options.out.endsWith(kinds[kind]))
    return tellUsage(
      terminal,
      { usage: `"${operand}" becomes a ${kinds[kind]} file; --out says "${options.out}"` },
      'render',
    );
  const session = startSession({ ...options, out: undefined }, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const mounts = [{ prefix: '', folder: dirname(file) }];
  const files = createNodeFiles(mounts, packagesFolder(projectFolder));
  const world = { ...session.open(), files };
  const document = readDocument(basename(file), operand, world);
  const finished = document.value && (await finish(document.value, kind, wantsDisplayList, options, world));
  const told = [...document.diagnostics, ...(finished?.diagnostics ?? [])];
  const diagnostics = withRefusals(told, files.refusals()).map(shownFrom(terminal.cwd, mounts));
  const failed = finished?.value === undefined || (hasErrors(diagnostics) && !options.lenient);
  if (wantsDisplayList) {
    // The list has standard output to itself: findings go beside it.
    tellFindings({ ...terminal, out: terminal.err }, diagnostics, 'pretty');
    if (!failed) terminal.out.write(`${finished.value}\n`);
    return failed ? exitCodes.errors : exitCodes.fine;
  }
  tellFindings(terminal, diagnostics, options.format);
  if (failed) return exitCodes.errors;
  return save(resolve(terminal.cwd, options.out!), finished.value, options, terminal);
}

function readDocument(path: string, shown: string, world: World): Outcome<Merged> {
  return collect((report) => {
    const bytes = world.files.read(path);
    if (!bytes) {
      report({
        code: 'B008',
        severity: 'error',
        message: `there is no readable file ${shown}`,
        help: 'Check the spelling of its path.',
      });
      return undefined;
    }
    const source = decodeText(path, bytes, report);
    return source && finishedDocument(source);
  });
}

async function finish(
  merged: Merged,
  kind: Kind,
  asList: boolean,
  options: Options,
  world: World,
): Promise<Outcome<Uint8Array | string>> {
  const lang: Lang = options.lang?.[0] ?? 'en';
  const name = basename(merged.base, kind);
  const imprint: Imprint = {
    title: name,
    subject: '',
    author: '',
    lang,
    date: world.date ?? noDate,
    producer: world.producer,
    attachments: [],
    custom: {},
  };
  if (kind === '.xml') return pressWorkbook(merged, imprint, world, { tables: {} });
  if (!asList) return pressBrochure(merged, imprint, world, options.lenient);
  const { printDisplayList } = await import('../../layout/index.ts');
  const laidOut = await layOut(merged, world, options.lenient);
  return laidOut.value
    ? { value: printDisplayList(laidOut.value), diagnostics: laidOut.diagnostics }
    : { diagnostics: laidOut.diagnostics };
}

/** Step by step: asked to do all at once, Node never comes back from places where nothing can be made (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Writes beside and renames, so that a viewer that has the old file open never sees half of the new one. */
function save(path: string, content: Uint8Array | string, options: Options, terminal: Terminal): ExitCode {
  const beside = join(dirname(path), `.tmp-${process.pid}-${basename(path)}`);
  try {
    makeFolder(dirname(path));
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    const fault: Diagnostic = {
      code: 'B006',
      severity: 'error',
      message: systemMessage(error),
      help: 'Choose another file with --out.',
    };
    if (existsSync(beside)) rmSync(beside);
    tellFindings(terminal, [fault], options.format);
    return exitCodes.errors;
  }
  if (!options.quiet && options.format === 'pretty')
    terminal.out.write(`${options.out}  ${(content.length / 1000).toFixed(1)} kB\n`);
  return exitCodes.fine;
}
