/** The explicit grid (css-grid-2 §7): templates with their automatic repetitions, and where named lines are. */
import type { GridAreas, GridTemplate, Track } from '../../markup/style.ts';
import { resolve, resolveDefinite } from '../flow/sizes.ts';

/** One axis of the explicit grid. */
export interface ExplicitAxis {
  /** Sizes given by the template. */
  readonly tracks: readonly Track[];
  /** Tracks of the template or of the areas, whichever are more. */
  readonly count: number;
  /** Zero-based lines by name, in rising order. */
  readonly lines: ReadonlyMap<string, readonly number[]>;
  /** Tracks that vanish when they are empty (`auto-fit`): from, and to (exclusive). */
  readonly fitted: readonly [from: number, to: number];
}

/** The room for tracks, px: `definite` fills it, a limit on the way up (`most`) does too, one on the way down (`least`) must be reached. */
export interface Room {
  readonly definite?: number | undefined;
  readonly most?: number | undefined;
  readonly least?: number | undefined;
}

/** Repetitions beyond this have no room on paper. */
const mostRepetitions = 1000;

/** The explicit axis that a template gives in `room`; `along` tells which lines of the areas belong to it. */
export function explicitAxis(
  template: GridTemplate,
  areas: GridAreas | 'none',
  along: 'row' | 'column',
  room: Room,
  gap: number,
): ExplicitAxis {
  const { tracks, names, fitted } = unrolled(template, room, gap);
  const lines = new Map<string, number[]>();
  const add = (name: string, line: number): void => {
    const known = lines.get(name);
    if (!known) lines.set(name, [line]);
    else if (!known.includes(line)) known.push(line);
  };
  names.forEach((ofLine, line) => {
    for (const name of ofLine) add(name, line);
  });
  if (areas === 'none') return { tracks, count: tracks.length, lines, fitted };
  for (const { name, row, column, rowSpan, columnSpan } of areas.areas) {
    const start = along === 'row' ? row : column;
    add(`${name}-start`, start);
    add(`${name}-end`, start + (along === 'row' ? rowSpan : columnSpan));
  }
  for (const found of lines.values()) found.sort((a, b) => a - b);
  const count = Math.max(tracks.length, along === 'row' ? areas.rows : areas.columns);
  return { tracks, count, lines, fitted };
}

function unrolled(template: GridTemplate, room: Room, gap: number) {
  const { repeat, tracks, names } = template;
  if (!repeat) return { tracks, names, fitted: [0, 0] as const };
  const times = repetitions(template, repeat.tracks, room, gap);
  const after = tracks.slice(repeat.at);
  const all = [...tracks.slice(0, repeat.at)];
  const lines = names.slice(0, repeat.at + 1).map((ofLine) => [...ofLine]);
  for (let i = 0; i < times; i += 1) {
    all.push(...repeat.tracks);
    lines.at(-1)!.push(...repeat.names[0]!);
    lines.push(...repeat.names.slice(1).map((ofLine) => [...ofLine]));
  }
  lines.at(-1)!.push(...names[repeat.at + 1]!);
  lines.push(...names.slice(repeat.at + 2).map((ofLine) => [...ofLine]));
  const end = repeat.at + times * repeat.tracks.length;
  const fitted: readonly [number, number] = repeat.mode === 'auto-fit' ? [repeat.at, end] : [0, 0];
  return { tracks: [...all, ...after], names: lines, fitted };
}

/** css-grid-2 §7.2.3.2: as many as fit, at least one. */
function repetitions(
  { tracks }: GridTemplate,
  repeated: readonly Track[],
  { definite, most, least }: Room,
  gap: number,
): number {
  const room = definite ?? most ?? least;
  if (room === undefined || !Number.isFinite(room)) return 1;
  const width = (list: readonly Track[]): number =>
    list.reduce((sum, track) => sum + lengthOf(track, definite) + gap, 0);
  const one = Math.max(width(repeated), 1);
  const free = room + gap - width(tracks);
  const fitting =
    definite === undefined && most === undefined ? Math.ceil(free / one) : Math.floor(free / one + 1e-6);
  return Math.min(Math.max(fitting, 1), mostRepetitions);
}

/** The length of a track that has one: its upper bound, not less than the lower one. */
function lengthOf(track: Track, base: number | undefined): number {
  const length = (bound: Track): number | undefined =>
    bound.kind === 'length' ? (resolveDefinite(bound.length, base) ?? resolve(bound.length, 0)) : undefined;
  if (track.kind !== 'minmax') return Math.max(length(track) ?? 0, 1);
  const min = length(track.min);
  return Math.max(length(track.max) ?? min ?? 0, min ?? 0, 1);
}
