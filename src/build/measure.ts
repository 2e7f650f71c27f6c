/** Measuring processes: how long they take from the start of Node to their end, and the memory they need at most. */
import type { RunProgram, Terminal } from './terminal.ts';
import { projectFolder } from './world.ts';

export interface Measured {
  readonly milliseconds: number;
  /** MB; undefined where it is not measured. */
  readonly peak: number | undefined;
}

const tellPeak =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))";

/** A process of its own. Its last line on standard error is its peak in kB. It must end well. */
export async function measureProcess(
  run: RunProgram,
  words: readonly string[],
  { now }: Pick<Terminal, 'now'>,
): Promise<Measured> {
  const start = now();
  const ran = await run(process.execPath, ['--import', tellPeak, ...words], { cwd: projectFolder });
  const milliseconds = now() - start;
  if (ran?.status !== 0)
    throw new Error(
      `a measured process failed: ${words.join(' ')}: ${ran?.stdout ?? ''}${ran?.stderr ?? ''}`,
    );
  return { milliseconds, peak: Number(ran.stderr.trim().split('\n').at(-1)) / 1000 };
}

/** The medians of several runs. */
export async function median(runs: number, measure: () => Promise<Measured>): Promise<Measured> {
  const measured: Measured[] = [];
  for (let index = 0; index < runs; index++) measured.push(await measure());
  const peaks = measured.flatMap(({ peak }) => peak ?? []);
  return {
    milliseconds: middle(measured.map(({ milliseconds }) => milliseconds)),
    peak: peaks.length > 0 ? middle(peaks) : undefined,
  };
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
