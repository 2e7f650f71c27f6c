/**
 * One build: plan, find what is out of date, make it, check it, publish it. Nothing under the output folder changes
 * before every file of the run is made and checked; with any error nothing changes at all.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors, type Outcome } from '../diagnostics/outcome.ts';
import { overallFolder, type Plan, planPress, type Target } from '../press.ts';
import { type Digest, sha256 } from './digest.ts';
import type { Listener } from './events.ts';
import { fingerprintOf } from './fingerprint.ts';
import { keyOf, manifestInputs, readInputs } from './inputs.ts';
import { makeAll } from './make.ts';
import {
  type Manifest,
  type ManifestTarget,
  manifestName,
  parseManifest,
  printManifest,
  printSums,
  sumsName,
} from './manifest.ts';
import type { Options, UsageFault } from './options.ts';
import { type OutputFolder, openOutput, systemMessage } from './output-folder.ts';
import { withRefusals } from './refusals.ts';
import { selectTargets } from './select.ts';
import { type KeyedTarget, whyStale } from './stale.ts';
import { type Folders, type NodeWorld, versionOf } from './world.ts';

export interface BuildRequest {
  readonly folders: Folders;
  readonly options: Pick<Options, 'only' | 'lang' | 'force' | 'jobs'>;
  readonly listen: Listener;
  /** Milliseconds of a clock that only goes forward; for progress only. */
  readonly now: () => number;
}

/** What a build did. `made` are the paths of this run, with times; `manifest` is what stands in the output folder. */
export interface Built {
  readonly manifest: Manifest;
  /** Paths of the files that were asked for. */
  readonly selected: readonly string[];
  readonly made: readonly { readonly path: string; readonly milliseconds: number }[];
  readonly removed: readonly string[];
}

interface Job {
  readonly target: Target;
  readonly key: KeyedTarget;
}

/** Builds; a usage fault when the options ask for nothing that exists. */
export async function build(world: NodeWorld, request: BuildRequest): Promise<Outcome<Built> | UsageFault> {
  const planned = planPress(world);
  const diagnostics = withRefusals(planned.diagnostics, world.files.refusals());
  if (!planned.value || hasErrors(diagnostics)) return { diagnostics };
  const plan = planned.value;
  const clash = clashingTargets(plan.targets);
  if (clash) return { diagnostics: [...diagnostics, clash] };
  const selected = selectTargets(plan.targets, request.options);
  if ('usage' in selected) return selected;
  const output = openOutput(request.folders.out);
  if (typeof output === 'string')
    return { diagnostics: [...diagnostics, outputFault(request.folders.out, output)] };
  try {
    return withBefore(diagnostics, await buildInto(output, plan, selected, world, request));
  } finally {
    output.close();
  }
}

async function buildInto(
  output: OutputFolder,
  plan: Plan,
  selected: readonly Target[],
  world: NodeWorld,
  request: BuildRequest,
): Promise<Outcome<Built>> {
  const inputs = readInputs(world.files, request.folders.project);
  const old = readOldManifest(output);
  const jobs = selected.map((target): Job => ({ target, key: keyOf(target, plan, inputs, world.date) }));
  const stale = jobs.filter(({ key }) => {
    const bytes = output.read(key.path);
    const reason = whyStale(key, old.manifest, bytes && sha256(bytes), request.options.force);
    if (reason !== undefined) request.listen({ kind: 'stale', path: key.path, reason });
    return reason !== undefined;
  });
  request.listen({ kind: 'planned', targets: jobs.length, stale: stale.length });

  const made = await makeAll(
    stale.map(({ target }) => target),
    plan,
    world,
    request,
  );
  const told = [...old.diagnostics, ...made.flatMap((one) => one.diagnostics)];
  const diagnostics = withRefusals(told, world.files.refusals());
  if (hasErrors(diagnostics)) return { diagnostics };

  const fresh = new Map<string, ManifestTarget>();
  for (const { target, key } of stale) {
    const bytes = made.find(({ path }) => path === key.path)?.bytes;
    if (!bytes) throw new Error(`${key.path} was neither made nor refused.`);
    output.stage(key.path, bytes);
    fresh.set(key.path, { ...entryOf(target, key), bytes: bytes.length, sha256: sha256(bytes) });
  }
  const manifest = nextManifest(
    plan,
    old.manifest,
    fresh,
    manifestInputs(inputs),
    versionOf(request.folders.project),
  );
  const removed = vanished(plan, old.manifest);
  const fault = publish(output, manifest, removed, request);
  if (fault) return { diagnostics: [...diagnostics, fault] };
  return {
    value: {
      manifest,
      selected: selected.map(({ path }) => path),
      made: made.map(({ path, milliseconds }) => ({ path, milliseconds })),
      removed,
    },
    diagnostics,
  };
}

