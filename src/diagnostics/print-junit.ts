/** Messages as a JUnit report, in the form that Jenkins defines and other services read. */
import { arrange, placeWords } from './arrange.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Check, type CodePage, type Extras, pagesById } from './extras.ts';

/** Services cut long texts anyway; the rest of a test case is counted. */
const mostToldInCase = 50;

interface TestCase {
  readonly name: string;
  readonly group: string;
  readonly failure?: { readonly type: string; readonly message: string; readonly text: string };
  readonly skipped?: string;
  /** What a passed case has to say. */
  readonly output?: string;
}

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * One suite for every file and one for what has no place, with a test case for every code: failed with its errors,
 * or passed with its warnings and notes as output. Then a suite for every park with the rules that hold or are
 * accepted, and as skipped those that had nothing to judge; rules with findings failed above, where they are placed.
 */
export function printJunit(diagnostics: readonly Diagnostic[], extras: Extras = {}): string {
  const told = suitesOfFiles(arrange(diagnostics), pagesById(extras));
  const suites = [...told, ...suitesOfParks(extras.checks ?? [])];
  // A report without a test case counts as broken in most services.
  const all =
    suites.length > 0
      ? suites
      : [{ name: 'parkpress', cases: [{ name: 'no findings', group: 'parkpress' }] }];
  const cases = all.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="parkpress" tests="${cases.length}" failures="${failuresIn(cases)}">\n`,
    ...all.map(suiteText),
    '</testsuites>\n',
  ].join('');
}

function suitesOfFiles(
  arranged: readonly Diagnostic[],
  pages: ReadonlyMap<string, CodePage>,
): readonly TestSuite[] {
  const files = groupBy(arranged, ({ primary }) => primary?.span.source.path ?? 'without a place');
  return [...files].map(([file, own]) => ({
    name: file,
    cases: [...groupBy(own, ({ code }) => code)].map(([code, same]) => {
      const page = pages.get(code);
      return caseOf(page ? `${code} ${page.title}` : code, file, code, same);
    }),
  }));
}

/** Errors of a code make one failure, since services show one of a case; what is no error is said beside it. */
function caseOf(name: string, group: string, type: string, told: readonly Diagnostic[]): TestCase {
  const errors = told.filter(({ severity }) => severity === 'error');
  const others = told.filter(({ severity }) => severity !== 'error');
  const output = others.length > 0 ? { output: listOf(others) } : {};
  const [first] = errors;
  if (!first) return { name, group, ...output };
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return {
    name,
    group,
    failure: { type, message: `${first.message}${more}`, text: listOf(errors) },
    ...output,
  };
}

function listOf(told: readonly Diagnostic[]): string {
  const shown = told.slice(0, mostToldInCase).map((diagnostic) => {
    const { severity, message, help, acknowledged, primary, labels = [] } = diagnostic;
    const place = primary ? `${placeWords(primary.span)}: ` : '';
    const lines = [`${place}${severity === 'info' ? 'note' : severity}: ${message}`];
    for (const { span, text } of labels) lines.push(`  ${placeWords(span)}${text ? `: ${text}` : ''}`);
    if (help) lines.push(`  ${help}`);
    if (acknowledged) lines.push(`  acknowledged: ${acknowledged}`);
    return lines.join('\n');
  });
  const rest = told.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n');
}

function suitesOfParks(checks: readonly Check[]): readonly TestSuite[] {
  const shown = checks.filter(({ outcome }) => outcome !== 'finding');
  return [...groupBy(shown, ({ park }) => park)].map(([park, own]) => ({
    name: `rules of ${park}`,
    cases: own.map(({ rule, title, outcome, message }): TestCase => {
      const name = `${rule} ${title}`;
      if (outcome === 'not-applicable') return { name, group: park, skipped: `not applicable: ${message}` };
      return outcome === 'acknowledged'
        ? { name, group: park, output: `acknowledged: ${message}` }
        : { name, group: park };
    }),
  }));
}

function suiteText({ name, cases }: TestSuite): string {
  const skipped = cases.filter((each) => each.skipped !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failuresIn(cases)}" errors="0" skipped="${skipped}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}>\n${cases.map(caseText).join('')}  </testsuite>\n`;
}

function caseText({ name, group, failure, skipped, output }: TestCase): string {
  const parts: string[] = [];
  if (skipped !== undefined) parts.push(`<skipped>${escapeXml(skipped)}</skipped>`);
  if (failure) {
    const { type, message, text } = failure;
    parts.push(
      `<failure type="${escapeXml(type)}" message="${escapeXml(message)}">${escapeXml(text)}</failure>`,
    );
  }
  if (output !== undefined) parts.push(`<system-out>${escapeXml(output)}</system-out>`);
  const start = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(group)}"`;
  if (parts.length === 0) return `${start}/>\n`;
  return `${start}>\n${parts.map((part) => `      ${part}\n`).join('')}    </testcase>\n`;
}

function failuresIn(cases: readonly TestCase[]): number {
  return cases.filter((each) => each.failure).length;
}

/** Groups in the order in which their keys first come. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** For attributes and contents alike; what XML 1.0 (§2.2) cannot hold becomes a mark. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => entities[character]!);
}
