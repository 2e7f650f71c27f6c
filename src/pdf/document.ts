/** A whole document, top to bottom: plan the tags, paint the pages, write what refers to them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors, type Outcome } from '../diagnostics/outcome.ts';
import type { LaidOut, Page, Sheet } from '../layout/display.ts';
import { writeAttachments } from './attachments.ts';
import { openFontBook } from './font/font-book.ts';
import { openImageBook } from './image/image-book.ts';
import { openLinkBook } from './links.ts';
import { metadataOf } from './metadata.ts';
import type { PdfDict, PdfRef } from './objects.ts';
import type { PdfOptions } from './options.ts';
import { writeOutline } from './outline.ts';
import { pageLabels } from './page-labels.ts';
import { createCanvas, type Shared } from './paint/canvas.ts';
import { paintPage } from './paint/page.ts';
import { openPdf } from './pdfkit.ts';
import type { StructNode } from './tags/node.ts';
import { planStructure } from './tags/plan.ts';
import { writeStructure } from './tags/write.ts';

const PT_PER_PX = 0.75;

export function writeDocument(laidOut: LaidOut, options: PdfOptions): Outcome<Uint8Array> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  if (options.title.trim() === '')
    report({
      code: 'P005',
      severity: 'error',
      message: 'The document has no title.',
      help: 'Fill in the title element.',
    });

  const { info, xmp } = metadataOf(options);
  const file = openPdf(options.lang, info, xmp);
  const plan = planStructure(laidOut, options.lang);
  const shared: Shared = { file, fonts: openFontBook(file), images: openImageBook(file), made: new Map() };
  const links = openLinkBook(file, laidOut, plan, report);

  const pages: PdfRef[] = [];
  const owners: (readonly StructNode[])[] = [];
  laidOut.pages.forEach((page, index) => {
    const pdfPage = file.page(page.width * PT_PER_PX, page.height * PT_PER_PX);
    pages.push(pdfPage.ref);
    if (page.sheet) Object.assign(pdfPage.data, pageBoxes(page, page.sheet));
    const painted = paintPage(createCanvas(shared, pdfPage, page.height), page, index, plan, report);
    owners.push(painted.owners);
    pdfPage.data.StructParents = index;
    for (const link of painted.links) links.addLink(pdfPage, index, link);
  });
  shared.fonts.close();

  const annotations = links.close(pages);
  const written = writeStructure(file, file.structTreeRoot, {
    root: plan.root,
    lang: options.lang,
    pages,
    owners,
    annotations,
  });
  if (options.outline && laidOut.bookmarks.length > 0) {
    const elements = new Map([...written].map(([node, ref]) => [node.element, ref]));
    writeOutline(file, file.outlines, laidOut, pages, (element) => elements.get(element));
    file.catalog.Outlines = file.outlines;
    file.catalog.PageMode = 'UseOutlines';
  }
  if (options.attachments.length > 0) {
    const { associated, embeddedFiles } = writeAttachments(file, options.attachments);
    file.catalog.AF = associated;
    file.names.EmbeddedFiles = embeddedFiles;
  }
  file.catalog.PageLabels = pageLabels(laidOut.pages);
  const bytes = file.finish();
  return hasErrors(diagnostics) ? { diagnostics } : { value: bytes, diagnostics };
}

/**
 * The paper, what bleeds and what is left after cutting (14.11.2). The origin stays the corner of the page, so that
 * nothing on it moves.
 */
function pageBoxes({ width, height }: Page, { margin, bleed }: Sheet): PdfDict {
  const grown = (by: number): number[] => [-by, -by, width + by, height + by].map((px) => px * PT_PER_PX);
  return { MediaBox: grown(margin), BleedBox: grown(bleed), TrimBox: grown(0) };
}
