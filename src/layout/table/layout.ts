/** Tables on pages (css-tables-3 §3, CSS 2.1 §17): captions, headers and footers repeated, rows in between. */
import type { Cell, TableBox } from '../box/box.ts';
import { joinBreaks } from '../box/breaks.ts';
import { type BreakToken, type Constraints, ENDLESS, type Region, type Result } from '../contract.ts';
import { broken, complete, costInside, fits, nothing } from '../flow/breaking.ts';
import type { LayoutContext } from '../flow/context.ts';
import { layoutRows, type PlacedItem, type PlacedRow, type RowsJob, type RowsResult } from '../flow/rows.ts';
import { clampWidth, edgesOf, specifiedWidth } from '../flow/sizes.ts';
import { type BoxFragment, boxFragment, firstBaseline, type Placed } from '../fragment.ts';
import { groupBy } from '../group-by.ts';
import { cellWidth, isBaseline, knownTablePlan, type TablePlan } from './plan.ts';
import { collapsedRules } from './rules.ts';

type TableToken = Extract<BreakToken, { readonly kind: 'table' }>;

interface Job {
  readonly context: LayoutContext;
  readonly table: TableBox;
  readonly plan: TablePlan;
}

/** Lays out a table. */
export function layoutTable(
  context: LayoutContext,
  table: TableBox,
  constraints: Constraints,
  token?: TableToken,
): Result {
  const plan = knownTablePlan(context, table, usedWidth(context, table, constraints));
  const job: Job = { context, table, plan };
  const captions = layoutCaptions(job);
  const above = token ? 0 : captions.top.height;
  const region = {
    ...constraints.region,
    remaining: constraints.region.remaining - above - captions.bottom.height,
  };
  const part = layoutPart(job, region, token, constraints);
  const isLast = part.rows.token === undefined;
  const children: Placed[] = [
    ...(token ? [] : captions.top.placed),
    { x: 0, y: above, fragment: part.fragment },
    ...(isLast
      ? captions.bottom.placed.map((caption) => ({ ...caption, y: caption.y + above + part.fragment.height }))
      : []),
  ];
  const height = above + part.fragment.height + (isLast ? captions.bottom.height : 0);
  const fragment =
    table.captions.length === 0
      ? part.fragment
      : wrap(table, plan.width, height, children, token === undefined, isLast);
  return resultOf(table, part.rows, withWarnings(fragment, plan, constraints));
}

function resultOf(table: TableBox, rows: RowsResult, fragment: BoxFragment): Result {
  const extra = costInside(table.style);
  if (rows.empty) return nothing(fragment);
  if (rows.token)
    return broken(fragment, { kind: 'table', rows: rows.token }, rows.cost + extra, rows.forced);
  return complete(fragment, rows.early && { ...rows.early, cost: rows.early.cost + extra });
}

/** The table wrapper box of CSS 2.1 §17.4: it has no decoration of its own. */
function wrap(
  table: TableBox,
  width: number,
  height: number,
  children: readonly Placed[],
  isFirst: boolean,
  isLast: boolean,
): BoxFragment {
  return boxFragment({
    box: { element: table.element, style: table.style, anonymous: true },
    width,
    height,
    isFirst,
    isLast,
    children,
  });
}

function withWarnings(fragment: BoxFragment, plan: TablePlan, constraints: Constraints): BoxFragment {
  const excess = plan.width - Math.max(constraints.width, constraints.borderWidth ?? 0);
  return excess > 0.5 ? { ...fragment, tooWide: excess } : fragment;
}

/** Border-box width (CSS 2.1 §17.5.2): as asked for, else as the content likes within the room there is. */
function usedWidth(context: LayoutContext, table: TableBox, constraints: Constraints): number {
  if (constraints.borderWidth !== undefined)
    return Math.max(constraints.borderWidth, context.intrinsic(table).min);
  const edges = edgesOf(table.style, constraints.width);
  const { min, max } = context.intrinsic(table);
  const available = constraints.width - edges.margin.left - edges.margin.right;
  const specified = specifiedWidth(table.style, edges, constraints.width);
  const isFixed = table.style.tableLayout === 'fixed' && specified !== undefined;
  const width = clampWidth(specified ?? Math.min(max, available), table.style, edges, constraints.width);
  return isFixed ? width : Math.max(width, min);
}

