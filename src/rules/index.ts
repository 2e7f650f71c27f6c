/** The phase `rules`: what the rules say of a dataset, and which of it the data explains already. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { Dataset, ParkRecord } from '../model/dataset.ts';
import type { Places } from '../model/places.ts';
import type { CheckResult, ConflictNote } from '../model/publication.ts';
import { rules } from './all-rules.ts';
import { type Finding, labelAt, type Rule } from './define-rule.ts';

/**
 * Runs every rule on every park. The value holds, by park, at least one result of each rule, also of those
 * that had nothing to judge; what a park's notes explain is told as information.
 */
export function runRules(dataset: Dataset): Outcome<ReadonlyMap<string, readonly CheckResult[]>> {
  return collect(
    (report) => new Map(dataset.parks.map((park) => [park.id, checkPark(park, dataset.places, report)])),
  );
}

function checkPark(park: ParkRecord, places: Places, report: Report): readonly CheckResult[] {
  const used = new Set<ConflictNote>();
  const results = rules.flatMap((rule) => checkRule(rule, park, places, used, report));
  for (const note of park.content.notes) {
    if (note.rule !== null && !used.has(note)) report(idleNote(note, note.rule, places));
  }
  return results;
}

function checkRule(
  rule: Rule,
  park: ParkRecord,
  places: Places,
  used: Set<ConflictNote>,
  report: Report,
): readonly CheckResult[] {
  const verdict = rule.check(park, places);
  const { id, title, severity } = rule;
  if (!verdict.applies) {
    const message = { en: 'nothing to judge', zh: '无可核对的数据' };
    return [{ rule: id, title, severity, outcome: 'not-applicable', message, figures: [] }];
  }
  if (verdict.findings.length === 0) {
    return [
      {
        rule: id,
        title,
        severity,
        outcome: 'pass',
        message: { en: 'no finding', zh: '未发现问题' },
        figures: [],
      },
    ];
  }
  return verdict.findings.map((finding): CheckResult => {
    const note = park.content.notes.find((candidate) => acknowledges(candidate, rule, finding));
    if (note) used.add(note);
    report(diagnosticOf(rule, finding, note, places));
    const outcome = note ? 'acknowledged' : 'finding';
    return { rule: id, title, severity, outcome, message: finding.message, figures: finding.figures };
  });
}

/** A note acknowledges a finding when it names the rule and every figure that takes part. */
function acknowledges(note: ConflictNote, rule: Rule, finding: Finding): boolean {
  return (
    note.rule === rule.id && finding.figures.every((id) => note.figures.some((figure) => figure.id === id))
  );
}

function diagnosticOf(
  rule: Rule,
  finding: Finding,
  note: ConflictNote | undefined,
  places: Places,
): Diagnostic {
  const { primary, labels } = finding;
  const own = { code: rule.id, message: finding.message.en, primary };
  if (!note) return { ...own, severity: rule.severity, labels, help: rule.help };
  const explained = labelAt(places, note, 'title', `explained by note ${note.number}`);
  return { ...own, severity: 'info', labels: [...labels, explained] };
}

function idleNote(note: ConflictNote, rule: string, places: Places): Diagnostic {
  const known: readonly string[] = rules.map(({ id }) => id);
  const { span } = labelAt(places, note, 'rule', '');
  const primary = { span };
  if (!known.includes(rule)) {
    const suggestion = nearest(rule, known);
    const help = suggestion ? `Did you mean \`${suggestion}\`?` : `Rules: ${known.join(', ')}.`;
    return { code: 'R002', severity: 'error', message: `unknown rule \`${rule}\``, help, primary };
  }
  const message = `rule ${rule} finds nothing among the figures of this note`;
  return {
    code: 'R001',
    severity: 'warning',
    message,
    help: 'Delete `rule`, or name all figures of the finding.',
    primary,
  };
}
