/** Measures `check` on many park files, against what `yaml` alone takes to parse them. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchParks } from './bench-parks.ts';
import { type Measured, measureProcess, median } from './measure.ts';
import type { RunProgram, Terminal } from './terminal.ts';
import { type Folders, projectFolder } from './world.ts';

const runs = 3;
const sizes = [100, 1000];

/** Called with each line of the table as it is known. */
type Row = (what: string, measured: Measured, more: string) => void;

/** `scratch` is an empty folder; `folders` are those of the project, whose sources, metrics and templates are used. */
export async function benchCheck(
  run: RunProgram,
  { data, templates }: Folders,
  scratch: string,
  row: Row,
  terminal: Terminal,
): Promise<void> {
  const times: number[] = [];
  for (const size of sizes) {
    const folder = join(scratch, `parks-${size}`);
    writeParks(data, folder, size);
    const parse = [join(projectFolder, 'src', 'build', 'bench-parse.mjs'), join(folder, 'parks')];
    const words = ['--data', folder, '--templates', templates, '--quiet'];
    const check = ['--import', 'tsx', join(projectFolder, 'scripts', 'check.ts'), ...words];
    const measured = (words: readonly string[]): Promise<Measured> =>
      median(runs, () => measureProcess(run, words, terminal));
    const parsed = await measured(parse);
    const cold = await measured([...check, '--force']);
    const warm = await measured(check);
    const each = ({ milliseconds }: Measured): string => `${(milliseconds / size).toFixed(2)} ms a file`;
    const ratio = (cold.milliseconds / parsed.milliseconds).toFixed(2);
    row(`${size} park files parsed by yaml alone`, parsed, each(parsed));
    row(`check of the same, cold`, cold, `${each(cold)}; ${ratio} × parsing`);
    row(`check of the same, nothing changed`, warm, each(warm));
    times.push(cold.milliseconds);
  }
  const [few = Number.NaN, many = Number.NaN] = times;
  const more = (sizes[1] ?? 0) / (sizes[0] ?? 1);
  terminal.err.write(`${more} × the parks take ${(many / few).toFixed(1)} × the time\n`);
}

function writeParks(data: string, folder: string, size: number): void {
  mkdirSync(join(folder, 'parks'), { recursive: true });
  for (const name of ['sources.yaml', 'metrics.yaml']) copyFileSync(join(data, name), join(folder, name));
  for (const [name, text] of benchParks(size)) writeFileSync(join(folder, 'parks', name), text);
}
