/**
 * `npm run oracle -- [CASE…] [--engine chromium|weasyprint] [--compare]` lays the oracle cases out with another
 * engine, keeps its words beside them and prints how far ours are off. `--compare` records nothing.
 * `--file PATH` compares any finished document and keeps nothing.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Comparison,
  compareCase,
  compareDocument,
  oracleCases,
  oracleFolder,
} from '../src/layout/testing/oracle-cases.ts';
import { engineOf, engines, type Run, recordDocument } from '../src/layout/testing/oracle-record.ts';
import { printComparison } from '../src/layout/testing/oracle-table.ts';
import { printRecording } from '../src/layout/testing/oracle-words.ts';
import { programsByZx } from './programs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    compare: { type: 'boolean' },
    file: { type: 'string' },
    all: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

const usage = `npm run oracle -- [CASE…]      record cases with the engine they name, then compare
  --compare                    compare with what is recorded, record nothing
  --engine ${engines.join('|')}   compare with this engine, keep nothing
  --file PATH                  compare a document anywhere, keep nothing
  --all                        print every word that is wrong, not the first 40
How to write a case: src/layout/oracle/README.md
`;

const programs = await programsByZx();

const run: Run = async (command, args) => {
  const ran = await programs(command, args);
  if (!ran) throw new Error(`${command} is not installed`);
  if (ran.status !== 0) throw new Error(`${command} failed: ${ran.stderr.trim()}`);
  return ran.stdout;
};

function print(text: string): void {
  process.stdout.write(text);
}

function show(name: string, comparison: Comparison): void {
  print(printComparison(name, comparison, values.all ? Number.POSITIVE_INFINITY : undefined));
  if (comparison.faults.length > 0) process.exitCode = 1;
}

async function recordFile(path: string) {
  const engine = engines.find((known) => known === values.engine) ?? engineOf(path);
  return recordDocument(path, engine, run);
}

async function compareFile(path: string): Promise<void> {
  const recording = await recordFile(path);
  show(path, await compareDocument(dirname(path), basename(path), recording, []));
}

async function compareOne(name: string): Promise<void> {
  const folder = join(oracleFolder, name);
  const path = join(folder, 'document.html');
  if (values.engine !== undefined) {
    const recording = await recordFile(path);
    return show(
      `${name} (${recording.engine})`,
      await compareDocument(oracleFolder, `${name}/document.html`, recording, []),
    );
  }
  if (!values.compare) writeFileSync(join(folder, 'words.json'), printRecording(await recordFile(path)));
  const comparison = await compareCase(name);
  if (comparison) show(name, comparison);
  else print(`${name}: nothing is recorded\n`);
}

if (values.help || (values.engine !== undefined && !engines.some((known) => known === values.engine)))
  print(usage);
else if (values.file !== undefined) await compareFile(resolve(values.file));
else
  for (const name of positionals.length > 0 ? positionals : oracleCases) {
    if (existsSync(join(oracleFolder, name, 'document.html'))) await compareOne(name);
    else {
      print(`${name}: there is no src/layout/oracle/${name}/document.html\n`);
      process.exitCode = 2;
    }
  }
