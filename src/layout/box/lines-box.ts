/** Lines boxes: runs of inline content, and when they are worth a line (CSS 2.1 §9.4.2). */
import type { ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { createLineStyles, type LineStyles } from './anonymous.ts';
import { type InlinePart, isFloat, type LinesBox } from './box.ts';
import { propagate } from './breaks.ts';

/** What a lines box takes over from where it stands. */
export interface LineContext {
  readonly page: string;
  /** The block ancestor whose text-decoration reaches the text inside (css-text-decor-3 §2.1). */
  readonly decoration: ComputedStyle | undefined;
  readonly lineStyles: LineStyles;
}

/** A block of text for a margin box or marker, outside the tree. */
export function textBlock(
  element: StyledElement,
  parts: readonly InlinePart[],
  lineStyles: LineStyles = createLineStyles(),
): LinesBox {
  const context: LineContext = { page: '', decoration: undefined, lineStyles };
  return linesBox(element, element.style, parts, context);
}

/** The lines box of inline content in a block container with this style. */
export function linesBox(
  element: StyledElement,
  style: ComputedStyle,
  parts: readonly InlinePart[],
  inherited: LineContext,
): LinesBox {
  const own = inherited.lineStyles(style, inherited.decoration);
  return {
    kind: 'lines',
    element,
    style: own,
    anonymous: true,
    parts,
    phantom: !parts.some(isVisible),
    pageBound: parts.some((part) => part.kind === 'generated' && part.content.some(isPageBound)),
    hasBoxes: parts.some((part) => part.kind === 'box'),
    hasEffects: parts.some((part) => part.kind === 'open' && hasEffect(part.element.style)),
    ...propagate(own, inherited.page, []),
    hasFloats: parts.some((part) => part.kind === 'anchor' && isFloat(part.box)),
  };
}

/** Whether an inline element is painted otherwise than where and as its text is set. */
function hasEffect({ position, opacity }: ComputedStyle): boolean {
  return position === 'relative' || opacity < 1;
}

function isPageBound(item: ContentItem): boolean {
  return item.kind !== 'text';
}

/** Whether a part makes a line box exist (CSS 2.1 §9.4.2). */
export function isVisible(part: InlinePart): boolean {
  switch (part.kind) {
    case 'text':
      return (
        /[^ \t\n\r\f]/.test(part.text) ||
        (part.element.style.whiteSpace.startsWith('pre') && part.text !== '')
      );
    case 'generated':
      return part.content.length > 0;
    case 'open':
    case 'close':
    case 'anchor':
      return false;
    case 'break':
    case 'leader':
    case 'box':
      return true;
  }
}
