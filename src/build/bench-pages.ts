/**
 * Measures the page engine against its peers: the same bilingual document with a 90-row table and two fonts of
 * 10 MB, set by each of them in a process of its own. The peers are installed beside the measuring scripts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, middle } from './measure.ts';
import type { RunProgram, Terminal } from './terminal.ts';
import { packagesFolder, projectFolder } from './world.ts';

const coldRuns = 3;
const warmRuns = 12;
const long = 20;
const tableRows = 10_000;

const scripts = join(projectFolder, 'scripts', 'bench');
const fonts = join(packagesFolder(projectFolder), '@expo-google-fonts', 'noto-sans-sc');

/** What a runner is asked for: the length in sections of about six pages, or rows of one table; `runs` in one process. */
interface Job {
  readonly length: string;
  readonly runs: number;
}

interface Engine {
  readonly name: string;
  readonly program: string;
  readonly words: (job: Job, files: Files) => readonly string[];
  /** It prints the times of its runs; otherwise only whole processes are measured. */
  readonly tells: boolean;
}

/** Prepared inputs and the output, in the scratch folder. */
interface Files {
  readonly html: string;
  readonly own: string;
  readonly list: string;
  readonly out: string;
}

const node = (script: string, extra: (files: Files) => readonly string[] = () => []): Engine['words'] => {
  return (job, files) => [
    join(scripts, script),
    fonts,
    job.length,
    files.out,
    String(job.runs),
    ...extra(files),
  ];
};

const parkpress: Engine = {
  name: 'Parkpress',
  program: process.execPath,
  words: (job, files) => ['--import', 'tsx', ...node('parkpress.ts', ({ own }) => [own])(job, files)],
  tells: true,
};

const engines: readonly Engine[] = [
  parkpress,
  { name: 'Typst', program: process.execPath, words: node('typst.mjs'), tells: true },
  { name: 'pdfmake', program: process.execPath, words: node('pdfmake.mjs'), tells: true },
  { name: 'react-pdf', program: process.execPath, words: node('react-pdf.mjs'), tells: true },
  {
    name: 'WeasyPrint',
    program: '/usr/bin/python3',
    words: ({ runs }, { html, out }) => [join(scripts, 'by-weasyprint.py'), html, out, String(runs)],
    tells: true,
  },
  {
    name: 'Chromium',
    program: 'chromium',
    words: (_, { html, out }) => [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'],
      `--print-to-pdf=${out}`,
      html,
    ],
    tells: false,
  },
  {
    name: 'bare pdfkit, the same glyphs',
    program: process.execPath,
    words: node('pdfkit.mjs', ({ list }) => [list]),
    tells: true,
  },
];

interface Ran {
  readonly wall: number;
  readonly taken: readonly number[];
  readonly peak: number | undefined;
}

/** Prints a Markdown table of its own; `scratch` is an empty folder. */
export async function benchPages(run: RunProgram, scratch: string, terminal: Terminal): Promise<string> {
  if (!existsSync(join(scripts, 'node_modules'))) {
    return 'The peers of the page engine are not installed: `npm ci --prefix scripts/bench`.\n';
  }
  const bench: Bench = { run, scratch, terminal };
  const lines: string[] = [];
  let typst: number | undefined;
  for (const engine of engines) {
    const row = await rowOf(bench, engine);
    if (engine.name === 'Typst') typst = row?.pagesPerSecond;
    if (row) lines.push(`| ${engine.name} | ${row.cells.join(' | ')} |`);
    else lines.push(`| ${engine.name} | not installed | | | | | |`);
  }
  const growth = await growthOf(bench);
  return [
    '| engine | 6 pages, cold | peak memory | warm | pages/s, warm | 20 times as long, cold | peak memory |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    ...(typst === undefined ? [] : [`Typst sets ${typst.toFixed(0)} pages/s warm.`]),
    ...growth,
    '',
  ].join('\n');
}

interface Bench {
  readonly run: RunProgram;
  readonly scratch: string;
  readonly terminal: Terminal;
}

async function rowOf(
  bench: Bench,
  engine: Engine,
): Promise<{ readonly cells: readonly string[]; readonly pagesPerSecond: number } | undefined> {
  const cold = await medianOf(bench, engine, { length: '1', runs: 1 });
  if (!cold) return undefined;
  const pages = await pagesOf(bench);
  const warm = engine.tells ? await ranOnce(bench, engine, { length: '1', runs: warmRuns }) : undefined;
  const steady = warm && middle(warm.taken.slice(warmRuns / 3));
  const whole = await medianOf(bench, engine, { length: String(long), runs: 1 });
  const pagesPerSecond = steady === undefined ? Number.NaN : (pages * 1000) / steady;
  bench.terminal.err.write(`${engine.name}: cold ${Math.round(cold.milliseconds)} ms\n`);
  return {
    pagesPerSecond,
    cells: [
      seconds(cold.milliseconds),
      megabytes(cold.peak),
      steady === undefined ? '–' : `${steady.toFixed(0)} ms`,
      steady === undefined ? '–' : pagesPerSecond.toFixed(0),
      whole ? seconds(whole.milliseconds) : '–',
      megabytes(whole?.peak),
    ],
  };
}

/** How time and memory grow with the length, a long table, and where the time goes. */
async function growthOf(bench: Bench): Promise<readonly string[]> {
  const few = await ranOnce(bench, parkpress, { length: '2', runs: 5 });
  const many = await ranOnce(bench, parkpress, { length: String(long), runs: 5 });
  const table = await medianOf(bench, parkpress, { length: `${tableRows}rows`, runs: 1 });
  const phases = await phasesOf(bench);
  const ratio = (one: number, other: number): string => (one / other).toFixed(1);
  return [
    ...(few && many
      ? [
          `Parkpress, 10 × the pages: ${ratio(middle(many.taken), middle(few.taken))} × the time (warm), ${ratio(many.peak ?? Number.NaN, few.peak ?? Number.NaN)} × the memory.`,
        ]
      : []),
    ...(table
      ? [`A table of ${tableRows} rows, cold: ${seconds(table.milliseconds)}, ${megabytes(table.peak)}.`]
      : []),
    `Where the time of one warm run goes: ${phases}.`,
  ];
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

async function medianOf(bench: Bench, engine: Engine, job: Job): Promise<Measured | undefined> {
  const ran: Ran[] = [];
  for (let i = 0; i < coldRuns; i++) {
    const one = await ranOnce(bench, engine, job);
    if (!one) return undefined;
    ran.push(one);
  }
  const peaks = ran.flatMap(({ peak }) => peak ?? []);
  return {
    milliseconds: middle(ran.map(({ wall }) => wall)),
    peak: peaks.length > 0 ? middle(peaks) : undefined,
  };
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

async function pagesOf(bench: Bench): Promise<number> {
  const { list } = await filesOf(bench, '1');
  return (JSON.parse(readFileSync(list, 'utf8')) as { pages: unknown[] }).pages.length;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(peak: number | undefined): string {
  return peak === undefined ? '–' : `${Math.round(peak)} MB`;
}
