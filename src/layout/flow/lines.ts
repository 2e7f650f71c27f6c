/** Inline formatting contexts: lines from top to bottom, broken between lines (class B of css-break-3 §4.1). */
import { isFloat, type LinesBox } from '../box/box.ts';
import {
  type BreakToken,
  type Constraints,
  type EarlyBreak,
  EPSILON,
  type Region,
  type Result,
} from '../contract.ts';
import { layoutLinesBeside } from '../float/lines.ts';
import { boxFragment, type OutOfFlow, type Placed } from '../fragment.ts';
import type { LineBox } from '../text/lines.ts';
import { broken, COST, complete, nothing, wayToBreak } from './breaking.ts';
import type { LayoutContext } from './context.ts';
import { anchoredIn, linesOf } from './paragraphs.ts';

type LinesToken = Extract<BreakToken, { readonly kind: 'lines' }>;

/** Lays out inline content. */
export function layoutLines(
  context: LayoutContext,
  box: LinesBox,
  constraints: Constraints,
  token?: LinesToken,
): Result {
  const width = token?.width ?? constraints.width;
  if (box.phantom) {
    const marks = box.parts.flatMap((part) => (part.kind === 'open' ? [part.element] : []));
    return complete(
      boxFragment({
        box,
        width,
        height: 0,
        isFirst: true,
        isLast: true,
        marks,
      }),
    );
  }
  // Where the next page is narrower or wider, the rest is broken anew from where it begins.
  const isOther = token !== undefined && Math.abs(token.width - constraints.width) > EPSILON;
  if (constraints.floats || box.hasFloats || token?.start !== undefined || isOther)
    return layoutLinesBeside(context, box, constraints, token);
  const lines = linesOf(context, box, width);
  const start = token?.line ?? 0;
  const { region, stopAt } = constraints;
  if (stopAt) return cut(box, lines, start, stopAt.index, width, stopAt.cost);

  const fitting = countFitting(lines, start, region);
  if (fitting === lines.length) {
    const fragment = fragmentOf(box, lines, start, fitting, width);
    return complete(fragment, earlyBreak(box, start, lines.length));
  }
  const kept = withWidows(box, fitting, lines.length);
  const isPerfect = kept - start >= box.style.orphans;
  const split = isPerfect ? 0 : fitting > start ? COST.orphansOrWidows : undefined;
  switch (wayToBreak({ split }, region)) {
    case 'split':
      return cut(box, lines, start, isPerfect ? kept : fitting, width, split!);
    case 'leave':
      return nothing(fragmentOf(box, lines, start, start, width));
    default:
      return cut(box, lines, start, start + 1, width, COST.orphansOrWidows, true);
  }
}

function countFitting(lines: readonly LineBox[], start: number, region: Region): number {
  let height = 0;
  let line = start;
  for (; line < lines.length; line += 1) {
    height += lines[line]!.height;
    if (height > region.remaining + EPSILON) break;
  }
  return line;
}

/** The latest break at or before `fitting` that leaves enough lines for the next page. */
function withWidows(box: LinesBox, fitting: number, count: number): number {
  return Math.min(fitting, count - box.style.widows);
}

/** The last place where lines that all fit could have been broken. */
function earlyBreak(box: LinesBox, start: number, count: number): EarlyBreak | undefined {
  const kept = withWidows(box, count - 1, count);
  if (kept > start && kept - start >= box.style.orphans) return { index: kept, cost: 0 };
  return count - 1 > start ? { index: count - 1, cost: COST.orphansOrWidows } : undefined;
}

/** Lines from `start` up to `end`, the rest left; `isSpilled` when the first of them is taller than the page. */
function cut(
  box: LinesBox,
  lines: readonly LineBox[],
  start: number,
  end: number,
  width: number,
  cost: number,
  isSpilled = false,
): Result {
  const fragment = fragmentOf(box, lines, start, end, width, isSpilled);
  if (end >= lines.length) return complete(fragment);
  return broken(fragment, { kind: 'lines', line: end, width }, cost);
}

function fragmentOf(
  box: LinesBox,
  lines: readonly LineBox[],
  start: number,
  end: number,
  width: number,
  isSpilled = false,
) {
  const children: Placed[] = [];
  const outOfFlow: OutOfFlow[] = [];
  const hasAnchors = box.parts.some(({ kind }) => kind === 'anchor');
  let y = 0;
  for (let i = start; i < end; i += 1) {
    const line = lines[i]!;
    children.push({
      x: 0,
      y,
      fragment: { kind: 'line', box, line, width, height: line.height, spilled: isSpilled },
    });
    if (hasAnchors) outOfFlow.push(...outOfFlowOn(line, y));
    y += line.height;
  }
  return boxFragment({
    box,
    width,
    height: y,
    isFirst: start === 0,
    isLast: end >= lines.length,
    children,
    outOfFlow,
  });
}

/**
 * Absolutely positioned boxes anchored on a line whose top is at `y`, at their static positions (CSS 2.1 §10.3.7,
 * §10.6.4): a box that would be block-level stands below the text before it.
 */
export function outOfFlowOn(line: LineBox, y: number): readonly OutOfFlow[] {
  return line.pieces.flatMap((piece): readonly OutOfFlow[] => {
    if (piece.kind !== 'anchor') return [];
    const { box, isBlock } = anchoredIn(piece.item);
    if (isFloat(box)) return [];
    return [isBlock ? { box, x: 0, y: y + line.height } : { box, x: piece.x, y }];
  });
}
