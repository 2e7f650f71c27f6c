/** YAML nodes to located values: aliases and merge keys are resolved here, in linear time and within limits. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceText, Span } from '../diagnostics/span.ts';
import { bounded, measured, tellFull } from './bounds.ts';
import { fault, hasFault, type State, spanOf, tellHabit } from './decode-state.ts';
import { anchorAlone, cutByComment, keyWithoutValue, splitNumbers, strangeSpaceInKey } from './habits.ts';
import { mostNodes, mostSuggestions } from './limits.ts';
import type { Located, LocatedEntry, LocatedList, LocatedMap } from './located.ts';
import type { Parsed } from './parse.ts';

/**
 * The value of a parsed file. What an anchor marks is decoded once and shared by all its aliases, so the
 * result may be a graph far smaller than the tree it stands for; that tree is measured and bounded.
 * Faulty parts are reported and left out.
 */
export function decodeNodes(
  { root, faults }: Parsed,
  source: SourceText,
  report: Report,
): Located | undefined {
  const state: State = {
    source,
    report,
    faults: [...faults].sort((a, b) => a - b),
    anchors: new Map(),
    measures: source.text.includes('&') ? new Map() : undefined,
    isFull: false,
    copied: 0,
    unknown: 0,
  };
  return decode(root, state);
}

function decode(node: unknown, state: State): Located | undefined {
  if (state.isFull) return undefined;
  if (isAlias(node)) return alias(node.source, spanOf(node, state), state);
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined;
  const { anchor } = node as { anchor?: string };
  if (anchor !== undefined) state.anchors.set(anchor, 'open');
  if (node.tag !== undefined) refuseTag(node, state);
  const value = isMap(node) ? map(node, state) : isSeq(node) ? list(node, state) : scalar(node, state);
  if (anchor !== undefined) state.anchors.set(anchor, value ?? 'faulty');
  return value;
}

function scalar(node: Scalar, state: State): Located | undefined {
  const { value, type } = node;
  const span = spanOf(node, state);
  if (hasFault(span, state)) return undefined;
  const alone = anchorAlone(node, state.source.text);
  if (alone) return tellHabit(alone, 'error', state);
  const cut = cutByComment(node, state.source.text);
  if (cut) tellHabit(cut, 'warning', state);
  const isQuoted = type !== 'PLAIN';
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const text = isQuoted ? String(known ?? '') : (node.source ?? '');
  return measured({ kind: 'scalar', span, via: [], value: known, source: text, isQuoted }, [], state);
}

function list(node: YAMLSeq, state: State): Located | undefined {
  const items: Located[] = [];
  const splits = splitNumbers(node, state.source.text);
  for (const [index, item] of node.items.entries()) {
    const split = splits.get(index);
    if (split?.first === index) tellHabit(split, 'error', state);
    if (split) continue;
    const value = decode(item, state);
    if (value) items.push(value);
  }
  const lost = items.length < node.items.length ? { lost: true as const } : {};
  const value: LocatedList = { kind: 'list', span: spanOf(node, state), via: [], items, ...lost };
  return bounded(measured(value, items, state), state);
}

function map(node: YAMLMap, state: State): Located | undefined {
  const entries = new Map<string, LocatedEntry>();
  const merges: LocatedEntry[] = [];
  const losses = noLosses();
  const splits = splitNumbers(node, state.source.text);
  for (const [index, pair] of node.items.entries()) {
    const split = splits.get(index);
    if (split?.first === index) {
      losses.keys.add(nameOf(pair.key));
      tellHabit(split, 'error', state);
    }
    if (split) continue;
    const entry = entryOfPair(pair, node.flow === true, losses, state);
    if (!entry) continue;
    if (isMergeKey(pair)) {
      merges.push(entry);
      continue;
    }
    const first = entries.get(entry.key);
    if (first)
      fault(
        state,
        'Y015',
        `duplicate key \`${entry.key}\``,
        entry.keySpan,
        'Delete one of the two, or rename it.',
        [{ span: first.keySpan, text: 'first here' }],
      );
    else entries.set(entry.key, entry);
  }
  for (const merge of merges) addMerged(entries, merge, losses, state);
  const children = [...entries.values()].map((entry) => entry.value);
  const lost = lostOf(losses, entries);
  const value: LocatedMap = { kind: 'map', span: spanOf(node, state), via: [], entries, ...lost };
  return bounded(measured(value, children, state), state);
}

/** What of a map could not be read. */
interface Losses {
  readonly keys: Set<string>;
  /** A key could not be read, or a map that was to be merged: any key may be missing for it. */
  isOpen: boolean;
}

function noLosses(): Losses {
  return { keys: new Set(), isOpen: false };
}

function lostOf(
  { keys, isOpen }: Losses,
  entries: ReadonlyMap<string, LocatedEntry>,
): Pick<LocatedMap, 'lost'> {
  if (isOpen) return { lost: 'some' };
  // What a merged map or a second entry supplies is not missing.
  for (const key of entries.keys()) keys.delete(key);
  return keys.size > 0 ? { lost: keys } : {};
}

