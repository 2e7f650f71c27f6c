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
import type { Diagnostic, Label, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceText, Span } from '../diagnostics/span.ts';
import type { SourceCode } from './codes.ts';
import { mostLevels, mostNodes } from './limits.ts';
import type { Located, LocatedEntry, LocatedList, LocatedMap } from './located.ts';

/**
 * The value of a parsed file. What an anchor marks is decoded once and shared by all its aliases, so the
 * result may be a graph far smaller than the tree it stands for; that tree is measured and bounded.
 * Faulty parts are reported and left out.
 */
export function decodeNodes(root: Node, source: SourceText, report: Report): Located | undefined {
  const state: State = {
    source,
    report,
    anchors: new Map(),
    measures: new WeakMap(),
    isFull: false,
    copied: 0,
  };
  return decode(root, state);
}

interface State {
  readonly source: SourceText;
  readonly report: Report;
  /** By name, what was marked so far; `open` while it is being decoded. */
  readonly anchors: Map<string, Located | 'open' | 'faulty'>;
  readonly measures: WeakMap<Located, Measure>;
  /** A limit was passed and told; the rest of the file is not decoded. */
  isFull: boolean;
  /** Entries copied by merge keys so far: the one step whose cost the file's length does not bound. */
  copied: number;
}

/** The tree a value stands for after all aliases are filled in. */
interface Measure {
  readonly nodes: number;
  readonly levels: number;
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

function scalar(node: Scalar, state: State): Located {
  const { value, type } = node;
  const isQuoted = type !== 'PLAIN';
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const text = isQuoted ? String(known ?? '') : (node.source ?? '');
  return measured(
    { kind: 'scalar', span: spanOf(node, state), via: [], value: known, source: text, isQuoted },
    [],
    state,
  );
}

function list(node: YAMLSeq, state: State): Located | undefined {
  const items: Located[] = [];
  for (const item of node.items) {
    const value = decode(item, state);
    if (value) items.push(value);
  }
  return bounded(measured({ kind: 'list', span: spanOf(node, state), via: [], items }, items, state), state);
}

function map(node: YAMLMap, state: State): Located | undefined {
  const entries = new Map<string, LocatedEntry>();
  const merges: LocatedEntry[] = [];
  for (const pair of node.items) {
    const entry = entryOfPair(pair, node.flow === true, state);
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
  for (const merge of merges) addMerged(entries, merge, state);
  const children = [...entries.values()].map((entry) => entry.value);
  return bounded(
    measured({ kind: 'map', span: spanOf(node, state), via: [], entries }, children, state),
    state,
  );
}

function entryOfPair({ key, value }: Pair, inFlow: boolean, state: State): LocatedEntry | undefined {
  if (!isScalar(key)) return undefined;
  if (key.anchor !== undefined) decode(key, state);
  const name = typeof key.value === 'symbol' ? '<<' : String(key.value ?? '');
  const keySpan = spanOf(key, state);
  if (name === '__proto__' || name === '') {
    const message = name === '' ? 'a key is missing before the colon' : `\`${name}\` cannot be a key`;
    fault(state, 'Y019', message, keySpan, name === '' ? 'Write the key.' : 'Rename the key.');
    return undefined;
  }
  // A key without colon has no value node at all.
  if (value === null && inFlow) {
    const help = 'A text with a comma needs quotes inside of { … }; a key needs a colon and a value.';
    fault(state, 'Y014', `\`${name}\` is no key with a value`, keySpan, help);
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
  return decoded && { key: name, keySpan, value: decoded, via: [] };
}

function isMergeKey({ key }: Pair): boolean {
  return (
    isScalar(key) &&
    (key.type === 'PLAIN' || key.type === undefined) &&
    (typeof key.value === 'symbol' || key.value === '<<')
  );
}

/** `<<`: keys that the map has not itself; of several maps the first wins (yaml.org/type/merge). */
function addMerged(entries: Map<string, LocatedEntry>, merge: LocatedEntry, state: State): void {
  const { value } = merge;
  const parts = value.kind === 'list' ? value.items : [value];
  for (const part of parts) {
    if (part.kind !== 'map') {
      const help = 'Give it an alias to a map, or a list of such aliases: `<<: [*a, *b]`.';
      fault(state, 'Y018', '`<<` merges something that is no map', part.via[0] ?? part.span, help);
      continue;
    }
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
    const suggestion = nearest(name, [...state.anchors.keys()]);
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
  state.measures.set(value, state.measures.get(target)!);
  return value;
}

function measured<T extends Located>(value: T, children: readonly Located[], state: State): T {
  let nodes = 1;
  let levels = 0;
  for (const child of children) {
    const measure = state.measures.get(child)!;
    nodes += measure.nodes;
    levels = Math.max(levels, measure.levels);
  }
  state.measures.set(value, { nodes, levels: levels + 1 });
  return value;
}

/** Refuses a value that grew beyond the limits by aliases, at the alias that weighs most. */
function bounded(value: LocatedMap | LocatedList, state: State): Located | undefined {
  if (state.isFull) return undefined;
  const { nodes, levels } = state.measures.get(value)!;
  if (nodes <= mostNodes && levels <= mostLevels) return value;
  const heaviest = heaviestChild(value, nodes > mostNodes ? 'nodes' : 'levels', state);
  const span = heaviest?.via[0] ?? value.span;
  if (nodes > mostNodes) tellFull(state, span);
  else fault(state, 'Y005', `nested too deeply: more than ${mostLevels} levels`, span, 'Flatten the data.');
  state.isFull = true;
  return undefined;
}

/** Said once: nothing more is decoded afterwards. */
function tellFull(state: State, span: Span): void {
  if (state.isFull) return;
  state.isFull = true;
  const message = `more than ${mostNodes.toLocaleString('en')} values after aliases are filled in`;
  fault(state, 'Y006', message, span, 'Write the values out, or use fewer aliases.');
}

function heaviestChild(
  value: LocatedMap | LocatedList,
  by: keyof Measure,
  state: State,
): Located | undefined {
  const children =
    value.kind === 'map' ? [...value.entries.values()].map((entry) => entry.value) : value.items;
  return children.reduce<Located | undefined>((heaviest, child) => {
    const weight = (node: Located | undefined) => (node ? state.measures.get(node)![by] : 0);
    return weight(child) > weight(heaviest) ? child : heaviest;
  }, undefined);
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
  fault(
    state,
    'Y009',
    `the tag \`${written?.[1] ?? '!'}\` changes what this value is`,
    span,
    'Delete the tag; texts stand in quotes.',
  );
}

function spanOf(node: Node, state: State): Span {
  const [start = 0, end = start] = node.range ?? [];
  return { source: state.source, start, end };
}

function fault(
  state: State,
  code: SourceCode,
  message: string,
  span: Span,
  help: string,
  labels?: readonly Label[],
): void {
  const diagnostic: Diagnostic = { code, severity: 'error', message, primary: { span }, help };
  state.report(labels ? { ...diagnostic, labels } : diagnostic);
}
