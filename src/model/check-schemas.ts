/** Whether the schemas that editors use beside the data are the ones it is checked with. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Files } from '../world.ts';
import { schemaFiles } from './schema/json-schema.ts';

/** Compares the schema files that exist in `folder`; a data folder may have none. */
export function checkSchemas(files: Files, folder: string, report: Report): void {
  if (files.list(folder).length === 0) return;
  for (const [name, expected] of schemaFiles()) {
    const path = `${folder}/${name}`;
    const bytes = files.read(path);
    if (!bytes) continue;
    const text = new TextDecoder().decode(bytes);
    if (text === expected) continue;
    const at = firstDifference(text, expected);
    report({
      code: 'D029',
      severity: 'error',
      message: `${path} is not the schema in use: it is stale, or was edited by hand`,
      help: 'Run `npm run docs`, which writes it anew.',
      primary: { span: { source: { path, text }, start: at, end: Math.min(at + 1, text.length) } },
    });
  }
}

/** The offset of the first character that differs. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
