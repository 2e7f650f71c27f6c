/** Checks an element against the vocabulary and hands out its attributes, typed and located. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Fault, Located } from './fault.ts';
import { isRefused } from './value-types.ts';
import {
  type AttributeName,
  type AttributeValue,
  type ElementName,
  elementSpec,
  type RequiredName,
  vocabulary,
} from './vocabulary.ts';
import type { XmlElement } from './xml.ts';

/** The attributes of an element: `get` for those that may be missing, `need` for required ones. */
export interface Attributes<E extends ElementName> {
  readonly get: <A extends AttributeName<E>>(name: A) => Located<AttributeValue<E, A>> | undefined;
  readonly value: <A extends AttributeName<E>>(name: A) => AttributeValue<E, A> | undefined;
  readonly need: <A extends RequiredName<E>>(name: A) => Located<AttributeValue<E, A>>;
}

/** Reports unknown, unreadable and missing attributes; undefined when a required one cannot be had. */
export function readAttributes<E extends ElementName>(
  element: XmlElement,
  name: E,
  fault: Fault,
): Attributes<E> | undefined {
  const specs = elementSpec(name)!.attributes;
  const found = new Map<string, Located<unknown>>();
  for (const { name: attribute, value: written, at, nameAt } of element.attributes) {
    const spec = Object.hasOwn(specs, attribute) ? specs[attribute] : undefined;
    if (!spec) {
      const message = `<${name}> has no attribute "${attribute}"`;
      fault('X003', nameAt, message, knownNames(attribute, Object.keys(specs)));
      continue;
    }
    const value = spec.type.read(written);
    if (!isRefused(value)) found.set(attribute, { value, at });
    else
      fault(
        spec.type.name.startsWith('https') ? 'X018' : 'X004',
        at,
        `${attribute}="${written}" is ${value.refused}`,
        value.help,
      );
  }
  let complete = true;
  for (const [attribute, spec] of Object.entries(specs)) {
    if (!spec.required || found.has(attribute)) continue;
    complete = false;
    if (element.attributes.some((each) => each.name === attribute)) continue;
    fault(
      'X005',
      element.nameAt,
      `<${name}> needs the attribute "${attribute}"`,
      `${attribute}: ${spec.meaning}`,
    );
  }
  if (!complete) return undefined;
  const get = <A extends AttributeName<E>>(attribute: A) =>
    found.get(attribute) as Located<AttributeValue<E, A>> | undefined;
  return {
    get,
    value: (attribute) => get(attribute)?.value,
    need: (attribute) => get(attribute as unknown as AttributeName<E>) as never,
  };
}

/** Child elements that the vocabulary allows; all else is reported. `text` says what stray text is called. */
export function childElements(element: XmlElement, fault: Fault): readonly XmlElement[] {
  const spec = elementSpec(element.name)!;
  const children: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (spec.text || child.text.trim() === '') continue;
      const skipped = child.text.length - child.text.trimStart().length;
      const start = Math.min(child.at.start + skipped, child.at.end);
      const message = `text cannot stand in <${element.name}>: "${child.text.trim().slice(0, 40)}"`;
      fault('X006', { start, end: child.at.end }, message, 'put it into a <cell>');
    } else if (spec.children.includes(child.name)) {
      children.push(child);
    } else if (elementSpec(child.name)) {
      const message = `<${child.name}> cannot stand in <${element.name}>`;
      fault('X006', child.nameAt, message, `<${element.name}> takes ${listOf(spec.children)}`);
    } else {
      fault(
        'X002',
        child.nameAt,
        `there is no element <${child.name}>`,
        knownNames(child.name, Object.keys(vocabulary)),
      );
    }
  }
  return children;
}

/** "did you mean …", else the names there are. */
export function knownNames(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  if (guess !== undefined) return `did you mean "${guess}"?`;
  return known.length === 0 ? 'there are none' : `known are ${known.slice(0, 40).join(', ')}`;
}

function listOf(children: readonly string[]): string {
  return children.length === 0 ? 'no elements' : children.map((child) => `<${child}>`).join(', ');
}
