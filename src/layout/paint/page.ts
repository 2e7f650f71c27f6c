/** From the fragments of a page to display items in paint order; what would be lost on paper is reported here. */
import type { StyledElement } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import { linkAnchor } from '../box/notes.ts';
import type { DisplayItem, Owner, Rect } from '../display.ts';
import { fitContent } from '../flow/replaced.ts';
import { atomicAt, type BoxFragment, type LineFragment } from '../fragment.ts';
import type { LinePiece } from '../text/lines.ts';
import { plainBackground } from './backgrounds.ts';
import { type Checks, checkBox, checkLine, checkPicture, checkText } from './checks.ts';
import { isRound, type RoundedRect } from './corners.ts';
import { contentEdge, decorate, paddingEdge, ruleItem } from './decoration.ts';
import { allSides, blockSides } from './edges.ts';
import { type EffectsOf, type InlineEffect, NO_EFFECT } from './inline-effects.ts';
import { checkLabels } from './label-checks.ts';
import { layerItems } from './layers.ts';
import { type At, collectLevel, isGroup, type Level } from './level.ts';
import type { SliceOf } from './slices.ts';

export interface Painting {
  readonly items: DisplayItem[];
  readonly files: Files;
  readonly checks: Checks;
  /** The element whose background covers the whole sheet instead of its box (CSS 2.1 §14.2), if there is one. */
  readonly canvas: StyledElement | undefined;
  /** Margin boxes and what they hold are no content of the document. */
  readonly isMargin: boolean;
  readonly effectsOf: EffectsOf;
  readonly sliceOf: SliceOf;
}

/** Paints the content of a page at the page area, in front of what is there already. */
export function paintContent(painting: Painting, fragment: BoxFragment, x: number, y: number): void {
  paintInside(painting, { fragment, x, y, repeated: false });
}

/** Paints a box with its own background, border, clip and opacity. */
export function paintBox(painting: Painting, at: At<BoxFragment>): void {
  const { fragment, x, y } = at;
  const { style } = fragment.box;
  const rect: Rect = { x, y, width: fragment.width, height: fragment.height };
  const sides = blockSides(style, fragment.isFirst, fragment.isLast);
  if (!isGroup(fragment)) {
    paintBackdrop(painting, at);
    paintInside(painting, at);
    return;
  }
  if (style.opacity < 1) painting.items.push({ kind: 'push', opacity: style.opacity });
  paintBackdrop(painting, at);
  if (style.overflow === 'hidden') {
    const edge = paddingEdge(style, { rect, sides });
    painting.items.push(clipTo(edge));
    paintInside(
      { ...painting, checks: { ...painting.checks, clip: intersection(painting.checks.clip, edge.rect) } },
      at,
    );
    painting.items.push({ kind: 'pop' });
  } else paintInside(painting, at);
  if (style.opacity < 1) painting.items.push({ kind: 'pop' });
}

function clipTo({ rect, radii }: RoundedRect): DisplayItem {
  return { kind: 'push', clip: rect, ...(isRound(radii) ? { radii } : {}), opacity: 1 };
}

