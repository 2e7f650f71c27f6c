/** The inline boxes that surround a piece of text, innermost first, as a linked list shared by all pieces. */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';

/** `parent` is absent for the root inline box, whose strut every line has (CSS 2.1 §10.8.1). */
export interface Scope {
  readonly element: StyledElement;
  readonly style: ComputedStyle;
  readonly parent?: Scope;
  readonly depth: number;
  /** False for the root and for text whose element makes no box of its own. */
  readonly hasBox: boolean;
}

/** True of the number that a footnote leaves in the text. */
export function isNoteCall({ element }: Scope): boolean {
  return element.name === '::footnote-call';
}

/** True where the style lets lines be broken (css-text-3 §5.1). */
export function wraps(style: ComputedStyle): boolean {
  return style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre' && style.textWrap !== 'nowrap';
}

/** True where the style keeps spaces as they are written (css-text-3 §4.1). */
export function preservesSpaces(style: ComputedStyle): boolean {
  return style.whiteSpace === 'pre' || style.whiteSpace === 'pre-wrap';
}

/** True where a line break of the source is a line break of the page. */
export function preservesBreaks(style: ComputedStyle): boolean {
  return preservesSpaces(style) || style.whiteSpace === 'pre-line';
}

/** The nearest inline box around both: its style rules a break between them (css-text-3 §5.1). */
export function commonScope(a: Scope, b: Scope): Scope {
  let left = a;
  let right = b;
  while (left !== right) {
    if (left.depth >= right.depth) left = left.parent ?? left;
    else right = right.parent ?? right;
    if (left.depth === 0 && right.depth === 0) break;
  }
  return left;
}
