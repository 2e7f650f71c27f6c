/** A worker thread: it reads and plans once, then makes whole targets by path. */
import { workerData } from 'node:worker_threads';
import type { Outcome } from '../diagnostics/outcome.ts';
import { planPress } from '../press.ts';
import { pressAndInspect } from './finished.ts';
import { withRefusals } from './refusals.ts';
import { type Folders, openWorld } from './world.ts';

export interface WorkerSetup {
  readonly folders: Folders;
  readonly date: string | undefined;
}

const setup = setupOf(workerData);
const world = openWorld(setup.folders, setup.date);
const plan = planPress(world).value;
const targets = new Map(plan?.targets.map((target) => [target.path, target]));

export async function makeTarget(path: string): Promise<Outcome<Uint8Array>> {
  const target = targets.get(path);
  if (!plan || !target)
    throw new Error(`${path} is not in the plan of a worker: a file changed during the build.`);
  const known = world.files.refusals().length;
  const { value, diagnostics } = await pressAndInspect(target, plan, world);
  const all = withRefusals(diagnostics, world.files.refusals().slice(known));
  return value ? { value, diagnostics: all } : { diagnostics: all };
}

/** Piscina wraps the data of the pool. */
function setupOf(data: unknown): WorkerSetup {
  return (Array.isArray(data) ? data[1] : data) as WorkerSetup;
}
