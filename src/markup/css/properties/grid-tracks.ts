/** Track lists (css-grid-2 §7.2): sizes, `repeat()`, names of lines. */
import type { GridTemplate, NamedTracks, Track, TrackBound } from '../../style.ts';
import {
  type Computation,
  type ComputeContext,
  type Cursor,
  changed,
  either,
  fixed,
  type Grammar,
  mapped,
  several,
  single,
} from '../grammar.ts';
import { lengthPercentage } from '../length.ts';
import { type CssValue, splitAtCommas, wordOf } from '../values.ts';
import { lineNames } from './grid-lines.ts';

/** More tracks than this are refused: `repeat()` must not blow up. */
const maximumTracks = 200;

const lengthBound: Grammar<TrackBound> = changed(
  lengthPercentage({ negative: false }),
  (length): TrackBound => ({ kind: 'length', length }),
);

const trackBound: Grammar<TrackBound> = either(
  mapped<TrackBound>({
    auto: { kind: 'auto' },
    'min-content': { kind: 'min-content' },
    'max-content': { kind: 'max-content' },
  }),
  lengthBound,
  single<TrackBound>('a fraction such as 1fr', (value) => {
    if (value.kind !== 'dimension' || value.unit !== 'fr' || value.value < 0) return undefined;
    return fixed<TrackBound>({ kind: 'fr', value: value.value });
  }),
);

const minmax: Grammar<Track> = single('minmax(…)', (value) => {
  if (value.kind !== 'function' || value.name !== 'minmax') return undefined;
  const [min, max, ...rest] = splitAtCommas(value.args).map((part) => complete(trackBound, part));
  const isFraction = value.args[0]?.kind === 'dimension' && value.args[0].unit === 'fr';
  if (min === undefined || max === undefined || rest.length > 0 || isFraction) return undefined;
  return (context) => ({ kind: 'minmax', min: min(context), max: max(context) });
});

const fitContent: Grammar<Track> = single('fit-content(…)', (value) => {
  if (value.kind !== 'function' || value.name !== 'fit-content') return undefined;
  const limit = complete(lengthPercentage({ negative: false }), value.args);
  return limit && ((context): Track => ({ kind: 'fit-content', limit: limit(context) }));
});

/** One track size. */
export const track: Grammar<Track> = either<Track, Track, Track>(trackBound, minmax, fitContent);

/** The tracks of `grid-auto-rows` and `grid-auto-columns`, taken in turn. */
export const autoTracks: Grammar<readonly Track[]> = several(track, maximumTracks);

function complete<T>(grammar: Grammar<T>, values: readonly CssValue[]): Computation<T> | undefined {
  const cursor: Cursor = { values, at: 0 };
  const computation = grammar.read(cursor);
  return cursor.at === values.length ? computation : undefined;
}

/** Tracks and line names while they are read: one list of names more than there are tracks. */
interface Sequence {
  readonly tracks: Computation<Track>[];
  readonly names: string[][];
  repeat?: { readonly at: number; readonly mode: 'auto-fill' | 'auto-fit'; readonly of: Sequence };
}

function emptySequence(): Sequence {
  return { tracks: [], names: [[]] };
}

function addTrack(sequence: Sequence, size: Computation<Track>): void {
  sequence.tracks.push(size);
  sequence.names.push([]);
}

function addSequence(sequence: Sequence, added: Sequence): void {
  added.names.forEach((names, i) => {
    if (i > 0) addTrack(sequence, added.tracks[i - 1]!);
    sequence.names.at(-1)!.push(...names);
  });
}

/** Reads names and tracks as far as they go; `repeated` reads `repeat(…)` where it is allowed. */
function readSequence(
  cursor: Cursor,
  repeated: (value: CssValue, sequence: Sequence) => boolean,
): Sequence | undefined {
  const sequence = emptySequence();
  for (;;) {
    const value = cursor.values[cursor.at];
    if (value === undefined) return sequence;
    const names = lineNames(cursor);
    if (names !== undefined) {
      sequence.names.at(-1)!.push(...names);
      continue;
    }
    if (value.kind === 'function' && value.name === 'repeat') {
      if (!repeated(value, sequence)) return undefined;
      cursor.at += 1;
    } else {
      const one = track.read(cursor);
      if (one === undefined) return sequence;
      addTrack(sequence, one);
    }
    if (sequence.tracks.length > maximumTracks) return undefined;
  }
}

/** `repeat(…)` into the sequence: unrolled, or kept when it fills the grid. */
function addRepeat(value: CssValue, sequence: Sequence): boolean {
  const [count, ...parts] = value.kind === 'function' ? splitAtCommas(value.args) : [];
  if (count?.length !== 1 || parts.length !== 1) return false;
  const cursor: Cursor = { values: parts[0]!, at: 0 };
  const of = readSequence(cursor, () => false);
  if (of === undefined || of.tracks.length === 0 || cursor.at < cursor.values.length) return false;
  const mode = wordOf(count[0]);
  if (mode === 'auto-fill' || mode === 'auto-fit') {
    if (sequence.repeat !== undefined) return false;
    sequence.repeat = { at: sequence.tracks.length, mode, of };
    sequence.names.push([]);
    return true;
  }
  const times = count[0]?.kind === 'number' ? count[0].value : 0;
  if (!Number.isInteger(times) || times < 1 || times * of.tracks.length > maximumTracks) return false;
  for (let i = 0; i < times; i += 1) addSequence(sequence, of);
  return true;
}

function namedTracks({ tracks, names }: Sequence, context: ComputeContext): NamedTracks {
  return { tracks: tracks.map((one) => one(context)), names };
}

export const NO_TRACKS: GridTemplate = { tracks: [], names: [[]] };

/** `none`, or tracks with names of lines between them. */
export const trackList: Grammar<GridTemplate> = {
  expects: `none, ${track.expects}, repeat(…), [names of lines]`,
  words: ['none', ...track.words],
  read: (cursor) => {
    if (wordOf(cursor.values[cursor.at]) === 'none') {
      cursor.at += 1;
      return fixed(NO_TRACKS);
    }
    const start = cursor.at;
    const sequence = readSequence(cursor, addRepeat);
    if (sequence === undefined || (sequence.tracks.length === 0 && sequence.repeat === undefined)) {
      cursor.at = start;
      return undefined;
    }
    return templateOf(sequence);
  },
};

function templateOf(sequence: Sequence): Computation<GridTemplate> | undefined {
  const { repeat } = sequence;
  if (repeat === undefined) return (context) => namedTracks(sequence, context);
  // css-grid-2 §7.2.3.2: how often a track fits is only known when it has a length.
  if (![...repeat.of.tracks, ...sequence.tracks].every((size) => hasLength(size))) return undefined;
  return (context) => ({
    ...namedTracks(sequence, context),
    repeat: { ...namedTracks(repeat.of, context), at: repeat.at, mode: repeat.mode },
  });
}

function hasLength(size: Computation<Track>): boolean {
  const one = size({ fontSize: 0, rootFontSize: 0 } as ComputeContext);
  if (one.kind === 'minmax') return one.min.kind === 'length' || one.max.kind === 'length';
  return one.kind === 'length';
}
