/** The document as it was written: elements, attributes and texts with their places in the merged text. */
import type { DecodedText } from './references.ts';

export type SourceNode = SourceElement | SourceText;

/** `start` and `end` are offsets of the whole attribute in the merged text. */
export interface SourceAttribute {
  readonly name: string;
  readonly value: DecodedText;
  readonly start: number;
  readonly end: number;
}

/**
 * An element. `start` and `end` are the offsets of its start tag in the merged text; `index` counts the
 * element siblings before it and `typeIndex` those of the same name, both from 0.
 */
export interface SourceElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly SourceAttribute[];
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly parent: SourceElement | undefined;
  readonly index: number;
  readonly typeIndex: number;
  readonly children: SourceNode[];
  /** The element children alone, and how many of each name there are. */
  readonly elements: SourceElement[];
  readonly typeCounts: Map<string, number>;
  readonly start: number;
  readonly end: number;
}

export interface SourceText {
  readonly kind: 'text';
  readonly value: DecodedText;
}

/** The attribute's decoded value, or undefined when the element has no such attribute. */
export function attributeOf(element: SourceElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value.text;
}

/** All text below an element in document order, white space collapsed. */
export function textOf(element: SourceElement): string {
  const pieces: string[] = [];
  const open: SourceNode[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'text') pieces.push(node.value.text);
    else for (let i = node.children.length - 1; i >= 0; i -= 1) open.push(node.children[i]!);
  }
  return pieces
    .join('')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
}

/** All elements from `root` on, in document order. */
export function* elementsFrom(root: SourceElement): Generator<SourceElement> {
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    yield element;
    for (let i = element.elements.length - 1; i >= 0; i -= 1) open.push(element.elements[i]!);
  }
}