interface Captions {
  readonly placed: readonly Placed[];
  readonly height: number;
}

function layoutCaptions({ context, table, plan }: Job): {
  readonly top: Captions;
  readonly bottom: Captions;
} {
  const stack = (side: 'top' | 'bottom'): Captions => {
    const placed: Placed[] = [];
    let y = 0;
    for (const caption of table.captions.filter(({ style }) => style.captionSide === side)) {
      const { margin } = edgesOf(caption.style, plan.width);
      const { fragment } = context.layout(caption, { width: plan.width, region: ENDLESS });
      placed.push({ x: margin.left, y: y + margin.top, fragment });
      y += margin.top + fragment.height + margin.bottom;
    }
    return { placed, height: y };
  };
  return { top: stack('top'), bottom: stack('bottom') };
}

/** Header, rows and footer of one page, in the table's border box. */
function layoutPart(
  job: Job,
  region: Region,
  token: TableToken | undefined,
  constraints: Constraints,
): { fragment: BoxFragment; rows: RowsResult } {
  const { table, plan } = job;
  const ranges = rowRanges(job, region);
  const gap = plan.spacing[1];
  const headerHeight = heightOfRows(plan, 0, ranges.header);
  const footerHeight = heightOfRows(plan, ranges.footer, table.rows.length);
  const top = plan.insets.top + gap;
  const after = footerHeight + gap + plan.insets.bottom;
  const rows = layoutRows({
    ...rowsJob(job, region),
    from: ranges.header,
    to: ranges.footer,
    top: top + headerHeight,
    region: { ...region, remaining: region.remaining - after, full: region.full - after },
    token: token?.rows,
    stopAt: constraints.stopAt,
  });
  const isRepeated = token !== undefined;
  const header = staticRows(job, 0, ranges.header, top, isRepeated);
  const footer = staticRows(
    job,
    ranges.footer,
    table.rows.length,
    rows.end + (rows.rows.length > 0 ? gap : 0),
    rows.token !== undefined,
  );
  const hasNoRows = ranges.header === ranges.footer;
  const end = rows.end - (hasNoRows && headerHeight > 0 ? gap : 0) + footerHeight + gap + plan.insets.bottom;
  const mustMove = hasNoRows && !fits(end, region) && region.mayProgress;
  const shown = [...header.rows, ...rows.rows, ...footer.rows];
  const fragment = boxFragment({
    box: table,
    width: plan.width,
    height: end,
    isFirst: token === undefined,
    isLast: rows.token === undefined,
    children: [...header.groups, ...groupRows(job, rows.rows, rows.items), ...footer.groups],
    ...(plan.borders ? { rules: collapsedRules(plan.borders, shown, plan.columnX, plan.columnWidths) } : {}),
  });
  return {
    fragment: plan.borders ? { ...fragment, box: borderless(table) } : fragment,
    rows: mustMove ? { ...rows, empty: true } : rows,
  };
}

/** Collapsed borders are painted as rules, not as borders of the box. */
function borderless(table: TableBox): BoxFragment['box'] {
  const none = { borderTopWidth: 0, borderRightWidth: 0, borderBottomWidth: 0, borderLeftWidth: 0 };
  return { element: table.element, anonymous: false, style: { ...table.style, ...none } };
}

/** Header and footer rows repeat unless together they would fill more than half of a page (css-tables-3 §3.13). */
function rowRanges(
  { table, plan }: Job,
  region: Region,
): { readonly header: number; readonly footer: number } {
  const count = table.rows.length;
  const header = heightOfRows(plan, 0, table.headerRows);
  const footer = heightOfRows(plan, count - table.footerRows, count);
  if (header + footer > region.full / 2) return { header: 0, footer: count };
  return { header: table.headerRows, footer: count - table.footerRows };
}

/** Height of rows, each with the gap that belongs to it. */
function heightOfRows(plan: TablePlan, from: number, to: number): number {
  let height = 0;
  for (let r = from; r < to; r += 1) height += plan.heights[r]! + plan.spacing[1];
  return height;
}

