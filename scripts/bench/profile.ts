/** Where the time goes: samples of the running program, each counted for the phase whose code was at work. */
import { type Profiler, Session } from 'node:inspector/promises';

/** Phases by the folder of the innermost frame of ours; the first that fits counts. */
const phases: readonly (readonly [folder: string, phase: string])[] = [
  ['src/markup/xml/', 'parse'],
  ['src/markup/css/', 'cascade'],
  ['src/markup/', 'cascade'],
  ['src/layout/text/break', 'break'],
  ['src/layout/text/knuth', 'break'],
  ['src/layout/text/finalize', 'break'],
  ['src/layout/text/plain-lines', 'break'],
  ['src/layout/text/glyph-runs', 'break'],
  ['src/layout/text/', 'shape'],
  ['src/layout/paint/', 'paint'],
  ['src/layout/', 'lay out'],
  ['src/pdf/', 'paint'],
  ['src/', 'other'],
];

const sampleEvery = 200;
const warmUp = 5;
const measured = 10;

/** Milliseconds of one warm run by phase. */
export async function profilePhases(run: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  for (let i = 0; i < warmUp; i++) await run();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: sampleEvery });
  await session.post('Profiler.start');
  for (let i = 0; i < measured; i++) await run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return timesOf(profile);
}

function timesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
  const phaseOf = new Map<number, string>();
  const visit = (node: Profiler.ProfileNode, outer: string): void => {
    const { url, functionName } = node.callFrame;
    const own = functionName === '(garbage collector)' ? 'collect garbage' : phaseOfFile(url);
    phaseOf.set(node.id, own ?? outer);
    for (const child of node.children ?? []) visit(byId.get(child)!, own ?? outer);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  visit(nodes[0]!, 'other');
  const times: Record<string, number> = {};
  samples.forEach((sample, i) => {
    const phase = phaseOf.get(sample) ?? 'other';
    times[phase] = (times[phase] ?? 0) + (timeDeltas[i] ?? 0) / 1000 / measured;
  });
  return times;
}

function phaseOfFile(url: string): string | undefined {
  return phases.find(([folder]) => url.includes(`/${folder}`))?.[1];
}