function entryOfPair(
  { key, value }: Pair,
  inFlow: boolean,
  losses: Losses,
  state: State,
): LocatedEntry | undefined {
  if (!isScalar(key) || hasFault(spanOf(key, state), state)) {
    losses.isOpen = true;
    return undefined;
  }
  if (key.anchor !== undefined) decode(key, state);
  const name = nameOf(key);
  const keySpan = spanOf(key, state);
  if (name === '__proto__' || name === '') {
    const message = name === '' ? 'a key is missing before the colon' : `\`${name}\` cannot be a key`;
    fault(state, 'Y019', message, keySpan, name === '' ? 'Write the key.' : 'Rename the key.');
    losses.isOpen = true;
    return undefined;
  }
  const strange = key.type === 'PLAIN' ? strangeSpaceInKey(name, keySpan.start) : undefined;
  if (strange) {
    losses.isOpen = true;
    return tellHabit(strange, 'error', state);
  }
  // A key without colon has no value node at all.
  if (value === null && inFlow) {
    const { code, message, help } = keyWithoutValue(key, name);
    fault(state, code, message, keySpan, help);
    losses.isOpen = true;
    return undefined;
  }
  const decoded =
    value === null
      ? measured(
          { kind: 'scalar', span: keySpan, via: [], value: null, source: '', isQuoted: false },
          [],
          state,
        )
      : decode(value, state);
  if (decoded) return { key: name, keySpan, value: decoded, via: [] };
  if (name === '<<') losses.isOpen = true;
  else losses.keys.add(name);
  return undefined;
}

/** The name of a key; the parser marks `<<` by a symbol. */
function nameOf(key: unknown): string {
  if (!isScalar(key)) return '';
  return typeof key.value === 'symbol' ? '<<' : String(key.value ?? '');
}

function isMergeKey({ key }: Pair): boolean {
  return (
    isScalar(key) &&
    (key.type === 'PLAIN' || key.type === undefined) &&
    (typeof key.value === 'symbol' || key.value === '<<')
  );
}

/** `<<`: keys that the map has not itself; of several maps the first wins (yaml.org/type/merge). */
function addMerged(
  entries: Map<string, LocatedEntry>,
  merge: LocatedEntry,
  losses: Losses,
  state: State,
): void {
  const { value } = merge;
  const parts = value.kind === 'list' ? value.items : [value];
  if (value.kind === 'list' && value.lost) losses.isOpen = true;
  for (const part of parts) {
    if (part.kind !== 'map') {
      const help = 'Give it an alias to a map, or a list of such aliases: `<<: [*a, *b]`.';
      fault(state, 'Y018', '`<<` merges something that is no map', part.via[0] ?? part.span, help);
      losses.isOpen = true;
      continue;
    }
    if (part.lost === 'some') losses.isOpen = true;
    else for (const key of part.lost ?? []) losses.keys.add(key);
    const via = value.kind === 'list' ? [...value.via, ...part.via] : part.via;
    state.copied += part.entries.size;
    if (state.copied > mostNodes) {
      tellFull(state, merge.keySpan);
      return;
    }
    for (const entry of part.entries.values()) {
      if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, via: [...via, ...entry.via] });
    }
  }
}

function alias(name: string, span: Span, state: State): Located | undefined {
  const target = state.anchors.get(name);
  if (target === 'faulty') return undefined;
  if (target === undefined) {
    const suggestion = state.unknown < mostSuggestions ? nearest(name, [...state.anchors.keys()]) : undefined;
    state.unknown += 1;
    const help = suggestion
      ? `Did you mean \`*${suggestion}\`?`
      : `Mark the value with \`&${name}\` before it is used, or write it out.`;
    fault(state, 'Y016', `unknown alias \`*${name}\``, span, help);
    return undefined;
  }
  if (target === 'open') {
    fault(
      state,
      'Y017',
      `the alias \`*${name}\` stands inside of the value it repeats`,
      span,
      'Write the value out.',
    );
    return undefined;
  }
  const value = { ...target, via: [span, ...target.via] };
  state.measures?.set(value, state.measures.get(target)!);
  return value;
}

/** Characters before a value in which its tag is looked for. */
const longestTag = 200;

function refuseTag(node: Node, state: State): void {
  const value = spanOf(node, state);
  // The parser keeps the resolved name only; what was written stands before the value.
  const before = state.source.text.slice(Math.max(0, value.start - longestTag), value.start);
  const written = /(!\S*)\s+(?:&\S+\s+)?$/.exec(before);
  const start = written ? value.start - before.length + written.index : value.start;
  const span = written ? { ...value, start, end: start + written[1]!.length } : value;
  if (hasFault(span, state)) return;
  fault(
    state,
    'Y009',
    `the tag \`${written?.[1] ?? '!'}\` changes what this value is`,
    span,
    'Delete the tag; texts stand in quotes.',
  );
}
