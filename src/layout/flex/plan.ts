/** The plan of a flex container: sizes and places of its items, worked out once per size and used on every page. */
import type { FlexBox } from '../box/box.ts';
import { type Constraints, ENDLESS } from '../contract.ts';
import { gapOf } from '../flow/alignment.ts';
import type { LayoutContext } from '../flow/context.ts';
import { clampHeight, clampWidth, edgesOf } from '../flow/sizes.ts';
import { type BoxFragment, firstBaseline } from '../fragment.ts';
import {
  type Arrangement,
  alignOnLine,
  arranged,
  bounded,
  type Lines,
  type PlannedItem,
  type ReadyItem,
} from './arrange.ts';
import type { AxisMargins, FlexEngine } from './engine.ts';
import { flexedSizes, hypotheticalSize, lineLength, type MainSizes } from './flexible.ts';
import {
  alignmentOf,
  type ColumnItem,
  columnConstraints,
  type FlexRoom,
  isMultiLine,
  isRow,
  isStretched,
  mainHeights,
  mainWidths,
  marginsOf,
} from './items.ts';
import { type StackedItem, stackOf } from './stack.ts';

/** An arrangement and what pages need of it. */
export interface FlexPlan extends Arrangement {
  /** The items of each line of a column, from the top down. */
  readonly stacks: readonly (readonly StackedItem[])[];
  /** The line of each item of rows; the place of each item in its column. */
  readonly rowOf: readonly number[];
}

/** The plan for the room a container has. */
export function flexPlan(context: LayoutContext, flex: FlexBox, room: FlexRoom): FlexPlan {
  const plans = context.caches.flexPlans.get(flex) ?? new Map<string, FlexPlan>();
  context.caches.flexPlans.set(flex, plans);
  const key = `${room.width} ${room.height} ${room.least} ${room.most}`;
  const plan = plans.get(key) ?? makePlan(context, flex, room);
  plans.set(key, plan);
  return plan;
}

interface Job extends Lines {
  readonly context: LayoutContext;
}

function makePlan(context: LayoutContext, flex: FlexBox, room: FlexRoom): FlexPlan {
  const engine = engineOf(context);
  const { main: mainGap, cross: crossGap } = gapsOf(flex, room);
  const job: Job = { context, engine, flex, room, mainGap, crossGap };
  const columns = isRow(flex) ? undefined : mainHeights(context, flex, room);
  const sizes = columns ?? mainWidths(context, flex, room);
  const lines = linesOf(context, flex, room, sizes);
  const mains = new Array<number>(sizes.length);
  const length = mainLength(job, sizes, lines);
  for (const line of lines) {
    const flexed = flexedSizes(
      engine,
      line.map((i) => sizes[i]!),
      length,
      mainGap,
    );
    line.forEach((i, n) => {
      mains[i] = flexed[n]!;
    });
  }
  const natural = columns ? columns.map(columnItem(job, mains)) : sizes.map(rowItem(job, mains));
  const arrangement = arranged(job, lines, natural, length);
  return columns ? withStacks(job, arrangement) : withRows(arrangement);
}

/** The plan of rows: each item is in the row of its line. */
function withRows(arrangement: Arrangement): FlexPlan {
  const rowOf = new Array<number>(arrangement.items.length);
  arrangement.lines.forEach(({ items }, line) => {
    for (const item of items) rowOf[item] = line;
  });
  return { ...arrangement, stacks: [], rowOf };
}

/** The plan of columns: each item is a row of its column. */
function withStacks({ flex, room }: Job, arrangement: Arrangement): FlexPlan {
  const { lines, items, mainGap } = arrangement;
  const rowOf = new Array<number>(items.length);
  const stacks = lines.map((line) => stackOf(flex, room, line.items, items, mainGap));
  for (const stack of stacks)
    stack.forEach(({ item }, row) => {
      rowOf[item] = row;
    });
  return { ...arrangement, stacks, rowOf };
}

function engineOf({ flexEngine }: LayoutContext): FlexEngine {
  if (!flexEngine) throw new Error('A document with flex boxes is laid out without a flex engine.');
  return flexEngine;
}

