/** The tracks of a grid and the places of its items, before anything is measured (css-grid-2 §7, §8). */
import type { ComputedStyle, Track } from '../../markup/style.ts';
import type { GridBox } from '../box/box.ts';
import { gapOf } from '../flow/alignment.ts';
import { type ExplicitAxis, explicitAxis, type Room } from './explicit.ts';
import { type GridPlace, type Placement, placeItems } from './placement.ts';

export interface GridStructure {
  readonly places: readonly GridPlace[];
  readonly columns: readonly Track[];
  readonly rows: readonly Track[];
}

/** The structure in the room there is, which only `repeat(auto-fill, …)` and `repeat(auto-fit, …)` depend on. */
export function gridStructure(grid: GridBox, width: Room, height: Room): GridStructure {
  const { style } = grid;
  const { gridTemplateAreas: areas } = style;
  const columnGap = gapOf(style.columnGap, width.definite ?? 0);
  const rowGap = gapOf(style.rowGap, height.definite ?? 0);
  const columns = explicitAxis(style.gridTemplateColumns, areas, 'column', width, columnGap);
  const rows = explicitAxis(style.gridTemplateRows, areas, 'row', height, rowGap);
  const placed = placeItems(
    grid.items.map((item) => item.style),
    columns,
    rows,
    style.gridAutoFlow,
  );
  return withoutEmpty(placed, tracksOf(placed, columns, rows, style), columns, rows);
}

function tracksOf(
  placed: Placement,
  columns: ExplicitAxis,
  rows: ExplicitAxis,
  style: ComputedStyle,
): { readonly columns: readonly Track[]; readonly rows: readonly Track[] } {
  return {
    columns: withImplicit(columns.tracks, style.gridAutoColumns, placed.columns, placed.columnsBefore),
    rows: withImplicit(rows.tracks, style.gridAutoRows, placed.rows, placed.rowsBefore),
  };
}

/** css-grid-2 §7.6: the implicit tracks take their sizes in turn, backwards before the explicit grid. */
function withImplicit(
  explicit: readonly Track[],
  implicit: readonly Track[],
  count: number,
  before: number,
): readonly Track[] {
  const pick = (i: number): Track => implicit[((i % implicit.length) + implicit.length) % implicit.length]!;
  return Array.from({ length: count }, (_, i) => {
    const at = i - before;
    return explicit[at] ?? pick(at < 0 ? at : at - explicit.length);
  });
}

type Tracks = ReturnType<typeof tracksOf>;

/** css-grid-2 §7.2.3.2: empty tracks of `auto-fit` vanish with their gaps. */
function withoutEmpty(
  placed: Placement,
  tracks: Tracks,
  columns: ExplicitAxis,
  rows: ExplicitAxis,
): GridStructure {
  const { places } = placed;
  if (columns.fitted[1] === 0 && rows.fitted[1] === 0) return { places, ...tracks };
  const ofColumns = kept(
    tracks.columns.length,
    columns.fitted.map((line) => line + placed.columnsBefore),
    places.map(({ column, columnSpan }) => [column, columnSpan]),
  );
  const ofRows = kept(
    tracks.rows.length,
    rows.fitted.map((line) => line + placed.rowsBefore),
    places.map(({ row, rowSpan }) => [row, rowSpan]),
  );
  return {
    columns: tracks.columns.filter((_, i) => ofColumns.isKept[i]),
    rows: tracks.rows.filter((_, i) => ofRows.isKept[i]),
    places: places.map((place) => ({
      ...place,
      column: ofColumns.index[place.column]!,
      row: ofRows.index[place.row]!,
    })),
  };
}

/** Which tracks stay, and the new index of each. */
function kept(count: number, fitted: readonly number[], used: readonly (readonly [number, number])[]) {
  const [from = 0, to = 0] = fitted;
  const isKept = Array.from({ length: count }, (_, i) => i < from || i >= to);
  for (const [start, span] of used) isKept.fill(true, start, start + span);
  let next = 0;
  const index = isKept.map((stays) => {
    const at = next;
    if (stays) next += 1;
    return at;
  });
  return { isKept, index };
}
