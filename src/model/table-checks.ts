/** Notes and what the rules said, as rows: what has to be mended first, what somebody answers for behind it. */
import { outcomeLabels, severityLabels } from './labels.ts';
import { letterOf } from './note-letter.ts';
import type { CheckResult, ConflictNote, Publication } from './publication.ts';
import { join, type Row, type Say } from './table-fields.ts';

const outcomeOrder = [
  'finding',
  'acknowledged',
  'not-applicable',
  'pass',
] as const satisfies readonly CheckResult['outcome'][];
const severityOrder = ['error', 'warning', 'info'] as const satisfies readonly CheckResult['severity'][];

/** Findings first, errors before warnings before information; what was not applicable is listed, too. */
export function checkRows(
  { checks, figures, notes, lang }: Pick<Publication, 'checks' | 'figures' | 'notes' | 'lang'>,
  say: Say,
): readonly Row[] {
  const rank = ({ outcome, severity }: CheckResult) =>
    outcomeOrder.indexOf(outcome) * severityOrder.length + severityOrder.indexOf(severity);
  const labelOf = (id: string) => say(figures[id]?.label ?? null) ?? id;
  return [...checks]
    .sort((a, b) => rank(a) - rank(b))
    .map((check) => ({
      rule: check.rule,
      title: say(check.title),
      severity: say(severityLabels[check.severity]),
      outcome: say(outcomeLabels[check.outcome]),
      message: say(check.message),
      values: join(
        check.values.map(({ key, value }) => `${key}: ${value}`),
        lang,
      ),
      figures: join(check.figures.map(labelOf), lang),
      suggestion: say(check.suggestion),
      note: check.note === null ? null : letterOf(check.note),
      ...termFields(notes.find(({ number }) => number === check.note)?.waiver ?? null, say),
    }));
}

/** The notes in the order of their letters. */
export function noteRows({ notes, lang }: Pick<Publication, 'notes' | 'lang'>, say: Say): readonly Row[] {
  return notes.map((note) => ({
    number: String(note.number),
    letter: letterOf(note.number),
    title: say(note.title),
    text: say(note.text),
    figures: join(
      note.figures.map((figure) => say(figure.label)),
      lang,
    ),
    rule: note.rule,
    ...termFields(note.waiver, say),
  }));
}

/** Who answers for an acknowledgement, and until when. */
function termFields(terms: ConflictNote['waiver'], say: Say): Row {
  return {
    acknowledged_by: say(terms?.by ?? null),
    acknowledged_on: terms?.date ?? null,
    acknowledged_until: terms?.until ?? null,
  };
}