function intersection(a: Rect | undefined, b: Rect): Rect {
  if (!a) return b;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

function paintInside(painting: Painting, at: At<BoxFragment>): void {
  const level: Level = collectLevel(at);
  for (const backdrop of level.backdrops) {
    if (backdrop.kind === 'box') paintBackdrop(painting, backdrop);
    else painting.items.push(...backdrop.rules.map((rule) => ruleItem(rule, backdrop.x, backdrop.y)));
  }
  for (const float of level.floats) paintBox(painting, float);
  for (const content of level.contents) {
    switch (content.kind) {
      case 'line':
        paintLine(painting, content);
        break;
      case 'replaced':
        paintReplaced(painting, content);
        break;
      case 'group':
        paintBox(painting, content);
        break;
    }
  }
  for (const positioned of level.positioned) paintBox(painting, positioned);
}

/** Background, border and link area of a block. */
function paintBackdrop(painting: Painting, { fragment, x, y }: At<BoxFragment>): void {
  const { box, width, height, isFirst, isLast } = fragment;
  checkBox(painting.checks, fragment);
  if (box.anonymous) return;
  const rect: Rect = { x, y, width, height };
  if (box.style.visibility === 'visible') {
    const { layers, undecorated } = fragment;
    if (layers) painting.items.push(...layerItems(layers, rect, painting.files));
    const hasBackground = box.element !== painting.canvas;
    const sides = blockSides(box.style, isFirst, isLast);
    const slice = painting.sliceOf(fragment);
    const whole = slice && { ...rect, y: y - slice.before, height: slice.whole };
    const ground = { rect, sides, ...(whole && { whole }), ...aroundOf(fragment) };
    const items = undecorated === 'all' ? [] : decorate(box.style, ground, painting.files, hasBackground);
    painting.items.push(...(undecorated ? items.filter(({ kind }) => kind !== 'border') : items));
  }
  const link = 'link' in box ? (box.link as StyledElement) : box.element;
  addLink(painting, link, rect);
}

function aroundOf({ around }: BoxFragment): { readonly around?: number } {
  return around === undefined ? {} : { around };
}

function addLink({ items, isMargin }: Painting, element: StyledElement, rect: Rect): void {
  const href = linkTarget(element);
  if (href !== undefined && !isMargin && rect.width > 0 && rect.height > 0)
    items.push({ kind: 'link', rect, href, element: element.id });
}

/** Where a link leads; calls and markers of footnotes lead to each other, to anchors with their own names. */
function linkTarget({ name, id, attributes }: StyledElement): string | undefined {
  if (name === '::footnote-call' || name === '::footnote-marker') return `#${linkAnchor({ name, id })}`;
  return name === 'a' ? attributes.get('href') : undefined;
}

function ownerOf({ isMargin }: Painting, repeated: boolean, element: StyledElement): Owner {
  return isMargin || repeated ? { artifact: 'pagination' } : { element: element.id };
}

function paintLine(painting: Painting, at: At<LineFragment>): void {
  const { fragment } = at;
  checkLine(painting.checks, fragment);
  const { pieces } = fragment.line;
  const effects = painting.effectsOf(fragment.box, fragment.width);
  for (const isBox of [true, false])
    for (const piece of pieces) {
      if ((piece.kind === 'box') !== isBox || piece.kind === 'anchor') continue;
      const element = piece.kind === 'atomic' ? piece.item.element : piece.element;
      const effect = effects?.get(element) ?? NO_EFFECT;
      if (effect === NO_EFFECT) paintPiece(painting, piece, at);
      else paintWithEffect(painting, piece, effect, at);
    }
}

function paintWithEffect(
  painting: Painting,
  piece: LinePiece,
  effect: InlineEffect,
  at: At<LineFragment>,
): void {
  const items: DisplayItem[] = [];
  paintPiece({ ...painting, items }, piece, { ...at, x: at.x + effect.x, y: at.y + effect.y });
  if (effect.opacity === 1 || items.length === 0) painting.items.push(...items);
  else painting.items.push({ kind: 'push', opacity: effect.opacity }, ...items, { kind: 'pop' });
}

function paintPiece(painting: Painting, piece: LinePiece, at: At<LineFragment>): void {
  const { x, y, repeated } = at;
  switch (piece.kind) {
    case 'box':
      paintInlineBox(painting, piece, at);
      break;
    case 'text':
      paintText(painting, piece, x, y, repeated);
      break;
    case 'rule':
      if (piece.element.style.visibility === 'visible') {
        const rect = { x: x + piece.x, y: y + piece.y, width: piece.width, height: piece.height };
        painting.items.push({ kind: 'rule', rect, color: piece.color });
      }
      break;
    case 'atomic': {
      const placed = atomicAt(piece);
      const here = { x: x + piece.x + placed.x, y: y + piece.y + placed.y, repeated };
      if (placed.fragment.kind === 'box') paintBox(painting, { fragment: placed.fragment, ...here });
      break;
    }
  }
}

function paintInlineBox(
  painting: Painting,
  piece: Extract<LinePiece, { kind: 'box' }>,
  { fragment, x, y }: At<LineFragment>,
): void {
  const rect: Rect = { x: x + piece.x, y: y + piece.y, width: piece.width, height: piece.height };
  const { style } = piece.element;
  const isClone = style.boxDecorationBreak === 'clone';
  const sides = { top: true, bottom: true, left: piece.isFirst || isClone, right: piece.isLast || isClone };
  const slice = painting.sliceOf(piece);
  const whole = slice && { ...rect, x: rect.x - slice.before, width: slice.whole };
  if (style.visibility === 'visible')
    painting.items.push(
      ...decorate(style, { rect, sides, around: fragment.width, ...(whole && { whole }) }, painting.files),
    );
  addLink(painting, piece.element, rect);
}

function paintText(
  painting: Painting,
  piece: Extract<LinePiece, { kind: 'text' }>,
  x: number,
  y: number,
  repeated: boolean,
): void {
  const { run, element, origin, spaceAfter, artifact } = piece;
  if (element.style.visibility === 'hidden') return;
  const item = { x: x + piece.x, baseline: y + piece.baseline };
  checkText(painting.checks, { ...item, run, origin });
  painting.items.push({
    kind: 'text',
    ...item,
    run,
    color: element.style.color,
    owner: artifact ? { artifact: 'layout' } : ownerOf(painting, repeated, element),
    origin,
    ...(spaceAfter ? { spaceAfter } : {}),
  });
}

function paintReplaced(painting: Painting, { fragment, x, y, repeated }: At<BoxFragment>): void {
  const { box, replaced } = fragment;
  if (!replaced || box.style.visibility === 'hidden') return;
  const { content } = replaced;
  const area: Rect = { ...replaced.rect, x: x + replaced.rect.x, y: y + replaced.rect.y };
  const fitted = fitContent({ style: box.style, content }, area);
  // A picture of generated content has no element, and nobody could give it an alternative text.
  const owner: Owner = box.anonymous ? { artifact: 'layout' } : ownerOf(painting, repeated, box.element);
  checkPicture(painting.checks, area, box.element);
  const edge = contentEdge(box.style, {
    rect: { x, y, width: fragment.width, height: fragment.height },
    sides: allSides,
    ...aroundOf(fragment),
  });
  const needsClip = isRound(edge.radii) || (fitted.clips && content.kind === 'drawing');
  if (needsClip) painting.items.push(clipTo({ rect: area, radii: edge.radii }));
  if (content.kind === 'drawing') {
    checkLabels(painting.checks, content.drawing, content.labels, fitted.rect, box.element);
    painting.items.push({
      kind: 'drawing',
      rect: fitted.rect,
      drawing: content.drawing,
      labels: content.labels,
      owner,
    });
  } else
    painting.items.push({
      kind: 'image',
      rect: fitted.rect,
      ...(fitted.clips ? { clip: area } : {}),
      path: content.path,
      bytes: content.bytes,
      owner,
    });
  if (needsClip) painting.items.push({ kind: 'pop' });
}

/** The canvas: the background of the page, then that of the root or the body, on the whole sheet (css-page-3 §4, CSS 2.1 §14.2). */
export function paintCanvas(
  painting: Painting,
  styles: readonly StyledElement['style'][],
  sheet: Rect,
): void {
  for (const style of styles) painting.items.push(...plainBackground(style, sheet, painting.files));
}

/** A painting that begins with nothing. */
export function newPainting(begin: Omit<Painting, 'items' | 'isMargin'>): Painting {
  return { ...begin, items: [], isMargin: false };
}
