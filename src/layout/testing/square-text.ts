/**
 * A text engine for tests: every character is one em square that stands 0.8 em above the baseline. Lines break
 * at spaces only, greedily. It makes the positions in tests round numbers that can be checked by hand.
 */
import type { Origin } from '../../diagnostics/span.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { FontFace, GlyphRun } from '../text/face.ts';
import type { InlineItem, LineBox, LinePiece, Paragraph } from '../text/lines.ts';
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
  | { readonly kind: 'open' | 'close' | 'break'; readonly width: 0; readonly element: StyledElement };

function runOf(text: string, size: number): GlyphRun {
  const count = [...text].length;
  return { face: squareFace, size, glyphs: [], spacing: [], text, width: count * size };
}

function prepare(items: readonly InlineItem[], block: StyledElement, style: ComputedStyle): Paragraph {
  const units = unitsOf(items, style);
  const widthOf = (part: readonly Unit[]): number => part.reduce((sum, unit) => sum + unit.width, 0);
  const words = splitWords(units).map((word) => widthOf(trimmed(word)));
  const paragraphs = breakLines(units, Number.POSITIVE_INFINITY, style).map((line) => widthOf(trimmed(line)));
  return {
    minContent: Math.max(0, ...(wraps(style) ? words : paragraphs)),
    maxContent: Math.max(0, ...paragraphs),
    lines: (width) =>
      breakLines(units, width, style).map((line, i, all) =>
        lineBox(line, i === all.length - 1, width, block, style),
      ),
  };
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

/** Parts between break opportunities: after spaces, around atomic boxes. */
function splitWords(units: readonly Unit[]): Unit[][] {
  const words: Unit[][] = [];
  let word: Unit[] = [];
  units.forEach((unit, i) => {
    if (unit.kind === 'atomic' && word.some(({ width }) => width > 0)) {
      words.push(word);
      word = [];
    }
    word.push(unit);
    if (unit.kind === 'break' || unit.kind === 'atomic' || (isSpace(unit) && !isSpace(units[i + 1]))) {
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

function breakLines(units: readonly Unit[], width: number, style: ComputedStyle): Unit[][] {
  const limit = wraps(style) ? width + 0.01 : Number.POSITIVE_INFINITY;
  const lines: Unit[][] = [];
  let line: Unit[] = [];
  let used = 0;
  for (const word of splitWords(units)) {
    const size = trimmed(word).reduce((sum, unit) => sum + unit.width, 0);
    if (line.some((unit) => unit.width > 0) && used + size > limit) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(...word);
    used += word.reduce((sum, unit) => sum + unit.width, 0);
    if (word.at(-1)?.kind === 'break') {
      lines.push(line);
      line = [];
      used = 0;
    }
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function lineHeightOf({ lineHeight, fontSize }: ComputedStyle): number {
  if (lineHeight === 'normal') return fontSize;
  return 'px' in lineHeight ? lineHeight.px : lineHeight.factor * fontSize;
}

function lineBox(
  units: readonly Unit[],
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
  const took = !isLast && isSpace(units.findLast(({ width }) => width > 0));
  return {
    height: extent.above + extent.below,
    baseline: extent.above,
    width,
    pieces: piecesOf(visible, shift, extent.above, took, block),
  };
}

function piecesOf(
  units: readonly Unit[],
  start: number,
  baseline: number,
  spaceAfter: boolean,
  block: StyledElement,
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
    if (unit.kind === 'char' && text?.element === unit.element) text.chars += unit.char;
    else {
      flush(false);
      if (unit.kind === 'char') text = { chars: unit.char, x, element: unit.element, origin: unit.origin };
      else if (unit.kind === 'atomic')
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