function rowsJob({ context, table, plan }: Job, region: Region): Omit<RowsJob, 'from' | 'to' | 'top'> {
  const noMargins = { top: 0, bottom: 0 };
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
    costInside: (row) => costInside(table.rows[row]!.style),
    forcedInside: (row) => table.rows[row]!.cells.some((cell) => plan.cells[cell]!.forcedInside),
    region,
  };
}

/** Rows of headers and footers: never split. */
function staticRows(
  job: Job,
  from: number,
  to: number,
  top: number,
  isRepeated: boolean,
): { rows: readonly PlacedRow[]; groups: readonly Placed[] } {
  if (from === to) return { rows: [], groups: [] };
  const laid = layoutRows({ ...rowsJob(job, ENDLESS), from, to, top });
  const groups = groupRows(job, laid.rows, laid.items);
  return {
    rows: laid.rows,
    groups: isRepeated
      ? groups.map(({ x, y, fragment }) => ({ x, y, fragment: { ...fragment, repeated: true } }))
      : groups,
  };
}

/** Fragments of row groups with their rows and cells, placed in the table's border box. */
function groupRows(
  job: Job,
  rows: readonly PlacedRow[],
  items: readonly PlacedItem[],
): readonly { x: number; y: number; fragment: BoxFragment }[] {
  const { table, plan } = job;
  const byRow = groupBy(items, (item) => item.row);
  const left = plan.columnX[0] ?? 0;
  const width = (plan.columnX.at(-1) ?? left) + (plan.columnWidths.at(-1) ?? 0) - left;
  const byGroup = [...groupBy(rows, ({ row }) => table.rows[row]!.group)];
  return byGroup.map(([index, shown]) => {
    const group = table.groups[index]!;
    const first = shown[0]!;
    const last = shown.at(-1)!;
    const children = shown.map((placed) => ({
      x: 0,
      y: placed.y - first.y,
      fragment: rowFragment(job, placed, byRow.get(placed.row) ?? [], left, width),
    }));
    const fragment = boxFragment({
      box: group,
      width,
      height: last.y + last.height - first.y,
      children,
      isFirst: first.row === group.firstRow && first.isFirst,
      isLast: last.row === group.firstRow + group.rowCount - 1 && last.isLast,
    });
    return { x: left, y: first.y, fragment };
  });
}

function rowFragment(
  job: Job,
  { row, y, height, isFirst, isLast }: PlacedRow,
  items: readonly PlacedItem[],
  left: number,
  width: number,
): BoxFragment {
  const children = items.map((item) => ({
    x: job.plan.columnX[job.table.cells[item.item]!.column]! - left,
    y: item.y - y,
    fragment: cellFragment(job, item, row),
  }));
  return boxFragment({ box: job.table.rows[row]!, width, height, isFirst, isLast, children });
}

/** A cell as tall as its rows, its content aligned (CSS 2.1 §17.5.3); parts of a cell cut by a page stay at the top. */
function cellFragment({ table, plan }: Job, item: PlacedItem, row: number): BoxFragment {
  const cell = table.cells[item.item]!;
  const { height, isFirst, isLast, result } = item;
  if (!result)
    return boxFragment({
      box: plan.cells[item.item]!,
      width: cellWidth(plan, cell),
      height,
      isFirst,
      isLast,
    });
  const { fragment } = result;
  const shift = isFirst && isLast ? shiftOf(plan, cell, row, fragment, height) : 0;
  const children =
    shift === 0 ? fragment.children : fragment.children.map((child) => ({ ...child, y: child.y + shift }));
  return { ...fragment, height, isFirst, isLast, children };
}

function shiftOf(plan: TablePlan, cell: Cell, row: number, fragment: BoxFragment, height: number): number {
  const free = Math.max(height - fragment.height, 0);
  const { verticalAlign } = cell.box.style;
  if (verticalAlign === 'middle') return free / 2;
  if (verticalAlign === 'bottom') return free;
  if (!isBaseline(cell.box.style)) return 0;
  return Math.min(
    Math.max((plan.baselines[row] ?? 0) - (firstBaseline(fragment) ?? fragment.height), 0),
    free,
  );
}
