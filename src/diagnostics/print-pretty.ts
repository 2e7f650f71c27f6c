/** Messages for people at a terminal: what is wrong, the lines it is about, why it matters, what to do. */
import { type Paint, painter } from './ansi.ts';
import { arrange, countBySeverity, countWords } from './arrange.ts';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './display-width.ts';
import { type Extras, pagesById } from './extras.ts';
import { frame } from './frame.ts';

/** Messages of one code in one file that are shown in full; the rest is counted. */
const mostAlike = 20;

interface PrettyOptions extends Extras {
  readonly color: boolean;
}

/**
 * All messages with code frames, then one line that counts them. Why a code matters is said at its first message;
 * of many messages alike in a file the first twenty are shown.
 */
export function printPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const arranged = arrange(diagnostics);
  const paint = painter(options.color);
  const pages = pagesById(options);
  const explained = new Set<string>();
  const blocks = withFolds(arranged).map((item) => {
    if (typeof item === 'string') return `${paint('frame', item)}\n\n`;
    const why = item.why ?? pages.get(item.code)?.why;
    const isNew = why !== undefined && !explained.has(why);
    if (isNew) explained.add(why);
    return `${block(item, isNew ? why : undefined, paint)}\n\n`;
  });
  const counts = countBySeverity(arranged);
  const worst = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'strong';
  return `${blocks.join('')}${paint(worst, sentence(countWords(counts)))}\n`;
}

/** The messages, and in place of the last of too many alike a line that counts those left out. */
function withFolds(arranged: readonly Diagnostic[]): readonly (Diagnostic | string)[] {
  const kindOf = ({ code, severity, primary }: Diagnostic) =>
    JSON.stringify([code, severity, primary?.span.source.path]);
  const totals = new Map<string, number>();
  for (const each of arranged) totals.set(kindOf(each), (totals.get(kindOf(each)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return arranged.flatMap((each) => {
    const kind = kindOf(each);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    const total = totals.get(kind)!;
    if (count <= mostAlike) return each;
    if (count < total) return [];
    const where = each.primary ? ` in ${printable(each.primary.span.source.path)}` : '';
    return `… and ${total - mostAlike} more ${each.code}${where}; --format json has them all`;
  });
}

function block(diagnostic: Diagnostic, why: string | undefined, paint: Paint): string {
  const { code, severity, message, primary, labels = [], help, acknowledged } = diagnostic;
  const head = paint(severity, `${severity === 'info' ? 'note' : severity}[${code}]`);
  const parts = [`${head}${paint('strong', `: ${printable(message)}`)}`];
  const [place, ...others] = primary ? [primary, ...labels] : labels;
  if (place) parts.push(frame(place, others, severity, paint));
  const caption = (word: string, text: string | undefined) => {
    if (text) parts.push(`  ${paint('frame', '=')} ${paint('strong', `${word}:`)} ${printable(text)}`);
  };
  caption('why', why);
  caption('acknowledged', acknowledged);
  caption('help', help);
  return parts.join('\n');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
