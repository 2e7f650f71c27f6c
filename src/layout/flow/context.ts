/** What all layout functions share for one document: the text engine, each other, and what is worth keeping. */
import type { ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Box, FlexBox, GridBox, LinesBox, TableBox } from '../box/box.ts';
import type { BreakToken, Constraints, Result } from '../contract.ts';
import type { FlexEngine } from '../flex/engine.ts';
import type { FlexPlan } from '../flex/plan.ts';
import type { GridPlan } from '../grid/plan.ts';
import type { TablePlan } from '../table/plan.ts';
import type { TableShape } from '../table/shape.ts';
import type { LineBox, Paragraph } from '../text/lines.ts';
import type { TextEngine } from '../text-engine.ts';
import type { MarginsOf } from './margins.ts';

/** Smallest and largest useful width in px (css-sizing-3 §4). */
export interface Intrinsic {
  readonly min: number;
  readonly max: number;
}

export interface LayoutContext {
  readonly text: TextEngine;
  /** Present where the document has flex boxes. */
  readonly flexEngine?: FlexEngine;
  /** Lays out any box. */
  readonly layout: (box: Box, constraints: Constraints, token?: BreakToken) => Result;
  /** Intrinsic widths of the border box; percentages count as auto. */
  readonly intrinsic: (box: Box) => Intrinsic;
  readonly marginsOf: MarginsOf;
  /** The text of generated content, with page numbers as far as they are known. */
  readonly generatedText: (element: StyledElement, content: readonly ContentItem[]) => string;
  readonly caches: Caches;
}

/** Results by box, or by the token that a box goes on from. They hold for one state of page numbers; see `withoutBoxes`. */
export interface Caches {
  readonly results: Map<Box | BreakToken, readonly KnownResult[]>;
  readonly intrinsic: Map<Box, Intrinsic>;
  readonly paragraphs: Map<LinesBox, readonly KnownParagraph[]>;
  readonly lines: Map<LinesBox, { readonly width: number; readonly lines: readonly LineBox[] }>;
  /** Plans of tables, flex boxes and grids by box and available size. */
  readonly tableShapes: Map<TableBox, TableShape>;
  readonly tablePlans: Map<TableBox, Map<string, TablePlan>>;
  readonly flexPlans: Map<FlexBox, Map<string, FlexPlan>>;
  readonly gridPlans: Map<GridBox, Map<string, GridPlan>>;
}

/** A paragraph prepared for an available width; infinite where the width does not matter. */
interface KnownParagraph {
  readonly available: number;
  readonly paragraph: Paragraph;
}

export interface KnownResult {
  readonly constraints: Constraints;
  readonly result: Result;
}

export function createCaches(): Caches {
  return {
    results: new Map(),
    intrinsic: new Map(),
    paragraphs: new Map(),
    lines: new Map(),
    tableShapes: new Map(),
    tablePlans: new Map(),
    flexPlans: new Map(),
    gridPlans: new Map(),
  };
}

/** What is known of all boxes but these. Results by break token go, too: pages make new tokens. */
export function withoutBoxes(caches: Caches, boxes: ReadonlySet<Box>): Caches {
  const kept = <K extends Box, V>(cache: ReadonlyMap<K, V>): Map<K, V> =>
    new Map([...cache].filter(([box]) => !boxes.has(box)));
  const isKept = (key: Box | BreakToken): boolean => 'element' in key && !boxes.has(key);
  return {
    results: new Map([...caches.results].filter(([key]) => isKept(key))),
    intrinsic: kept(caches.intrinsic),
    paragraphs: kept(caches.paragraphs),
    lines: kept(caches.lines),
    tableShapes: kept(caches.tableShapes),
    tablePlans: kept(caches.tablePlans),
    flexPlans: kept(caches.flexPlans),
    gridPlans: kept(caches.gridPlans),
  };
}
