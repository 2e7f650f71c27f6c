/**
 * A text engine for tests: every character is one em square that stands 0.8 em above the baseline. Lines break
 * at spaces only, greedily. It makes the positions in tests round numbers that can be checked by hand.
 */
import type { Origin } from '../../diagnostics/span.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { FontFace, GlyphRun } from '../text/face.ts';
import type { AnchorItem, InlineItem, LineBox, LinePiece, OneLine, Paragraph } from '../text/lines.ts';
import type { TextEngine } from '../text-engine.ts';

export const squareFace: FontFace = {
  key: 'square',
  family: 'Square',
  weight: 400,
  style: 'normal',
  unitsPerEm: 1000,
  ascent: 800,
  descent: -200,
  lineGap: 0,
  xHeight: 800,
  capHeight: 800,
  underlinePosition: -100,
  underlineThickness: 50,
  bytes: new Uint8Array(),
  has: () => true,
  offers: () => false,
  shape: () => [],
};

/** The em-square text engine. */
export const squareText: TextEngine = {
  prepare: (items, block, style) => prepare(items, block, style),
  shapeLabel: ({ x, y, text, fontSize }) => ({ x, baseline: y, runs: [runOf(text, fontSize)] }),
  faces: () => [squareFace],
};

type Unit =
  | {
      readonly kind: 'char';
      readonly char: string;
      readonly width: number;
      readonly element: StyledElement;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'atomic';
      readonly width: number;
      readonly item: Extract<InlineItem, { kind: 'atomic' }>;
    }
  | { readonly kind: 'anchor'; readonly width: 0; readonly item: AnchorItem }
  | {
      readonly kind: 'leader';
      readonly width: number;
      readonly element: StyledElement;
      readonly pattern: string;
    }
  | { readonly kind: 'open' | 'close' | 'break'; readonly width: 0; readonly element: StyledElement };

function runOf(text: string, size: number): GlyphRun {
  const count = [...text].length;
  return { face: squareFace, size, glyphs: [], spacing: [], text, width: count * size };
}

function prepare(items: readonly InlineItem[], block: StyledElement, style: ComputedStyle): Paragraph {
  const words = splitWords(unitsOf(items, style));
  const lineAt = (start: number, end: number, available: number): LineBox =>
    lineBox(words.slice(start, end).flat(), start, end === words.length, available, block, style);
  const paragraphs = breakLines(words, Number.POSITIVE_INFINITY, style).map(([start, end]) =>
    widthOf(trimmed(words.slice(start, end).flat())),
  );
  return {
    minContent: Math.max(0, ...(wraps(style) ? words.map((word) => widthOf(trimmed(word))) : paragraphs)),
    maxContent: Math.max(0, ...paragraphs),
    lines: (width) => breakLines(words, width, style).map(([start, end]) => lineAt(start, end, width)),
    oneLine: words.length === 0 ? undefined : lineByLine(words, style, lineAt),
    indent: () => 0,
  };
}

function lineByLine(
  words: readonly Unit[][],
  style: ComputedStyle,
  lineAt: (start: number, end: number, available: number) => LineBox,
): OneLine {
  return (start, available) => {
    const end = endOfLine(words, start, available, style);
    const units = words.slice(start, end).flat();
    const anchors = units.flatMap((unit, i) =>
      unit.kind === 'anchor' ? [{ item: unit.item, before: widthOf(trimmed(units.slice(0, i))) }] : [],
    );
    return {
      end,
      width: widthOf(trimmed(units)),
      isLast: end === words.length,
      anchors,
      set: (space) => {
        const line = lineAt(start, end, space.available);
        return { ...line, pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + space.x })) };
      },
    };
  };
}

function widthOf(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.width, 0);
}

function wraps(style: ComputedStyle): boolean {
  return style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre';
}

