/**
 * Located values as numbers, which cross from one thread to another without being copied piece by piece. The text of
 * the file is on both sides and not sent again.
 */

import { assertNever } from '../diagnostics/assert-never.ts';
import type { SourceText, Span } from '../diagnostics/span.ts';
import type { Located, LocatedEntry } from './located.ts';

/** Nodes in the order of the file: a tag, the span, and what the tag asks for. */
export interface Packed {
  readonly nodes: Int32Array<ArrayBuffer>;
  /** What does not stand in the file as it is meant: texts with escapes, numbers. */
  readonly rest: readonly (string | number)[];
}

const tags = { map: 0, list: 1, string: 2, number: 3, true: 4, false: 5, null: 6 } as const;
/** Added to the tag of a scalar in quotes. */
const quoted = 8;
/** In place of an index into `rest`: the text of the span, with or without its first and last character. */
const asWritten = -1;
const insideQuotes = -2;

/** The numbers of a value; undefined where aliases share parts of it, or something was lost. */
export function pack(root: Located, text: string): Packed | undefined {
  const nodes: number[] = [];
  const rest: (string | number)[] = [];
  const putText = (words: string, { start, end }: Span): void => {
    if (words === text.slice(start, end)) nodes.push(asWritten);
    else if (words === text.slice(start + 1, end - 1)) nodes.push(insideQuotes);
    else nodes.push(rest.push(words) - 1);
  };
  const put = (node: Located): boolean => {
    const { start, end } = node.span;
    if (node.via.length > 0) return false;
    switch (node.kind) {
      case 'map':
        nodes.push(tags.map, start, end, node.entries.size);
        return (
          node.lost === undefined &&
          [...node.entries.values()].every(({ key, keySpan, value, via }) => {
            nodes.push(keySpan.start, keySpan.end);
            putText(key, keySpan);
            return via.length === 0 && put(value);
          })
        );
      case 'list':
        nodes.push(tags.list, start, end, node.items.length);
        return node.lost === undefined && node.items.every(put);
      case 'scalar': {
        const { value, source, isQuoted } = node;
        nodes.push(tagOf(value) + (isQuoted ? quoted : 0), start, end);
        putText(source, node.span);
        if (typeof value === 'number') nodes.push(rest.push(value) - 1);
        else if (typeof value === 'string' && value !== source) return false;
        return true;
      }
      default:
        return assertNever(node);
    }
  };
  return put(root) ? { nodes: Int32Array.from(nodes), rest } : undefined;
}

function tagOf(value: string | number | boolean | null): number {
  if (value === null) return tags.null;
  if (typeof value === 'boolean') return value ? tags.true : tags.false;
  return typeof value === 'number' ? tags.number : tags.string;
}

/** The value that was packed; `source` has the same text. */
export function unpack({ nodes, rest }: Packed, source: SourceText): Located {
  let at = 0;
  const next = (): number => nodes[at++]!;
  const nextSpan = (): Span => ({ source, start: next(), end: next() });
  const nextText = ({ start, end }: Span): string => {
    const index = next();
    if (index === asWritten) return source.text.slice(start, end);
    return index === insideQuotes ? source.text.slice(start + 1, end - 1) : String(rest[index]);
  };
  const node = (): Located => {
    const tag = next();
    const span = nextSpan();
    if (tag === tags.map) {
      const entries = new Map<string, LocatedEntry>();
      for (let left = next(); left > 0; left--) {
        const keySpan = nextSpan();
        const key = nextText(keySpan);
        entries.set(key, { key, keySpan, value: node(), via: [] });
      }
      return { kind: 'map', span, via: [], entries };
    }
    if (tag === tags.list) {
      const items: Located[] = [];
      for (let left = next(); left > 0; left--) items.push(node());
      return { kind: 'list', span, via: [], items };
    }
    const text = nextText(span);
    const value = valueOfTag(tag % quoted, text, () => Number(rest[next()]));
    return { kind: 'scalar', span, via: [], value, source: text, isQuoted: tag >= quoted };
  };
  return node();
}

function valueOfTag(tag: number, text: string, number: () => number): string | number | boolean | null {
  switch (tag) {
    case tags.string:
      return text;
    case tags.number:
      return number();
    case tags.true:
    case tags.false:
      return tag === tags.true;
    default:
      return null;
  }
}
