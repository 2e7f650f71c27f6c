/** Checks a template against the shape of the data it will receive, without data and without rendering. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { TemplateFile } from '../compile.ts';
import type { Helper } from '../helper.ts';
import type { Checking } from './checking.ts';
import { rootScope } from './scope.ts';
import type { Shape } from './shape.ts';
import { walkFile } from './walk.ts';

/** What the walk needs: `partials` are all that can be called, `shape` is that of the root. */
export interface DataCheck {
  readonly partials: ReadonlyMap<string, TemplateFile>;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly shape: Shape;
}

/**
 * Reports every look-up, argument and comparison that fails for some park, each place and message once, with the
 * calls of partials that led there. Gives the names of the fields that are printed.
 */
export function checkData(
  entry: TemplateFile,
  { partials, helpers, shape }: DataCheck,
  report: Report,
): ReadonlySet<string> {
  const printed = new Set<string>();
  const seen = new Set<string>();
  const once: Report = (diagnostic) => {
    const span = diagnostic.primary?.span;
    const key = `${span?.source.path}:${span?.start}:${span?.end}:${diagnostic.message}`;
    if (seen.has(key)) return;
    seen.add(key);
    report(diagnostic);
  };
  const checkingOf = ({ locator }: TemplateFile): Checking => ({ locator, helpers, report: once, printed });
  walkFile(entry, rootScope(shape), { partials, checkingOf, active: new Set(), walked: new Set() });
  return printed;
}
