/** Messages as a summary in GitHub's Markdown, for the page of a CI run or a comment on a pull request. */
import { arrange, countBySeverity, countWords, placeWords, rankBySeverity } from './arrange.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Check, Extras } from './extras.ts';

/** GitHub drops a comment of more than 65,536 characters as a whole. */
const mostCharacters = 60_000;
/** No more rows can fit. */
const mostRows = 2_000;
/** Of the characters, for the list of rules that had nothing to judge. */
const mostForRules = 8_000;
/** Kept free for the line that counts what was left out. */
const reserve = 200;

/** The counts, a table with the worst first as far as it fits, and what the rules could not judge. */
export function printMarkdown(diagnostics: readonly Diagnostic[], extras: Extras = {}): string {
  const ranked = rankBySeverity(arrange(diagnostics));
  const words = countWords(countBySeverity(ranked));
  const head = `## Parkpress: ${words}\n`;
  const tail = extras.checks ? rulesText(extras.checks) : '';
  if (ranked.length === 0) return head + tail;
  const table = '\n| | Where | What | What to do |\n|---|---|---|---|\n';
  const room = mostCharacters - head.length - table.length - tail.length - reserve;
  const rows = fitting(ranked.slice(0, mostRows).map(rowOf), room);
  const rest = ranked.slice(rows.length);
  const left = `\nNot shown for want of room: ${countWords(countBySeverity(rest))}.\n`;
  return head + table + rows.join('') + (rest.length > 0 ? left : '') + tail;
}

/** Whole rows for as long as there is room. */
function fitting(rows: readonly string[], room: number): readonly string[] {
  let used = 0;
  const first = rows.findIndex((row) => {
    used += row.length;
    return used > room;
  });
  return first < 0 ? rows : rows.slice(0, first);
}

function rowOf({ code, severity, message, help, acknowledged, primary, labels = [] }: Diagnostic): string {
  const word = severity === 'info' ? 'note' : severity;
  const places = [primary, ...labels].flatMap((label) => (label ? [placeWords(label.span)] : []));
  const where = [...new Set(places)].slice(0, 4).map(codeText).join('<br>');
  const accepted = acknowledged === undefined ? '' : `<br>Acknowledged: ${escaped(acknowledged)}`;
  const what = `${escaped(message)}${accepted}`;
  return `| ${word} ${codeText(code)} | ${where} | ${what} | ${escaped(help ?? '')} |\n`;
}

function rulesText(checks: readonly Check[]): string {
  const of = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome);
  const idle = of('not-applicable');
  const counts = [
    `${of('pass').length} passed`,
    `${of('finding').length} with findings`,
    `${of('acknowledged').length} acknowledged`,
    `${idle.length} not applicable`,
  ].join(', ');
  return `\n**Rules**: ${counts}.\n${idleText(idle)}`;
}

/** Rules that had nothing to judge, with how many parks they could not be applied to. */
function idleText(idle: readonly Check[]): string {
  if (idle.length === 0) return '';
  const rules = new Map<string, { readonly title: string; readonly parks: Set<string> }>();
  for (const { rule, title, park } of idle) {
    const entry = rules.get(rule) ?? { title, parks: new Set() };
    rules.set(rule, entry);
    entry.parks.add(park);
  }
  const lines = [...rules].map(([rule, { title, parks }]) => {
    const names = [...parks].slice(0, 3).map(escaped).join(', ');
    const more = parks.size > 3 ? ` and ${parks.size - 3} more` : '';
    return `- ${codeText(rule)} ${escaped(title)}: ${names}${more}\n`;
  });
  const shown = fitting(lines, mostForRules);
  const rest = lines.length - shown.length;
  const left = rest > 0 ? `- and ${rest} more rules\n` : '';
  return `\n<details><summary>Not applicable</summary>\n\n${shown.join('')}${left}\n</details>\n`;
}

function codeText(text: string): string {
  return `<code>${inert(text)}</code>`;
}

/**
 * A text that stays what it is: neither markup nor a row's end, no mention of anybody, no link. Words in back quotes
 * become code.
 */
function escaped(text: string): string {
  return text
    .split('`')
    .map((part, index, parts) =>
      index % 2 === 1 && index < parts.length - 1 ? `<code>${inert(part)}</code>` : inert(part),
    )
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function inert(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .replace(/[&<>]/g, (character) => entities[character]!)
      .replace(/[\\*_{}[\]()!|~$#]/g, (character) => `&#${character.charCodeAt(0)};`)
      // A joiner of no width keeps GitHub from naming people, issues and pages.
      .replace(/@|:\/\/|\bwww\.|&#35;(?=\d)|\bGH-(?=\d)/gi, (match) => `${match}&#8203;`)
  );
}
