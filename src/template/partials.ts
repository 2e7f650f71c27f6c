/** The partials of a template: which files it reaches from its entry, unknown names, and calls in a circle. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { PartialUse } from './check.ts';
import type { TemplateFile } from './compile.ts';

const deepestCalls = 60;

/** `complete` is false when a partial that is called cannot be had. */
export interface Reached {
  readonly files: readonly TemplateFile[];
  readonly complete: boolean;
}

/**
 * All files that `entry` reaches, itself first. `named` holds the partials by name; `unreadable` the names of
 * files that exist but could not be read, which are not called unknown.
 */
export function reachable(
  entry: TemplateFile,
  named: ReadonlyMap<string, TemplateFile>,
  unreadable: ReadonlySet<string>,
  report: Report,
): Reached {
  let complete = true;
  const reached = new Set<TemplateFile>();
  /** Calls that lead to the file being visited, outermost first. */
  const trail: { file: TemplateFile; use: PartialUse | undefined }[] = [];
  const visit = (file: TemplateFile, use: PartialUse | undefined): void => {
    const circle = trail.findIndex((step) => step.file === file);
    if (circle >= 0 && use) {
      reportCircle([...trail.slice(circle + 1).flatMap((step) => step.use ?? []), use], report);
      return;
    }
    if (reached.has(file)) return;
    if (use && trail.length > deepestCalls) {
      reportDeep(use, report);
      return;
    }
    reached.add(file);
    trail.push({ file, use });
    for (const next of file.uses.partials) {
      const target = named.get(next.name);
      if (target) visit(target, next);
      else {
        complete = false;
        if (!unreadable.has(next.name)) reportUnknown(next, [...named.keys()], report);
      }
    }
    trail.pop();
  };
  visit(entry, undefined);
  return { files: [...reached], complete };
}

/** Warns of partials of a folder that no template reaches. */
export function reportUncalled(
  partials: ReadonlyMap<string, TemplateFile | undefined>,
  reached: ReadonlySet<TemplateFile>,
  report: Report,
): void {
  for (const [name, file] of partials) {
    if (!file || reached.has(file)) continue;
    report({
      code: 'T017',
      severity: 'warning',
      message: `the partial \`${name}\` is never called`,
      primary: { span: { source: file.source, start: 0, end: 0 } },
      help: `Call it with {{> ${name}}}, or delete the file.`,
    });
  }
}

function reportDeep(use: PartialUse, report: Report): void {
  report({
    code: 'T009',
    severity: 'error',
    message: `partials call each other more than ${deepestCalls} levels deep`,
    primary: { span: use.span },
    help: 'Put the parts of inner partials into one file.',
  });
}

function reportUnknown(use: PartialUse, known: readonly string[], report: Report): void {
  const near = nearest(use.name, known);
  const list = known.length > 0 ? `The partials are ${known.join(', ')}.` : 'The template has no partials.';
  report({
    code: 'T008',
    severity: 'error',
    message: `unknown partial \`${use.name}\``,
    primary: { span: use.span },
    help: near ? `Did you mean \`${near}\`?` : list,
  });
}

function reportCircle(calls: readonly PartialUse[], report: Report): void {
  const last = calls.at(-1)!;
  report({
    code: 'T009',
    severity: 'error',
    message: `the partial \`${last.name}\` calls itself${
      calls.length > 1
        ? ` through ${calls
            .slice(0, -1)
            .map((call) => `\`${call.name}\``)
            .join(', ')}`
        : ''
    }`,
    primary: { span: last.span },
    labels: calls.slice(0, -1).map((call) => ({ span: call.span, text: 'on the way' })),
    help: 'Take this call out; lists are walked with {{#each}}.',
  });
}
