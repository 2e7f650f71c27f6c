/** Lines boxes: runs of inline content, and when they are worth a line (CSS 2.1 §9.4.2). */
import type { ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { createLineStyles, type LineStyles } from './anonymous.ts';
import type { Box, InlinePart, LinesBox } from './box.ts';
import { propagate } from './breaks.ts';

/** What a lines box takes over from where it stands. */
export interface LineContext {
  readonly page: string;
  /** text-decoration of block ancestors reaches the text inside (css-text-decor-3 §2.1). */
  readonly decoration: ComputedStyle['textDecorationLine'];
  readonly lineStyles: LineStyles;
}

/** A block of text for a margin box or marker, outside the tree. */
export function textBlock(element: StyledElement, content: readonly ContentItem[]): LinesBox {
  const context: LineContext = { page: '', decoration: 'none', lineStyles: createLineStyles() };
  return linesBox(element, element.style, [{ kind: 'generated', element, content }], [], context);
}

/** The lines box of inline content in a block container with this style. */
export function linesBox(
  element: StyledElement,
  style: ComputedStyle,
  parts: readonly InlinePart[],
  outOfFlow: readonly Box[],
  inherited: LineContext,
): LinesBox {
  const own = inherited.lineStyles(style, inherited.decoration);
  const isPageBound = (item: ContentItem): boolean => item.kind !== 'text';
  return {
    kind: 'lines',
    element,
    style: own,
    anonymous: true,
    parts,
    outOfFlow,
    phantom: !parts.some(isVisible),
    pageBound: parts.some((part) => part.kind === 'generated' && part.content.some(isPageBound)),
    ...propagate(own, inherited.page, []),
  };
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
      return false;
    case 'break':
    case 'box':
      return true;
  }
}
