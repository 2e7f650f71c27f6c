/** Where the items of flex lines go (css-flexbox-1 §8, §9.4 to §9.6), once their main sizes are known. */
import type { Alignment } from '../../markup/style.ts';
import type { Box, FlexBox } from '../box/box.ts';
import { distribute, extentOf, fills } from '../flow/alignment.ts';
import type { FlexEngine, Justify, LineItem } from './engine.ts';
import { fixedMargins } from './flexible.ts';
import { alignmentOf, type FlexRoom, isMultiLine, isReversed, isRow, isStretched } from './items.ts';

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

/** A line and the items on it. */
export interface PlannedLine {
  readonly items: readonly number[];
  readonly cross: number;
}

/** All lines and items in their places. */
export interface Arrangement {
  readonly items: readonly PlannedItem[];
  /** From the top (of rows) or the left (of columns). */
  readonly lines: readonly PlannedLine[];
  /** Free room before the first line, and between lines. */
  readonly offset: number;
  readonly gap: number;
  /** Between items on a line. */
  readonly mainGap: number;
}

/** An item that is ready for its line. */
export interface ReadyItem extends LineItem {
  readonly baseline: number | undefined;
  readonly isFlexed: boolean;
}

/** What aligning needs to know of the container along its axes. */
export interface Lines {
  readonly engine: FlexEngine;
  readonly flex: FlexBox;
  readonly room: FlexRoom;
  readonly mainGap: number;
  readonly crossGap: number;
}

/** §9.4 to §9.6: cross sizes of the lines, then the places of the items on them. */
export function arranged(
  job: Lines,
  lines: readonly (readonly number[])[],
  ready: readonly ReadyItem[],
  available: number,
): Arrangement {
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
  const isKnown = isSingle && definite !== undefined;
  const tries = lines.map((line) => engine.arrange(input(line, isKnown ? definite : undefined)));
  const naturals = tries.map(({ cross }) => cross);
  const crosses =
    isSingle && definite === undefined ? naturals.map((cross) => bounded(cross, room)) : naturals;
  const spread = isSingle ? { crosses, offset: 0, gap: 0 } : spreadLines(job, crosses, definite);
  const items = new Array<PlannedItem>(ready.length);
  lines.forEach((line, n) => {
    const cross = spread.crosses[n]!;
    const placed = cross === naturals[n] ? tries[n]! : engine.arrange(input(line, cross));
    line.forEach((i, at) => {
      const { main, cross: start, crossSize } = placed.items[at]!;
      const { size, isFlexed, align, cross: own } = ready[i]!;
      items[i] = {
        main,
        mainSize: size,
        // What is stretched up to its bound stays at the flex start.
        cross: align === 'stretch' && isUpwards ? atEnd(ready[i]!, cross, crossSize) : start,
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

/** A size of the container within its bounds. */
export function bounded(cross: number, { least, most }: FlexRoom): number {
  return Math.max(Math.min(cross, most), least);
}

/** `align-content` (§8.4): room that lines leave goes between them, or into them. */
function spreadLines(
  { flex, room, crossGap }: Lines,
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

/** On lines that run upwards or leftwards (`wrap-reverse`) the flex start is the end. */
export function alignOnLine(flex: FlexBox, item: Box): LineItem['align'] {
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

/** The part of the free room that is left of or above a single item on the main axis. */
export function mainShare(flex: FlexBox): number {
  const start = isReversed(flex) ? 1 : 0;
  switch (justifyOf(flex, 0)) {
    case 'center':
    case 'space-around':
    case 'space-evenly':
      return 0.5;
    case 'flex-end':
      return 1 - start;
    default:
      return start;
  }
}

/** The part of the free room that is left of or above a single item on the cross axis. */
export function crossShare(flex: FlexBox, item: Box): number {
  const alignment = alignOnLine(flex, item);
  if (alignment === 'stretch') return flex.style.flexWrap === 'wrap-reverse' ? 1 : 0;
  return alignment === 'center' ? 0.5 : alignment === 'end' ? 1 : 0;
}
