/**
 * What the rules said in the form of the validation report of the European Statistical System (version 1.0.0).
 * Its events have no time here: the same data gives the same report.
 */
import type { Check } from './extras.ts';

/** One result: `value` is "1" where the rule holds, "0" where it does not, "NA" where it had nothing to judge. */
interface ValidationResult {
  readonly id: string;
  readonly type: 'validation';
  readonly event: { readonly actor: 'Parkpress' };
  readonly rule: {
    readonly language: 'Parkpress';
    readonly expression: string;
    readonly severity: 'information' | 'warning' | 'error';
    readonly description: string;
  };
  readonly data: {
    /** What the rule looked at, and what of it is to be mended first. */
    readonly source: readonly string[];
    readonly target: readonly string[];
    readonly description: string;
  };
  readonly value: '0' | '1' | 'NA';
  /** Beyond the standard: true where a finding was accepted. */
  readonly acknowledged: boolean;
}

const values = { pass: '1', finding: '0', acknowledged: '0', 'not-applicable': 'NA' } as const;
const severities = { error: 'error', warning: 'warning', info: 'information' } as const;

/** The results in the order of the checks. Ids are `park/rule`, numbered where a rule says several things. */
export function validationReport(checks: readonly Check[]): readonly ValidationResult[] {
  const seen = new Map<string, number>();
  return checks.map(({ rule, title, severity, outcome, message, park, figures }) => {
    const name = `${park}/${rule}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const source = figures.length > 0 ? figures.map((figure) => `${park}/${figure}`) : [park];
    return {
      id: count === 1 ? name : `${name}/${count}`,
      type: 'validation',
      event: { actor: 'Parkpress' },
      rule: { language: 'Parkpress', expression: rule, severity: severities[severity], description: title },
      data: { source, target: source.slice(0, 1), description: message },
      value: values[outcome],
      acknowledged: outcome === 'acknowledged',
    };
  });
}
