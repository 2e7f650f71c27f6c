/**
 * Measures large tables: the same rows of ten formatted columns, one of them computed and summed, written by Parkpress and
 * by other writers of workbooks, each in a process of its own.
 */
import { join } from 'node:path';
import { middle } from './measure.ts';
import type { RunProgram, Terminal } from './terminal.ts';
import { projectFolder } from './world.ts';

const rounds = 3;
const rows = 100_000;
const many = 1_000_000;
const scripts = join(projectFolder, 'scripts', 'bench');

interface Writer {
  readonly name: string;
  readonly program: string;
  readonly words: (rows: number, out: string) => readonly string[];
}

const parkpress: Writer = {
  name: 'Parkpress',
  program: process.execPath,
  words: (count, out) => ['--import', 'tsx', join(scripts, 'rows-parkpress.ts'), String(count), out],
};

/** What all are measured against. */
const xlsxWriter: Writer = {
  name: 'XlsxWriter',
  program: '/usr/bin/python3',
  words: (count, out) => [join(scripts, 'rows.py'), String(count), out],
};

const exceljs = (name: string, mode: string): Writer => ({
  name,
  program: process.execPath,
  words: (count, out) => [join(scripts, 'rows-exceljs.mjs'), String(count), out, mode],
});

const writers: readonly Writer[] = [
  parkpress,
  xlsxWriter,
  exceljs('exceljs, streaming, without a table', 'stream'),
  exceljs('exceljs', 'memory'),
];

/** One process: ms from its start to its end, ms that it told of the writing alone, MB in all and above what it had before. */
interface Ran {
  readonly wall: number;
  readonly taken: number;
  readonly peak: number;
  readonly added: number;
}

/** Prints a Markdown table of its own; `scratch` is an empty folder. */
export async function benchRows(run: RunProgram, scratch: string, terminal: Terminal): Promise<string> {
  const ran = new Map<Writer, Ran[]>(writers.map((writer) => [writer, []]));
  // Writers take turns, so that a slow minute of the machine strikes all of them.
  for (let round = 0; round < rounds; round++)
    for (const [writer, measured] of ran) {
      const once = await ranOnce(run, writer, rows, scratch, terminal);
      if (once) measured.push(once);
    }
  const peer = medianOf(ran.get(xlsxWriter)!);
  const long = await ranOnce(run, parkpress, many, scratch, terminal);
  return [
    `${rows.toLocaleString('en')} rows of ten columns; medians of ${rounds} processes, beside how many times as much XlsxWriter needs. Memory is what the process had at most, and how much that is above what it had before.`,
    '',
    '| writer | process | × XlsxWriter | writing alone | × XlsxWriter | peak | added | × XlsxWriter |',
    '|---|---|---|---|---|---|---|---|',
    ...writers.map((writer) => printRow(writer.name, medianOf(ran.get(writer)!), peer)),
    ...(long ? [printRow(`Parkpress, ${many.toLocaleString('en')} rows`, long, undefined)] : []),
    '',
  ].join('\n');
}

/** Undefined for a program that is not installed. */
async function ranOnce(
  run: RunProgram,
  { name, program, words }: Writer,
  count: number,
  scratch: string,
  { now, err }: Terminal,
): Promise<Ran | undefined> {
  const start = now();
  const ran = await run(program, words(count, join(scratch, 'rows.xlsx')), { cwd: projectFolder });
  const wall = now() - start;
  if (ran?.status !== 0) {
    err.write(`${name} is not installed or failed: ${ran?.stderr ?? ''}\n`);
    return undefined;
  }
  err.write(`${name}, ${count} rows: ${Math.round(wall)} ms\n`);
  const told = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '{}') as Omit<Ran, 'wall'>;
  return { wall, ...told };
}

function medianOf(ran: readonly Ran[]): Ran | undefined {
  if (ran.length === 0) return undefined;
  const of = (key: keyof Ran): number => middle(ran.map((each) => each[key]));
  return { wall: of('wall'), taken: of('taken'), peak: of('peak'), added: of('added') };
}

function printRow(name: string, ran: Ran | undefined, peer: Ran | undefined): string {
  if (!ran) return `| ${name} | not installed | | | | | | |`;
  const times = (key: keyof Ran): string => (peer ? (ran[key] / peer[key]).toFixed(2) : '–');
  const cells = [
    `${(ran.wall / 1000).toFixed(2)} s`,
    times('wall'),
    `${(ran.taken / 1000).toFixed(2)} s`,
    times('taken'),
    `${Math.round(ran.peak)} MB`,
    `${Math.round(ran.added)} MB`,
    times('added'),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}
