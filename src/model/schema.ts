/**
 * The form of the data files. The schemas transform nothing: what passes is the very value that was read,
 * so it keeps its places. Texts are checked here as far as one text can tell; `references.ts` looks further.
 */
import type * as Zod from 'zod';
import { parseAsOf } from './as-of.ts';
import type { Parsed } from './codes.ts';
import { accessKinds, infrastructureStatuses, statusLabels } from './labels.ts';
import type { AccessItem, ClaimStatus, Quantity } from './publication.ts';
import { parseQuantity } from './quantity.ts';
import { type Dimension, dimensions } from './units.ts';
import { z } from './zod.ts';

/** A text that one of our parsers understands; its fault becomes the message. */
function parsed(parse: (text: string) => Parsed<unknown>) {
  return z.string().superRefine((text, context) => {
    const { fault } = parse(text);
    if (fault) context.addIssue({ code: 'custom', message: fault.message, params: { fault } });
  });
}

function shaped(pattern: RegExp, what: string, help: string) {
  return parsed((text) =>
    pattern.test(text)
      ? { value: text }
      : { fault: { code: 'D007', message: `\`${text.slice(0, 60)}\` is not ${what}`, help } },
  );
}

/** The keys of an object as a tuple, for z.enum. */
function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] {
  return Object.keys(table) as [K, ...K[]];
}

const filled = z.string().superRefine((text, context) => {
  if (text.trim() !== '') return;
  const fault = {
    code: 'D005',
    message: 'the text is empty',
    help: 'Write the text, or leave the key out where it is optional.',
  };
  context.addIssue({ code: 'custom', message: fault.message, params: { fault } });
});
const bilingual = z
  .strictObject({ en: filled, zh: filled })
  .meta({ description: 'The same text in English and Chinese' });
