/**
 * The conformance checker: reads a finished file and tells which rules of PDF/A-3a and PDF/UA-1 it breaks.
 * It shares no code with the painter, so that a fault of one is seen by the other.
 */
import { DamagedPdf } from './lexer.ts';
import type { Finding, Rule } from './rule.ts';
import { ANNOTATION_RULES } from './rules/annotations.ts';
import { CATALOG_RULES } from './rules/catalog.ts';
import { FILE_RULES } from './rules/file.ts';
import { FONT_RULES } from './rules/fonts.ts';
import { STRUCTURE_RULES } from './rules/structure.ts';
import { readSubject, type Subject } from './subject.ts';

export type { Finding, Rule } from './rule.ts';

/** All rules, in the order they are told. */
export const PDF_RULES: readonly Rule[] = [
  ...FILE_RULES,
  ...CATALOG_RULES,
  ...FONT_RULES,
  ...STRUCTURE_RULES,
  ...ANNOTATION_RULES,
];

/** More findings of one rule than this say nothing new. */
const MAX_PER_RULE = 10;

/** Checks the bytes of a finished file; an empty list means that no rule is broken. */
export function checkPdf(bytes: Uint8Array): readonly Finding[] {
  try {
    const subject = readSubject(bytes);
    return PDF_RULES.flatMap((rule) => findingsOf(rule, subject));
  } catch (error) {
    if (!(error instanceof DamagedPdf)) throw error;
    return [{ rule: 'readable', clause: 'ISO 32000-1, 7.5', message: error.message }];
  }
}

function findingsOf(rule: Rule, subject: Subject): readonly Finding[] {
  const findings: Finding[] = [];
  for (const message of rule.check(subject)) {
    if (findings.length === MAX_PER_RULE) break;
    const { id, clause, matterhorn } = rule;
    findings.push({ rule: id, clause, ...(matterhorn !== undefined && { matterhorn }), message });
  }
  return findings;
}
