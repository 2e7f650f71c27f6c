/** Layout in rounds: printed page numbers move content, so it is laid out again until they hold, five times at most. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { ContentItem } from '../../markup/style.ts';
import type { StyledDocument, StyledElement } from '../../markup/tree.ts';
import type { BlockBox } from '../box/box.ts';
import { faultAt } from '../fault.ts';
import { type Caches, createCaches, type LayoutContext } from '../flow/context.ts';
import { createLayoutContext } from '../flow/layout.ts';
import type { TextEngine } from '../text-engine.ts';
import { type PageLayout, paginate } from './paginate.ts';
import { findPlaces, type Places } from './places.ts';
import {
  anchorName,
  flowText,
  isPageBound,
  NO_REFERENCES,
  type References,
  referencesOf,
} from './references.ts';

const mostRounds = 5;

export interface Settled {
  readonly context: LayoutContext;
  readonly pages: readonly PageLayout[];
  readonly places: Places;
  readonly references: References;
  /** Generated text by element, as it was laid out. */
  readonly generated: ReadonlyMap<number, string>;
}

interface Generated {
  readonly element: StyledElement;
  readonly content: readonly ContentItem[];
  readonly text: string;
}

/** Pages whose page references are right, or the last try with a warning. */
export function settlePages(
  root: BlockBox,
  document: StyledDocument,
  text: TextEngine,
  report: Report,
): Settled | undefined {
  let references = NO_REFERENCES;
  let caches = createCaches();
  for (let round = 1; ; round += 1) {
    const used = new Map<StyledElement, Generated>();
    const known = references;
    const generatedText = (element: StyledElement, content: readonly ContentItem[]): string => {
      const made = flowText(element, content, known);
      used.set(element, { element, content, text: made });
      return made;
    };
    const context = createLayoutContext(text, generatedText, caches);
    const pages = paginate(context, root, document, report);
    if (!pages) return undefined;
    const places = findPlaces(pages);
    references = referencesOf(places, pages.length);
    const moved = changed(used, references);
    if (moved.length > 0 && round < mostRounds) {
      caches = nextCaches(caches);
      continue;
    }
    for (const { element } of moved)
      report(
        faultAt('L022', element.origin, 'The page number printed here changes with every try to print it.', {
          severity: 'warning',
        }),
      );
    reportUnresolved(used, references, report);
    const generated = new Map([...used.values()].map(({ element, text: made }) => [element.id, made]));
    return { context, pages, places, references, generated };
  }
}

function changed(used: ReadonlyMap<StyledElement, Generated>, references: References): readonly Generated[] {
  return [...used.values()].filter(
    ({ element, content, text }) => isPageBound(content) && flowText(element, content, references) !== text,
  );
}

/** Shaped text that no page number is part of outlives a round; nothing that was placed does. */
function nextCaches({ paragraphs }: Caches): Caches {
  const kept = [...paragraphs].filter(
    ([box]) => !box.pageBound && box.parts.every((part) => part.kind !== 'box' && part.kind !== 'generated'),
  );
  return { ...createCaches(), paragraphs: new Map(kept) };
}

function reportUnresolved(
  used: ReadonlyMap<StyledElement, Generated>,
  references: References,
  report: Report,
): void {
  for (const { element, content } of used.values()) {
    for (const item of content) {
      if (item.kind !== 'target-counter' || references.pageOfAnchor(anchorName(item.url)) !== undefined)
        continue;
      report(
        faultAt(
          'L023',
          element.origin,
          `There is no element with the id of \`${item.url}\`, whose page is asked for here.`,
        ),
      );
    }
  }
}
