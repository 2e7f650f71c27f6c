// What checks are measured against: `yaml` parsing every file of the folder given, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';

const [folder = '.'] = process.argv.slice(2);
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  const lineCounter = new LineCounter();
  parseDocument(text, { lineCounter, merge: true, stringKeys: true, prettyErrors: false });
}
