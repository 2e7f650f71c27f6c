/** Replaces scalars in the text of a YAML file (YAML 1.2.2, chapter 7) and nothing else. */
import type { LocatedScalar } from '../source/located.ts';

/** Why a scalar cannot be replaced within its line; undefined when it can. */
export function unfit({ span, via }: LocatedScalar): string | undefined {
  const { text } = span.source;
  const own = text.slice(span.start, span.end);
  if (via.length > 0) return 'it comes from an anchor that other places share';
  if (/&\S+\s*$/.test(text.slice(text.lastIndexOf('\n', span.start) + 1, span.start)))
    return 'it has an anchor that other places may share';
  if (/^[|>]/.test(own) || own.includes('\n')) return 'it stands on several lines';
  return own === '' ? 'it is empty' : undefined;
}

export interface Replacement {
  readonly scalar: LocatedScalar;
  readonly written: string;
}

/** The whole text with its scalars replaced; comments, order and layout stay. */
export function patchText(text: string, replacements: readonly Replacement[]): string {
  let patched = text;
  const backwards = [...replacements].sort((a, b) => b.scalar.span.start - a.scalar.span.start);
  for (const { scalar, written } of backwards) {
    const { start, end } = scalar.span;
    patched = patched.slice(0, start) + scalarText(written, patched.slice(start, end)) + patched.slice(end);
  }
  return patched;
}

/** Words that a plain scalar would be taken for something else by. */
const SPECIAL = /^(?:~|null|true|false|yes|no|on|off)$/i;
/** Letters, digits and harmless signs, with single spaces between; never what begins or ends a construct. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}./%+()°²³-]*(?: [\p{L}\p{N}(][\p{L}\p{N}./%+()°²³-]*)*$/u;

/** A scalar in the style of the one it replaces, where that can hold it. */
function scalarText(written: string, old: string): string {
  const isOneLine = !/[\p{Cc}\u2028\u2029]/u.test(written);
  if (old.startsWith("'") && isOneLine) return `'${written.replaceAll("'", "''")}'`;
  const isPlain = PLAIN.test(written) && !SPECIAL.test(written);
  if (!/^["']/.test(old) && isPlain) return written;
  return `"${written.replace(/["\\\p{Cc}\u2028\u2029]/gu, escaped)}"`;
}

function escaped(sign: string): string {
  if (sign === '"' || sign === '\\') return `\\${sign}`;
  if (sign === '\n') return '\\n';
  if (sign === '\t') return '\\t';
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
