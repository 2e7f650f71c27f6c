/** The golden cases: directories with a document and the pages it gives, as readable text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layoutHtml, printPages } from './pages.ts';
import { squareFontsText } from './square-fonts.ts';

const folder = fileURLToPath(new URL('../golden', import.meta.url));

export const goldenCases: readonly string[] = readdirSync(folder).sort();

/** Where the expected pages of a case are. */
export function expectedPath(name: string): string {
  return `${folder}/${name}/expected.txt`;
}

/** The pages that a case gives now, with the pictures beside it. Cases named `text-…` are set by inline layout as it is, others by its stand-in. */
export function actualPages(name: string): string {
  const files = Object.fromEntries(
    readdirSync(`${folder}/${name}`).map((file) => [file, readFileSync(`${folder}/${name}/${file}`)]),
  );
  const html = files['input.html']!.toString();
  return printPages(
    name.startsWith('text-') ? layoutHtml(html, files, squareFontsText) : layoutHtml(html, files),
  );
}
