/** The state of one merge, and the reporting of what goes wrong in it. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { labelsOf } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Places } from '../model/places.ts';
import type { TemplateCode } from './codes.ts';
import type { HelperContext } from './helper.ts';
import type { Sites } from './sites.ts';

/** Stands for a value whose absence has been reported: everything made from it stays silent. */
export const missing: unique symbol = Symbol('missing');

/** Ends a merge that grows without bound; it has been reported. */
export class Stopped extends Error {}

export interface Limits {
  /** Characters of merged text. */
  readonly characters: number;
  /** Bodies of blocks and partials run. */
  readonly bodies: number;
  /** Messages of one merge. */
  readonly messages: number;
}

/** Objects made for partials with named values: what they were made from, and where those values stand. */
interface Derived {
  readonly base: unknown;
  readonly spans: ReadonlyMap<string, Span | undefined>;
}

export interface Run {
  readonly sites: Sites;
  readonly helpers: HelperContext;
  readonly places: Places | undefined;
  readonly report: Report;
  readonly limits: Limits;
  /** Partial calls being run, innermost first. */
  calls: readonly Span[];
  /** Where the value that each path site gave last stands in YAML. */
  readonly spans: Map<number, Span | undefined>;
  /** The data printed, by the number in the mark. */
  readonly data: Span[];
  readonly derived: WeakMap<object, Derived>;
  readonly seen: Set<string>;
  characters: number;
  bodies: number;
}

/** Reports a fault at a place of a template, once for each place and message. */
export function reportAt(
  run: Run,
  code: TemplateCode,
  place: Span,
  message: string,
  extra: { readonly help?: string | undefined; readonly datum?: Span | undefined } = {},
): void {
  const key = `${place.source.path}:${place.start}:${place.end}:${message}`;
  if (run.seen.has(key)) return;
  run.seen.add(key);
  if (run.seen.size > run.limits.messages) throw new Stopped();
  const origin = extra.datum ? { place, datum: extra.datum, calls: run.calls } : { place, calls: run.calls };
  const diagnostic: Diagnostic = { code, severity: 'error', message, ...labelsOf(origin) };
  run.report(extra.help === undefined ? diagnostic : { ...diagnostic, help: extra.help });
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
