/** Messages for people at a terminal: what is wrong, the lines it is about, what to do. */
import { type Paint, painter } from './ansi.ts';
import { arrange, countBySeverity, countWords } from './arrange.ts';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './display-width.ts';
import { frame } from './frame.ts';

/** All messages with code frames, then one line that counts them. */
export function printPretty(
  diagnostics: readonly Diagnostic[],
  options: { readonly color: boolean },
): string {
  const arranged = arrange(diagnostics);
  const paint = painter(options.color);
  const counts = countBySeverity(arranged);
  const worst = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'strong';
  const blocks = arranged.map((diagnostic) => `${block(diagnostic, paint)}\n\n`);
  return `${blocks.join('')}${paint(worst, sentence(countWords(counts)))}\n`;
}

function block(diagnostic: Diagnostic, paint: Paint): string {
  const { code, severity, message, primary, labels = [], help } = diagnostic;
  const head = paint(severity, `${severity === 'info' ? 'note' : severity}[${code}]`);
  const parts = [`${head}${paint('strong', `: ${printable(message)}`)}`];
  if (primary) parts.push(frame(primary, labels, severity, paint));
  if (help) parts.push(`  ${paint('frame', '=')} ${paint('strong', 'help:')} ${printable(help)}`);
  return parts.join('\n');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
