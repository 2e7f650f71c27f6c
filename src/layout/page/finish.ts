/** From settled pages to the display list: margin boxes, canvas, content, and the tables of places. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { PageStyle, StyledDocument } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import { counterText } from '../box/counter-text.ts';
import type { Anchor, LaidOut, Page, Rect } from '../display.ts';
import { isBare } from '../paint/backgrounds.ts';
import { grown } from '../paint/checks.ts';
import { decorate } from '../paint/decoration.ts';
import { allSides } from '../paint/edges.ts';
import { createEffects, type EffectsOf } from '../paint/inline-effects.ts';
import { newPainting, type Painting, paintBox, paintCanvas, paintContent } from '../paint/page.ts';
import { findSlices, type SliceOf } from '../paint/slices.ts';
import { footnoteAnchors } from './footnote-anchors.ts';
import { layoutMarginBoxes } from './margin-boxes.ts';
import { marginSources, type PageSources } from './margin-sources.ts';
import { markItems, sheetOf } from './marks.ts';
import type { PageCounters } from './page-counters.ts';
import type { PageLayout } from './paginate.ts';
import { flowText } from './references.ts';
import type { Settled } from './rounds.ts';
import { reportUnshown } from './running-names.ts';

/** What the pages have in common: they may share a paragraph, or a box. */
interface Shared {
  readonly effectsOf: EffectsOf;
  readonly sliceOf: SliceOf;
  readonly files: Files;
  readonly report: Report;
}

/** Paints all pages. */
export function laidOutOf(document: StyledDocument, settled: Settled, files: Files, report: Report): LaidOut {
  const { title, lang, meta, body } = document;
  reportUnshown(settled, report);
  const sourcesOf = marginSources(document, settled, files, report);
  const shared: Shared = { effectsOf: createEffects(), sliceOf: slicesOf(settled), files, report };
  const pages = settled.pages.map((page, i) => paintPage(document, settled, page, sourcesOf(i), shared));
  return {
    title,
    lang,
    meta,
    body,
    pages,
    faces: settled.context.text.faces(),
    anchors: anchorsOf(settled),
    bookmarks: bookmarksOf(settled),
    generated: settled.generated,
  };
}

function slicesOf({ pages }: Settled): SliceOf {
  return findSlices(
    pages.flatMap(({ content, notes }) => [
      ...(content ? [content] : []),
      ...(notes ? [notes.fragment] : []),
    ]),
  );
}

function paintPage(
  document: StyledDocument,
  settled: Settled,
  page: PageLayout,
  sources: PageSources,
  { effectsOf, sliceOf, files, report }: Shared,
): Page {
  const { number, name, style, area, content, notes } = page;
  const rect: Rect = { x: 0, y: 0, width: style.width, height: style.height };
  const sheet = sheetOf(style);
  const inked = grown(rect, style.bleed);
  // The root element covers the sheet; only where it has no background, that of the body does (CSS 2.1 §14.2).
  const isOfRoot = !isBare(document.root);
  const canvas = isOfRoot ? undefined : document.body;
  const checks = { report, sheet: rect, bleed: style.bleed, page: number };
  const painting = newPainting({ files, canvas, checks, effectsOf, sliceOf });
  if (sheet) painting.items.push({ kind: 'push', clip: inked, opacity: 1 });
  paintCanvas(painting, [style.style, isOfRoot ? document.root : document.body.style], inked);
  paintPageBox(painting, style);
  const margin = { ...painting, isMargin: true };
  const boxes = layoutMarginBoxes(sources.context, style, sources.sources, report);
  for (const { fragment, x, y } of boxes)
    if (fragment.kind === 'box') paintBox(margin, { fragment, x, y, repeated: false });
  if (content) paintContent(painting, content, area.x, area.y);
  if (notes?.fragment.kind === 'box') {
    const { fragment, x, y } = notes;
    paintBox(painting, { fragment, x: area.x + x, y: area.y + y, repeated: false });
  }
  const { items } = painting;
  if (sheet) items.push({ kind: 'pop' }, ...markItems(style));
  const label = labelOf(style, settled.references.counters[number - 1]);
  return { number, label, name, width: style.width, height: style.height, ...(sheet && { sheet }), items };
}

/** The border of the page box, between its margin and its padding (css-page-3 §4.1). */
function paintPageBox(painting: Painting, page: PageStyle): void {
  const { width, height, marginTop, marginRight, marginBottom, marginLeft, style } = page;
  const rect: Rect = {
    x: marginLeft,
    y: marginTop,
    width: width - marginLeft - marginRight,
    height: height - marginTop - marginBottom,
  };
  painting.items.push(...decorate(style, { rect, sides: allSides }, painting.files, false));
}

function anchorsOf({ root, references }: Settled): ReadonlyMap<string, Anchor> {
  const { byElement } = references.places;
  const anchors = new Map(footnoteAnchors(root.notes, (id) => byElement.get(id)?.at));
  for (const { element, at } of byElement.values()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !anchors.has(id)) anchors.set(id, at);
  }
  return anchors;
}

function bookmarksOf({ root, references }: Settled): LaidOut['bookmarks'] {
  return [...references.places.byElement.values()]
    .sort((a, b) => a.element.id - b.element.id)
    .flatMap(({ element, at }) => {
      const { bookmarkLevel: level, bookmarkState } = element.style;
      const label = level === 'none' ? [] : root.generated.labelOf(element);
      const text = flowText(element.id, label, references).replace(/\s+/g, ' ').trim();
      const isOpen = bookmarkState === 'open';
      return level === 'none' || text === '' ? [] : [{ level, text, element: element.id, at, isOpen }];
    });
}

/** The number that the margin boxes of a page print, and how; the page counter in figures where they print none. */
function labelOf({ boxes }: PageStyle, counters: PageCounters | undefined): Page['label'] {
  const items = [...boxes.values()].flatMap(({ content }) => content);
  const printed = items.find((item) => item.kind === 'counter' && item.name === 'page');
  const style = printed?.kind === 'counter' && printed.style !== 'none' ? printed.style : 'decimal';
  const value = counters?.get('page')?.at(-1) ?? 0;
  return { value, style, text: counterText(style, value) };
}
