/** The user agent's style sheet, read once: it is a part of the program. */
import { readFileSync } from 'node:fs';
import { emptyStyles, loadSheet, type Styles, textOfFile } from './css/load.ts';

export const userAgent: Styles = loadUserAgent();

function loadUserAgent(): Styles {
  const styles = emptyStyles();
  const text = readFileSync(new URL('user-agent.css', import.meta.url), 'utf8');
  loadSheet(textOfFile('user-agent.css', text), styles, {
    files: { read: () => undefined, list: () => [] },
    fileExists: () => false,
    fault: (_, origin, message) => {
      throw new Error(`the user agent's style sheet is wrong at offset ${origin.place.start}: ${message}`);
    },
  });
  return styles;
}
