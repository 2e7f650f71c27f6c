/** The plan of a flex container: lines, sizes and places of its items, worked out once per size and used on every page. */
import type { Alignment } from '../../markup/style.ts';
import type { Box, FlexBox } from '../box/box.ts';
import { type Constraints, ENDLESS } from '../contract.ts';
import { distribute, extentOf, fills, gapOf } from '../flow/alignment.ts';
import type { LayoutContext } from '../flow/context.ts';
import { clampHeight, clampWidth, edgesOf } from '../flow/sizes.ts';
import { type BoxFragment, firstBaseline } from '../fragment.ts';
import type { AxisMargins, FlexEngine, Justify, LineItem } from './engine.ts';
import { fixedMargins, flexedSizes, hypotheticalSize, lineLength, type MainSizes } from './flexible.ts';
import {
  alignmentOf,
  type ColumnItem,
  columnConstraints,
  type FlexRoom,
  isMultiLine,
  isReversed,
  isRow,
  isStretched,
  mainHeights,
  mainWidths,
  marginsOf,
} from './items.ts';

/** An item in the plan, px. `main` counts from the start of the content box, `cross` from the start of the line. */
export interface PlannedItem {
  readonly main: number;
  readonly mainSize: number;
  readonly cross: number;
  readonly crossSize: number;
  /** How far an item moves so that baselines meet. */
  readonly shim: number;
  /** Its main size is not what its content asks for. */
  readonly isFlexed: boolean;
}

/** A line and the items on it, in the order they lie in. */
export interface PlannedLine {
  readonly items: readonly number[];
  readonly cross: number;
}

