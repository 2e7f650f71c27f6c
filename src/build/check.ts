/** One check: data, rules and templates judged, publications laid out where that is asked for, and all of it as text. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Check, Extras } from '../diagnostics/extras.ts';
import { hasErrors } from '../diagnostics/outcome.ts';
import { type Checked, checkPress, planOf, type Target } from '../press.ts';
import { isAbout, parkMatcher } from './narrow.ts';
import type { Options, UsageFault } from './options.ts';
import { type Checks, sumUpChecks, tellIdle } from './print-checks.ts';
import { withRefusals } from './refusals.ts';
import { selectTargets } from './select.ts';
import type { NodeWorld } from './world.ts';

/** What a check prints to standard output, and whether it found errors. */
export interface CheckReport {
  readonly text: string;
  readonly failed: boolean;
}

interface Showing {
  /** Paths of messages as they are to be printed. */
  readonly shown: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
  readonly color: boolean;
}

interface Judged {
  readonly checks: Checks;
  /** Publications that were laid out as well. */
  readonly pages: number | undefined;
  /** Park files that have to be mended before the rules can judge them. */
  readonly unjudged: number;
}

/** Checks everything that `options` ask for; a usage fault when that is nothing. */
export async function check(
  world: NodeWorld,
  options: Options,
  showing: Showing,
): Promise<CheckReport | UsageFault> {
  const matches = parkMatcher(world.files, options);
  if (typeof matches === 'object') return matches;
  const checked = checkPress(world);
  const targets = chosenTargets(checked, options);
  if ('usage' in targets) return targets;
  const laidOut = options.pages ? await layOutAll(targets, checked, world) : [];
  const found = withRefusals([...checked.diagnostics, ...laidOut], world.files.refusals());
  // An error in any park keeps every publication from being laid out, so that `--pages` has to tell it.
  const isTold = (one: Diagnostic) => isAbout(one, matches) || (options.pages && one.severity === 'error');
  const told = found.filter(isTold);
  const checks = new Map([...checked.checks].filter(([park]) => matches(park)));
  const pages = options.pages ? targets.length : undefined;
  const parks = world.files.list('data/parks').filter((path) => /\.ya?ml$/.test(path)).length;
  const unjudged = parks - checked.checks.size;
  return { text: await textOf(told, { checks, pages, unjudged }, options, showing), failed: hasErrors(told) };
}

/** None while there are errors: then there is nothing to lay out. */
function chosenTargets(checked: Checked, options: Options): readonly Target[] | UsageFault {
  const plan = planOf(checked).value;
  return plan ? selectTargets(plan.targets, options) : [];
}

/** Overflowing words, missing glyphs and the like show only when a publication is laid out. */
async function layOutAll(
  targets: readonly Target[],
  checked: Checked,
  world: NodeWorld,
): Promise<readonly Diagnostic[]> {
  const plan = planOf(checked).value;
  if (!plan) return [];
  const { pressAndInspect } = await import('./finished.ts');
  const diagnostics: Diagnostic[] = [];
  for (const target of targets) diagnostics.push(...(await pressAndInspect(target, plan, world)).diagnostics);
  return diagnostics;
}

async function textOf(
  told: readonly Diagnostic[],
  { checks, pages, unjudged }: Judged,
  { format, quiet, why }: Options,
  { shown, color }: Showing,
): Promise<string> {
  const isPretty = format === 'pretty';
  // Beside errors, notes on what is already explained would bury what has to be mended; machines get everything.
  const isBuried = isPretty && hasErrors(told);
  const diagnostics = shown(isBuried ? told.filter(({ severity }) => severity !== 'info') : told);
  const { formatFindings } = await import('./tell.ts');
  const findings = formatFindings(diagnostics, format, color, await extrasFor(diagnostics, checks, isPretty));
  if (!isPretty || quiet) return findings;
  return `${findings}${why ? tellIdle(checks) : ''}${sumUpChecks(checks, pages, unjudged)}`;
}

/** People read counts in place of the results that are no findings, and pages of codes only beside messages. */
async function extrasFor(
  diagnostics: readonly Diagnostic[],
  checks: Checks,
  isPretty: boolean,
): Promise<Extras> {
  if (isPretty && diagnostics.length === 0) return {};
  const { allPages } = await import('./explain.ts');
  const pages = await allPages();
  return isPretty ? { pages } : { pages, checks: plainChecks(checks) };
}

function plainChecks(checks: Checks): readonly Check[] {
  return [...checks].flatMap(([park, results]) =>
    results.map(
      ({ rule, title, severity, outcome, message, figures }): Check => ({
        rule,
        title: title.en,
        severity,
        outcome,
        message: message.en,
        park,
        figures,
      }),
    ),
  );
}
