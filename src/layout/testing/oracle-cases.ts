/** The oracle cases: directories with a document and the words that another engine recorded for it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../../world.ts';
import { createFontCache } from '../index.ts';
import { type Excuse, judge, parseExcuses } from './oracle-differs.ts';
import { compareWords, type Difference } from './oracle-match.ts';
import { ourPages } from './oracle-ours.ts';
import { digestOf, parseRecording, type Recording } from './oracle-words.ts';

export const oracleFolder = fileURLToPath(new URL('../oracle', import.meta.url));
export const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));

export const oracleCases: readonly string[] = readdirSync(oracleFolder)
  .filter((name) => existsSync(join(oracleFolder, name, 'document.html')))
  .sort();

const fonts = createFontCache();

/** A case's document with ours beside what was recorded. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Differences that nothing excuses. */
  readonly faults: readonly Difference[];
  /** Entries of `differs.yaml` that excuse nothing. */
  readonly idle: readonly Excuse[];
  /** What our layout said of the document. */
  readonly messages: readonly string[];
  /** The recording is of another text than the document has now. */
  readonly isStale: boolean;
  readonly pages: { readonly ours: number; readonly theirs: number };
}

/** Compares a case with its recording. Undefined when nothing was recorded yet. */
export async function compareCase(name: string): Promise<Comparison | undefined> {
  const folder = join(oracleFolder, name);
  const recorded = join(folder, 'words.json');
  if (!existsSync(recorded)) return undefined;
  const differs = join(folder, 'differs.yaml');
  const excuses = existsSync(differs) ? parseExcuses(readFileSync(differs, 'utf8')) : [];
  const recording = parseRecording(readFileSync(recorded, 'utf8'));
  return compareDocument(oracleFolder, `${name}/document.html`, recording, excuses);
}

/** Compares the document at `path` below `folder` with a recording of it. */
export async function compareDocument(
  folder: string,
  path: string,
  recording: Recording,
  excuses: readonly Excuse[],
): Promise<Comparison> {
  const text = readFileSync(join(folder, path), 'utf8');
  const { pages, messages } = await ourPages(path, text, filesBelow(folder), fonts);
  const differences = compareWords(recording, pages);
  return {
    differences,
    ...judge(differences, excuses),
    messages,
    isStale: digestOf(text) !== recording.document,
    pages: { ours: pages.length, theirs: recording.pages.length },
  };
}

function filesBelow(folder: string): Files {
  return {
    read: (path) => {
      const real = path.startsWith('npm:') ? join(packages, path.slice(4)) : join(folder, path);
      return existsSync(real) ? readFileSync(real) : undefined;
    },
    list: () => [],
  };
}