function unitsOf(items: readonly InlineItem[], style: ComputedStyle): Unit[] {
  const units: Unit[] = [];
  let afterSpace = true;
  for (const item of items) {
    switch (item.kind) {
      case 'text':
        [...item.text].forEach((raw, i) => {
          const char = /[ \t\n\r]/.test(raw) ? ' ' : raw;
          if (char === ' ' && afterSpace && !style.whiteSpace.startsWith('pre')) return;
          afterSpace = char === ' ';
          units.push({
            kind: 'char',
            char,
            width: item.element.style.fontSize,
            element: item.element,
            origin: item.originAt(i),
          });
        });
        break;
      case 'atomic':
        afterSpace = false;
        units.push({ kind: 'atomic', width: item.width, item });
        break;
      case 'anchor':
        units.push({ kind: 'anchor', width: 0, item });
        break;
      case 'leader': {
        const { element, pattern } = item;
        afterSpace = false;
        units.push({ kind: 'leader', width: runOf(pattern, element.style.fontSize).width, element, pattern });
        break;
      }
      default:
        if (item.kind === 'break') afterSpace = true;
        units.push({ kind: item.kind, width: 0, element: item.element });
    }
  }
  return units;
}

function isSpace(unit: Unit | undefined): boolean {
  return unit?.kind === 'char' && unit.char === ' ';
}

/** Parts between break opportunities: after spaces, around atomic boxes, before leaders and what follows them. */
function splitWords(units: readonly Unit[]): Unit[][] {
  const words: Unit[][] = [];
  let word: Unit[] = [];
  units.forEach((unit, i) => {
    if ((unit.kind === 'atomic' || unit.kind === 'leader') && word.some(({ width }) => width > 0)) {
      words.push(word);
      word = [];
    }
    // An anchor where a line may end stays with that line.
    const before = words.at(-1)?.at(-1);
    if (unit.kind === 'anchor' && word.length === 0 && before && before.kind !== 'break')
      words.at(-1)!.push(unit);
    else word.push(unit);
    const isAfterLeader = isSpace(unit) && word.at(-2)?.kind === 'leader';
    if (
      unit.kind === 'break' ||
      unit.kind === 'atomic' ||
      (isSpace(unit) && !isSpace(units[i + 1]) && !isAfterLeader)
    ) {
      words.push(word);
      word = [];
    }
  });
  if (word.length > 0) words.push(word);
  return words;
}

/** Without the spaces at the end, which may be inside inline boxes. */
function trimmed(units: readonly Unit[]): readonly Unit[] {
  const last = units.findLastIndex((unit) => unit.width > 0 && !isSpace(unit));
  return units.filter((unit, i) => i <= last || (!isSpace(unit) && unit.kind !== 'break'));
}

/** Lines as ranges of words. */
function breakLines(words: readonly Unit[][], width: number, style: ComputedStyle): [number, number][] {
  const lines: [number, number][] = [];
  for (let start = 0; start < words.length; ) {
    const end = endOfLine(words, start, width, style);
    lines.push([start, end]);
    start = end;
  }
  return lines;
}

function endOfLine(words: readonly Unit[][], start: number, width: number, style: ComputedStyle): number {
  const limit = wraps(style) ? width + 0.01 : Number.POSITIVE_INFINITY;
  let used = 0;
  for (let i = start; i < words.length; i += 1) {
    const word = words[i]!;
    if (used > 0 && used + widthOf(trimmed(word)) > limit) return i;
    used += widthOf(word);
    if (word.at(-1)?.kind === 'break') return i + 1;
  }
  return words.length;
}

function lineHeightOf({ lineHeight, fontSize }: ComputedStyle): number {
  if (lineHeight === 'normal') return fontSize;
  return 'px' in lineHeight ? lineHeight.px : lineHeight.factor * fontSize;
}

