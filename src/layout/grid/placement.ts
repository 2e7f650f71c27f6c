/** Grid item placement (css-grid-2 §8.5): explicit lines first, then what a row is given for, then the cursor. */
import type { ComputedStyle, GridAutoFlow } from '../../markup/style.ts';
import type { ExplicitAxis } from './explicit.ts';
import { type Range, rangeOf } from './lines.ts';

/** Zero-based, counted from the first track, explicit or not. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Placement {
  readonly places: readonly GridPlace[];
  readonly columns: number;
  readonly rows: number;
  /** How many implicit tracks come before the explicit grid. */
  readonly columnsBefore: number;
  readonly rowsBefore: number;
}

/** What an item asks for, by the axis that the flow fills (`across`) and the one it grows along. */
interface Wanted {
  readonly across: Range;
  readonly along: Range;
}

/** Places of all items, and how many columns and rows the grid has. */
export function placeItems(
  styles: readonly ComputedStyle[],
  columns: ExplicitAxis,
  rows: ExplicitAxis,
  flow: GridAutoFlow,
): Placement {
  const byRow = flow.axis === 'row';
  const wanted = styles.map((style): Wanted => {
    const column = rangeOf(style.gridColumnStart, style.gridColumnEnd, columns);
    const row = rangeOf(style.gridRowStart, style.gridRowEnd, rows);
    return byRow ? { across: column, along: row } : { across: row, along: column };
  });
  const [across, along] = byRow ? [columns, rows] : [rows, columns];
  const settled = settle(wanted, across.count, along.count, flow.dense);
  const places = settled.places.map((place): GridPlace => {
    const first = { at: place.across, span: place.acrossSpan };
    const second = { at: place.along, span: place.alongSpan };
    const [column, row] = byRow ? [first, second] : [second, first];
    return { row: row.at, column: column.at, rowSpan: row.span, columnSpan: column.span };
  });
  const ofAcross = { count: settled.across, before: settled.acrossBefore };
  const ofAlong = { count: settled.along, before: settled.alongBefore };
  const [ofColumns, ofRows] = byRow ? [ofAcross, ofAlong] : [ofAlong, ofAcross];
  return {
    places,
    columns: Math.max(ofColumns.count, 1),
    rows: ofRows.count,
    columnsBefore: ofColumns.before,
    rowsBefore: ofRows.before,
  };
}

interface Place {
  readonly across: number;
  readonly along: number;
  readonly acrossSpan: number;
  readonly alongSpan: number;
}

function settle(wanted: readonly Wanted[], acrossCount: number, alongCount: number, dense: boolean) {
  const starts = (axis: 'across' | 'along'): number =>
    wanted.reduce((first, one) => Math.min(first, one[axis].start ?? 0), 0);
  const [acrossFrom, alongFrom] = [starts('across'), starts('along')];
  const taken = createOccupancy();
  const places: Place[] = new Array(wanted.length);
  let acrossTo = wanted.reduce(
    (most, { across }) => Math.max(most, (across.start ?? acrossFrom) + across.span),
    Math.max(acrossCount, acrossFrom + 1),
  );
  const put = (item: number, along: number, across: number): void => {
    const { across: a, along: b } = wanted[item]!;
    const place: Place = { across, along, acrossSpan: a.span, alongSpan: b.span };
    places[item] = place;
    taken.take(place);
    acrossTo = Math.max(acrossTo, across + a.span);
  };
  wanted.forEach(({ across, along }, item) => {
    if (across.start !== undefined && along.start !== undefined) put(item, along.start, across.start);
  });
  const nextOf = new Map<number, number>();
  wanted.forEach(({ across, along }, item) => {
    if (along.start === undefined || across.start !== undefined) return;
    const from = dense ? acrossFrom : (nextOf.get(along.start) ?? acrossFrom);
    const at = taken.freeInRow(along.start, from, along.span, across.span, Infinity)!;
    put(item, along.start, at);
    nextOf.set(along.start, at + across.span);
  });
  const cursor = { along: alongFrom, across: acrossFrom };
  /** Where a search of the same kind ended before: what was full then is full now. */
  const searched = new Map<string, { along: number; across: number }>();
  wanted.forEach(({ across, along }, item) => {
    if (along.start !== undefined) return;
    const key = `${across.start} ${across.span} ${along.span}`;
    const from = dense ? (searched.get(key) ?? { along: alongFrom, across: acrossFrom }) : cursor;
    const found =
      across.start === undefined
        ? freePlace(taken, from, across.span, along.span, acrossFrom, acrossTo)
        : { across: across.start, along: freeRow(taken, from, across.start, across.span, along.span, dense) };
    searched.set(key, found);
    cursor.along = found.along;
    cursor.across = found.across;
    put(item, found.along, found.across);
  });
  const alongTo = places.reduce((most, place) => Math.max(most, place.along + place.alongSpan), alongCount);
  return {
    places: places.map((place) => ({
      ...place,
      across: place.across - acrossFrom,
      along: place.along - alongFrom,
    })),
    across: acrossTo - acrossFrom,
    along: alongTo - alongFrom,
    acrossBefore: -acrossFrom,
    alongBefore: -alongFrom,
  };
}

interface At {
  readonly along: number;
  readonly across: number;
}

/** The first row from the cursor on where the given columns are free. */
function freeRow(
  taken: Occupancy,
  from: At,
  across: number,
  acrossSpan: number,
  alongSpan: number,
  dense: boolean,
): number {
  let along = !dense && across < from.across ? from.along + 1 : from.along;
  while (taken.freeInRow(along, across, alongSpan, acrossSpan, across + acrossSpan) === undefined) along += 1;
  return along;
}

/** The first free place from the cursor on. */
function freePlace(
  taken: Occupancy,
  from: At,
  acrossSpan: number,
  alongSpan: number,
  acrossFrom: number,
  acrossTo: number,
): At {
  let { along, across } = from;
  for (;;) {
    const found = taken.freeInRow(along, across, alongSpan, acrossSpan, acrossTo);
    if (found !== undefined) return { along, across: found };
    along += 1;
    across = acrossFrom;
  }
}

type Occupancy = ReturnType<typeof createOccupancy>;

/** Which slots are taken, as ranges by row. */
function createOccupancy() {
  const rows = new Map<number, { readonly from: number; readonly to: number }[]>();
  const clash = (
    along: number,
    across: number,
    alongSpan: number,
    acrossSpan: number,
  ): number | undefined => {
    for (let row = along; row < along + alongSpan; row += 1)
      for (const { from, to } of rows.get(row) ?? [])
        if (from < across + acrossSpan && across < to) return to;
    return undefined;
  };
  return {
    /** The first free start at or after `across` in a row that ends at `end`. */
    freeInRow: (
      along: number,
      across: number,
      alongSpan: number,
      acrossSpan: number,
      end: number,
    ): number | undefined => {
      let at = across;
      while (at + acrossSpan <= end) {
        const behind = clash(along, at, alongSpan, acrossSpan);
        if (behind === undefined) return at;
        at = behind;
      }
      return undefined;
    },
    take: ({ along, across, alongSpan, acrossSpan }: Place): void => {
      for (let row = along; row < along + alongSpan; row += 1) {
        const ranges = rows.get(row) ?? [];
        const last = ranges.at(-1);
        if (last && last.to === across)
          ranges[ranges.length - 1] = { from: last.from, to: across + acrossSpan };
        else ranges.push({ from: across, to: across + acrossSpan });
        rows.set(row, ranges);
      }
    },
  };
}
