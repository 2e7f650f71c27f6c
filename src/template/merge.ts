/** The phase `template`: a checked template and the data of one publication -> text that knows its origins. */

import type { Report } from '../diagnostics/diagnostic.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Places } from '../model/places.ts';
import type { Publication } from '../model/publication.ts';
import type { Compute } from './helper.ts';
import type { Merged } from './merged.ts';
import { takeOrigins } from './origins.ts';
import { type Limits, type Run, Stopped } from './run.ts';
import type { Template } from './template.ts';

export interface MergeInput {
  readonly data: Publication | Comparison;
  /** Where the data stands in YAML; without it merged text knows its template only. */
  readonly places?: Places;
  /** Strings by dotted key; those of the template in the publication's language when absent. */
  readonly strings?: ReadonlyMap<string, string>;
  readonly limits?: Partial<Limits>;
  /** Computes formulas over the tables of the data. */
  readonly compute?: Compute;
}

const defaultLimits: Limits = { characters: 20_000_000, bodies: 2_000_000, messages: 200 };

/**
 * Merges once. Every fault is an error at its template line, all faults of the run together; what failed prints
 * nothing. There is no value when there were errors, since the text would have holes.
 */
export function merge(template: Template, input: MergeInput): Outcome<Merged> {
  return collect((report) => {
    let failed = false;
    const run = newRun(template, input, (diagnostic) => {
      failed = true;
      report(diagnostic);
    });
    const marked = render(template, input.data, run);
    if (marked === undefined || failed) return undefined;
    return takeOrigins(marked, template.sites, run.data, { source: template.entry, start: 0, end: 0 });
  });
}

function newRun(template: Template, input: MergeInput, report: Report): Run {
  const { data, places, strings, limits, compute } = input;
  return {
    sites: template.sites,
    helpers: {
      lang: data.lang,
      strings: strings ?? template.strings[data.lang],
      ...(compute && { compute }),
    },
    places,
    report,
    limits: { ...defaultLimits, ...limits },
    calls: [],
    spans: new Map(),
    data: [],
    derived: new WeakMap(),
    seen: new Set(),
    characters: 0,
    bodies: 0,
  };
}

function render(template: Template, data: MergeInput['data'], run: Run): string | undefined {
  try {
    return template.program(data, { data: { run }, partials: template.partials });
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}
