/**
 * The schemas of the data files for editors, as JSON Schema (draft 2020-12): a YAML language server completes keys,
 * shows their descriptions and underlines what does not fit. Made from the very schemas that files are checked with.
 */
import type * as Zod from 'zod';
import { z } from '../zod.ts';
import { parkSchema } from './park.ts';
import { metricsSchema, ratesSchema, sourcesSchema, waiversSchema } from './tables.ts';

const files: Readonly<Record<string, { readonly schema: Zod.ZodType; readonly title: string }>> = {
  'park.schema.json': { schema: parkSchema, title: 'A park of Parkpress' },
  'sources.schema.json': { schema: sourcesSchema, title: 'Sources of Parkpress' },
  'metrics.schema.json': { schema: metricsSchema, title: 'Metrics of Parkpress' },
  'waivers.schema.json': { schema: waiversSchema, title: 'Waivers of Parkpress' },
  'rates.schema.json': { schema: ratesSchema, title: 'Reference rates of Parkpress' },
};

/** The text of every schema file by its name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([name, { schema, title }]) => [name, textOf(schema, title)]));
}

function textOf(schema: Zod.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      // Numbers are read as they are written, so editors must accept `value: 7` where a text is asked for.
      if (jsonSchema.type === 'string' && jsonSchema.enum === undefined && path.at(-1) !== 'propertyNames')
        jsonSchema.type = ['string', 'number'] as unknown as 'string';
    },
  });
  const { $schema, ...rest } = json;
  return `${JSON.stringify({ $schema, $comment: 'Made by npm run docs. Do not edit.', title, ...rest }, undefined, 2)}\n`;
}
