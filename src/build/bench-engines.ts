/** The page engine and its peers, as processes: how each is called to set the bench document. */
import { copyFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunProgram } from './terminal.ts';
import { packagesFolder, projectFolder } from './world.ts';

export const scripts = join(projectFolder, 'scripts', 'bench');
export const fonts = join(packagesFolder(projectFolder), '@expo-google-fonts', 'noto-sans-sc');
const bundleFolder = join(packagesFolder(projectFolder), '.cache', 'parkpress', 'bench');

/** What a runner is asked for: the length in sections of about six pages, or rows of one table; `runs` in one process. */
export interface Job {
  readonly length: string;
  readonly runs: number;
}

/** Prepared inputs and the output, in the scratch folder. */
export interface Files {
  readonly html: string;
  readonly own: string;
  readonly list: string;
  readonly out: string;
}

export interface Engine {
  readonly name: string;
  readonly program: string;
  readonly words: (job: Job, files: Files) => readonly string[];
  /** It prints the times of its runs; otherwise only whole processes are measured. */
  readonly tells: boolean;
  /** Runs in one process until it is as fast as it gets, and as many again: V8 compiles what is used often. */
  readonly warmRuns: number;
}

function node(name: string, script: string, extra: (files: Files) => readonly string[] = () => []): Engine {
  return {
    name,
    program: process.execPath,
    words: (job, files) => [
      ...(script.endsWith('.ts') ? ['--import', 'tsx'] : []),
      ...[resolve(scripts, script), fonts, job.length, files.out, String(job.runs)],
      ...extra(files),
    ],
    tells: true,
    warmRuns: 60,
  };
}

/** As everything of the project runs, translated by tsx when it is loaded. */
export const parkpress = node('Parkpress', 'parkpress.ts', ({ own }) => [own]);

const typst = node('Typst', 'typst.mjs');

const pdfkit = node('pdfkit alone, drawing the same glyphs', 'pdfkit.mjs', ({ list }) => [list]);

const peers: readonly Engine[] = [
  typst,
  node('pdfmake', 'pdfmake.mjs'),
  { ...node('react-pdf', 'react-pdf.mjs'), warmRuns: 20 },
  {
    name: 'WeasyPrint',
    program: '/usr/bin/python3',
    words: ({ runs }, { html, out }) => [join(scripts, 'by-weasyprint.py'), html, out, String(runs)],
    tells: true,
    warmRuns: 6,
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
    warmRuns: 0,
  },
  pdfkit,
];

/** All engines; those that are not installed are found missing when they are run. Ours is bundled anew, so that the bundle is of the sources as they are. */
export async function openEngines(run: RunProgram): Promise<readonly Engine[]> {
  const bundle = await bundleEngine(run);
  return [parkpress, ...(bundle ? [bundle] : []), ...peers];
}

/**
 * The engine as a program that ships it would: one file for each part that is loaded by itself, nothing to translate
 * or to look for. Fonts, PDF and flex stay packages, because they read files beside their own.
 */
async function bundleEngine(run: RunProgram): Promise<Engine | undefined> {
  const esbuild = join(scripts, 'node_modules', '.bin', 'esbuild');
  if (!existsSync(esbuild)) return undefined;
  const ran = await run(esbuild, [
    join(scripts, 'parkpress.ts'),
    ...['--bundle', '--platform=node', '--format=esm', '--splitting', '--out-extension:.js=.mjs'],
    ...['fontkit', 'pdfkit', 'yoga-layout'].map((name) => `--external:${name}`),
    `--outdir=${bundleFolder}`,
    "--banner:js=import { createRequire as from } from 'node:module'; const require = from(import.meta.url);",
    '--log-level=error',
  ]);
  if (ran?.status !== 0) throw new Error(`The engine could not be bundled: ${ran?.stderr ?? esbuild}`);
  // The style sheet of the dialect is read from beside the program.
  copyFileSync(join(projectFolder, 'src/markup/user-agent.css'), join(bundleFolder, 'user-agent.css'));
  return node('Parkpress, bundled by esbuild', join(bundleFolder, 'parkpress.mjs'), ({ own }) => [own]);
}
