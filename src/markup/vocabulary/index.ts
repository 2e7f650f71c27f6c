/** The vocabulary of the dialect: every element there is, as data. */
import type { ElementRule } from './element.ts';
import { graphicElements, svgElements } from './graphic.ts';
import { globalAttributes, htmlElements } from './html.ts';
import type { ValueKind } from './values.ts';

/** The rule for an element of this name, inside or outside a drawing. */
export function ruleFor(name: string, inSvg: boolean): ElementRule | undefined {
  if (inSvg) return own(svgElements, name);
  return own(htmlElements, name) ?? own(graphicElements, name);
}

/** The names that `ruleFor` knows. */
export function elementNames(inSvg: boolean): readonly string[] {
  return inSvg ? Object.keys(svgElements) : [...Object.keys(htmlElements), ...Object.keys(graphicElements)];
}

/** What kind of value an attribute has; undefined where the element has no such attribute. */
export function attributeKind(rule: ElementRule, name: string): ValueKind | undefined {
  return own(rule.attributes, name) ?? own<ValueKind>(globalAttributes, name);
}

/** The names of all attributes of an element. */
export function attributeNames(rule: ElementRule): readonly string[] {
  return [...Object.keys(rule.attributes), ...Object.keys(globalAttributes)];
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
