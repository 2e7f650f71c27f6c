/** Waivers against findings: which finding is acknowledged, and which waiver no longer holds. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { ParkRecord, Waiver } from '../model/dataset.ts';
import { parseQuantity } from '../model/quantity.ts';
import type { Finding, Rule, RuleContext } from './define-rule.ts';
import { labelAt } from './define-rule.ts';

/** The waivers of one park while its findings are met. */
export interface Waivers {
  /** The waiver for a finding: the same rule and the same parts, whatever their values. */
  readonly match: (rule: Rule, finding: Finding) => Waiver | undefined;
  /** What is wrong with waivers, once all findings were met. */
  readonly tellRest: (known: readonly string[], report: Report) => void;
}

interface Matched {
  readonly waiver: Waiver;
  readonly finding: Finding;
}

export function waiversOf(park: ParkRecord, context: RuleContext): Waivers {
  const byKey = new Map<string, Waiver>();
  const repeated: Waiver[] = [];
  for (const waiver of park.waivers) {
    const key = keyOf(waiver.rule, [...waiver.values.keys()]);
    if (byKey.has(key)) repeated.push(waiver);
    else byKey.set(key, waiver);
  }
  const matched: Matched[] = [];
  const met = new Set<Waiver>();
  return {
    match: (rule, finding) => {
      const waiver = byKey.get(
        keyOf(
          rule.id,
          finding.parts.map(({ key }) => key),
        ),
      );
      if (waiver) {
        met.add(waiver);
        matched.push({ waiver, finding });
      }
      return waiver;
    },
    tellRest: (known, report) => {
      const day = context.day(park);
      for (const waiver of repeated) report(secondOf(waiver, context));
      for (const waiver of byKey.values()) {
        if (!known.includes(waiver.rule)) report(unknownRule(waiver, known, context));
        else if (!met.has(waiver)) report(idle(waiver, context));
        if (waiver.terms.until < day) report(expired(waiver, day, context));
      }
      for (const each of matched) for (const fault of changed(each, context)) report(fault);
    },
  };
}

/** A finding's entry in `waivers.yaml`, but for the reason and terms that only people can give. */
export function waiverFor(rule: string, park: string, { parts }: Finding): string {
  const values = parts.map(({ key, value }) => `${quoted(key)}: ${quoted(value)}`);
  return `- { rule: ${rule}, park: ${park}, values: { ${[...new Set(values)].join(', ')} }, … }`;
}

/** As a flow scalar of YAML: plain where nothing in it has a meaning. */
function quoted(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N}_ ./%-]*$/u.test(text) || /^\d[\d.]* ?[\p{L}%][\p{L}\p{N} ]*$/u.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function keyOf(rule: string, parts: readonly string[]): string {
  return JSON.stringify([rule, ...[...new Set(parts)].sort()]);
}

/** Values that are no longer those that were acknowledged. */
function changed({ waiver, finding }: Matched, { places }: RuleContext): readonly Diagnostic[] {
  return finding.parts.flatMap(({ key, value }): readonly Diagnostic[] => {
    const then = waiver.values.get(key);
    if (then === undefined || sameValue(then, value)) return [];
    const message = `${waiver.rule} was acknowledged when \`${key}\` was ${then}; now it is ${value}`;
    const help =
      'Look at the finding again: correct the value in the waiver if the reason still holds, else delete it.';
    const primary = labelAt(places, waiver, 'values', 'acknowledged');
    return [{ code: 'R003', severity: 'error', message, help, primary, labels: [finding.primary] }];
  });
}

/** The same text, or the same amount written in another way. */
function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [parseQuantity(a, undefined).value, parseQuantity(b, undefined).value];
  return left !== undefined && right !== undefined && left.value === right.value && left.unit === right.unit;
}

function idle(waiver: Waiver, { places }: RuleContext): Diagnostic {
  const parts = [...waiver.values.keys()].map((key) => `\`${key}\``).join(', ');
  return {
    code: 'R001',
    severity: 'error',
    message: `rule ${waiver.rule} finds nothing about exactly ${parts}`,
    help: 'Delete the waiver, or name all that takes part in the finding and nothing else.',
    primary: labelAt(places, waiver, 'rule', 'matches nothing'),
  };
}

function unknownRule(waiver: Waiver, known: readonly string[], { places }: RuleContext): Diagnostic {
  const near = nearest(waiver.rule, known);
  return {
    code: 'R002',
    severity: 'error',
    message: `unknown rule \`${waiver.rule}\``,
    help: near ? `Did you mean \`${near}\`?` : `There is ${known.join(', ')}.`,
    primary: { span: labelAt(places, waiver, 'rule', '').span },
  };
}

function expired(waiver: Waiver, day: string, { places }: RuleContext): Diagnostic {
  return {
    code: 'R004',
    severity: 'error',
    message: `the waiver of ${waiver.rule} expired on ${waiver.terms.until}, and the edition is of ${day}`,
    help: 'Look at the finding again: give the waiver a new term if the reason still holds, else delete it.',
    primary: labelAt(places, waiver, 'until', 'expired'),
  };
}

function secondOf(waiver: Waiver, { places }: RuleContext): Diagnostic {
  return {
    code: 'R005',
    severity: 'error',
    message: `a second waiver of ${waiver.rule} for the same`,
    help: 'Delete one of the two.',
    primary: labelAt(places, waiver, 'rule', 'second'),
  };
}
