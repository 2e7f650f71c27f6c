/** From settled pages to the display list: margin boxes, canvas, content, and the tables of places. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { StyledDocument } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import type { Anchor, LaidOut, Page, Rect } from '../display.ts';
import { newPainting, paintBox, paintCanvas, paintContent } from '../paint/page.ts';
import { layoutMarginBoxes } from './margin-boxes.ts';
import { namedStrings, type StringOf } from './named-strings.ts';
import type { PageLayout } from './paginate.ts';
import { type Places, textOf } from './places.ts';
import { itemText } from './references.ts';
import type { Settled } from './rounds.ts';

/** Paints all pages. */
export function laidOutOf(document: StyledDocument, settled: Settled, files: Files, report: Report): LaidOut {
  const { title, lang, meta, body } = document;
  const strings = namedStrings(settled.places.named);
  const pages = settled.pages.map((page, i) =>
    paintPage(document, settled, page, strings[i]!, files, report),
  );
  return {
    title,
    lang,
    meta,
    body,
    pages,
    faces: settled.context.text.faces(),
    anchors: anchorsOf(settled.places),
    bookmarks: bookmarksOf(settled.places),
    generated: settled.generated,
  };
}

function paintPage(
  document: StyledDocument,
  settled: Settled,
  page: PageLayout,
  stringOf: StringOf,
  files: Files,
  report: Report,
): Page {
  const { number, name, style, area, content } = page;
  const sheet: Rect = { x: 0, y: 0, width: style.width, height: style.height };
  const painting = newPainting(files, report, document.body, sheet, number);
  paintCanvas(painting, [style.style, document.body.style], sheet);
  const margin = { ...painting, isMargin: true };
  const boxes = layoutMarginBoxes(settled.context, style, document.lang, (items) =>
    items
      .map((item) =>
        itemText(item, number, settled.references, ({ name: wanted, which }) => stringOf(wanted, which)),
      )
      .join(''),
  );
  for (const { fragment, x, y } of boxes)
    if (fragment.kind === 'box') paintBox(margin, { fragment, x, y, repeated: false });
  if (content) paintContent(painting, content, area.x, area.y);
  return { number, name, width: style.width, height: style.height, items: painting.items };
}

function anchorsOf({ byElement }: Places): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const { element, at } of byElement.values()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !anchors.has(id)) anchors.set(id, at);
  }
  return anchors;
}

function bookmarksOf({ byElement }: Places): LaidOut['bookmarks'] {
  return [...byElement.values()]
    .sort((a, b) => a.element.id - b.element.id)
    .flatMap(({ element, at }) => {
      const level = element.style.bookmarkLevel;
      const text = level === 'none' ? '' : textOf(element);
      return level === 'none' || text === '' ? [] : [{ level, text, element: element.id, at }];
    });
}
