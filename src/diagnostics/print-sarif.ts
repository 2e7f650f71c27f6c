/** Messages as a SARIF 2.1.0 log (OASIS), which code scanning services and editors read. */
import { createHash } from 'node:crypto';
import { arrange, rankBySeverity } from './arrange.ts';
import type { Diagnostic, Label, Severity } from './diagnostic.ts';
import { type CodePage, type Extras, pagesById } from './extras.ts';
import { lineOf, lineStarts } from './position.ts';
import type { Span } from './span.ts';

/** GitHub shows no more results of one run. */
const mostResults = 5_000;

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * One run with the worst results first; what is beyond the limit is counted in a notification (§3.20.21).
 * Rules are described where `extras.pages` knows them.
 */
export function printSarif(diagnostics: readonly Diagnostic[], extras: Extras = {}): string {
  const ranked = rankBySeverity(arrange(diagnostics));
  const shown = ranked.slice(0, mostResults);
  const codes = [...new Set(shown.map(({ code }) => code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const pages = pagesById(extras);
  const fingerprint = fingerprints();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Parkpress', rules: codes.map((code) => ruleOf(code, pages.get(code))) } },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(ranked.length - shown.length)],
        results: shown.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: indexes.get(diagnostic.code),
          ...resultOf(diagnostic),
          partialFingerprints: { 'parkpressFinding/v1': fingerprint(diagnostic) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** §3.49: what is known of a code. */
function ruleOf(id: string, page: CodePage | undefined) {
  if (!page) return { id };
  const { title, why, help, severity } = page;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: help },
    ...(severity ? { defaultConfiguration: { level: levels[severity] } } : {}),
  };
}

/** §3.20: the run itself went well, whatever it found. */
function invocation(withheld: number) {
  if (withheld === 0) return { executionSuccessful: true };
  const text = `${withheld} more results are left out: a log holds up to ${mostResults}. Use --format json for all.`;
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', message: { text } }],
  };
}

/** §3.27 */
function resultOf({ severity, message, help, primary, labels = [], acknowledged }: Diagnostic) {
  const location = primary && {
    physicalLocation: physicalLocation(primary.span),
    ...(primary.text ? { message: { text: primary.text } } : {}),
  };
  return {
    level: levels[severity],
    message: { text: help ? `${message}\n${help}` : message },
    ...(location ? { locations: [location] } : {}),
    ...(labels.length > 0 ? { relatedLocations: labels.map(relatedLocation) } : {}),
    ...(acknowledged === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: acknowledged }] }),
  };
}

/** §3.28; ids tell the related locations of one result apart. */
function relatedLocation({ span, text }: Label, index: number) {
  return {
    id: index + 1,
    physicalLocation: physicalLocation(span),
    ...(text ? { message: { text } } : {}),
  };
}

/** §3.29 and §3.30: lines and columns from 1, columns in UTF-16 code units, the end after the last character. */
function physicalLocation({ source, ...span }: Span) {
  const start = Math.min(span.start, source.text.length);
  const end = Math.min(span.end, source.text.length);
  const starts = lineStarts(source);
  const [startLine, endLine] = [lineOf(source, start), lineOf(source, end)];
  return {
    artifactLocation: { uri: uriOf(source.path) },
    region: {
      startLine,
      startColumn: start - starts[startLine - 1]! + 1,
      endLine,
      endColumn: end - starts[endLine - 1]! + 1,
      charOffset: start,
      charLength: end - start,
    },
  };
}

/** A path as a relative reference or, where it is absolute, a file URI (RFC 3986). */
function uriOf(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}

/**
 * §3.27.17: the same for the same finding in a changed file, so that a service does not tell it anew.
 * Lines play no part; equal findings of one file are numbered.
 */
function fingerprints(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ code, message, primary }) => {
    const identity = JSON.stringify([code, primary?.span.source.path ?? '', message]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return `${createHash('sha256').update(identity).digest('hex').slice(0, 32)}:${count}`;
  };
}
