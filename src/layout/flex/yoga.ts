/**
 * The flex solver on `yoga-layout`. Only this file knows Yoga. It is WebAssembly of some milliseconds to load, so
 * it is loaded for documents that have flex boxes and for no others. Yoga is asked about one line at a time and
 * never calls back into layout; every node is freed before a function returns. It calculates in 32-bit floats:
 * lines get a tolerance, and callers keep the exact sizes they asked for.
 */
import type { Node, Yoga } from 'yoga-layout/load';
import type { FlexEngine, Justify, LineItem, SizedItem } from './engine.ts';

type Config = ReturnType<Yoga['Config']['create']>;

/** Loads Yoga; the module system keeps it for later documents. */
export async function loadFlexEngine(): Promise<FlexEngine> {
  const { default: yoga } = await import('yoga-layout');
  const config = yoga.Config.create();
  config.setUseWebDefaults(true);
  config.setPointScaleFactor(0);
  return createFlexEngine(yoga, config);
}

/** A line that is fuller than its room by this much, px, is not broken. */
const tolerance = 0.01;

function createFlexEngine(yoga: Yoga, config: Config): FlexEngine {
  /** Builds a row container, lets Yoga calculate, reads the answer, frees everything. */
  function solve<T extends SizedItem, R>(
    items: readonly T[],
    set: { readonly container: (node: Node) => void; readonly item: (node: Node, item: T) => void },
    read: (container: Node) => R,
  ): R {
    const container = yoga.Node.create(config);
    container.setFlexDirection(yoga.FLEX_DIRECTION_ROW);
    set.container(container);
    items.forEach((item, i) => {
      const node = yoga.Node.create(config);
      setMargin(node, yoga.EDGE_LEFT, item.margins.before);
      setMargin(node, yoga.EDGE_RIGHT, item.margins.after);
      node.setFlexShrink(0);
      set.item(node, item);
      container.insertChild(node, i);
    });
    container.calculateLayout(undefined, undefined, yoga.DIRECTION_LTR);
    const answer = read(container);
    container.freeRecursive();
    return answer;
  }

  function setMargin(node: Node, edge: typeof yoga.EDGE_LEFT, margin: number | 'auto'): void {
    if (margin === 'auto') node.setMarginAuto(edge);
    else if (margin !== 0) node.setMargin(edge, margin);
  }

  const justifications: Readonly<Record<Justify, Parameters<Node['setJustifyContent']>[0]>> = {
    'flex-start': yoga.JUSTIFY_FLEX_START,
    'flex-end': yoga.JUSTIFY_FLEX_END,
    center: yoga.JUSTIFY_CENTER,
    'space-between': yoga.JUSTIFY_SPACE_BETWEEN,
    'space-around': yoga.JUSTIFY_SPACE_AROUND,
    'space-evenly': yoga.JUSTIFY_SPACE_EVENLY,
  };

  const alignments: Readonly<Record<LineItem['align'], Parameters<Node['setAlignSelf']>[0]>> = {
    start: yoga.ALIGN_FLEX_START,
    center: yoga.ALIGN_CENTER,
    end: yoga.ALIGN_FLEX_END,
    stretch: yoga.ALIGN_STRETCH,
  };

  function setCross(node: Node, item: LineItem): void {
    setMargin(node, yoga.EDGE_TOP, item.crossMargins.before);
    setMargin(node, yoga.EDGE_BOTTOM, item.crossMargins.after);
    node.setAlignSelf(alignments[item.align]);
    if (item.align !== 'stretch') {
      node.setHeight(item.cross);
      return;
    }
    node.setMinHeight(item.leastCross);
    if (Number.isFinite(item.mostCross)) node.setMaxHeight(item.mostCross);
    node.setMeasureFunc(() => ({ width: item.size, height: item.cross }));
  }

  return {
    breakLines: (items, available, gap) =>
      solve(
        items,
        {
          container: (node) => {
            node.setWidth(available + tolerance);
            node.setFlexWrap(yoga.WRAP_WRAP);
            node.setAlignItems(yoga.ALIGN_FLEX_START);
            node.setAlignContent(yoga.ALIGN_FLEX_START);
            node.setGap(yoga.GUTTER_COLUMN, gap);
          },
          // Lines are one px tall, so that the place of an item tells its line.
          item: (node, { size }) => {
            node.setWidth(size);
            node.setHeight(1);
          },
        },
        (container) => items.map((_, i) => Math.round(container.getChild(i).getComputedTop())),
      ),
    share: (items, available, gap) =>
      solve(
        items,
        {
          container: (node) => {
            node.setWidth(available);
            node.setGap(yoga.GUTTER_COLUMN, gap);
          },
          item: (node, { size, grow, shrink, inner }) => {
            node.setFlexBasis(size);
            node.setFlexGrow(grow);
            // Yoga weighs by the border box; CSS by the content box (§9.7).
            node.setFlexShrink(size > 0 ? (shrink * inner) / size : 0);
          },
        },
        (container) => items.map((_, i) => container.getChild(i).getComputedWidth()),
      ),
    arrange: ({ items, available, cross, gap, justify, reverse }) =>
      solve(
        items,
        {
          container: (node) => {
            node.setFlexDirection(reverse ? yoga.FLEX_DIRECTION_ROW_REVERSE : yoga.FLEX_DIRECTION_ROW);
            node.setWidth(available);
            if (cross !== undefined) node.setHeight(cross);
            node.setJustifyContent(justifications[justify]);
            node.setGap(yoga.GUTTER_COLUMN, gap);
          },
          item: (node, item) => {
            node.setWidth(item.size);
            setCross(node, item);
          },
        },
        (container) => ({
          cross: cross ?? container.getComputedHeight(),
          items: items.map((_, i) => {
            const { left, top, height } = container.getChild(i).getComputedLayout();
            return { main: left, cross: top, crossSize: height };
          }),
        }),
      ),
  };
}
