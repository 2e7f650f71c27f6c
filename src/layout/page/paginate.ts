/** Pages one after the other (css-page-3 §3, css-break-3 §3): each gets what fits, the break token goes on. */
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { PageStyle, StyledDocument } from '../../markup/tree.ts';
import type { BlockBox, Box, RootBox } from '../box/box.ts';
import type { Rect } from '../display.ts';
import { faultAt } from '../fault.ts';
import type { LayoutContext } from '../flow/context.ts';
import { edgesOf } from '../flow/sizes.ts';
import { forcedAfter } from '../flow/tokens.ts';
import type { BoxFragment, Placed } from '../fragment.ts';
import { fillPage, type Progress } from './footnote-page.ts';

/** More pages than any brochure has: the end of documents that grow by mistake. */
export const MOST_PAGES = 10_000;

/** One page before its margin boxes; `content` is absent on pages left blank by a forced break or filled with notes. */
export interface PageLayout {
  readonly number: number;
  readonly name: string;
  readonly style: PageStyle;
  readonly area: Rect;
  readonly content?: BoxFragment;
  /** The area of footnotes, from the top left corner of the page area. */
  readonly notes?: Placed;
}

/** Breaks the root box into pages; undefined after a fault that leaves no pages. */
export function paginate(
  context: LayoutContext,
  root: RootBox,
  document: StyledDocument,
  report: Report,
): readonly PageLayout[] | undefined {
  const pages: PageLayout[] = [];
  const styleOf = pageStyles(root, document);
  let progress: Progress = { text: 'begins', waiting: [] };
  for (;;) {
    const name = pageNameAt(root, progress.text);
    const wanted = typeof progress.text === 'string' ? undefined : forcedAfter(progress.text);
    if ((wanted === 'left' || wanted === 'right') && sideOf(root, pages.length + 1) !== wanted) {
      const blank = styleOf(pages.length + 1, name, true);
      pages.push({ number: pages.length + 1, name, style: blank, area: pageArea(blank) });
    }
    const number = pages.length + 1;
    const style = styleOf(number, name, false);
    const area = pageArea(style);
    if (number > MOST_PAGES || area.width <= 0 || area.height <= 0) {
      report(number > MOST_PAGES ? tooManyPages(document) : noRoom(style, document, number));
      return undefined;
    }
    const page = fillPage(
      {
        root,
        area: { context, style: style.notes, width: area.width, height: area.height },
        nextHeight: pageArea(styleOf(number + 1, name, false)).height,
      },
      progress,
    );
    const { content, notes, left } = page;
    pages.push({ number, name, style, area, ...(content && { content }), ...(notes && { notes }) });
    if (left.text === 'ended' && left.waiting.length === 0) return pages;
    progress = left;
  }
}

function tooManyPages({ body }: StyledDocument): Diagnostic {
  return faultAt('L020', body.origin, `The document is longer than ${MOST_PAGES} pages.`);
}

function noRoom(style: PageStyle, { body }: StyledDocument, number: number): Diagnostic {
  return faultAt(
    'L021',
    style.origin ?? body.origin,
    `Page ${number} has no room for content: its margins are as large as the page.`,
  );
}

type Side = 'left' | 'right';

/** The first page is a right one unless a forced break before all content asks otherwise. */
function sideOf(root: BlockBox, number: number): Side {
  const isOdd = number % 2 === 1;
  return isOdd === (root.breakBefore === 'left') ? 'left' : 'right';
}

function pageStyles(
  root: BlockBox,
  document: StyledDocument,
): (number: number, name: string, blank: boolean) => PageStyle {
  return (number, name, blank) =>
    document.pageStyle({ name, number, first: number === 1, side: sideOf(root, number), blank });
}

/** What margins, borders and padding of the page leave for content (css-page-3 §4.1). */
function pageArea(page: PageStyle): Rect {
  const { inset } = edgesOf(page.style, page.width);
  const left = page.marginLeft + inset.left;
  const top = page.marginTop + inset.top;
  return {
    x: left,
    y: top,
    width: page.width - left - page.marginRight - inset.right,
    height: page.height - top - page.marginBottom - inset.bottom,
  };
}

/** The page name of the content that a token goes on with (css-page-3 §3.4). */
function pageNameAt(box: Box, token: Progress['text'] | undefined): string {
  if (token === undefined || token === 'begins') return box.startPage;
  if (token === 'ended') return box.endPage;
  if (token.kind === 'columns' && box.kind === 'columns') return pageNameAt(box.flow, token.flow);
  if (token.kind !== 'block' || box.kind !== 'block') return box.page;
  const child = box.children[token.child];
  return child ? pageNameAt(child, token.inner) : box.endPage;
}
