/** The phase `rules`: what the rules say of a dataset, and which of it somebody has acknowledged. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { Dataset, ParkRecord, Waiver } from '../model/dataset.ts';
import type { CheckResult } from '../model/publication.ts';
import { rules } from './all-rules.ts';
import { type Finding, labelAt, type Rule, type RuleContext, type Verdict } from './define-rule.ts';
import { type Waivers, waiverFor, waiversOf } from './waive.ts';

/** Results by id of the park: at least one of each rule, also of those that had nothing to judge. */
export type Checks = ReadonlyMap<string, readonly CheckResult[]>;

/**
 * Runs every rule on every park. `day` (ISO) is the day of the run, which replaces that of the park's edition.
 * What a waiver acknowledges is told as information; a waiver that no longer holds is an error.
 */
export function runRules(dataset: Dataset, day?: string): Outcome<Checks> {
  return collect((report) => {
    const context: RuleContext = {
      dataset,
      places: dataset.places,
      day: (park) => day ?? park.content.edition.date,
    };
    const together = new Map(
      rules.flatMap((rule) => (rule.kind === 'dataset' ? [[rule.id, rule.check(context)] as const] : [])),
    );
    return new Map(
      dataset.parks.map((park) => {
        const verdicts = (rule: Rule) => verdictOf(rule, park, context, together.get(rule.id));
        return [park.id, checkPark(park, verdicts, context, report)];
      }),
    );
  });
}

function verdictOf(
  rule: Rule,
  park: ParkRecord,
  context: RuleContext,
  together: ReadonlyMap<string, Verdict> | undefined,
): Verdict {
  switch (rule.kind) {
    case 'park':
      return rule.check(park, context);
    case 'dataset':
      return together?.get(park.id) ?? { applies: true, findings: [] };
    case 'reading':
      // What breaks such a rule is told while the data is read, and never becomes a park.
      return { applies: true, findings: [] };
  }
}

function checkPark(
  park: ParkRecord,
  verdicts: (rule: Rule) => Verdict,
  context: RuleContext,
  report: Report,
): readonly CheckResult[] {
  const waivers = waiversOf(park, context);
  const results = rules.flatMap((rule) => resultsOf(rule, verdicts(rule), waivers, park, context, report));
  waivers.tellRest(
    rules.map(({ id }) => id),
    report,
  );
  return results;
}

function resultsOf(
  rule: Rule,
  verdict: Verdict,
  waivers: Waivers,
  park: ParkRecord,
  context: RuleContext,
  report: Report,
): readonly CheckResult[] {
  if (!verdict.applies) return [withoutFinding(rule, 'not-applicable', verdict.missing)];
  if (verdict.findings.length === 0) {
    return [withoutFinding(rule, 'pass', { en: 'No finding.', zh: '未发现问题。' })];
  }
  return verdict.findings.map((finding): CheckResult => {
    const waiver = waivers.match(rule, finding);
    report(diagnosticOf(rule, finding, waiver, park, context));
    return {
      rule: rule.id,
      title: rule.title,
      severity: finding.severity ?? rule.severity,
      outcome: waiver ? 'acknowledged' : 'finding',
      message: finding.message,
      figures: [...new Set(finding.parts.flatMap(({ figure }) => figure ?? []))],
      values: finding.parts.map(({ key, value }) => ({ key, value })),
      suggestion: finding.suggestion ?? null,
      note: waiver?.note.number ?? null,
    };
  });
}

function withoutFinding(
  { id: rule, title, severity }: Rule,
  outcome: 'pass' | 'not-applicable',
  message: CheckResult['message'],
): CheckResult {
  return { rule, title, severity, outcome, message, figures: [], values: [], suggestion: null, note: null };
}

function diagnosticOf(
  rule: Rule,
  finding: Finding,
  waiver: Waiver | undefined,
  park: ParkRecord,
  { places }: RuleContext,
): Diagnostic {
  const { primary, labels, suggestion } = finding;
  const own = { code: rule.id, message: finding.message.en, primary };
  if (waiver) {
    const acknowledged = labelAt(places, waiver, 'reason', `acknowledged until ${waiver.terms.until}`);
    return { ...own, severity: 'info', labels: [...labels, acknowledged], acknowledged: waiver.reason.en };
  }
  const severity = finding.severity ?? rule.severity;
  const advice = suggestion ? `${suggestion.en} ${rule.help}` : rule.help;
  const help =
    severity === 'info' ? advice : `${advice} As a waiver: \`${waiverFor(rule.id, park.id, finding)}\``;
  return { ...own, severity, labels, help };
}
