/**
 * Measures the page engine against its peers: the same bilingual document with a 90-row table and two fonts of
 * 10 MB, set by each of them in a process of its own. The peers are installed beside the measuring scripts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Engine,
  type Files,
  fonts,
  type Job,
  openEngines,
  parkpress,
  scripts,
} from './bench-engines.ts';
import { middle } from './measure.ts';
import type { RunProgram, Terminal } from './terminal.ts';
import { projectFolder } from './world.ts';

const rounds = 3;
const long = 20;
const tableRows = 10_000;
/** A document and one ten times as long, run so often that both are measured when everything is compiled. */
const grownRuns = [
  ['2', 40],
  [String(long), 10],
] as const;

interface Bench {
  readonly run: RunProgram;
  readonly scratch: string;
  readonly terminal: Terminal;
}

/** What was measured of one engine: ms and MB, one entry for each round. */
interface Row {
  readonly engine: Engine;
  readonly cold: Ran[];
  readonly warm: number[];
  readonly long: Ran[];
}

/** One process: `taken` are the times that it told of its runs. */
interface Ran {
  readonly wall: number;
  readonly taken: readonly number[];
  readonly peak: number | undefined;
}

/** Prints Markdown tables of its own; `scratch` is an empty folder. */
export async function benchPages(run: RunProgram, scratch: string, terminal: Terminal): Promise<string> {
  if (!existsSync(join(scripts, 'node_modules')))
    return 'The peers of the page engine are not installed: `npm ci --prefix scripts/bench`.\n';
  const bench: Bench = { run, scratch, terminal };
  const engines = await openEngines(run);
  const rows = engines.map((engine): Row => ({ engine, cold: [], warm: [], long: [] }));
  const missing = new Set<Row>();
  // Engines take turns, so that a slow minute of the machine strikes all of them.
  for (let round = 0; round < rounds; round++)
    for (const row of rows) if (!missing.has(row) && !(await measure(bench, row))) missing.add(row);
  const pages = await pagesOf(bench, '1');
  const peers = rows.map((row) => printRow(row, pages, missing.has(row), warmOf(rows[0]!)));
  return [
    `The same document of ${pages} pages, and ${long} times as long; medians of ${rounds} processes. Warm is the median of the later half of many runs in one process, beside how many times as long that is as Parkpress takes.`,
    '',
    '| engine | cold | peak | warm | × Parkpress | pages/s | 20 × as long, cold | peak |',
    '|---|---|---|---|---|---|---|---|',
    ...peers,
    '',
    ...(await growthOf(bench, engines)),
    '',
  ].join('\n');
}

/** One round of one engine; false when it is not installed. */
async function measure(bench: Bench, row: Row): Promise<boolean> {
  const { engine, cold, warm, long: whole } = row;
  const first = await ranOnce(bench, engine, { length: '1', runs: 1 });
  if (!first) return false;
  cold.push(first);
  if (engine.tells) {
    const steady = await ranOnce(bench, engine, { length: '1', runs: engine.warmRuns });
    if (steady) warm.push(middle(steady.taken.slice(engine.warmRuns / 2)));
  }
  const last = await ranOnce(bench, engine, { length: String(long), runs: 1 });
  if (last) whole.push(last);
  bench.terminal.err.write(`${engine.name}: cold ${Math.round(first.wall)} ms\n`);
  return true;
}

function printRow(row: Row, pages: number, isMissing: boolean, own: number): string {
  const { engine, cold, long: whole } = row;
  if (isMissing) return `| ${engine.name} | not installed | | | | | | |`;
  const warm = warmOf(row);
  const isWarm = !Number.isNaN(warm);
  const cells = [
    seconds(middle(cold.map(({ wall }) => wall))),
    megabytes(cold),
    isWarm ? `${warm.toFixed(0)} ms` : '–',
    isWarm ? (warm / own).toFixed(2) : '–',
    isWarm ? ((pages * 1000) / warm).toFixed(0) : '–',
    seconds(middle(whole.map(({ wall }) => wall))),
    megabytes(whole),
  ];
  return `| ${engine.name} | ${cells.join(' | ')} |`;
}

