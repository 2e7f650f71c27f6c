/** Reads an XMP packet (ISO 16684-1): whether it is well-formed, and the text of its properties. */
import { SaxesParser } from 'saxes';

export interface Xmp {
  /** The parser's message when the packet is no well-formed XML. */
  readonly fault: string | undefined;
  /** Texts by qualified name, as `dc:title`; of containers, the text of the first item. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

const CONTAINERS = new Set(['rdf:Alt', 'rdf:Bag', 'rdf:Seq', 'rdf:li']);

export function readXmp(bytes: Uint8Array): Xmp {
  const properties = new Map<string, string[]>();
  const path: string[] = [];
  let fault: string | undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'it is not UTF-8', properties };
  }
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.on('opentag', (tag) => void path.push(tag.name));
  parser.on('closetag', () => void path.pop());
  parser.on('text', (words) => {
    const name = path.findLast((step) => !CONTAINERS.has(step));
    if (name === undefined || words.trim() === '') return;
    properties.set(name, [...(properties.get(name) ?? []), words]);
  });
  parser.write(text).close();
  return { fault, properties };
}