/** §9.3: the items of each line, in document order. */
export function linesOf(
  context: LayoutContext,
  flex: FlexBox,
  room: FlexRoom,
  sizes: readonly MainSizes[],
): readonly (readonly number[])[] {
  const all = sizes.map((_, i) => i);
  const available = isRow(flex) ? room.width : (room.height ?? room.most);
  if (!isMultiLine(flex) || !Number.isFinite(available)) return all.length > 0 ? [all] : [];
  const items = sizes.map((item) => ({ size: hypotheticalSize(item), margins: item.margins }));
  const lines: number[][] = [];
  engineOf(context)
    .breakLines(items, available, gapsOf(flex, room).main)
    .forEach((line, i) => {
      lines[line] ??= [];
      lines[line].push(i);
    });
  return lines;
}

/** Gaps between the items of a line, and between lines. */
function gapsOf(
  flex: FlexBox,
  { width, height }: FlexRoom,
): { readonly main: number; readonly cross: number } {
  const across = gapOf(flex.style.columnGap, Number.isFinite(width) ? width : 0);
  const along = gapOf(flex.style.rowGap, height ?? 0);
  return isRow(flex) ? { main: across, cross: along } : { main: along, cross: across };
}

/** The main size that items share: that of the container, or what its longest line needs within its bounds. */
function mainLength(
  { flex, room, mainGap }: Job,
  sizes: readonly MainSizes[],
  lines: readonly (readonly number[])[],
): number {
  if (isRow(flex)) return room.width;
  if (room.height !== undefined) return room.height;
  const lengths = lines.map((line) => {
    const items = line.map((i) => sizes[i]!);
    return lineLength(items, items.map(hypotheticalSize), mainGap);
  });
  return bounded(
    lengths.reduce((most, one) => Math.max(most, one), 0),
    room,
  );
}

/** An item of a row: its height is what its content needs in its width. */
function rowItem({ context, flex, room }: Job, mains: readonly number[]) {
  return (sizes: MainSizes, i: number): ReadyItem => {
    const item = flex.items[i]!;
    const size = mains[i]!;
    const edges = edgesOf(item.style, room.width);
    const { along } = marginsOf(item.style, edges);
    const { fragment } = context.layout(item, rowConstraints(room, size));
    return {
      size,
      margins: sizes.margins,
      cross: fragment.height,
      crossMargins: along,
      align: alignOnLine(flex, item),
      leastCross: clampHeight(0, item.style, edges, room.height),
      mostCross: clampHeight(Infinity, item.style, edges, room.height),
      baseline: alignmentOf(flex, item) === 'baseline' ? baselineOf(flex, fragment, along) : undefined,
      isFlexed: false,
    };
  };
}

/** Distance of the baseline from the margin edge at the flex start; automatic margins leave none to share. */
function baselineOf(
  flex: FlexBox,
  fragment: BoxFragment,
  { before, after }: AxisMargins,
): number | undefined {
  if (before === 'auto' || after === 'auto') return undefined;
  const baseline = firstBaseline(fragment) ?? fragment.height;
  return flex.style.flexWrap === 'wrap-reverse' ? fragment.height - baseline + after : before + baseline;
}

/** Constraints of an item in a row. */
export function rowConstraints(room: FlexRoom, borderWidth: number): Constraints {
  const { width, height } = room;
  return { width, region: ENDLESS, borderWidth, ...(height === undefined ? {} : { height }) };
}

/** An item of a column: its width does not depend on its height. */
function columnItem({ flex, room }: Job, mains: readonly number[]) {
  return ({ width, natural, margins }: ColumnItem, i: number): ReadyItem => {
    const { style } = flex.items[i]!;
    const edges = edgesOf(style, room.width);
    return {
      size: mains[i]!,
      margins,
      cross: width,
      crossMargins: marginsOf(style, edges).across,
      align: alignOnLine(flex, flex.items[i]!),
      leastCross: clampWidth(0, style, edges, room.width),
      mostCross: clampWidth(Infinity, style, edges, room.width),
      baseline: undefined,
      isFlexed: Math.abs(mains[i]! - natural) > 0.01,
    };
  };
}

/** Constraints of an item of a column as the plan has it. */
export function plannedColumnConstraints(
  context: LayoutContext,
  flex: FlexBox,
  index: number,
  room: FlexRoom,
  { mainSize, crossSize, isFlexed }: PlannedItem,
): Constraints {
  const item = flex.items[index]!;
  const natural = columnConstraints(context, flex, item, room);
  return {
    ...natural,
    ...(isStretched(flex, item) ? { borderWidth: crossSize } : {}),
    ...(isFlexed || room.height !== undefined ? { borderHeight: mainSize } : {}),
  };
}
