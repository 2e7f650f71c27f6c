/**
 * The page engine for programs: the text of a document in the brochure dialect and the files it refers to go in, a
 * tagged PDF and located diagnostics come out. The build calls it like any other program does; it knows neither
 * parks nor templates. Pure: the same document, files and options give the same bytes.
 *
 *   document ──markup──▶ styled tree ──layout──▶ pages of display items ──pdf──▶ bytes
 */
import { hasErrors, type Outcome } from './diagnostics/outcome.ts';
import type { SourceText } from './diagnostics/span.ts';
import type { LaidOut } from './layout/display.ts';
import { createFontCache, type FontCache, isOfFile, layoutDocument } from './layout/index.ts';
import { readMarkup } from './markup/index.ts';
import { paintPdf } from './pdf/index.ts';
import type { PdfOptions } from './pdf/options.ts';
import { finishedDocument, type Merged } from './template/merged.ts';
import type { Files } from './world.ts';

export { createFontCache, type FontCache, printDisplayList } from './layout/index.ts';

/** A document: its text and the path that its references start from, or merged text that knows its origins. */
export type EngineDocument = Merged | SourceText;

export interface EngineContext {
  /** Style sheets, fonts and pictures, by path relative to where the document's path starts, or `npm:PACKAGE/FILE`. */
  readonly files: Pick<Files, 'read'>;
  /** Fonts opened for earlier documents; pass one cache to all calls that use the same fonts (`createFontCache`). */
  readonly fonts?: FontCache;
  /** What is outside the dialect, and every overflow, is a warning: for documents written for other engines. */
  readonly lenient?: boolean;
}

/** What a file says of itself. `title`, `lang`, `author`, `subject`: what the document itself says is stronger. */
export type EngineImprint = Pick<PdfOptions, 'date' | 'producer'> &
  Partial<Pick<PdfOptions, 'title' | 'lang' | 'author' | 'subject' | 'attachments' | 'outline'>>;

/**
 * A document as a PDF. Without a value something made it impossible, or, unless `lenient`, an error was found;
 * the diagnostics then say what and where. Never throws for what is wrong with a document or its files.
 */
export async function renderPdf(
  document: EngineDocument,
  context: EngineContext,
  imprint: EngineImprint,
): Promise<Outcome<Uint8Array>> {
  const laidOut = await layOutPages(document, context);
  if (!laidOut.value || (!context.lenient && hasErrors(laidOut.diagnostics)))
    return { diagnostics: laidOut.diagnostics };
  const painted = await paintPdf(laidOut.value, optionsOf(laidOut.value, imprint));
  return { ...painted, diagnostics: [...laidOut.diagnostics, ...painted.diagnostics] };
}

/** The pages of a document as a display list: plain data in px, `printDisplayList` makes JSON of it. */
export async function layOutPages(
  document: EngineDocument,
  context: EngineContext,
): Promise<Outcome<LaidOut>> {
  const { fonts = createFontCache(), lenient = false } = context;
  const files: Files = { read: (path) => context.files.read(path), list: () => [] };
  const merged = 'originAt' in document ? document : finishedDocument(document);
  const styled = readMarkup(merged, { files, lenient });
  if (!styled.value) return { diagnostics: styled.diagnostics };
  const laidOut = await layoutDocument(styled.value, { files, fonts, lenient });
  // With part of the markup or its style left out, only what does not depend on them is still true.
  const isPartial = !lenient && hasErrors(styled.diagnostics);
  const told = isPartial ? laidOut.diagnostics.filter(isOfFile) : laidOut.diagnostics;
  return {
    ...(isPartial ? {} : laidOut),
    diagnostics: [...styled.diagnostics, ...told],
  };
}

function optionsOf({ title, lang, meta }: LaidOut, imprint: EngineImprint): PdfOptions {
  const author = meta.get('author') ?? imprint.author;
  const subject = meta.get('description') ?? imprint.subject;
  const keywords = meta.get('keywords');
  return {
    date: imprint.date,
    producer: imprint.producer,
    title: title || (imprint.title ?? ''),
    lang: lang || (imprint.lang ?? ''),
    attachments: imprint.attachments ?? [],
    outline: imprint.outline ?? true,
    ...(author === undefined ? {} : { author }),
    ...(subject === undefined ? {} : { subject }),
    ...(keywords === undefined ? {} : { keywords }),
  };
}