const slug = shaped(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'an id',
  'Ids have small letters, digits and single hyphens: baotou-equipment.',
).meta({
  description: 'The id; the file is named after it',
});
const id = shaped(
  /^[A-Za-z0-9][\w.-]*$/,
  'an id',
  'Ids have letters, digits, `_`, `-` and `.`, and no spaces.',
);
const asOfText = parsed(parseAsOf);
const day = shaped(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day', 'Write "2026-11-23".');
const address = shaped(/^https?:\/\/[^\s<>"]+$/, 'a web address', 'Write the whole address: "https://…".');
const asOf = z
  .union([asOfText, z.strictObject({ text: filled, earliest: asOfText.optional(), latest: asOfText })])
  .meta({ description: 'Of when the value is, as exactly as the source says' });
const source = id.meta({ description: 'A key of sources.yaml' });
const amountOf = (dimension?: Dimension) => parsed((text) => parseQuantity(text, dimension));

const entry = { name: bilingual, source, as_of: asOf.optional(), note: bilingual.optional() };

const bounds = [
  'more-than',
  'at-least',
  'about',
  'nearly',
  'up-to',
] as const satisfies readonly Quantity['bound'][];

const claim = z.strictObject({
  id: id.optional(),
  value: filled.meta({ description: 'The amount with its unit: 79.14 billion CNY' }),
  verbatim: filled.optional().meta({ description: 'The amount as printed in the source' }),
  bound: z.enum(bounds).optional(),
  as_of: asOf,
  status: z.enum(keysOf<ClaimStatus>(statusLabels)),
  source,
  population: bilingual.optional().meta({ description: 'What is counted, when the metric leaves it open' }),
  note: bilingual.optional(),
});

const figure = z.strictObject({
  prefer: id.optional().meta({ description: 'The claim that is printed where there is room for one' }),
  part_of: id.optional().meta({ description: 'The figure that this one is declared a part of' }),
  claims: z.array(claim).min(1),
});

const accessItem = z.strictObject({
  ...entry,
  kind: z.enum(keysOf<AccessItem['kind']>(accessKinds)),
  mode: bilingual.optional(),
  distance: amountOf('length').optional(),
  time: amountOf('time').optional(),
  words: bilingual.optional(),
  verbatim: filled.optional(),
});

const conflict = z.strictObject({
  id,
  rule: z.string().optional().meta({ description: 'The rule whose finding this explains' }),
  figures: z.array(id),
  title: bilingual,
  text: bilingual,
});

/** Lists of a park whose length a figure can state. */
export const countedLists = [
  'industries',
  'base',
  'enterprises',
  'sub_parks',
  'infrastructure',
  'access',
  'projects',
  'honours',
] as const;

export const parkSchema = z.strictObject({
  id: slug,
  edition: z.strictObject({ name: filled, date: day }),
  name: bilingual,
  short: bilingual.optional(),
  aliases: z.array(bilingual).optional(),
  tagline: bilingual,
  lead: bilingual,
  situation: bilingual,
  place: z.strictObject({
    country: bilingual,
    province: bilingual,
    city: bilingual,
    district: bilingual.optional(),
  }),
  page: z.strictObject({ url: address, source }).optional(),
  glance: z.array(id).optional(),
  cover: z.array(id).max(4).optional(),
  industries: z.array(z.strictObject(entry)).optional(),
  base: z.array(z.strictObject(entry)).optional(),
  enterprises: z.array(z.strictObject({ ...entry, flagship: z.boolean().optional() })).optional(),
  sub_parks: z.array(z.strictObject(entry)).optional(),
  infrastructure: z
    .array(
      z.strictObject({
        ...entry,
        status: z.enum(keysOf(infrastructureStatuses)),
        capacity: amountOf().optional(),
      }),
    )
    .optional(),
  access: z.array(accessItem).optional(),
  projects: z
    .array(
      z.strictObject({
        ...entry,
        investor: bilingual.optional(),
        investment: amountOf('money').optional(),
        stage: bilingual.optional(),
      }),
    )
    .optional(),
  honours: z.array(z.strictObject({ ...entry, body: bilingual.optional() })).optional(),
  honour_bodies: z.array(z.strictObject(entry)).optional(),
  timeline: z
    .array(
      z.strictObject({
        claim: z.string().optional(),
        date: asOf.optional(),
        text: bilingual,
        source: source.optional(),
      }),
    )
    .optional(),
  contacts: z
    .array(
      z.strictObject({
        kind: z.enum(['phone', 'email', 'web', 'address']),
        label: bilingual,
        value: filled,
        source,
        as_of: asOf,
      }),
    )
    .optional(),
  figures: z.record(z.string(), figure),
  conflicts: z.array(conflict).optional(),
  counts: z.partialRecord(z.enum(countedLists), id).optional(),
  products: z.array(z.strictObject({ count: id, each: id, total: id })).optional(),
});

export const sourcesSchema = z.record(
  z.string(),
  z.strictObject({
    title: bilingual,
    publisher: bilingual,
    published: asOfText,
    address,
    accessed: day.optional(),
    note: bilingual.optional(),
  }),
);

export const metricsSchema = z.strictObject({
  groups: z.record(z.string(), bilingual),
  metrics: z.record(
    z.string(),
    z.strictObject({
      group: z.string(),
      dimension: z.enum(dimensions),
      label: bilingual,
      basis: bilingual.optional(),
      definition: bilingual.optional(),
    }),
  ),
});

export type RawPark = Zod.infer<typeof parkSchema>;
export type RawClaim = Zod.infer<typeof claim>;
export type RawFigure = Zod.infer<typeof figure>;
export type RawEntry = {
  name: RawBilingual;
  source: string;
  as_of?: RawAsOf | undefined;
  note?: RawBilingual | undefined;
};
export type RawBilingual = Zod.infer<typeof bilingual>;
export type RawAsOf = Zod.infer<typeof asOf>;
export type RawSources = Zod.infer<typeof sourcesSchema>;
export type RawMetrics = Zod.infer<typeof metricsSchema>;