function warmOf({ warm }: Row): number {
  return middle(warm);
}

/** How time and memory grow with the length, a long table, and where the time goes. */
async function growthOf(bench: Bench, engines: readonly Engine[]): Promise<readonly string[]> {
  const lines = ['| Parkpress | pages | time | peak |', '|---|---|---|---|'];
  for (const [length, runs] of grownRuns) {
    const warm = await ranOnce(bench, parkpress, { length, runs });
    const cold = await ranOnce(bench, parkpress, { length, runs: 1 });
    if (!warm || !cold) continue;
    const steady = middle(warm.taken.slice(runs / 2));
    lines.push(
      `| ${length} × the document, warm (peak of a cold run) | ${await pagesOf(bench, length)} | ${steady.toFixed(0)} ms | ${megabytes([cold])} |`,
    );
  }
  const length = `${tableRows}rows`;
  for (const engine of engines.filter(({ name }) => name.startsWith('Parkpress'))) {
    const ran: Ran[] = [];
    for (let round = 0; round < rounds; round++)
      ran.push(...[await ranOnce(bench, engine, { length, runs: 1 })].flatMap((one) => one ?? []));
    const wall = seconds(middle(ran.map((one) => one.wall)));
    lines.push(
      `| a table of ${tableRows} rows, cold (${engine.name}) | ${await pagesOf(bench, length)} | ${wall} | ${megabytes(ran)} |`,
    );
  }
  return [...lines, '', `Where the time of one warm run goes: ${await phasesOf(bench)}.`];
}

async function phasesOf(bench: Bench): Promise<string> {
  const files = await filesOf(bench, '1');
  const words = [...parkpress.words({ length: '1', runs: 1 }, files), 'profile'];
  const ran = await bench.run(parkpress.program, words, { cwd: projectFolder });
  const phases = JSON.parse(ran?.stderr.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
  return Object.entries(phases)
    .sort(([, a], [, b]) => b - a)
    .map(([phase, milliseconds]) => `${phase} ${milliseconds.toFixed(0)} ms`)
    .join(', ');
}

/** Undefined when the engine is not installed. */
async function ranOnce(bench: Bench, engine: Engine, job: Job): Promise<Ran | undefined> {
  const files = await filesOf(bench, job.length);
  const start = bench.terminal.now();
  const ran = await bench.run(engine.program, engine.words(job, files), { cwd: projectFolder });
  const wall = bench.terminal.now() - start;
  if (!ran) return undefined;
  if (ran.status !== 0) throw new Error(`${engine.name} failed: ${ran.stderr}`);
  if (!engine.tells) return { wall, taken: [], peak: undefined };
  const told = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '{}') as Pick<Ran, 'taken' | 'peak'>;
  return { wall, ...told };
}

/** The document in the forms that engines read, written once per length. */
async function filesOf({ run, scratch }: Bench, length: string): Promise<Files> {
  const files: Files = {
    html: join(scratch, `pages-${length}.html`),
    own: join(scratch, `pages-${length}.own.html`),
    list: join(scratch, `pages-${length}.json`),
    out: join(scratch, 'pages.pdf'),
  };
  if (existsSync(files.list)) return files;
  const write = (...words: string[]): Promise<unknown> =>
    run(process.execPath, [join(scripts, 'html.mjs'), fonts, length, ...words]);
  await write(files.html);
  await write(files.own, 'fonts');
  await run(process.execPath, [
    ...['--import', 'tsx', join(scripts, 'parkpress.ts'), fonts, length],
    ...[files.list, '1', files.own, 'list'],
  ]);
  return files;
}

async function pagesOf(bench: Bench, length: string): Promise<number> {
  const { list } = await filesOf(bench, length);
  return (JSON.parse(readFileSync(list, 'utf8')) as { pages: unknown[] }).pages.length;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(ran: readonly Ran[]): string {
  const peaks = ran.flatMap(({ peak }) => peak ?? []);
  return peaks.length === 0 ? '–' : `${Math.round(middle(peaks))} MB`;
}
