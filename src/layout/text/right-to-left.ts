/** Text that runs from right to left is refused: it would be printed in the wrong order. */
import { labelsOf, type Report } from '../../diagnostics/diagnostic.ts';
import { type FontCode, fontCodes } from './codes.ts';
import type { Prepared } from './prepared.ts';

/** Letters of UAX #9's classes R and AL, and the marks that turn the direction. */
export const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]+/u;

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Syriac}/u, 'Syriac'],
  [/\p{Script=Thaana}/u, 'Thaana'],
];

/** Tells, at its first place in a paragraph, that it holds such text. */
export function reportRightToLeft({ text, clusters }: Prepared, report: Report): void {
  const found = rightToLeft.exec(text);
  if (found === null) return;
  const segment = clusters.runs.findLast((run) => run.segment.start <= found.index)?.segment;
  if (segment === undefined) return;
  const { content, scope } = segment;
  const [word] = found;
  const name = scripts.find(([script]) => script.test(word))?.[1];
  report({
    code: 'F009' satisfies FontCode,
    severity: 'error',
    message: /\p{L}/u.test(word)
      ? `“${word.slice(0, 40)}” is ${name ?? 'text'} that runs from right to left, which cannot be set`
      : 'a mark turns the direction of the text, which cannot be set from right to left',
    ...labelsOf(content.kind === 'text' ? content.originAt(found.index) : scope.element.origin),
    help: fontCodes.F009.help,
  });
}
