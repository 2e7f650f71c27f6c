/**
 * What instrumented templates call while they run: strict look-ups, wrapped helpers, marked output, limits.
 * All state of one merge is in a `Run`, handed through Handlebars' data frames; nothing is global.
 */
import Handlebars from 'handlebars';
import type { Span } from '../diagnostics/span.ts';
import { callHelper } from './call.ts';
import { describe, howToPrint } from './describe.ts';
import { isMarkup } from './helper.ts';
import type { RuntimeName } from './instrument.ts';
import { lookUp } from './look-up.ts';
import { close, codePointName, enter, leave, open, reserved } from './marks.ts';
import { isObject, missing, type Run, reportAt, Stopped } from './run.ts';

/** The frame that Handlebars hands from block to block. */
interface Frame {
  readonly run: Run;
  /** The item that the innermost `#each` stands at. */
  readonly item?: { readonly list: object; readonly key: string; readonly value: unknown };
}

interface Options {
  readonly fn: (context: unknown, options?: object) => string;
  readonly inverse: (context: unknown) => string;
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: Frame;
}

type RuntimeHelper = (this: unknown, ...args: never[]) => unknown;

/** The helpers that `instrument` writes calls of. */
export const runtimeHelpers: Readonly<Record<RuntimeName, RuntimeHelper>> = {
  '%path': (site: number, base: unknown, ...rest: unknown[]) => {
    const { data } = rest.pop() as Options;
    return path(data, site, base, rest as string[]);
  },
  '%call': (site: number, ...rest: unknown[]) => {
    const { data, hash } = rest.pop() as Options;
    return callHelper(data.run, site, rest, hash);
  },
  '%print': (site: number, value: unknown, { data }: Options) =>
    new Handlebars.SafeString(print(data.run, site, value)),
  '%tick': (site: number, { data }: Options) => tick(data.run, site),
  '%enter': (site: number, { data: { run } }: Options) => {
    run.calls = [run.sites.get('partial', site).span, ...run.calls];
    return `${enter}${site}${close}`;
  },
  '%leave': (_site: number, { data: { run } }: Options) => {
    run.calls = run.calls.slice(1);
    return leave;
  },
  '%scope': (site: number, base: unknown, { data, hash }: Options) => scope(data.run, site, base, hash),
  '%if': function (this: unknown, value: unknown, options: Options) {
    return choose(this, value, options, false);
  },
  '%unless': function (this: unknown, value: unknown, options: Options) {
    return choose(this, value, options, true);
  },
  '%with': function (this: unknown, value: unknown, options: Options) {
    if (value === missing) return '';
    if (Handlebars.Utils.isEmpty(value)) return options.inverse(this);
    return options.fn(value, { data: Handlebars.createFrame(options.data), blockParams: [value] });
  },
  '%each': function (this: unknown, value: unknown, options: Options) {
    return each(this, value, options);
  },
};

function path(frame: Frame, index: number, base: unknown, keys: readonly string[]): unknown {
  const { run } = frame;
  const site = run.sites.get('path', index);
  if (base === missing) return missing;
  const found = lookUp(site, base, keys);
  if ('fault' in found) {
    const datum = found.container ? keySpan(run, found.container, found.key) : undefined;
    reportAt(run, found.code, site.span, found.fault, { help: found.help, datum });
    return missing;
  }
  run.spans.set(index, spanOf(frame, found));
  return found.value;
}

function spanOf(
  frame: Frame,
  found: { value: unknown; container: object | null; key: string },
): Span | undefined {
  const { run, item } = frame;
  const { value, container, key } = found;
  const whole = isObject(value) ? run.places?.of(value) : undefined;
  if (whole) return whole;
  if (container) return keySpan(run, container, key);
  return item && item.value === value ? keySpan(run, item.list, item.key) : undefined;
}

