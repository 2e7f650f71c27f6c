/** Sharing a height out to rows: which rows grow when a spanning cell, a group or the table needs more than they have. */

/** A row whose height is being found, px. `percent` is of its group; `isGiven` that some `height` was asked for. */
export interface RowSize {
  height: number;
  percent: number;
  isGiven: boolean;
  /** A cell over several rows begins here. */
  startsSpan: boolean;
}

interface Growth {
  /** The height is that of a cell over these rows. */
  readonly isSpan?: boolean;
  /** What percentages of rows refer to, px. */
  readonly base?: number;
}

/**
 * Makes rows add up to `wanted`, with `spacing` between them, when they are less: first rows up to their percentages,
 * then rows where other spanning cells begin, rows without a height of their own, empty rows, and at last all.
 */
export function growRows(
  rows: readonly RowSize[],
  wanted: number,
  spacing: number,
  { isSpan = false, base }: Growth,
): void {
  const taken = rows.reduce((sum, row) => sum + row.height, spacing * (rows.length - 1));
  let free = wanted - taken;
  if (free <= 0 || rows.length === 0) return;
  if (base !== undefined) free -= growPercentages(rows, base, free);
  if (free <= 0) return;
  const { takers, weigh } = choose(rows, isSpan, base);
  const total = takers.reduce((sum, row) => sum + weigh(row), 0);
  const shares = takers.map((row) => (total > 0 ? weigh(row) / total : 1 / takers.length));
  takers.forEach((row, i) => {
    row.height += free * shares[i]!;
  });
}

/** Lets rows grow up to their percentages; gives what that took. */
function growPercentages(rows: readonly RowSize[], base: number, free: number): number {
  const lacks = rows.map(({ percent, height }) => Math.max((percent * base) / 100 - height, 0));
  const all = lacks.reduce((sum, lack) => sum + lack, 0);
  if (all === 0) return 0;
  const part = Math.min(free / all, 1);
  rows.forEach((row, i) => {
    row.height += lacks[i]! * part;
  });
  return all * part;
}

interface Choice {
  readonly takers: readonly RowSize[];
  readonly weigh: (row: RowSize) => number;
}

function choose(rows: readonly RowSize[], isSpan: boolean, base: number | undefined): Choice {
  const byHeight = ({ height }: RowSize): number => height;
  const equally = (): number => 1;
  const isGiven = (row: RowSize): boolean => row.isGiven && (row.percent === 0 || base !== undefined);
  const starting = isSpan ? rows.slice(1).filter(({ startsSpan }) => startsSpan) : [];
  if (starting.length > 0) return { takers: starting, weigh: equally };
  const open = rows.filter((row) => row.height > 0 && !isGiven(row));
  if (open.length > 0) return { takers: open, weigh: byHeight };
  const empty = rows.filter(({ height }) => height === 0);
  const areAllEmpty = empty.length === rows.length;
  if (isSpan && areAllEmpty) return { takers: [rows.at(-1)!], weigh: equally };
  if (!isSpan && empty.length > 0) {
    const free = empty.filter((row) => !isGiven(row));
    return { takers: free.length > 0 ? free : empty, weigh: equally };
  }
  return { takers: rows.filter(({ height }) => height > 0), weigh: byHeight };
}
