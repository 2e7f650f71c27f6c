/** The layout of one document with a given text engine: what `layoutDocument` does, and what tests call. */
import type { Report, Severity } from '../diagnostics/diagnostic.ts';
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { StyledDocument } from '../markup/tree.ts';
import type { Files } from '../world.ts';
import { backgroundFiles } from './box/background-files.ts';
import { buildBoxes } from './box/build.ts';
import type { LaidOut } from './display.ts';
import { reportOnce } from './fault.ts';
import type { FlexEngine } from './flex/engine.ts';
import { laidOutOf } from './page/finish.ts';
import { settlePages } from './page/rounds.ts';
import type { TextEngine } from './text-engine.ts';

export interface DocumentContext {
  readonly files: Files;
  readonly lenient: boolean;
  /** Makes the text engine; faults of fonts and text go to `report`. */
  readonly openText: (report: Report) => TextEngine;
  /** Needed where the document has flex boxes. */
  readonly flexEngine?: FlexEngine | undefined;
}

/** Lays out a document. Without a value an error left nothing to show. */
export function layoutWith(
  document: StyledDocument,
  { files, lenient, openText, flexEngine }: DocumentContext,
): Outcome<LaidOut> {
  return collect((collected) => {
    const report = reportOnce(lenient ? softened(collected) : collected);
    const text = openText(report);
    const root = buildBoxes(
      document.body,
      { base: document.base, files, text, report },
      countersOfPages(document),
    );
    const settled = settlePages(root, document, text, report, flexEngine);
    return settled && laidOutOf(document, settled, backgroundFiles(files, document.body, report), report);
  });
}

/** Counters that ordinary pages reset. */
function countersOfPages({ pageStyle }: StyledDocument): ReadonlySet<string> {
  const { style } = pageStyle({ name: '', number: 2, first: false, side: 'left', blank: false });
  return new Set(style.counterReset.map(({ name }) => name));
}

/** Overflows of documents that others wrote for engines that clip, in margin boxes, too, and what such engines leave out. */
const softCodes: ReadonlySet<string> = new Set([
  'F007',
  'L001',
  'L002',
  'L003',
  'L004',
  'L005',
  'L042',
  'L047',
]);

function softened(report: Report): Report {
  const severity: Severity = 'warning';
  return (diagnostic) => report(softCodes.has(diagnostic.code) ? { ...diagnostic, severity } : diagnostic);
}
