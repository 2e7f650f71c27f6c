/** `npm run bench`: measures the build on this machine and prints a Markdown table. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { hasErrors } from '../../diagnostics/outcome.ts';
import { layOut, mergeTarget, type Plan, planPress, press, type Target } from '../../press.ts';
import { benchCheck } from '../bench-check.ts';
import { benchPages } from '../bench-pages.ts';
import { benchRows } from '../bench-rows.ts';
import { type Measured, measureProcess, median, middle } from '../measure.ts';
import type { Options } from '../options.ts';
import { startSession } from '../session.ts';
import { tellFindings } from '../tell.ts';
import { type ExitCode, exitCodes, type RunProgram, type Terminal } from '../terminal.ts';
import { type Folders, type NodeWorld, projectFolder } from '../world.ts';

const runs = 5;
const warmRuns = 12;

export async function benchCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const session = startSession(options, terminal);
  const world = 'code' in session ? undefined : session.open();
  const planned = world && planPress(world);
  if ('code' in session || !world || !planned?.value) {
    tellFindings(
      terminal,
      'code' in session ? [session] : session.shown(planned?.diagnostics ?? []),
      options.format,
    );
    return exitCodes.errors;
  }
  const plan = planned.value;
  const brochure = plan.targets.find(({ template }) => template.kind === 'brochure');
  const workbook = plan.targets.find(({ template }) => template.kind === 'workbook');
  const run = await terminal.programs();
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-bench-'));
  try {
    const cold = (...words: string[]): Promise<Measured> =>
      median(runs, () => measureBuild(run, session.folders, join(folder, 'cold'), true, words, terminal));
    const rows: string[] = [];
    const row = (what: string, { milliseconds, peak }: Measured, more = ''): void => {
      rows.push(
        `| ${what} | ${(milliseconds / 1000).toFixed(2)} s | ${peak === undefined ? '' : `${Math.round(peak)} MB`} | ${more} |`,
      );
      terminal.err.write(`${what}: ${Math.round(milliseconds)} ms\n`);
    };
    row(`all ${plan.targets.length} files, cold`, await cold());
    await measureBuild(run, session.folders, join(folder, 'warm'), true, [], terminal);
    row(
      'the same again, nothing changed',
      await median(runs, () => measureBuild(run, session.folders, join(folder, 'warm'), false, [], terminal)),
    );
    if (brochure) {
      const pages = await pagesOf(brochure, plan, world);
      row(`one brochure of ${pages} pages, cold`, await cold('--only', brochure.path));
      const warm = await warmRun(brochure, plan, world, terminal);
      row(
        'the same, warm',
        { milliseconds: warm, peak: undefined },
        `${((pages * 1000) / warm).toFixed(0)} pages/s`,
      );
    }
    if (workbook) row('one workbook, cold', await cold('--only', workbook.path));
    await benchCheck(run, session.folders, folder, row, terminal);
    const large = await benchRows(run, folder, terminal);
    const pages = await benchPages(run, folder, terminal);
    terminal.out.write(
      `${machine()}\n\n| what | wall | peak memory | |\n|---|---|---|---|\n${rows.join('\n')}\n\n${large}\n${pages}`,
    );
    return exitCodes.fine;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A build in a process of its own, into a new folder or one that has been built into before. */
function measureBuild(
  run: RunProgram,
  { data, templates }: Folders,
  out: string,
  fresh: boolean,
  words: readonly string[],
  terminal: Terminal,
): Promise<Measured> {
  if (fresh) rmSync(out, { recursive: true, force: true });
  const script = join(projectFolder, 'scripts', 'build.ts');
  const options = ['--data', data, '--templates', templates, '--out', out, '--quiet', ...words];
  return measureProcess(run, ['--import', 'tsx', script, ...options], terminal);
}

async function warmRun(target: Target, plan: Plan, world: NodeWorld, terminal: Terminal): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < warmRuns; index++) {
    const start = terminal.now();
    const { diagnostics } = await press(target, plan, world);
    times.push(terminal.now() - start);
    if (hasErrors(diagnostics)) throw new Error(`${target.path} cannot be made: ${diagnostics[0]?.message}`);
  }
  // The first runs still load and compile.
  return middle(times.slice(warmRuns / 3));
}

async function pagesOf(target: Target, plan: Plan, world: NodeWorld): Promise<number> {
  const merged = await mergeTarget(target, plan);
  const laidOut = merged.value && (await layOut(merged.value, world));
  return laidOut?.value?.pages.length ?? 0;
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `Measured on ${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; medians of ${runs} runs (of checks: 3).`;
}
