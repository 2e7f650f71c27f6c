/** Pages one after the other (css-page-3 §3, css-break-3 §3): each gets what fits, the break token goes on. */
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { PageStyle, StyledDocument } from '../../markup/tree.ts';
import type { BlockBox, Box } from '../box/box.ts';
import type { BreakToken, Forced } from '../contract.ts';
import { EPSILON } from '../contract.ts';
import type { Rect } from '../display.ts';
import { faultAt } from '../fault.ts';
import { placePositioned } from '../flow/absolute.ts';
import type { LayoutContext } from '../flow/context.ts';
import type { BoxFragment } from '../fragment.ts';

/** More pages than any brochure has: the end of documents that grow by mistake. */
export const MOST_PAGES = 2000;

/** One page before its margin boxes; `content` is absent on pages left blank by a forced break. */
export interface PageLayout {
  readonly number: number;
  readonly name: string;
  readonly style: PageStyle;
  readonly area: Rect;
  readonly content?: BoxFragment;
}

/** Breaks the root box into pages; undefined after a fault that leaves no pages. */
export function paginate(
  context: LayoutContext,
  root: BlockBox,
  document: StyledDocument,
  report: Report,
): readonly PageLayout[] | undefined {
  const pages: PageLayout[] = [];
  const styleOf = pageStyles(root, document);
  let token: BreakToken | undefined;
  for (;;) {
    const name = pageNameAt(root, token);
    const wanted = token && sideAfter(token);
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
    const next = pageArea(styleOf(number + 1, name, false));
    const region = {
      remaining: area.height,
      full: next.height,
      mayProgress: next.height > area.height + EPSILON,
    };
    const result = context.layout(root, { width: area.width, height: area.height, region }, token);
    if (result.empty && !region.mayProgress) throw new Error('Layout placed nothing on an empty page.');
    pages.push({
      number,
      name,
      style,
      area,
      content: placePositioned(context, result.fragment, { ...area, x: 0, y: 0 }),
    });
    if (result.empty) continue;
    if (!result.token) return pages;
    token = result.token;
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
    document.pageStyle({ name, first: number === 1, side: sideOf(root, number), blank });
}

function pageArea({ width, height, marginTop, marginRight, marginBottom, marginLeft }: PageStyle): Rect {
  return {
    x: marginLeft,
    y: marginTop,
    width: width - marginLeft - marginRight,
    height: height - marginTop - marginBottom,
  };
}

/** The side that a forced break asks of the next page. */
function sideAfter(token: BreakToken): Forced | undefined {
  switch (token.kind) {
    case 'block':
      return token.forced ?? (token.inner && sideAfter(token.inner));
    case 'lines':
      return undefined;
    case 'table':
    case 'grid':
      return token.rows.forced;
  }
}

/** The page name of the content that a token goes on with (css-page-3 §3.4). */
function pageNameAt(box: Box, token: BreakToken | undefined): string {
  if (!token) return box.startPage;
  if (token.kind !== 'block' || box.kind !== 'block') return box.page;
  const child = box.children[token.child];
  return child ? pageNameAt(child, token.inner) : box.endPage;
}
