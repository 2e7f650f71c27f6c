/** What stands in a margin box: text with the counters and strings of its page, pictures, running elements. */
import type { ContentItem, PagePolicy } from '../../markup/style.ts';
import type { MarginBox, MarginBoxName, StyledElement } from '../../markup/tree.ts';
import { anonymousStyle } from '../box/anonymous.ts';
import type { BlockBox, Box, InlinePart, LinesBox, ReplacedBox } from '../box/box.ts';
import { propagate } from '../box/breaks.ts';
import { contentParts } from '../box/content-parts.ts';
import { textBlock } from '../box/lines-box.ts';

/** What a page offers to its margin boxes. */
export interface MarginSources {
  readonly lang: string;
  /** The text of an item that is neither picture nor running element. */
  readonly textOf: (item: ContentItem) => string;
  readonly runningOf: (name: string, which: PagePolicy) => Box | undefined;
  readonly makePicture: (element: StyledElement, path: string) => ReplacedBox | undefined;
}

/** A margin box ready to be laid out. It has no element: its content belongs to one made here. */
export interface PreparedBox {
  readonly box: MarginBox;
  readonly element: StyledElement;
  readonly content: LinesBox | BlockBox;
}

/** Fills a margin box for one page. */
export function prepareMarginBox(
  name: MarginBoxName,
  box: MarginBox,
  { lang, textOf, runningOf, makePicture }: MarginSources,
): PreparedBox {
  const element: StyledElement = {
    kind: 'element',
    id: -1,
    name: `@${name}`,
    lang,
    attributes: new Map(),
    style: box.style,
    content: [],
    children: [],
    origin: box.origin,
  };
  const boxes: Box[] = [];
  let run: ContentItem[] = [];
  const endRun = (): void => {
    const parts = contentParts(element, run, makePicture);
    if (parts.length > 0) boxes.push(textBlock(element, parts.map(asText)));
    run = [];
  };
  for (const item of box.content) {
    if (item.kind === 'element') {
      endRun();
      const running = runningOf(item.name, item.which);
      if (running) boxes.push(running);
    } else if (item.kind === 'image') run.push(item);
    else run.push({ kind: 'text', text: textOf(item) });
  }
  endRun();
  const [only] = boxes;
  if (boxes.length === 0) return { box, element, content: textBlock(element, []) };
  if (boxes.length === 1 && only?.kind === 'lines') return { box, element, content: only };
  return { box, element, content: blockAround(element, boxes) };
}

/** Text of margin boxes is known: nothing in it waits for pages. */
function asText(part: InlinePart): InlinePart {
  if (part.kind !== 'generated') return part;
  const { element, content } = part;
  const text = content.map((item) => (item.kind === 'text' ? item.text : '')).join('');
  return { kind: 'text', text, element, originAt: () => element.origin };
}

function blockAround(element: StyledElement, children: readonly Box[]): BlockBox {
  const style = anonymousStyle(element.style);
  return {
    kind: 'block',
    element,
    style,
    anonymous: true,
    independent: true,
    children,
    ...propagate(style, '', children),
  };
}
