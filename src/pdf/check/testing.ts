/** For tests: what a file says, as text, and files with one fault planted in them. */
import { createLexer, isKeyword } from './lexer.ts';
import {
  type Dict,
  isArray,
  kindOf,
  type Name,
  nameOf,
  type PdfObject,
  type Ref,
  type Stream,
  stringOf,
  type Text,
} from './objects.ts';
import { dictOf, readPdf } from './reader.ts';
import { attributeOf, type StructureElement } from './structure.ts';
import { readSubject, type Subject } from './subject.ts';
import { readToUnicode } from './to-unicode.ts';

/** The structure tree with its text, one element per line: `P "words" [Link "more"]` nested by indentation. */
export function structureOf(bytes: Uint8Array): string {
  const subject = readSubject(bytes);
  const texts = textsOf(subject);
  const lines: string[] = [];
  const depthOf = (element: StructureElement): number => (element.parent ? depthOf(element.parent) + 1 : 0);
  for (const element of subject.structure.elements) {
    const words = element.contents.map(({ page, mcid }) => texts.get(`${page} ${mcid}`) ?? '');
    const traits = [
      trait('lang', stringOf(subject.reader.get(element.object, 'Lang'))),
      trait('alt', stringOf(subject.reader.get(element.object, 'Alt'))),
      ...['Scope', 'ColSpan', 'RowSpan'].map((key) => trait(key, attribute(subject, element, 'Table', key))),
      trait('ListNumbering', attribute(subject, element, 'List', 'ListNumbering')),
    ].filter((part) => part !== '');
    const text = words.filter((word) => word !== '').map((word) => ` "${word}"`);
    lines.push(`${'  '.repeat(depthOf(element))}${[element.role, ...traits].join(' ')}${text.join('')}`);
  }
  return lines.join('\n');
}

function trait(name: string, value: string | undefined): string {
  return value === undefined ? '' : `${name}=${value}`;
}

function attribute(
  subject: Subject,
  element: StructureElement,
  owner: string,
  key: string,
): string | undefined {
  const value = attributeOf(subject.reader, element, owner, key);
  return value === undefined ? undefined : (nameOf(value) ?? String(value));
}

/** The text of every page, artifacts included, as ToUnicode and ActualText give it. */
export function textOf(bytes: Uint8Array): string {
  const subject = readSubject(bytes);
  return [...textsOf(subject).values()].join('|');
}

/** Decoded content streams, as Latin-1. */
export function contentsOf(bytes: Uint8Array): readonly string[] {
  const { pages, reader } = readSubject(bytes);
  return pages.map(({ object }) => {
    const stream = reader.get(object, 'Contents') as Stream;
    return Buffer.from(reader.data(stream) ?? []).toString('latin1');
  });
}

/** Text by page object and identifier; of artifacts under `page artifact n`. */
function textsOf({ pages, reader }: Subject): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id, object } of pages) {
    const maps = new Map<string, ReadonlyMap<number, string>>();
    for (const [name, font] of dictOf(reader.get(object, 'Resources', 'Font'))?.entries ?? [])
      maps.set(name, readToUnicode(reader.data(reader.get(font, 'ToUnicode') as Stream)!));
    readTexts(reader.data(reader.get(object, 'Contents') as Stream)!, maps, `${id}`, texts);
  }
  return texts;
}

function readTexts(
  content: Uint8Array,
  maps: ReadonlyMap<string, ReadonlyMap<number, string>>,
  page: string,
  texts: Map<string, string>,
): void {
  const lexer = createLexer(content);
  const stack: { readonly key: string | undefined; readonly actual: string | undefined }[] = [];
  let map: ReadonlyMap<number, string> = new Map();
  const saved: ReadonlyMap<number, string>[] = [];
  let operands: PdfObject[] = [];
  let artifacts = 0;
  const say = (words: string): void => {
    const key = stack.findLast((mark) => mark.key !== undefined)?.key ?? `${page} unmarked`;
    texts.set(key, (texts.get(key) ?? '') + words);
  };
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'Tf') map = maps.get((operands[0] as Name).value) ?? new Map();
    if (token.word === 'q') saved.push(map);
    if (token.word === 'Q') map = saved.pop() ?? map;
    if (token.word === 'EMC') stack.pop();
    if (token.word === 'BDC') {
      const list = dictOf(operands[1])?.entries;
      const mcid = list?.get('MCID');
      const actual = stringOf(list?.get('ActualText'));
      const isArtifact = nameOf(operands[0]) === 'Artifact';
      if (isArtifact) artifacts += 1;
      const key = isArtifact
        ? `${page} artifact ${artifacts}`
        : mcid === undefined
          ? undefined
          : `${page} ${String(mcid)}`;
      if (actual !== undefined) say(actual);
      stack.push({ key, actual });
    }
    if ((token.word === 'Tj' || token.word === 'TJ') && !stack.some(({ actual }) => actual !== undefined))
      for (const part of isArray(operands[0]) ? operands[0] : operands) say(decode(part, map));
    operands = [];
  }
}

function decode(part: PdfObject, map: ReadonlyMap<number, string>): string {
  if (kindOf(part) !== 'text') return '';
  const { bytes } = part as Text;
  let words = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) words += map.get((bytes[i]! << 8) | bytes[i + 1]!) ?? '?';
  return words;
}

/**
 * Writes a file anew without compression and with a classic cross-reference table, `edit` applied to the source
 * of each object (Latin-1). A fault of one place is a replacement.
 */
export function withFault(bytes: Uint8Array, edit: (source: string, id: number) => string): Uint8Array {
  const reader = readPdf(bytes);
  let out = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets: [id: number, offset: number][] = [];
  for (const id of reader.ids) {
    const object = reader.resolve({ kind: 'ref', id });
    if (object === undefined || ['XRef', 'ObjStm'].includes(nameOf(reader.get(object, 'Type')) ?? ''))
      continue;
    offsets.push([id, out.length]);
    out += `${id} 0 obj\n${edit(sourceOf(object, reader.data), id)}\nendobj\n`;
  }
  const start = out.length;
  out += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [id, offset] of offsets) out += `${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  const trailer = ['Root', 'Info', 'ID'].map((key) => `/${key} ${source(reader.trailer.entries.get(key)!)}`);
  out += `trailer\n<</Size ${(reader.ids.at(-1) ?? 0) + 1} ${trailer.join(' ')}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}

/** An object in PDF syntax; streams uncompressed where we know how, with a length that is right after an edit. */
function sourceOf(object: PdfObject, data: (stream: Stream) => Uint8Array | undefined): string {
  if (kindOf(object) !== 'stream') return source(object);
  const stream = object as Stream;
  const plain = data(stream);
  const entries = new Map(stream.dict.entries);
  if (plain) for (const key of ['Filter', 'DecodeParms']) entries.delete(key);
  const body = Buffer.from(plain ?? stream.raw).toString('latin1');
  entries.set('Length', body.length);
  return `${source({ kind: 'dict', entries })}\nstream\n${body}\nendstream`;
}

function source(value: PdfObject): string {
  if (isArray(value)) return `[${value.map(source).join(' ')}]`;
  switch (kindOf(value)) {
    case 'name':
      return `/${(value as Name).value.replace(/[^A-Za-z0-9_.+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
    case 'text':
      return `<${Buffer.from((value as Text).bytes).toString('hex')}>`;
    case 'ref':
      return `${(value as Ref).id} 0 R`;
    case 'dict':
      return `<<${[...(value as Dict).entries].map(([key, entry]) => `/${key} ${source(entry)}`).join(' ')}>>`;
    default:
      return String(value);
  }
}
