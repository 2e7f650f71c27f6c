/** `cases.yaml`: formulas, the values that LibreOffice gave them, and where ours differ on purpose. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { sameValue } from '../../verify/libreoffice.ts';
import { bindFormula } from '../bind.ts';
import { evaluate } from '../evaluate.ts';
import { parseFormula } from '../parse.ts';
import { isProblem } from '../value.ts';
import { groundLookup, groundSymbols } from './ground.ts';

const outcome = z.union([z.number(), z.string(), z.boolean(), z.strictObject({ error: z.string() })]);

/** A value, an error of spreadsheets, or `{ error: unknown }` for what we do not compute. */
export type Outcome = z.infer<typeof outcome>;

const schema = z.strictObject({
  formula: z.string(),
  /** What LibreOffice gave; absent until it is recorded. */
  recorded: outcome.optional(),
  /** What we give on purpose, and why. */
  differs: z.strictObject({ ours: outcome, reason: z.string().min(20) }).optional(),
});

export type Case = z.infer<typeof schema>;

export const casesPath = new URL('cases.yaml', import.meta.url);

export function readCases(): readonly Case[] {
  return z.array(schema).parse(parse(readFileSync(casesPath, 'utf8')));
}

/** Our value of a formula; a formula that cannot be read is a mistake in the cases. */
export function ourOutcome(formula: string): Outcome {
  const fault = (_: string, __: unknown, message: string): never => {
    throw new Error(`${formula}: ${message}`);
  };
  const parsed = parseFormula(formula, (offset) => offset, fault)!;
  const result = evaluate(bindFormula(parsed, groundSymbols, undefined, fault)!, groundLookup);
  return isProblem(result) ? { error: result.problem } : (result ?? 0);
}

/**
 * Whether LibreOffice shows the same; truths may come as 1 and 0. It has errors of its own where Excel has #NUM!,
 * and saves them as #VALUE!.
 */
export function sameOutcome(ours: Outcome, theirs: Outcome): boolean {
  if (typeof ours === 'object') {
    if (typeof theirs !== 'object') return false;
    return ours.error === theirs.error || (ours.error === '#NUM!' && theirs.error === '#VALUE!');
  }
  return sameValue(ours, theirs);
}
