/**
 * What was recorded from another engine: the words of each page with the place of their first glyph. The file
 * names the engine and the text of the document it was given, so that a stale record is noticed.
 */
import { createHash } from 'node:crypto';

/** `x` is the origin of the first glyph, `width` reaches to the end of the last advance, y is the baseline; px. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
}

export interface Recording {
  /** Name and version of the engine that laid the document out. */
  readonly engine: string;
  /** SHA-256 of the document that was laid out, in hex. */
  readonly document: string;
  readonly pages: readonly (readonly Word[])[];
}

/** The digest under which a recording knows its document. */
export function digestOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** JSON with one word a line, so that a new recording can be read as a difference. Numbers are rounded to 0.01. */
export function printRecording({ engine, document, pages }: Recording): string {
  const rows = pages.map((words) => {
    const lines = words.map((word) => `    ${JSON.stringify(rowOf(word))}`);
    return lines.length === 0 ? '  []' : `  [\n${lines.join(',\n')}\n  ]`;
  });
  const head = `{\n"engine": ${JSON.stringify(engine)},\n"document": ${JSON.stringify(document)},`;
  return `${head}\n"pages": [\n${rows.join(',\n')}\n]\n}\n`;
}

type Row = readonly [text: string, x: number, width: number, baseline: number];

function rowOf({ text, x, width, baseline }: Word): Row {
  return [text, rounded(x), rounded(width), rounded(baseline)];
}

/** Reads what `printRecording` wrote. */
export function parseRecording(text: string): Recording {
  const { engine, document, pages } = JSON.parse(text) as {
    engine: string;
    document: string;
    pages: readonly (readonly Row[])[];
  };
  const words = pages.map((rows) => rows.map(([text, x, width, baseline]) => ({ text, x, width, baseline })));
  return { engine, document, pages: words };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
