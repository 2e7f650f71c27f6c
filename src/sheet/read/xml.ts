/**
 * Strict XML with positions: the merged text becomes a tree whose elements, attributes and texts know their
 * ranges. No document types, no processing instructions, no namespaces; comments are left out.
 */
import { SaxesParser } from 'saxes';
import type { Merged } from '../../template/merged.ts';
import type { Fault, TextRange } from './fault.ts';

interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly nameAt: TextRange;
  /** The value between its quotes, as written. */
  readonly at: TextRange;
}

interface XmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly at: TextRange;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** The name in the start tag. */
  readonly nameAt: TextRange;
}

type XmlNode = XmlElement | XmlText;

const MAX_DEPTH = 32;

/** Reads the one element of a document; reports the first fault of its XML and gives nothing then. */
export function readXml(merged: Merged, fault: Fault): XmlElement | undefined {
  const { text } = merged;
  const parser = new SaxesParser({ position: true });
  const root: XmlNode[] = [];
  const open: { name: string; children: XmlNode[]; start: number }[] = [
    { name: '', children: root, start: 0 },
  ];
  /** The element that was closed last: the parser closes before it complains. */
  let closed = open[0]!;
  let failed = false;
  let tagStart = 0;
  let textStart = 0;

  const fail = (offset: number, message: string, help?: string, end = offset + 1): void => {
    if (!failed) fault('X001', { start: offset, end }, message, help);
    failed = true;
  };
  parser.on('error', (error) => {
    const said = error.message.replace(/^(undefined:|[^:]*:)?[0-9]+:[0-9]+: /, '').replace(/\.$/, '');
    const tag = text.slice(text.lastIndexOf('<', parser.position - 1), parser.position);
    const unclosed = ({ name, start }: { name: string; start: number }, words: string): void =>
      fail(start, `<${name}> ${words}`, `write </${name}> where it ends`, start + 1 + name.length);
    if (said.startsWith('unclosed tag')) unclosed(open.at(-1)!, 'is never closed');
    else if (said === 'unexpected close tag' && open.some(({ name }) => tag.slice(2, -1).trim() === name))
      unclosed(closed, `is not closed before ${tag}`);
    else if (said === 'unexpected close tag' || said.startsWith('unmatched closing tag'))
      fail(parser.position - tag.length, `${tag} closes nothing`, 'remove it', parser.position);
    else fail(Math.max(0, parser.position - 1), `the workbook is not well-formed XML: ${said}`, HELP);
  });
  parser.on('doctype', () => fail(parser.position - 1, 'a document type is not allowed in a workbook'));
  parser.on('processinginstruction', () =>
    fail(parser.position - 1, 'processing instructions are not allowed in a workbook'),
  );
  parser.on('text', (value) => addText(value, parser.position - 1));
  parser.on('cdata', (value) => addText(value, parser.position));
  parser.on('comment', () => {
    textStart = parser.position;
  });
  parser.on('opentagstart', (tag) => {
    tagStart = parser.position - tag.name.length - 2;
  });
  parser.on('opentag', (tag) => {
    if (failed) return;
    if (open.length > MAX_DEPTH) return fail(tagStart, `elements are nested more than ${MAX_DEPTH} deep`);
    const nameAt = { start: tagStart + 1, end: tagStart + 1 + tag.name.length };
    const attributes = attributesIn(text, nameAt.end, tag.attributes as Readonly<Record<string, string>>);
    const children: XmlNode[] = [];
    open.at(-1)!.children.push({ kind: 'element', name: tag.name, attributes, children, nameAt });
    open.push({ name: tag.name, children, start: tagStart });
    textStart = parser.position;
  });
  parser.on('closetag', () => {
    if (open.length > 1) closed = open.pop()!;
    textStart = parser.position;
  });
  function addText(value: string, end: number): void {
    const start = Math.min(textStart, end);
    if (value !== '') open.at(-1)!.children.push({ kind: 'text', text: value, at: { start, end } });
    textStart = end;
  }

  parser.write(text).close();
  if (failed) return undefined;
  return root.find((node): node is XmlElement => node.kind === 'element');
}

const HELP = 'close every element, quote every attribute, and write &lt; and &amp; for < and & in text';

/** Ranges of the attributes of a tag that the parser has already accepted. */
function attributesIn(
  text: string,
  from: number,
  values: Readonly<Record<string, string>>,
): readonly XmlAttribute[] {
  const attribute = /\s*([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/gy;
  attribute.lastIndex = from;
  const found: XmlAttribute[] = [];
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    const name = match[1]!;
    const start = match.index + match[0].indexOf(name);
    const end = attribute.lastIndex - 1;
    const nameAt = { start, end: start + name.length };
    found.push({ name, value: values[name] ?? '', nameAt, at: { start: end - (match[2]!.length - 2), end } });
  }
  return found;
}

/** Offset in the merged text of a character of an attribute's decoded value. */
export function offsetInValue(text: string, at: TextRange, index: number): number {
  let offset = at.start;
  for (let decoded = 0; decoded < index && offset < at.end; decoded++) {
    if (text[offset] !== '&') {
      offset += 1;
      continue;
    }
    const semicolon = text.indexOf(';', offset);
    offset = semicolon < 0 ? at.end : semicolon + 1;
  }
  return Math.min(offset, at.end);
}
