/** Calls a helper with checked arguments and turns what it refuses into located messages. */
import { describe } from './describe.ts';
import type { Helper, Type } from './helper.ts';
import { fault, isFault, isMarkup } from './helper.ts';
import { missing, type Run, reportAt } from './run.ts';
import type { SiteOf } from './sites.ts';

/** The result of the call at a site, or `missing` after a report (or when an argument was missing already). */
export function callHelper(
  run: Run,
  index: number,
  args: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): unknown {
  const site = run.sites.get('call', index);
  if (args.includes(missing) || Object.values(options).includes(missing)) return missing;
  const wrong = wrongArgument(site.helper, args) ?? wrongOption(site.helper, options);
  if (wrong) {
    reportWrong(run, site, wrong);
    return missing;
  }
  const result = attempt(() => site.helper.run(args, options, run.helpers));
  if (!isFault(result)) return result;
  const first = site.args.find((arg) => arg.site !== null)?.site ?? null;
  const datum = first === null ? undefined : run.spans.get(first);
  reportAt(run, 'T014', site.span, `${site.helper.name}: ${result.message}`, { help: result.help, datum });
  return missing;
}

interface Wrong {
  /** Position of a positional argument; null for an option. */
  readonly index: number | null;
  readonly name: string;
  readonly type: Type<unknown>;
  readonly value: unknown;
}

function wrongArgument({ params, rest }: Helper, args: readonly unknown[]): Wrong | undefined {
  for (const [index, value] of args.entries()) {
    const type = params[index]?.type ?? rest;
    const name = params[index]?.name ?? `value ${index + 1}`;
    if (type && !type.is(value)) return { index, name, type, value };
  }
  return undefined;
}

function wrongOption({ options }: Helper, given: Readonly<Record<string, unknown>>): Wrong | undefined {
  if (options === 'any') return undefined;
  for (const { name, type } of options) {
    if (Object.hasOwn(given, name) && !type.is(given[name])) {
      return { index: null, name, type, value: given[name] };
    }
  }
  return undefined;
}

function reportWrong(run: Run, site: SiteOf<'call'>, { index, name, type, value }: Wrong): void {
  const arg = index === null ? undefined : site.args[index];
  const written = arg?.written ?? name;
  const datum = arg?.site == null ? undefined : run.spans.get(arg.site);
  const helper = site.helper.name;
  if (value === null) {
    const message = `\`${written}\` has no value in this publication, but \`${helper}\` needs ${type.words}`;
    reportAt(run, 'T012', site.span, message, { help: `Put {{#if ${written}}} … {{/if}} around it.`, datum });
    return;
  }
  const found = isMarkup(value) ? 'markup' : describe(value);
  const message = `\`${helper}\` needs ${type.words}, but \`${written}\` is ${found}`;
  reportAt(run, 'T010', site.span, message, { help: helpFor(value, written), datum });
}

/** Bilingual texts are given to helpers for text more often than anything else. */
function helpFor(value: unknown, written: string): string | undefined {
  const isBilingual = typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
  return isBilingual ? `Write (text ${written}).` : undefined;
}

/** A throw would be a fault of ours; the author still learns which call it was. */
function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fault(`the helper failed (${reason})`, 'This is a fault of Parkpress; please report it.');
  }
}
