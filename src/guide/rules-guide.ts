/** The table of rules in `src/rules/README.md`, made from the rules themselves; the text around it is written by hand. */
import { rules } from '../rules/all-rules.ts';
import { table } from './markdown.ts';

const begin = '<!-- The table is made by npm run docs. Do not edit it: change the rules instead. -->';
const end = '<!-- End of the table. -->';

/** The README with its table made anew. */
export function withRulesTable(readme: string): string {
  const [before, rest] = split(readme, begin);
  const [, after] = split(rest, end);
  return `${before}${begin}\n\n${rulesTable()}\n\n${end}${after}`;
}

function rulesTable(): string {
  const rows = rules.map(({ id, severity, scope, kind, title, why }) => [
    id,
    severity,
    scope,
    kind === 'reading' ? 'while reading' : kind === 'park' ? 'park by park' : 'all parks at once',
    title.en,
    why,
  ]);
  return table(['rule', 'severity', 'scope', 'judged', 'says', 'why'], rows);
}

function split(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`src/rules/README.md has lost its line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
