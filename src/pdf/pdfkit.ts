/**
 * The only module that knows pdfkit. It takes from pdfkit what it is good at (object serialisation, streams,
 * pages, subsets of compact fonts, the output intent) and replaces what it gets wrong: metadata without escaping,
 * a file that depends on stream timing, no object streams. Its private surface is held by `pdfkit.test.ts`.
 */
import PDFDocument from 'pdfkit';
import { createFileWriter } from './file-writer.ts';
import { faceKey, openTrueType } from './font/true-type.ts';
import type { FontSubset, PdfDict, PdfFile, PdfPage, PdfRef } from './objects.ts';

/** A reference of pdfkit: our `PdfRef` and its private stream side. */
interface PdfkitRef extends PdfRef {
  compress: boolean;
  end(chunk?: Uint8Array): void;
}

interface FontkitFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly italicAngle: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly post: { readonly isFixedPitch: number };
  getGlyph(id: number): { readonly advanceWidth: number };
}

interface EmbeddedFont {
  readonly font: FontkitFont;
  readonly subset: { includeGlyph(id: number): number; encode(): Uint8Array; readonly cff?: unknown };
}

interface PdfkitPage {
  readonly dictionary: PdfRef;
  readonly resources: PdfRef;
  write(chunk: Uint8Array): void;
}

/** What this module touches of a document: public and private. */
export interface PdfkitDocument {
  readonly page: PdfkitPage;
  readonly _root: { readonly data: PdfDict };
  readonly _font: EmbeddedFont;
  readonly _info: PdfRef;
  readonly outline: { readonly dictionary: PdfRef };
  _write: (chunk: Uint8Array | string) => void;
  _finalize: () => void;
  endSubset: () => void;
  endMetadata: () => void;
  _addColorOutputIntent(): void;
  getStructTreeRoot(): PdfRef;
  ref(data?: PdfDict): PdfkitRef;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): void;
  font(source: Uint8Array): void;
  end(): void;
}

/** The entries of the document information dictionary (ISO 32000-1, 14.3.3). */
export interface DocumentInfo {
  readonly Title: string;
  readonly Author?: string;
  readonly Subject?: string;
  readonly Keywords?: string;
  readonly Creator: string;
  readonly Producer: string;
  readonly CreationDate: Date;
  readonly ModDate: Date;
}

export interface OpenedPdf extends PdfFile {
  /** The roots that pdfkit writes by itself at the end. */
  readonly structTreeRoot: PdfRef;
  readonly outlines: PdfRef;
  readonly names: PdfDict;
}

/** Opens an empty tagged PDF 1.7 file with an sRGB output intent; `xmp` is the whole metadata packet. */
export function openPdf(lang: string, info: DocumentInfo, xmp: Uint8Array): OpenedPdf {
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang,
    displayTitle: true,
    autoFirstPage: false,
    font: null as unknown as string,
    info: { ...info },
  }) as unknown as PdfkitDocument;
  const writer = createFileWriter();
  doc._write = writer.write;
  doc._finalize = () => writer.close({ root: doc._root as PdfRef, info: doc._info });
  doc.endSubset = () => doc._addColorOutputIntent();
  doc.endMetadata = () => {
    doc._root.data.Metadata = stream(doc, { Type: 'Metadata', Subtype: 'XML' }, xmp, true);
  };
  const names = (doc._root.data.Names as PdfRef).data;
  delete names.Dests;
  const subsets = openSubsets(doc);
  return {
    catalog: doc._root.data,
    structTreeRoot: doc.getStructTreeRoot(),
    outlines: doc.outline.dictionary,
    names,
    reserve: (data) => doc.ref(data),
    add: (data) => {
      const ref = doc.ref(data);
      ref.end();
      return ref;
    },
    stream: (data, bytes, plain = false) => stream(doc, data, bytes, plain),
    page: (width, height) => openPage(doc, width, height),
    font: subsets,
    finish: () => {
      doc.end();
      return writer.bytes();
    },
  };
}

function stream(doc: PdfkitDocument, data: PdfDict, bytes: Uint8Array, plain: boolean): PdfRef {
  const ref = doc.ref(data);
  if (plain) ref.compress = false;
  ref.end(bytes);
  return ref;
}

/** The page before it, if any, is written now: its dictionary must be complete. */
function openPage(doc: PdfkitDocument, width: number, height: number): PdfPage {
  doc.addPage({ size: [width, height], margin: 0 });
  const { dictionary, resources } = doc.page;
  const page = doc.page;
  delete dictionary.data.UserUnit;
  delete resources.data.ProcSet;
  return {
    ref: dictionary,
    data: dictionary.data,
    resources: resources.data,
    write: (content) => page.write(content),
  };
}

/** Subsets by face: the same one also for a face that was read twice. */
function openSubsets(doc: PdfkitDocument): PdfFile['font'] {
  const byBytes = new Map<Uint8Array, FontSubset>();
  const byFace = new Map<string, FontSubset>();
  const byFont = new Map<EmbeddedFont, FontSubset>();
  const compact = (bytes: Uint8Array): FontSubset => {
    doc.font(bytes);
    const known = byFont.get(doc._font) ?? compactSubset(doc._font);
    byFont.set(doc._font, known);
    return known;
  };
  return (bytes) => {
    const known = byBytes.get(bytes);
    if (known) return known;
    const face = faceKey(bytes);
    const same = face === undefined ? undefined : byFace.get(face);
    const subset = same ?? openTrueType(bytes) ?? compact(bytes);
    if (face !== undefined) byFace.set(face, subset);
    byBytes.set(bytes, subset);
    return subset;
  };
}

/** Faces with compact outlines (CFF) are pdfkit's to subset. */
function compactSubset({ font, subset }: EmbeddedFont): FontSubset {
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    postscriptName: font.postscriptName,
    unitsPerEm: font.unitsPerEm,
    isCff: subset.cff !== undefined,
    include: (glyph) => subset.includeGlyph(glyph),
    advanceOf: (glyph) => font.getGlyph(glyph).advanceWidth,
    encode: () => subset.encode(),
    metrics: {
      box: [minX, minY, maxX, maxY],
      ascent: font.ascent,
      descent: font.descent,
      xHeight: font.xHeight || 0,
      capHeight: font.capHeight || 0,
      italicAngle: font.italicAngle,
      isFixedPitch: Boolean(font.post.isFixedPitch),
    },
  };
}
