/** The keys that a schema knows at a path, for suggestions. */
import type * as Zod from 'zod';
import { z } from './zod.ts';

export function keysAt(schema: Zod.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: Zod.core.$ZodType | undefined = schema;
  for (const step of path) at = at && stepInto(at, step);
  const object = at && objectOf(at);
  if (object instanceof z.ZodObject) return Object.keys(object.shape);
  if (object instanceof z.ZodRecord && object.keyType instanceof z.ZodEnum)
    return object.keyType.options.map(String);
  return [];
}

function stepInto(schema: Zod.core.$ZodType, step: PropertyKey): Zod.core.$ZodType | undefined {
  const inner = objectOf(schema);
  if (inner instanceof z.ZodObject) return inner.shape[String(step)];
  if (inner instanceof z.ZodArray) return inner.element;
  return inner instanceof z.ZodRecord ? inner.valueType : undefined;
}

/** Looks through `optional` and picks the structured member of a union. */
function objectOf(schema: Zod.core.$ZodType): Zod.core.$ZodType {
  if (schema instanceof z.ZodOptional) return objectOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) {
    const members = schema.options.map(objectOf);
    return members.find((member) => member instanceof z.ZodObject) ?? schema;
  }
  return schema;
}
