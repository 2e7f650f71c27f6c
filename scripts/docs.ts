import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withRulesTable } from '../src/guide/rules-guide.ts';
import { templateGuide } from '../src/guide/template-guide.ts';
import { schemaFiles } from '../src/model/schema/json-schema.ts';

writeFileSync(new URL('../templates/README.md', import.meta.url), templateGuide());
const rulesReadme = new URL('../src/rules/README.md', import.meta.url);
writeFileSync(rulesReadme, withRulesTable(readFileSync(rulesReadme, 'utf8')));
mkdirSync(new URL('../data/schema/', import.meta.url), { recursive: true });
for (const [name, text] of schemaFiles())
  writeFileSync(new URL(`../data/schema/${name}`, import.meta.url), text);
