/** Faults of drawings: every one names the element that is to be mended. */
import { labelsOf, type Report } from '../diagnostics/diagnostic.ts';
import type { StyledElement } from '../markup/tree.ts';
import type { graphicsCodes } from './codes.ts';

/** Tells of a fault in `element`; what was wrong in `message`, what to do in `help`. */
export type Fault = (
  element: StyledElement,
  code: keyof typeof graphicsCodes,
  message: string,
  help?: string,
) => void;

/** A `Fault` that reports errors with the origin of the element. */
export function faultsTo(report: Report): Fault {
  return (element, code, message, help) =>
    report({
      code,
      severity: 'error',
      message,
      ...labelsOf(element.origin),
      ...(help === undefined ? {} : { help }),
    });
}

/** The child elements, without text and pseudo-elements. */
export function elementsOf(element: StyledElement): readonly StyledElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** All text below an element, in document order, white space collapsed (CSS 2.1 §16.6.1). */
export function textOf(element: StyledElement): string {
  const pieces: string[] = [];
  const open: (StyledElement | { readonly text: string })[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('text' in node) pieces.push(node.text);
    else open.push(...node.children.toReversed());
  }
  return pieces
    .join('')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
}
