/** The XML of parts as plain trees: read, edited, written. Not for the large data of sheets. */
import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The root of a part; undefined when it is not well-formed. */
export function parseXml(text: string): Element | undefined {
  const parser = new SaxesParser({ position: false });
  const top: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [top];
  let failed = false;
  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', (tag) => {
    const next = element(tag.name, tag.attributes as Record<string, string>);
    open.at(-1)!.children.push(next);
    open.push(next);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value) => {
    if (open.length > 1) open.at(-1)!.children.push(value);
  });
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== 'string');
  return failed || !root ? undefined : root;
}

export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: (Element | string)[] = [],
): Element {
  return { name, attributes: { ...attributes }, children };
}

/** A whole part with its declaration. */
export function writePart(root: Element): string {
  return DECLARATION + writeXml(root);
}

export function writeXml({ name, attributes, children }: Element): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const start = `<${name}${written.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : writeXml(child)));
  return `${start}>${inner.join('')}</${name}>`;
}

/** For texts and for attribute values, whose line breaks have to be written as references. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign]!);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Child elements, those of one name if it is given. */
export function childrenOf(parent: Element, name?: string): Element[] {
  return parent.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

/** All elements of that name below, in document order. */
export function descendantsOf(parent: Element, name: string): Element[] {
  return childrenOf(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

export function textOf(parent: Element): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Brings children into the order that a schema's sequence demands; unknown names stay at the end. */
export function orderChildren(parent: Element, order: readonly string[]): void {
  const rank = (child: Element | string): number => {
    const index = typeof child === 'string' ? -1 : order.indexOf(child.name);
    return index < 0 ? order.length : index;
  };
  parent.children = parent.children
    .map((child, index) => ({ child, index }))
    .sort((a, b) => rank(a.child) - rank(b.child) || a.index - b.index)
    .map(({ child }) => child);
}

/** A name without its prefix, which every writer chooses for itself. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
