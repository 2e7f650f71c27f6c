/** Grids and alignment (css-grid-2, css-align-3). */
import type { Alignment, GridLine, Track, TrackBound } from '../../style.ts';
import {
  type Computation,
  type Cursor,
  changed,
  either,
  fixed,
  type Grammar,
  keyword,
  mapped,
  single,
} from '../grammar.ts';
import { lengthPercentage } from '../length.ts';
import { type CssValue, splitAtCommas, wordOf } from '../values.ts';
import { zero } from './boxes.ts';
import { own } from './property.ts';

/** More tracks than this are refused: `repeat()` must not blow up. */
const maximumTracks = 200;
/** Lines farther than this are refused for the same reason. */
const maximumLine = 1000;

const trackBound: Grammar<TrackBound> = either(
  mapped<TrackBound>({
    auto: { kind: 'auto' },
    'min-content': { kind: 'min-content' },
    'max-content': { kind: 'max-content' },
  }),
  changed(lengthPercentage({ negative: false }), (length): TrackBound => ({ kind: 'length', length })),
  single<TrackBound>('a fraction such as 1fr', (value) => {
    if (value.kind !== 'dimension' || value.unit !== 'fr' || value.value < 0) return undefined;
    return fixed<TrackBound>({ kind: 'fr', value: value.value });
  }),
);

const minmax: Grammar<Track> = single('minmax(…)', (value) => {
  if (value.kind !== 'function' || value.name !== 'minmax') return undefined;
  const [min, max, ...rest] = splitAtCommas(value.args).map((part) => complete(trackBound, part));
  if (min === undefined || max === undefined || rest.length > 0) return undefined;
  return (context) => ({ kind: 'minmax', min: min(context), max: max(context) });
});

const track: Grammar<Track> = either<Track, Track>(trackBound, minmax);

/** `none`, or tracks; `repeat(n, …)` is unrolled. */
const trackList: Grammar<readonly Track[]> = {
  expects: `none, ${track.expects}, repeat(…)`,
  words: ['none', ...track.words],
  read: (cursor) => {
    if (wordOf(cursor.values[cursor.at]) === 'none') {
      cursor.at += 1;
      return fixed([]);
    }
    const tracks = tracksFrom(cursor);
    return tracks === undefined || tracks.length === 0
      ? undefined
      : (context) => tracks.map((one) => one(context));
  },
};

function tracksFrom(cursor: Cursor): readonly Computation<Track>[] | undefined {
  const tracks: Computation<Track>[] = [];
  while (cursor.at < cursor.values.length) {
    const value = cursor.values[cursor.at]!;
    const repeated = value.kind === 'function' && value.name === 'repeat' ? repeat(value.args) : undefined;
    const one = repeated === undefined ? track.read(cursor) : undefined;
    if (repeated !== undefined) cursor.at += 1;
    else if (one === undefined) break;
    tracks.push(...(repeated ?? [one!]));
    if (tracks.length > maximumTracks) return undefined;
  }
  return tracks;
}

function repeat(args: readonly CssValue[]): readonly Computation<Track>[] | undefined {
  const [count, ...parts] = splitAtCommas(args);
  const times = count?.[0]?.kind === 'number' ? count[0].value : 0;
  if (!Number.isInteger(times) || times < 1 || times > maximumTracks || parts.length !== 1) return undefined;
  const cursor: Cursor = { values: parts[0]!, at: 0 };
  const tracks: Computation<Track>[] = [];
  for (let one = track.read(cursor); one !== undefined; one = track.read(cursor)) tracks.push(one);
  if (cursor.at < cursor.values.length || tracks.length * times > maximumTracks) return undefined;
  return Array.from({ length: times }, () => tracks).flat();
}

function complete<T>(grammar: Grammar<T>, values: readonly CssValue[]): Computation<T> | undefined {
  const cursor: Cursor = { values, at: 0 };
  const computation = grammar.read(cursor);
  return cursor.at === values.length ? computation : undefined;
}

/** `auto`, a line number, or `span` and a count (css-grid-2 §8.3). */
export const gridLine: Grammar<GridLine> = {
  expects: 'auto, a line number, span and a count',
  words: ['auto', 'span'],
  read: (cursor) => {
    const first = cursor.values[cursor.at];
    if (wordOf(first) === 'auto') {
      cursor.at += 1;
      return fixed('auto');
    }
    const isSpan = wordOf(first) === 'span';
    const count = isSpan ? cursor.values[cursor.at + 1] : first;
    if (count?.kind !== 'number' || !Number.isInteger(count.value) || count.value === 0) return undefined;
    if (Math.abs(count.value) > maximumLine || (isSpan && count.value < 0)) return undefined;
    cursor.at += isSpan ? 2 : 1;
    return fixed(isSpan ? { span: count.value } : { line: count.value });
  },
};

/** `flex-start` and `flex-end` mean the same here. */
export const alignment: Grammar<Alignment> = mapped<Alignment>({
  normal: 'normal',
  start: 'start',
  end: 'end',
  center: 'center',
  stretch: 'stretch',
  baseline: 'baseline',
  'space-between': 'space-between',
  'flex-start': 'start',
  'flex-end': 'end',
});
export const selfAlignment: Grammar<Alignment | 'auto'> = either(keyword('auto'), alignment);
export const gap = either(mapped({ normal: zero }), lengthPercentage({ negative: false }));

const noTracks: readonly Track[] = [];
const autoTrack: Track = { kind: 'auto' };

export const gridProperties = {
  gridTemplateColumns: own(noTracks, trackList),
  gridTemplateRows: own(noTracks, trackList),
  gridAutoRows: own(autoTrack, track),
  gridColumnStart: own<GridLine>('auto', gridLine),
  gridColumnEnd: own<GridLine>('auto', gridLine),
  gridRowStart: own<GridLine>('auto', gridLine),
  gridRowEnd: own<GridLine>('auto', gridLine),
  columnGap: own(zero, gap),
  rowGap: own(zero, gap),
  alignItems: own<Alignment>('normal', alignment),
  alignSelf: own<Alignment | 'auto'>('auto', selfAlignment),
  justifyItems: own<Alignment>('normal', alignment),
  justifySelf: own<Alignment | 'auto'>('auto', selfAlignment),
  alignContent: own<Alignment>('normal', alignment),
  justifyContent: own<Alignment>('normal', alignment),
};
