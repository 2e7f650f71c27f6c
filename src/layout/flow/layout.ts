/** The layout context of a document: sends each box to its layout function and keeps complete results. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { Box } from '../box/box.ts';
import { layoutColumns } from '../columns/layout.ts';
import type { BreakToken, Constraints, Region, Result } from '../contract.ts';
import type { FlexEngine } from '../flex/engine.ts';
import { layoutFlex } from '../flex/layout.ts';
import { layoutGrid } from '../grid/layout.ts';
import { layoutTable } from '../table/layout.ts';
import type { TextEngine } from '../text-engine.ts';
import { layoutBlock } from './block.ts';
import { fits } from './breaking.ts';
import type { Caches, LayoutContext } from './context.ts';
import { intrinsicOf } from './intrinsic.ts';
import { layoutLines } from './lines.ts';
import { createMargins } from './margins.ts';
import { layoutReplaced } from './replaced.ts';

/** How many results of one box are kept: measured, stretched, and with another percentage base. */
const resultsPerBox = 3;

/** Makes the context that every layout function gets. */
export function createLayoutContext(
  text: TextEngine,
  generatedText: LayoutContext['generatedText'],
  caches: Caches,
  flexEngine?: FlexEngine,
): LayoutContext {
  const context: LayoutContext = {
    text,
    generatedText,
    caches,
    ...(flexEngine ? { flexEngine } : {}),
    marginsOf: createMargins(),
    intrinsic: (box) => intrinsicOf(context, box),
    layout: (box, constraints, token) => {
      const key = token ?? box;
      // Lines are kept themselves, and beside floats a result holds for one place only.
      const isMade = box.kind === 'lines' && !box.hasFloats;
      const isKept = !isMade && !constraints.stopAt && !constraints.floats;
      const known = isKept ? findKnown(caches, key, box, constraints) : undefined;
      if (known) return known;
      const result = based(dispatch(context, box, constraints, token), box, constraints.width);
      const isComplete = !result.token && !result.empty && fits(result.fragment.height, constraints.region);
      if (isComplete && isKept) remember(caches, key, constraints, result);
      return result;
    },
  };
  return context;
}

function dispatch(
  context: LayoutContext,
  box: Box,
  constraints: Constraints,
  token: BreakToken | undefined,
): Result {
  switch (box.kind) {
    case 'block':
      return layoutBlock(context, box, constraints, token?.kind === 'block' ? token : undefined);
    case 'lines':
      return layoutLines(context, box, constraints, token?.kind === 'lines' ? token : undefined);
    case 'table':
      return layoutTable(context, box, constraints, token?.kind === 'table' ? token : undefined);
    case 'flex':
      return layoutFlex(context, box, constraints, token?.kind === 'flex' ? token : undefined);
    case 'grid':
      return layoutGrid(context, box, constraints, token?.kind === 'grid' ? token : undefined);
    case 'columns':
      return layoutColumns(context, box, constraints, token?.kind === 'columns' ? token : undefined);
    case 'replaced':
      return layoutReplaced(box, constraints);
    default:
      return assertNever(box);
  }
}

/** Notes what percentages of padding refer to: backgrounds and pictures lie inside of it. */
function based(result: Result, box: Box, around: number): Result {
  const { fragment } = result;
  if (fragment.kind !== 'box' || box.kind === 'lines' || !hasPercentPadding(box.style)) return result;
  return { ...result, fragment: { ...fragment, around } };
}

function hasPercentPadding({ paddingTop, paddingRight, paddingBottom, paddingLeft }: ComputedStyle): boolean {
  return (
    paddingTop.percent !== 0 ||
    paddingRight.percent !== 0 ||
    paddingBottom.percent !== 0 ||
    paddingLeft.percent !== 0
  );
}

/**
 * A complete result, from the start or from a token, holds for every region it fits into, unless the box has
 * forced breaks or columns that fill the page: their result holds for the same region only.
 */
function findKnown(
  caches: Caches,
  key: Box | BreakToken,
  box: Box,
  constraints: Constraints,
): Result | undefined {
  return caches.results
    .get(key)
    ?.find(
      ({ constraints: was, result }) =>
        was.width === constraints.width &&
        was.height === constraints.height &&
        was.borderWidth === constraints.borderWidth &&
        was.borderHeight === constraints.borderHeight &&
        (!box.forcedInside || isSame(was.region, constraints.region)) &&
        fits(result.fragment.height, constraints.region),
    )?.result;
}

function isSame(a: Region, b: Region): boolean {
  return (
    a.remaining === b.remaining &&
    a.column?.paged === b.column?.paged &&
    a.column?.endsPage === b.column?.endsPage
  );
}

function remember(caches: Caches, key: Box | BreakToken, constraints: Constraints, result: Result): void {
  const known = caches.results.get(key);
  const latest = { constraints, result };
  caches.results.set(key, known ? [latest, ...known].slice(0, resultsPerBox) : [latest]);
}
