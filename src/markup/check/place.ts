/** Places of elements and attributes, for the checks. */
import type { Origin } from '../../diagnostics/span.ts';
import type { Merged } from '../../template/merged.ts';
import { originBetween } from '../fault.ts';
import type { SourceAttribute, SourceElement, SourceText } from '../xml/source-tree.ts';

/** The start tag of an element. */
export function placeOf(merged: Merged, element: SourceElement): Origin {
  return originBetween(merged, element.start, element.end);
}

/** A whole attribute, name and value. */
export function placeOfAttribute(merged: Merged, attribute: SourceAttribute): Origin {
  return originBetween(merged, attribute.start, attribute.end);
}

/** The part of a text that is not white space. */
export function placeOfText(merged: Merged, text: SourceText): Origin {
  const { value } = text;
  const start = value.text.length - value.text.trimStart().length;
  const end = value.text.trimEnd().length;
  return originBetween(merged, value.offsetAt(start), value.offsetAt(Math.max(start, end - 1)) + 1);
}
