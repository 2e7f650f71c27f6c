/** The part of a table that one page has: header, rows and footer, with their backgrounds and collapsed borders. */
import type { TableBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import { type EarlyBreak, ENDLESS, type Region, type RowsToken } from '../contract.ts';
import { COST, costInside, fits } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { layoutRows, type RowsJob, type RowsResult } from '../flow/rows.ts';
import { type BoxFragment, boxFragment } from '../fragment.ts';
import { groupFragments, type PlacedGroup, type Sheet } from './fragments.ts';
import { cellWidth, type TablePlan } from './plan.ts';
import { collapsedRules } from './rules.ts';

export interface PartJob {
  readonly context: LayoutContext;
  readonly table: TableBox;
  readonly plan: TablePlan;
  readonly token: RowsToken | undefined;
  readonly stopAt: EarlyBreak | undefined;
}

/** Rows before `header` and from `footer` on stand on every page. */
interface Ranges {
  readonly header: number;
  readonly footer: number;
}

/** Rows that stand where they are, with their items. */
type Band = Pick<RowsResult, 'rows' | 'items'>;

interface Part {
  readonly fragment: BoxFragment;
  readonly rows: RowsResult;
}

/** Lays out what fits into the region, which begins at the border box of the table. */
export function layoutPart({ region, ...job }: PartJob & { readonly region: Region }): Part {
  const { table, plan, token } = job;
  const count = table.rows.length;
  const ranges = repeatedRows(job, region);
  const gap = plan.spacing[1];
  // Where a page cuts a table, spacing and border of the table itself go, unless they are cloned or collapsed.
  const hasEdges = plan.borders !== undefined || table.style.boxDecorationBreak === 'clone';
  const top = token && !hasEdges ? 0 : plan.insets.top + gap;
  const begin = top + heightOfRows(plan, 0, ranges.header);
  const footerHeight = heightOfRows(plan, ranges.footer, count);
  const atEnd = footerHeight + gap + plan.insets.bottom;
  const atCut = hasEdges ? atEnd : footerHeight;
  const whole = bodyRows(job, region, ranges, begin, atCut);
  const isOver = !whole.token && !whole.empty && !fits(whole.end + atEnd, region);
  const rows = isOver && atCut < atEnd ? bodyRows(job, region, ranges, begin, atEnd) : whole;
  const isEmpty = ranges.header === ranges.footer;
  const bodyEnd = isEmpty ? begin - gap : rows.end;
  const header = staticRows(job, 0, ranges.header, top);
  const footer = staticRows(job, ranges.footer, count, bodyEnd + (count > 0 ? gap : 0));
  const height = Math.max(bodyEnd + (rows.token ? atCut : atEnd), 0);
  const mustMove = isEmpty && !fits(height, region) && region.mayProgress;
  return {
    fragment: partFragment(job, height, header, rows, footer),
    rows: mustMove ? { ...rows, empty: true } : rows,
  };
}

/** The rows between header and footer, from `top` down to what takes `after` px below them. */
function bodyRows(job: PartJob, region: Region, ranges: Ranges, top: number, after: number): RowsResult {
  return layoutRows({
    ...rowsJob(job, region),
    from: ranges.header,
    to: ranges.footer,
    top,
    costBefore: costOfFewRows(job, ranges, region),
    region: { ...region, remaining: region.remaining - after, full: region.full - after },
    token: job.token,
    stopAt: job.stopAt,
  });
}

function partFragment(
  { table, plan, token }: PartJob,
  height: number,
  header: Band,
  body: RowsResult,
  footer: Band,
): BoxFragment {
  const shown = [...header.rows, ...body.rows, ...footer.rows];
  const y = shown[0]?.y ?? 0;
  const last = shown.at(-1);
  const sheet: Sheet = { table, plan, y, height: last ? last.y + last.height - y : 0 };
  const groups = ({ rows, items }: Band) => groupFragments(sheet, rows, items);
  const collapsed = plan.borders && collapsedRules(plan.borders, shown, plan.columnX, plan.columnEnds);
  return boxFragment({
    box: table,
    width: plan.width,
    height,
    isFirst: token === undefined,
    isLast: body.token === undefined,
    children: [
      ...repeated(groups(header), token !== undefined),
      ...groups(body),
      ...repeated(groups(footer), body.token !== undefined),
    ],
    ...(collapsed ? { undecorated: 'border', rules: collapsed } : {}),
  });
}

/** css-tables-3 §3.13: headers and footers of up to a quarter of a page are repeated; larger ones are rows like others. */
function repeatedRows({ table, plan, token }: PartJob, { full }: Region): Ranges {
  const count = table.rows.length;
  const { headerRows, footerRows } = table;
  const isSmall = (from: number, to: number): boolean => heightOfRows(plan, from, to) <= full / 4;
  const isBroken = token !== undefined && token.row < headerRows;
  const header = !isBroken && isSmall(0, headerRows) ? headerRows : 0;
  const footer = isSmall(count - footerRows, count) ? count - footerRows : count;
  return { header, footer: token ? Math.max(footer, token.row) : footer };
}

/** Height of rows, each with the gap that belongs to it. */
function heightOfRows(plan: TablePlan, from: number, to: number): number {
  let height = 0;
  for (let r = from; r < to; r += 1) height += plan.heights[r]! + plan.spacing[1];
  return height;
}

const noMargins = { top: 0, bottom: 0 };

function rowsJob({ context, table, plan }: PartJob, region: Region): Omit<RowsJob, 'from' | 'to' | 'top'> {
  return {
    gap: plan.spacing[1],
    heights: plan.heights,
    startsAt: (row) => table.rows[row]!.cells,
    rowsOf: (item) => ({ row: table.cells[item]!.row, span: table.cells[item]!.rowSpan }),
    layoutItem: (item, itemRegion, token) => {
      const width = cellWidth(plan, table.cells[item]!);
      return context.layout(plan.cells[item]!, { width, borderWidth: width, region: itemRegion }, token);
    },
    around: () => noMargins,
    between: (row) =>
      row === 0 ? 'auto' : joinBreaks(table.rows[row - 1]!.breakAfter, table.rows[row]!.breakBefore),
    costInside: (row) =>
      costInside(table.rows[row]!.style, region) + costInside(groupOf(table, row).style, region),
    forcedInside: (row) => table.rows[row]!.cells.some((cell) => plan.cells[cell]!.forcedInside),
    region,
  };
}

function groupOf(table: TableBox, row: number) {
  return table.groups[table.rows[row]!.group]!;
}

/**
 * Cost of a break before a row beyond its break values: inside a group that avoids breaks, and where `orphans` or
 * `widows` of the table, counted in rows, would be too few on a page. That holds for rows that are small together.
 */
function costOfFewRows(
  { table, plan, token }: PartJob,
  { header, footer }: Ranges,
  region: Region,
): NonNullable<RowsJob['costBefore']> {
  const { orphans, widows } = table.style;
  const isSmall = (from: number, to: number): boolean => heightOfRows(plan, from, to) <= region.full / 4;
  const heedsOrphans = !token && header + orphans + widows <= footer && isSmall(header, header + orphans);
  const heedsWidows = header + orphans + widows <= footer && isSmall(footer - widows, footer);
  return (row, above) => {
    const group = groupOf(table, row);
    const inGroup = row > group.firstRow ? costInside(group.style, region) : 0;
    const isFew = (heedsOrphans && above < orphans) || (heedsWidows && footer - row < widows);
    return inGroup + (isFew ? COST.orphansOrWidows : 0);
  };
}

/** Rows of headers and footers: never split. */
function staticRows(job: PartJob, from: number, to: number, top: number): Band {
  return from === to ? { rows: [], items: [] } : layoutRows({ ...rowsJob(job, ENDLESS), from, to, top });
}

function repeated(groups: readonly PlacedGroup[], isRepeated: boolean): readonly PlacedGroup[] {
  if (!isRepeated) return groups;
  return groups.map(({ x, y, fragment }) => ({ x, y, fragment: { ...fragment, repeated: true } }));
}
