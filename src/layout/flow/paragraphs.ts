/** From inline parts to prepared paragraphs: atomic boxes are laid out and measured, generated text is filled in. */
import type { Box, InlinePart, LinesBox } from '../box/box.ts';
import { type BoxFragment, firstBaseline, lastBaseline, type Placed } from '../fragment.ts';
import type { AnchorItem, InlineItem, LineBox, Paragraph } from '../text/lines.ts';
import type { LayoutContext } from './context.ts';
import { layoutFitted, sizingOf } from './fitted.ts';
import { edgesOf } from './sizes.ts';

type AnchorPart = Extract<InlinePart, { readonly kind: 'anchor' }>;
type AtomicBox = Extract<InlinePart, { readonly kind: 'box' }>['box'];

/** Available widths that stand for "as narrow as can be" and "as wide as it likes". */
export const NARROWEST = 0;
export const WIDEST = Infinity;

/** The paragraph of a lines box in a given width (which mostly does not matter). */
export function paragraphOf(context: LayoutContext, box: LinesBox, available: number): Paragraph {
  const key = box.parts.some(dependsOnWidth) ? available : WIDEST;
  const known = context.caches.paragraphs.get(box);
  const hit = known?.find((one) => one.available === key);
  if (hit) return hit.paragraph;
  const items = box.parts.map((part) => itemOf(context, part, available));
  const paragraph = context.text.prepare(items, box.element, box.style, key);
  const latest = { available: key, paragraph };
  context.caches.paragraphs.set(box, known ? [...known, latest] : [latest]);
  return paragraph;
}

/** Atomic boxes are measured, and percentages of margins and padding have the width as their base. */
function dependsOnWidth(part: InlinePart): boolean {
  if (part.kind !== 'open') return part.kind === 'box';
  const { marginLeft, marginRight, paddingTop, paddingRight, paddingBottom, paddingLeft } =
    part.element.style;
  return [marginLeft, marginRight, paddingTop, paddingRight, paddingBottom, paddingLeft].some(
    (length) => length !== 'auto' && length.percent !== 0,
  );
}

/** All lines of a lines box at a width; the last answer is kept, because pages ask for the same lines again. */
export function linesOf(context: LayoutContext, box: LinesBox, width: number): readonly LineBox[] {
  const hit = context.caches.lines.get(box);
  if (hit && hit.width === width) return hit.lines;
  const lines = paragraphOf(context, box, width).lines(width);
  context.caches.lines.set(box, { width, lines });
  return lines;
}

function itemOf(context: LayoutContext, part: InlinePart, available: number): InlineItem {
  switch (part.kind) {
    case 'generated': {
      const { element } = part;
      return {
        kind: 'text',
        text: context.generatedText(element, part.content),
        element,
        originAt: () => element.origin,
      };
    }
    case 'anchor':
      return { kind: 'anchor', element: part.box.element, payload: part };
    case 'box':
      return atomicOf(context, part.box, available);
    case 'open':
    case 'close':
    case 'break':
      return { kind: part.kind, element: part.element };
    case 'leader':
    case 'text':
      return part;
  }
}

/** An atomic inline with its margin box; the payload is its fragment, placed in that margin box. */
function atomicOf(context: LayoutContext, box: AtomicBox, available: number): InlineItem {
  const { margin } = edgesOf(box.style, available);
  const { fragment } = layoutFitted(context, box, sizingOf(context, box, available));
  const payload: Placed = { x: margin.left, y: margin.top, fragment };
  const height = margin.top + fragment.height + margin.bottom;
  const baseline = baselineOf(box, fragment);
  return {
    kind: 'atomic',
    element: box.element,
    payload,
    height,
    width: margin.left + fragment.width + margin.right,
    baseline: baseline === undefined ? height : margin.top + baseline,
  };
}

/** The box that an anchor item stands for, as collected from the text. */
export function anchoredIn({ payload }: AnchorItem): AnchorPart {
  return payload as AnchorPart;
}

/** CSS 2.1 §10.8.1: the baseline of an inline block is that of its last line, unless it clips; of flex boxes and grids it is the first. */
function baselineOf(box: Box, fragment: BoxFragment): number | undefined {
  if (box.kind === 'flex' || box.kind === 'grid' || box.kind === 'table') return firstBaseline(fragment);
  return box.kind === 'replaced' || box.style.overflow === 'hidden' ? undefined : lastBaseline(fragment);
}
