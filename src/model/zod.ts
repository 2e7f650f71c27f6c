/**
 * zod, loaded in its CommonJS form: its ES form is over a hundred modules that each pass through the
 * TypeScript loader, which costs a tenth of a second at every start. The types are the same.
 */
import { createRequire } from 'node:module';
import type * as Zod from 'zod';

export const z: typeof Zod = createRequire(import.meta.url)('zod');
