/** Makes targets, one after the other or in worker threads. The bytes are the same either way. */
import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { Plan, Target } from '../press.ts';
import type { BuildRequest } from './build.ts';
import { pressAndInspect } from './finished.ts';
import type { WorkerSetup } from './worker.ts';
import type { NodeWorld } from './world.ts';

export interface Made {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly milliseconds: number;
}

/**
 * A worker has to load the whole program and read all data again, about a second; so by itself a build starts them
 * for many files only, and with `--jobs` for more than a few.
 */
const worthWorkers = { asked: 4, unasked: 48 } as const;

/** The results in the order of the targets. Without `--jobs` the number of processors decides. */
export async function makeAll(
  targets: readonly Target[],
  plan: Plan,
  world: NodeWorld,
  request: BuildRequest,
): Promise<readonly Made[]> {
  const asked = request.options.jobs;
  const worth = asked === undefined ? worthWorkers.unasked : worthWorkers.asked;
  const jobs = Math.min(asked ?? availableParallelism(), targets.length);
  const timed = async (target: Target, make: () => Promise<Outcome<Uint8Array>>): Promise<Made> => {
    const start = request.now();
    const { value, diagnostics } = await make();
    const milliseconds = request.now() - start;
    const { path } = target;
    request.listen(
      value ? { kind: 'made', path, bytes: value.length, milliseconds } : { kind: 'failed', path },
    );
    return { path, bytes: value, diagnostics, milliseconds };
  };
  if (jobs <= 1 || targets.length <= worth) {
    const made: Made[] = [];
    for (const target of targets) made.push(await timed(target, () => pressAndInspect(target, plan, world)));
    return made;
  }
  const { Piscina } = await import('piscina');
  const workerData: WorkerSetup = { folders: request.folders, date: world.date };
  const pool = new Piscina({
    filename: new URL('./worker-start.mjs', import.meta.url).href,
    name: 'makeTarget',
    maxThreads: jobs,
    workerData,
  });
  try {
    return await Promise.all(
      targets.map((target) => timed(target, () => pool.run(target.path) as Promise<Outcome<Uint8Array>>)),
    );
  } finally {
    await pool.destroy();
  }
}
