/** Collapsed borders of the part of a table that is on one page, as filled rectangles. */
import type { Color } from '../../markup/style.ts';
import type { BorderEdge } from '../display.ts';
import type { CollapsedRule } from '../fragment.ts';
import type { CollapsedBorders } from './borders.ts';

/** A row of the table as shown here; `y` from the table's border box. */
export interface ShownRow {
  readonly row: number;
  readonly y: number;
  readonly height: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** All rules of the shown rows; stretches of one border are joined. Where a row is cut no border is drawn. */
export function collapsedRules(
  borders: CollapsedBorders,
  rows: readonly ShownRow[],
  columnX: readonly number[],
  columnEnds: readonly number[],
): readonly CollapsedRule[] {
  const lines = [...columnX, columnEnds.at(-1) ?? 0];
  const rules: CollapsedRule[] = [];
  rows.forEach((shown, i) => {
    const above = rows[i - 1];
    if (shown.isFirst)
      addHorizontal(
        rules,
        edgesAbove(borders, shown, above),
        lines,
        shown.y,
        borders.vertical[shown.row] ?? [],
      );
    const below = rows[i + 1];
    const isEnd = !below || (below.row !== shown.row + 1 && !below.isFirst);
    if (isEnd && shown.isLast) {
      addHorizontal(
        rules,
        borders.horizontal[shown.row + 1] ?? [],
        lines,
        shown.y + shown.height,
        borders.vertical[shown.row] ?? [],
      );
    }
  });
  lines.forEach((x, c) => {
    addVertical(
      rules,
      rows.map(({ row, y, height }) => ({ edge: borders.vertical[row]?.[c], y, height })),
      x,
    );
  });
  return rules;
}

/** The border above a row: at the top of a page that of the table, next to a repeated header or footer the wider of both. */
function edgesAbove(
  borders: CollapsedBorders,
  shown: ShownRow,
  above: ShownRow | undefined,
): readonly BorderEdge[] {
  const own = borders.horizontal[shown.row] ?? [];
  if (!above) return borders.horizontal[0] ?? [];
  if (above.row + 1 === shown.row) return own;
  const ofAbove = borders.horizontal[above.row + 1] ?? [];
  return ofAbove.map((edge, column) => {
    const other = own[column];
    return other && other.width > edge.width ? other : edge;
  });
}

function addHorizontal(
  rules: CollapsedRule[],
  edges: readonly BorderEdge[],
  lines: readonly number[],
  y: number,
  vertical: readonly BorderEdge[],
): void {
  for (let c = 0; c < edges.length; ) {
    const edge = edges[c]!;
    let end = c + 1;
    while (end < edges.length && isSame(edges[end]!, edge)) end += 1;
    if (edge.width > 0) {
      const left = lines[c]! - (vertical[c]?.width ?? 0) / 2;
      const right = lines[end]! + (vertical[end]?.width ?? 0) / 2;
      rules.push({
        rect: { x: left, y: y - edge.width / 2, width: right - left, height: edge.width },
        edge,
        along: 'x',
      });
    }
    c = end;
  }
}

function addVertical(
  rules: CollapsedRule[],
  rows: readonly { edge: BorderEdge | undefined; y: number; height: number }[],
  x: number,
): void {
  for (let r = 0; r < rows.length; ) {
    const { edge, y } = rows[r]!;
    let end = r + 1;
    while (end < rows.length && edge && rows[end]!.edge && isSame(rows[end]!.edge!, edge)) end += 1;
    const last = rows[end - 1]!;
    if (edge && edge.width > 0) {
      rules.push({
        rect: { x: x - edge.width / 2, y, width: edge.width, height: last.y + last.height - y },
        edge,
        along: 'y',
      });
    }
    r = end;
  }
}

function isSame(a: BorderEdge, b: BorderEdge): boolean {
  return a.width === b.width && a.style === b.style && isSameColor(a.color, b.color);
}

function isSameColor(a: Color, b: Color): boolean {
  return a.r === b.r && a.g === b.g && a.b === b.b && a.alpha === b.alpha;
}
