import { writeFileSync } from 'node:fs';
import { templateGuide } from '../src/guide/template-guide.ts';

writeFileSync(new URL('../templates/README.md', import.meta.url), templateGuide());
