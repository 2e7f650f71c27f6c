/** One file: parsed once, checked, instrumented, compiled on its first run. */
import Handlebars from 'handlebars';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { Program } from './ast.ts';
import { checkProgram, type Uses } from './check.ts';
import type { Helper } from './helper.ts';
import { instrument, runtimeNames } from './instrument.ts';
import { type Locator, locatorOf } from './lines.ts';
import { parseTemplate } from './parse.ts';
import { runtimeHelpers } from './runtime.ts';
import type { Sites } from './sites.ts';

export type CompiledFile = HandlebarsTemplateDelegate<unknown>;

export interface TemplateFile {
  readonly source: SourceText;
  readonly program: Program;
  readonly locator: Locator;
  readonly uses: Uses;
  /** Absent when the checks found errors. */
  readonly compiled?: CompiledFile;
}

/** Handlebars with our runtime and nothing else: none of its own helpers can be reached. */
const environment = Handlebars.create();
for (const name of runtimeNames)
  environment.registerHelper(name, runtimeHelpers[name] as Handlebars.HelperDelegate);

const compileOptions: CompileOptions = {
  knownHelpers: Object.fromEntries(runtimeNames.map((name) => [name, true])) as KnownHelpers,
  knownHelpersOnly: true,
  /** Handlebars looks at white space again when it compiles a tree; it has been settled. */
  ignoreStandalone: true,
  /** Indenting the lines of partials would put characters between marks. */
  preventIndent: true,
};

/** The file, or undefined after reporting that it cannot be read. */
export function compileTemplate(
  source: SourceText,
  helpers: ReadonlyMap<string, Helper>,
  sites: Sites,
  report: Report,
): TemplateFile | undefined {
  const program = parseTemplate(source, report);
  if (!program) return undefined;
  const locator = locatorOf(source);
  let sound = true;
  const uses = checkProgram(program, locator, helpers, (diagnostic) => {
    if (diagnostic.severity === 'error') sound = false;
    report(diagnostic);
  });
  if (!sound) return { source, program, locator, uses };
  const instrumented = instrument(program, { locator, helpers, sites });
  return { source, program, locator, uses, compiled: environment.compile(instrumented, compileOptions) };
}