function entryOf(target: Target, key: KeyedTarget): Omit<ManifestTarget, 'bytes' | 'sha256'> {
  const { path, subject, template, lang } = target;
  return {
    path,
    park: subject.kind === 'park' ? subject.park.id : overallFolder,
    template: template.name,
    lang,
    fingerprint: fingerprintOf(path, key.parts),
    parts: key.parts,
  };
}

/** What was made now, and of the old entries those that still belong to a target. */
function nextManifest(
  plan: Plan,
  old: Manifest | undefined,
  fresh: ReadonlyMap<string, ManifestTarget>,
  inputs: Manifest['inputs'],
  version: string,
): Manifest {
  const kept = new Map(old?.targets.map((entry) => [entry.path, entry]));
  const targets = plan.targets.flatMap(({ path }) => fresh.get(path) ?? kept.get(path) ?? []);
  const editions = plan.dataset.parks.map((park) => park.content.edition);
  const edition = editions.reduce((newest, one) => (one.date > newest.date ? one : newest), {
    name: '',
    date: '',
  });
  return {
    format: 1,
    parkpress: version,
    edition: { name: edition.name, date: edition.date },
    inputs,
    targets,
  };
}

/** Files of the old manifest that no target makes any more. Other files are never touched. */
function vanished(plan: Plan, old: Manifest | undefined): readonly string[] {
  const paths = new Set(plan.targets.map(({ path }) => path));
  return (old?.targets ?? []).map(({ path }) => path).filter((path) => !paths.has(path));
}

/** Writes what differs: a build that changed nothing leaves every file as it is. */
function publish(
  output: OutputFolder,
  manifest: Manifest,
  removed: readonly string[],
  request: BuildRequest,
): Diagnostic | undefined {
  const text = printManifest(manifest);
  const sums = printSums([...manifest.targets, { path: manifestName, sha256: sha256(text) as Digest }]);
  try {
    stageIfChanged(output, sumsName, sums);
    stageIfChanged(output, manifestName, text);
    output.publish(removed);
  } catch (error) {
    return outputFault(request.folders.out, systemMessage(error));
  }
  for (const path of removed) request.listen({ kind: 'removed', path });
  return undefined;
}

function stageIfChanged(output: OutputFolder, path: string, text: string): void {
  const before = output.read(path);
  if (!before || Buffer.from(before).toString('utf8') !== text) output.stage(path, text);
}

function readOldManifest(output: OutputFolder): {
  manifest: Manifest | undefined;
  diagnostics: Diagnostic[];
} {
  const bytes = output.read(manifestName);
  if (!bytes) return { manifest: undefined, diagnostics: [] };
  const manifest = parseManifest(Buffer.from(bytes).toString('utf8'));
  if (manifest) return { manifest, diagnostics: [] };
  const message = `${manifestName} in the output folder cannot be read; every file is made again`;
  return { manifest: undefined, diagnostics: [{ code: 'B005', severity: 'warning', message }] };
}

/** Two targets for one path, also where a file system does not tell letter case apart. */
function clashingTargets(targets: readonly Target[]): Diagnostic | undefined {
  const seen = new Map<string, Target>();
  for (const target of targets) {
    const other = seen.get(target.path.toLowerCase());
    if (other)
      return {
        code: 'B003',
        severity: 'error',
        message: `${other.path} and ${target.path} would be the same file`,
        help: 'Rename the park or the template.',
      };
    seen.set(target.path.toLowerCase(), target);
  }
  return undefined;
}

function outputFault(folder: string, message: string): Diagnostic {
  return {
    code: 'B006',
    severity: 'error',
    message: `${folder}: ${message}`,
    help: 'Wait for the other build, or choose another folder with --out.',
  };
}

function withBefore<T>(before: readonly Diagnostic[], outcome: Outcome<T>): Outcome<T> {
  return { ...outcome, diagnostics: [...before, ...outcome.diagnostics] };
}