/** The span of a key, also in an object made for a partial. */
function keySpan(run: Run, container: object, key: string): Span | undefined {
  let object = container;
  for (let made = run.derived.get(object); made; made = run.derived.get(object)) {
    if (made.spans.has(key)) return made.spans.get(key);
    if (!isObject(made.base)) return undefined;
    object = made.base;
  }
  return run.places?.key(object, key);
}

function print(run: Run, index: number, value: unknown): string {
  if (value === missing) return '';
  const site = run.sites.get('print', index);
  const datum = site.datum === null ? undefined : run.spans.get(site.datum);
  const xml = printed(run, site, value, datum);
  if (xml === undefined) return '';
  run.characters += xml.length;
  if (datum === undefined) return `${open}${index}${close}${xml}`;
  if (run.data.at(-1) !== datum) run.data.push(datum);
  return `${open}${index}.${run.data.length - 1}${close}${xml}`;
}

function printed(
  run: Run,
  site: { readonly span: Span; readonly printed: string },
  value: unknown,
  datum: Span | undefined,
): string | undefined {
  const xml = isMarkup(value) ? value.xml : scalarText(value);
  if (xml === undefined) {
    const nothing = value === null || value === undefined;
    const message = nothing
      ? `\`${site.printed}\` has no value in this publication, so it cannot be printed`
      : `\`${site.printed}\` is ${describe(value)} and cannot be printed as it is`;
    const help = nothing
      ? `Put {{#if ${site.printed}}} … {{/if}} around it.`
      : howToPrint(value, site.printed);
    reportAt(run, nothing ? 'T012' : 'T013', site.span, message, { help, datum });
    return undefined;
  }
  const found = reserved.exec(xml);
  if (found) {
    const message = `\`${site.printed}\` holds the invisible character ${codePointName(found[0])}, which is reserved`;
    reportAt(run, 'T015', site.span, message, { help: 'Delete it from the data.', datum });
    return undefined;
  }
  return xml;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return Handlebars.escapeExpression(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function tick(run: Run, index: number): string {
  const body = run.sites.get('body', index);
  run.characters += body.length;
  run.bodies += 1;
  const { characters, bodies } = run.limits;
  if (run.characters <= characters && run.bodies <= bodies) return '';
  const message =
    run.characters > characters
      ? `the merged text grows beyond ${characters} characters`
      : `blocks and partials run more than ${bodies} times`;
  reportAt(run, 'T016', { ...body.span, end: Math.min(body.span.end, body.span.start + 1) }, message, {
    help: 'Look for nested {{#each}} or partials that multiply.',
  });
  throw new Stopped();
}

/** The context of a partial: the one given, with the named values laid over it. */
function scope(run: Run, index: number, base: unknown, hash: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(hash);
  if (names.length === 0) return base;
  const site = run.sites.get('partial', index);
  const below = isObject(base) ? base : {};
  const made: Record<string, unknown> = Object.assign(Object.create(null), below, hash);
  const spans = new Map(names.map((name) => [name, run.spans.get(site.hash[name] ?? -1)]));
  run.derived.set(made, { base: below, spans });
  return made;
}

function choose(context: unknown, value: unknown, options: Options, inverted: boolean): string {
  if (value === missing) return '';
  const empty = Handlebars.Utils.isEmpty(value) || value === 0;
  return empty === inverted ? options.fn(context) : options.inverse(context);
}

function each(context: unknown, value: unknown, options: Options): string {
  if (value === missing) return '';
  if (!isObject(value)) return options.inverse(context);
  const keys = Object.keys(value);
  if (keys.length === 0) return options.inverse(context);
  const parts = keys.map((key, index) => {
    const item = (value as Record<string, unknown>)[key];
    const name = Array.isArray(value) ? index : key;
    const frame = Object.assign(Handlebars.createFrame(options.data), {
      key: name,
      index,
      first: index === 0,
      last: index === keys.length - 1,
      item: { list: value, key, value: item },
    });
    return options.fn(item, { data: frame, blockParams: [item, name] });
  });
  return parts.join('');
}
