/** Seals a finished package: small ones at once, large ones piece by piece, inspected on their way. */
import { strToU8 } from 'fflate';
import { lintPackage, lintParts, lintWhileWritten } from '../lint.ts';
import type { LintedRows } from '../lint-rows.ts';
import { type Parts, type Sink, sealInPieces, sealPackage } from '../package/zip.ts';
import type { FinishedPackage } from './finish.ts';
import type { FinishedSheet } from './sheet-part.ts';

/** Sentences about what is wrong with the package; a small one that is not sound does not go out. */
export async function sealInto(sink: Sink, { parts, large }: FinishedPackage): Promise<readonly string[]> {
  if (large.size === 0) {
    const bytes = sealPackage(parts);
    const found = lintPackage(bytes);
    if (found.length === 0) await sink(bytes);
    return found;
  }
  const linted = new Map<string, LintedRows>();
  const made = new Map(
    Array.from(large, ([part, sheet]) => [part, sheetBytes(part, sheet, parts, linted)] as const),
  );
  await sealInPieces(parts, made, sink);
  const rest = Array.from(large, ([part, { start, end }]) => [part, strToU8(start + end)] as const);
  return lintParts(new Map([...parts, ...rest]), linted);
}

function* sheetBytes(
  part: string,
  { start, rows, end }: FinishedSheet,
  parts: Parts,
  linted: Map<string, LintedRows>,
): Generator<Uint8Array> {
  const lint = lintWhileWritten(parts, part);
  yield strToU8(start);
  for (const piece of rows()) {
    lint.write(piece);
    yield strToU8(piece);
  }
  linted.set(part, lint.close());
  yield strToU8(end);
}
