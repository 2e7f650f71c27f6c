/**
 * Balancing (css-multicol-1 §7.1): the smallest height at which all content fits into the columns and no break is
 * worse than it has to be. The search begins at an equal share and raises it by what is too little, at most a fixed
 * number of times, so that columns in columns end, too.
 */
import { EPSILON, type Region } from '../contract.ts';
import { contentOf, firstPartOf } from './extent.ts';
import { type ColumnsJob, type Filled, fillColumns, overflows } from './fill.ts';

/** Higher than any content; finite, because column breaks are only heeded where columns end. */
export const UNBOUNDED = 1e7;

export interface Balanced {
  readonly filled: Filled;
  readonly height: number;
  /** The best known height at which some content is left for the next page, and the cost of leaving it. */
  readonly early?: { readonly height: number; readonly cost: number };
}

/** Most layouts of a search, by how many columns the columns are in: the searches multiply. */
const triesByNesting: readonly number[] = [24, 10, 4];

/** The first step in px when the shortage is not known, doubled each time. */
const firstStep = 4;

/** Differences in height that nobody sees. */
const tolerance = 0.5;

interface Search {
  readonly job: ColumnsJob;
  /** The row at its greatest height. */
  readonly atMost: Filled;
  readonly region: Region;
  tries: number;
  early: Balanced['early'];
}

/** Balances columns of which `atMost` is known to hold all content, at a height of `most`. */
export function balance(job: ColumnsJob, atMost: Filled, most: number, region: Region): Balanced {
  const tries = triesByNesting[job.box.nesting] ?? 0;
  const search: Search = { job, atMost, region, tries, early: undefined };
  const share = equalShare(job, region);
  const found = (share < most - EPSILON ? raise(search, share, most) : undefined) ?? {
    filled: atMost,
    height: most,
  };
  if (!search.early && Number.isFinite(region.remaining)) tryEarly(search, found.height - 1);
  return { ...found, ...(search.early ? { early: search.early } : {}) };
}

/** Height of each column if the content could be cut anywhere but had its forced breaks. */
function equalShare(job: ColumnsJob, region: Region): number {
  const { count } = job.widths;
  const { columns } = fillColumns(job, count, () => trialRegion(region, UNBOUNDED));
  const lengths = columns.map((column) => (column.isLast ? column.height : contentOf(column)));
  const shares = lengths.map(() => 1);
  const share = (i: number): number => lengths[i]! / shares[i]!;
  for (let free = count - columns.length; free > 0; free -= 1) {
    const longest = lengths.reduce((best, _, i) => (share(i) > share(best) ? i : best), 0);
    shares[longest]! += 1;
  }
  return Math.max(...lengths.map((_, i) => share(i)), 0);
}

function trialRegion({ full, column }: Region, height: number): Region {
  const paged = column?.paged ?? Number.isFinite(full);
  return {
    remaining: height,
    full: Math.max(Number.isFinite(full) ? full : 0, height),
    mayProgress: false,
    column: { paged, endsPage: false },
  };
}

/** One more column than there are, so that the shortage of the last one is seen. */
function attempt(search: Search, height: number): Filled | undefined {
  if (search.tries === 0) return undefined;
  search.tries -= 1;
  const { job, region } = search;
  return fillColumns(job, job.widths.count + 1, () => trialRegion(region, height));
}

function isGood({ job, atMost }: Search, filled: Filled, height: number): boolean {
  return (
    filled.ending === atMost.ending &&
    filled.columns.length <= job.widths.count &&
    filled.cost <= atMost.cost &&
    !filled.columns.some((column) => overflows(column, height))
  );
}

/** Raises the height until it is enough, then looks for a smaller one above the last that was not. */
function raise(search: Search, share: number, most: number): Balanced | undefined {
  let [low, height, step] = [0, share, firstStep];
  while (height < most - EPSILON) {
    const filled = attempt(search, height);
    if (!filled) return undefined;
    if (isGood(search, filled, height))
      return height === share ? { filled, height } : lower(search, low, { filled, height });
    noteEarly(search, filled, height);
    low = height;
    const needed = neededBy(filled, height);
    if (needed > height + EPSILON) height = needed;
    else {
      height += step;
      step *= 2;
    }
  }
  return lower(search, low, { filled: search.atMost, height: most });
}

/** The least height that could change where the columns end; margins at the breaks are not counted. */
function neededBy({ columns }: Filled, height: number): number {
  const tall = columns.map((column) => contentOf(column)).filter((extent) => extent > height + EPSILON);
  if (tall.length > 0) return Math.max(...tall);
  const needs = columns.slice(1).map((next, i) => contentOf(columns[i]!) + firstPartOf(next));
  return Math.min(...needs, Infinity) === Infinity ? 0 : Math.min(...needs);
}

/** Halves what is between a height that is too small and one that is enough; then takes away what is empty. */
function lower(search: Search, tooLittle: number, enough: Balanced): Balanced {
  let [low, best] = [tooLittle, tightened(search, enough)];
  while (best.height - low > tolerance) {
    const height = (low + best.height) / 2;
    const filled = attempt(search, height);
    if (!filled) break;
    if (isGood(search, filled, height)) best = tightened(search, { filled, height });
    else low = height;
  }
  return best;
}

/** The same breaks in columns as high as their content, where that gives the same breaks. */
function tightened(search: Search, { filled, height }: Balanced): Balanced {
  const extent = Math.max(...filled.columns.map((column) => contentOf(column)));
  if (extent > height - EPSILON) return { filled, height };
  const again = attempt(search, extent);
  return again && isGood(search, again, extent) ? { filled: again, height: extent } : { filled, height };
}

function tryEarly(search: Search, height: number): void {
  const filled = height > 0 ? attempt(search, height) : undefined;
  if (filled) noteEarly(search, filled, height);
}

/** Keeps the best height so far that leaves something for the next page. */
function noteEarly(search: Search, { columns, cost }: Filled, height: number): void {
  const { count } = search.job.widths;
  const isUsable = columns.length > count && !columns.some((column) => overflows(column, height));
  if (isUsable && cost <= (search.early?.cost ?? Infinity)) search.early = { height, cost };
}
