/** A finished file, read once for all rules. */
import { type ContentFacts, scanContent } from './content.ts';
import { isArray, isName, kindOf, nameOf, type PdfObject, type Stream } from './objects.ts';
import { dictOf, type PdfReader, readPdf } from './reader.ts';
import { idOf, numberTree, readStructure, type Structure } from './structure.ts';
import { readXmp, type Xmp } from './xmp.ts';

interface PageFacts {
  /** From 1. */
  readonly number: number;
  readonly id: number | undefined;
  readonly object: PdfObject;
  readonly content: ContentFacts;
  readonly annotations: readonly {
    readonly id: number | undefined;
    readonly object: PdfObject | undefined;
  }[];
}

/** A font with the codes that any page shows in it. */
export interface FontFacts {
  readonly name: string;
  readonly object: PdfObject;
  readonly codes: ReadonlySet<number>;
}

export interface Subject {
  readonly reader: PdfReader;
  readonly catalog: PdfObject | undefined;
  readonly pages: readonly PageFacts[];
  readonly fonts: readonly FontFacts[];
  readonly structure: Structure;
  readonly parentTree: ReadonlyMap<number, PdfObject>;
  readonly xmp: Xmp | undefined;
}

/** Throws `DamagedPdf` when the bytes cannot be read as PDF. */
export function readSubject(bytes: Uint8Array): Subject {
  const reader = readPdf(bytes);
  const catalog = reader.get(reader.trailer, 'Root');
  const pages = pagesOf(reader, catalog);
  const metadata = reader.get(catalog, 'Metadata');
  const packet = kindOf(metadata) === 'stream' ? reader.data(metadata as Stream) : undefined;
  return {
    reader,
    catalog,
    pages,
    fonts: fontsOf(reader, pages),
    structure: readStructure(reader, reader.get(catalog, 'StructTreeRoot')),
    parentTree: numberTree(reader, reader.get(catalog, 'StructTreeRoot', 'ParentTree')),
    xmp: packet && readXmp(packet),
  };
}

function pagesOf(reader: PdfReader, catalog: PdfObject | undefined): readonly PageFacts[] {
  const pages: PageFacts[] = [];
  const visit = (ref: PdfObject, depth: number): void => {
    const object = reader.resolve(ref);
    if (object === undefined || depth > 50) return;
    if (isName(reader.get(object, 'Type'), 'Pages')) {
      for (const kid of reader.array(object, 'Kids')) visit(kid, depth + 1);
      return;
    }
    const properties = reader.get(object, 'Resources', 'Properties');
    pages.push({
      number: pages.length + 1,
      id: idOf(ref),
      object,
      content: scanContent(contentOf(reader, object), dictOf(properties)),
      annotations: reader
        .array(object, 'Annots')
        .map((annotation) => ({ id: idOf(annotation), object: reader.resolve(annotation) })),
    });
  };
  for (const kid of reader.array(catalog, 'Pages', 'Kids')) visit(kid, 0);
  return pages;
}

function contentOf(reader: PdfReader, page: PdfObject): Uint8Array {
  const contents = reader.get(page, 'Contents');
  const parts = (isArray(contents) ? contents : [contents]).map((part) => {
    const stream = reader.resolve(part);
    return kindOf(stream) === 'stream'
      ? (reader.data(stream as Stream) ?? new Uint8Array())
      : new Uint8Array();
  });
  return new Uint8Array(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])));
}

function fontsOf(reader: PdfReader, pages: readonly PageFacts[]): readonly FontFacts[] {
  const fonts = new Map<PdfObject, { name: string; object: PdfObject; codes: Set<number> }>();
  for (const page of pages) {
    const resources = reader.get(page.object, 'Resources', 'Font');
    for (const [key, value] of dictOf(resources)?.entries ?? new Map<string, PdfObject>()) {
      const object = reader.resolve(value);
      if (object === undefined) continue;
      const name = nameOf(reader.get(object, 'BaseFont')) ?? key;
      const font = fonts.get(object) ?? { name, object, codes: new Set<number>() };
      fonts.set(object, font);
      for (const code of page.content.codes.get(key) ?? []) font.codes.add(code);
    }
  }
  return [...fonts.values()];
}

/** Every dictionary and stream of the file that is an object of its own. */
export function* allObjects({
  reader,
}: Subject): Generator<{ readonly id: number; readonly object: PdfObject }> {
  for (const id of reader.ids) {
    const object = reader.resolve({ kind: 'ref', id });
    if (object !== undefined) yield { id, object };
  }
}