function lineBox(
  units: readonly Unit[],
  first: number,
  isLast: boolean,
  available: number,
  block: StyledElement,
  style: ComputedStyle,
): LineBox {
  const visible = trimmed(units);
  const width = visible.reduce((sum, unit) => sum + unit.width, 0);
  const extent = { above: 0, below: 0 };
  const include = (above: number, below: number): void => {
    extent.above = Math.max(extent.above, above);
    extent.below = Math.max(extent.below, below);
  };
  const includeText = (text: ComputedStyle): void => {
    const leading = (lineHeightOf(text) - text.fontSize) / 2;
    include(text.fontSize * 0.8 + leading, text.fontSize * 0.2 + leading);
  };
  includeText(style);
  for (const unit of units) {
    if (unit.kind === 'char') includeText(unit.element.style);
    if (unit.kind === 'atomic') include(unit.item.baseline, unit.item.height - unit.item.baseline);
  }
  const free = Number.isFinite(available) ? Math.max(available - width, 0) : 0;
  const shift = { start: 0, left: 0, justify: 0, center: free / 2, end: free, right: free }[style.textAlign];
  const leaders = visible.filter(({ kind }) => kind === 'leader').length;
  const fill: Fill = { right: available, extra: leaders === 0 ? 0 : free / leaders };
  const took = !isLast && isSpace(units.findLast(({ width }) => width > 0));
  return {
    height: extent.above + extent.below,
    baseline: extent.above,
    width,
    pieces: piecesOf(visible, leaders === 0 ? shift : 0, extent.above, took, block, fill),
    start: first,
  };
}

/** What leaders fill: so many px more than one pattern each, on a grid that ends at the right edge of the line. */
interface Fill {
  readonly right: number;
  readonly extra: number;
}

function leaderPiece(
  { element, pattern, width }: Extract<Unit, { kind: 'leader' }>,
  from: number,
  baseline: number,
  { right, extra }: Fill,
): LinePiece {
  const first = Math.floor((right - from + 0.01) / width);
  const count = Math.max(1, first - Math.ceil((right - from - width - extra - 0.01) / width));
  return {
    kind: 'text',
    x: right - first * width,
    baseline,
    run: runOf(pattern.repeat(count), element.style.fontSize),
    element,
    origin: element.origin,
    spaceAfter: false,
    artifact: true,
  };
}

function piecesOf(
  units: readonly Unit[],
  start: number,
  baseline: number,
  spaceAfter: boolean,
  block: StyledElement,
  fill: Fill,
): LinePiece[] {
  const pieces: LinePiece[] = [];
  const boxes: { element: StyledElement; x: number; piece: number }[] = [];
  let x = start;
  let text: { chars: string; x: number; element: StyledElement; origin: Origin } | undefined;
  const flush = (isEnd: boolean): void => {
    if (!text) return;
    const { element, origin } = text;
    pieces.push({
      kind: 'text',
      x: text.x,
      baseline,
      run: runOf(text.chars, element.style.fontSize),
      element,
      origin,
      spaceAfter: isEnd && spaceAfter,
    });
    text = undefined;
  };
  for (const unit of units) {
    if (unit.kind === 'anchor') pieces.push({ kind: 'anchor', x, item: unit.item });
    else if (unit.kind === 'char' && text?.element === unit.element) text.chars += unit.char;
    else {
      flush(false);
      if (unit.kind === 'char') text = { chars: unit.char, x, element: unit.element, origin: unit.origin };
      else if (unit.kind === 'leader') {
        if (Number.isFinite(fill.right)) pieces.push(leaderPiece(unit, x, baseline, fill));
        x += fill.extra;
      } else if (unit.kind === 'atomic')
        pieces.push({ kind: 'atomic', x, y: baseline - unit.item.baseline, item: unit.item });
      else if (unit.kind === 'open') boxes.push({ element: unit.element, x, piece: pieces.length });
      else if (unit.kind === 'close') {
        const box = boxes.pop();
        const element = box?.element ?? unit.element;
        const size = element.style.fontSize;
        const left = box?.x ?? start;
        pieces.splice(box?.piece ?? 0, 0, {
          kind: 'box',
          x: left,
          y: baseline - size * 0.8,
          width: x - left,
          height: size,
          element,
          isFirst: box !== undefined,
          isLast: true,
        });
      }
    }
    x += unit.width;
  }
  flush(true);
  for (const { element, x: left, piece } of boxes) {
    if (element !== block)
      pieces.splice(piece, 0, {
        kind: 'box',
        x: left,
        y: baseline - element.style.fontSize * 0.8,
        width: x - left,
        height: element.style.fontSize,
        element,
        isFirst: true,
        isLast: false,
      });
  }
  return pieces;
}
