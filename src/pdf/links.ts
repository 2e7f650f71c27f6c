/** Link annotations (ISO 32000-1, 12.5.6.5), tagged as ISO 14289-1, 7.18 wants them. */
import { labelsOf, type Report } from '../diagnostics/diagnostic.ts';
import type { Anchor, LaidOut, Rect } from '../layout/display.ts';
import type { StyledElement } from '../markup/tree.ts';
import { type PdfDict, type PdfFile, type PdfPage, type PdfRef, type PdfValue, text } from './objects.ts';
import type { LinkItem } from './paint/page.ts';
import { addKid, createNode, type StructNode } from './tags/node.ts';
import { isInLink } from './tags/notes.ts';
import type { StructurePlan } from './tags/plan.ts';
import type { AnnotationParent } from './tags/write.ts';

/** Links are gathered page by page and written once all pages, their targets, are known. */
export interface LinkBook {
  readonly addLink: (page: PdfPage, index: number, link: LinkItem) => void;
  readonly close: (pages: readonly PdfRef[]) => readonly AnnotationParent[];
}

interface PendingLink {
  readonly ref: PdfRef;
  readonly node: StructNode;
  readonly data: PdfDict;
  readonly target: Anchor | string;
}

export function openLinkBook(file: PdfFile, laidOut: LaidOut, plan: StructurePlan, report: Report): LinkBook {
  const pending: PendingLink[] = [];
  return {
    addLink: (page, index, link) => {
      const element = plan.elementOf(link.element);
      const target = targetOf(laidOut, link.href);
      if (target === undefined) {
        report({
          code: 'P001',
          severity: 'error',
          message: `The link "${link.href}" has no target in this document.`,
          ...labelsOf(element.origin),
          help: 'Give the element meant this id, or mend the href.',
        });
        return;
      }
      const node = linkNode(plan, element);
      if (node === 'hidden') return;
      const ref = file.reserve();
      page.data.Annots = [...((page.data.Annots ?? []) as PdfValue[]), ref];
      addKid(node, { kind: 'annotation', page: index, annotation: ref });
      const height = laidOut.pages[index]!.height;
      const data = {
        Type: 'Annot',
        Subtype: 'Link',
        Rect: toPt(link.rect, height),
        Border: [0, 0, 0],
        F: PRINT,
        Contents: text(nameOf(plan.noteOf(element.id) ?? element) || link.href),
      };
      pending.push({ ref, node, data, target });
    },
    close: (pages) =>
      pending.map(({ ref, node, data, target }, i) => {
        const key = pages.length + i;
        const action =
          typeof target === 'string'
            ? { A: { S: 'URI', URI: text(toAscii(target)) } }
            : { Dest: destination(laidOut, pages, target) };
        ref.data = { ...data, ...action, StructParent: key };
        ref.end();
        return { key, node };
      }),
  };
}

/** Annotation flag (12.5.3), which PDF/A asks for (ISO 19005-3, 6.3.2). */
const PRINT = 4;

function targetOf(laidOut: LaidOut, href: string): Anchor | string | undefined {
  return href.startsWith('#') ? laidOut.anchors.get(href.slice(1)) : href;
}

/** The Link element itself, or one made for it if the styled element has another role. */
function linkNode(plan: StructurePlan, element: StyledElement): StructNode | 'hidden' {
  const node = plan.ownerOf(element.id);
  if (node === 'hidden' || node.role === 'Link') return node;
  // The call of a footnote in a link: clicking it follows that link.
  if (isInLink(node)) return 'hidden';
  return createNode('Link', node, 'onDemand', { lang: node.lang, element: element.id });
}

/** An explicit destination (12.3.2.2): top left of the target, magnification as it is. */
export function destination(laidOut: LaidOut, pages: readonly PdfRef[], anchor: Anchor): PdfValue[] {
  const index = laidOut.pages.findIndex((page) => page.number === anchor.page);
  const page = pages[index];
  if (!page) throw new Error(`A destination is on page ${anchor.page}, which does not exist.`);
  const top = (laidOut.pages[index]!.height - anchor.y) * 0.75;
  return [page, 'XYZ', round(Math.max(0, anchor.x * 0.75)), round(top), null];
}

/** What a link says to those who do not see it: its title, else its text. */
function nameOf(element: StyledElement): string {
  const words = (node: StyledElement): string =>
    node.children
      .map((child) => (child.kind === 'text' ? child.text : (labelOf(child) ?? words(child))))
      .join('');
  const name = element.attributes.get('title') ?? labelOf(element) ?? words(element);
  return name.replace(/\s+/g, ' ').trim();
}

function labelOf({ attributes }: StyledElement): string | undefined {
  return attributes.get('aria-label') ?? attributes.get('alt');
}

function toPt({ x, y, width, height }: Rect, pageHeight: number): number[] {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map((n) => round(n * 0.75));
}

/** URIs are 7-bit (12.6.4.7). */
function toAscii(uri: string): string {
  return uri.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
