/** `check -- --explain CODE`: what a code means, from the tables of all phases. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { UsageFault } from './options.ts';

/** A page of text, or what is wrong with the code. */
export async function explain(code: string): Promise<string | UsageFault> {
  const table = await allCodes();
  const known = code.toUpperCase();
  const entry = Object.hasOwn(table, known) ? table[known] : undefined;
  if (entry) return `${known}: ${entry.title}\n\n${entry.why}\n\nWhat to do: ${entry.help}\n`;
  const near = nearest(known, Object.keys(table));
  return { usage: `there is no code ${code}${near === undefined ? '' : `; did you mean ${near}?`}` };
}

/** The codes of all phases in one table. */
async function allCodes(): Promise<CodeTable> {
  const [source, model, rules, template, markup, graphics, layout, fonts, pdf, sheet, build] =
    await Promise.all([
      import('../source/codes.ts'),
      import('../model/codes.ts'),
      import('../rules/codes.ts'),
      import('../template/codes.ts'),
      import('../markup/codes.ts'),
      import('../graphics/codes.ts'),
      import('../layout/codes.ts'),
      import('../layout/text/codes.ts'),
      import('../pdf/codes.ts'),
      import('../sheet/codes.ts'),
      import('./codes.ts'),
    ]);
  const tables = [source, model, rules, template, markup, graphics, layout, fonts, pdf, sheet, build];
  return Object.assign(
    {},
    ...tables.flatMap((module) =>
      Object.entries(module)
        .filter(([name]) => name.endsWith('Codes'))
        .map(([, table]) => table),
    ),
  ) as CodeTable;
}