export interface FlexPlan {
  readonly items: readonly PlannedItem[];
  /** From the top (of rows) or the left (of columns). */
  readonly lines: readonly PlannedLine[];
  /** Free room before the first line, and between lines. */
  readonly offset: number;
  readonly gap: number;
  /** Between items on a line. */
  readonly mainGap: number;
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

/** What planning needs to know of the container along its axes. */
interface Job {
  readonly context: LayoutContext;
  readonly engine: FlexEngine;
  readonly flex: FlexBox;
  readonly room: FlexRoom;
  readonly mainGap: number;
  readonly crossGap: number;
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
  return arranged(job, lines, natural, length);
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

/** An item that is ready for its line. */
interface ReadyItem extends LineItem {
  readonly baseline: number | undefined;
  readonly isFlexed: boolean;
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

/** On lines that run upwards or leftwards (`wrap-reverse`) the flex start is the end. */
function alignOnLine(flex: FlexBox, item: Box): LineItem['align'] {
  if (isStretched(flex, item)) return 'stretch';
  const [start, end] =
    flex.style.flexWrap === 'wrap-reverse' ? (['end', 'start'] as const) : (['start', 'end'] as const);
  switch (alignmentOf(flex, item)) {
    case 'center':
      return 'center';
    case 'flex-end':
      return end;
    case 'end':
      return 'end';
    case 'start':
      return 'start';
    default:
      return start;
  }
}

/** §9.4 to §9.6: cross sizes of the lines, then the places of the items on them. */
function arranged(
  job: Job,
  lines: readonly (readonly number[])[],
  ready: readonly ReadyItem[],
  available: number,
): FlexPlan {
  const { engine, flex, room, mainGap } = job;
  const shims = baselineShims(lines, ready);
  const isUpwards = flex.style.flexWrap === 'wrap-reverse';
  const input = (line: readonly number[], cross: number | undefined) => {
    const free = available - spaceOf(line, ready, mainGap);
    const items = line.map((i) => shifted(ready[i]!, shims[i]!, isUpwards));
    return {
      items: free < 0 ? items.map(withoutAuto) : items,
      available,
      cross,
      gap: mainGap,
      justify: justifyOf(flex, free),
      reverse: isReversed(flex),
    };
  };
  const definite = isRow(flex) ? room.height : room.width;
  const isSingle = !isMultiLine(flex);
  const naturals = lines.map((line) =>
    isSingle && definite !== undefined ? definite : engine.arrange(input(line, undefined)).cross,
  );
  const crosses =
    isSingle && definite === undefined ? naturals.map((cross) => bounded(cross, room)) : naturals;
  const spread = isSingle ? { crosses, offset: 0, gap: 0 } : spreadLines(job, crosses, definite);
  const items = new Array<PlannedItem>(ready.length);
  lines.forEach((line, n) => {
    const placed = engine.arrange(input(line, spread.crosses[n]!));
    line.forEach((i, at) => {
      const { main, cross, crossSize } = placed.items[at]!;
      const { size, isFlexed, align, cross: own } = ready[i]!;
      items[i] = {
        main,
        mainSize: size,
        // What is stretched up to its bound stays at the flex start.
        cross: align === 'stretch' && isUpwards ? atEnd(ready[i]!, spread.crosses[n]!, crossSize) : cross,
        crossSize: align === 'stretch' ? crossSize : own,
        shim: isUpwards ? 0 : shims[i]!,
        isFlexed,
      };
    });
  });
  const planned = lines.map((line, n): PlannedLine => ({ items: line, cross: spread.crosses[n]! }));
  return {
    items,
    lines: isUpwards ? planned.reverse() : planned,
    offset: spread.offset,
    gap: spread.gap,
    mainGap,
  };
}

/** Automatic margins are nothing where there is no room (§8.1); Yoga would let them decide over `justify-content`. */
function withoutAuto(item: LineItem): LineItem {
  const { before, after } = item.margins;
  return {
    ...item,
    margins: { before: before === 'auto' ? 0 : before, after: after === 'auto' ? 0 : after },
  };
}

function atEnd({ crossMargins: { after } }: ReadyItem, line: number, size: number): number {
  return line - size - (after === 'auto' ? 0 : after);
}

/** Room that the items of a line take. */
function spaceOf(line: readonly number[], ready: readonly ReadyItem[], gap: number): number {
  const gaps = gap * Math.max(line.length - 1, 0);
  return line.reduce((sum, i) => sum + ready[i]!.size + fixedMargins(ready[i]!.margins), gaps);
}

function bounded(cross: number, { least, most }: FlexRoom): number {
  return Math.max(Math.min(cross, most), least);
}

/** `align-content` (§8.4): room that lines leave goes between them, or into them. */
function spreadLines(
  { flex, room, crossGap }: Job,
  naturals: readonly number[],
  definite: number | undefined,
) {
  const used = extentOf(naturals, crossGap);
  const free = (definite ?? bounded(used, room)) - used;
  const { alignContent } = flex.style;
  if (fills(alignContent) && free > 0)
    return { crosses: naturals.map((cross) => cross + free / naturals.length), offset: 0, gap: crossGap };
  return {
    crosses: naturals,
    ...distribute(free, naturals.length, crossGap, contentSide(flex, alignContent, free, naturals.length)),
  };
}

/** `align-content` from the top or left; with `wrap-reverse` the flex start is the other side. */
function contentSide({ style }: FlexBox, alignment: Alignment, free: number, count: number): Alignment {
  if (style.flexWrap !== 'wrap-reverse') return alignment;
  if (alignment === 'flex-end') return 'start';
  const isPacked = alignment === 'space-between' && (free < 0 || count === 1);
  return fills(alignment) || alignment === 'flex-start' || isPacked ? 'end' : alignment;
}

/** §8.5, §9.4 step 8: items of a line that are aligned by their baselines share one. */
function baselineShims(
  lines: readonly (readonly number[])[],
  ready: readonly ReadyItem[],
): readonly number[] {
  const shims = new Array<number>(ready.length).fill(0);
  for (const line of lines) {
    const farthest = line.reduce((most, i) => Math.max(most, ready[i]!.baseline ?? -Infinity), -Infinity);
    for (const i of line) {
      const { baseline } = ready[i]!;
      if (baseline !== undefined) shims[i] = farthest - baseline;
    }
  }
  return shims;
}

/** An item with the room between it and the flex start that brings its baseline to that of the line. */
function shifted(item: ReadyItem, shim: number, isUpwards: boolean): LineItem {
  if (item.baseline === undefined) return item;
  const { before, after } = item.crossMargins;
  const fixed = { before: before === 'auto' ? 0 : before, after: after === 'auto' ? 0 : after };
  return isUpwards
    ? { ...item, crossMargins: { ...fixed, after: fixed.after + shim }, align: 'end' }
    : { ...item, crossMargins: { ...fixed, before: fixed.before + shim }, align: 'start' };
}

/** `justify-content` as the solver knows it. With too little room, space around items begins at the start (css-align-3 §5.3). */
function justifyOf(flex: FlexBox, free: number): Justify {
  const isBackwards = isReversed(flex);
  const start = isBackwards ? 'flex-end' : 'flex-start';
  switch (flex.style.justifyContent) {
    case 'start':
      return start;
    case 'end':
      return isBackwards ? 'flex-start' : 'flex-end';
    case 'flex-end':
    case 'center':
    case 'space-between':
      return flex.style.justifyContent;
    case 'space-around':
    case 'space-evenly':
      return free < 0 ? start : flex.style.justifyContent;
    default:
      return 'flex-start';
  }
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
