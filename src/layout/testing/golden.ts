/** The golden cases: directories with a document and the pages it gives, as readable text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layoutHtml, printPages } from './pages.ts';

const folder = fileURLToPath(new URL('../golden', import.meta.url));

export const goldenCases: readonly string[] = readdirSync(folder).sort();

/** Where the expected pages of a case are. */
export function expectedPath(name: string): string {
  return `${folder}/${name}/expected.txt`;
}

/** The pages that a case gives now. */
export function actualPages(name: string): string {
  return printPages(layoutHtml(readFileSync(`${folder}/${name}/input.html`, 'utf8')));
}
