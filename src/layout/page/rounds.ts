/** Layout in rounds: printed page numbers move content, so it is laid out again until they hold, five times at most. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { ContentItem } from '../../markup/style.ts';
import type { StyledDocument, StyledElement } from '../../markup/tree.ts';
import type { RootBox } from '../box/box.ts';
import { pageBoundBoxes } from '../box/children.ts';
import { faultAt } from '../fault.ts';
import type { FlexEngine } from '../flex/engine.ts';
import { type Caches, createCaches, type LayoutContext, withoutBoxes } from '../flow/context.ts';
import { createLayoutContext } from '../flow/layout.ts';
import type { TextEngine } from '../text-engine.ts';
import { type PageLayout, paginate } from './paginate.ts';
import {
  flowText,
  isPageBound,
  NO_REFERENCES,
  type References,
  referencesOf,
  unresolvedIn,
} from './references.ts';

const mostRounds = 5;

export interface Settled {
  readonly context: LayoutContext;
  readonly root: RootBox;
  readonly pages: readonly PageLayout[];
  readonly references: References;
  /** Generated text by element, as it was laid out. */
  readonly generated: ReadonlyMap<number, string>;
}

/** A stretch of generated text and the element it stands in. */
interface Generated {
  readonly element: StyledElement;
  readonly text: string;
}

/** Pages whose page references are right, or the last try with a warning. */
export function settlePages(
  root: RootBox,
  document: StyledDocument,
  text: TextEngine,
  report: Report,
  flexEngine?: FlexEngine,
): Settled | undefined {
  let references = NO_REFERENCES;
  let caches = createCaches();
  // Text that no page number is part of is made in the first round only.
  const used = new Map<readonly ContentItem[], Generated>();
  for (let round = 1; ; round += 1) {
    const known = references;
    const generatedText = (element: StyledElement, content: readonly ContentItem[]): string => {
      const made = flowText(element.id, content, known);
      used.set(content, { element, text: made });
      return made;
    };
    const context = createLayoutContext(text, generatedText, caches, flexEngine);
    const pages = paginate(context, root, document, report);
    if (!pages) return undefined;
    references = referencesOf(pages, root);
    const moved = changed(used, references);
    if (moved.length > 0 && round < mostRounds) {
      caches = nextCaches(caches, root);
      continue;
    }
    for (const [content, { element }] of moved) report(unsettled(element, content));
    reportUnresolved(used, references, report);
    return { context, root, pages, references, generated: textByElement(used) };
  }
}

type Entry = readonly [content: readonly ContentItem[], made: Generated];

function changed(
  used: ReadonlyMap<readonly ContentItem[], Generated>,
  references: References,
): readonly Entry[] {
  return [...used].filter(
    ([content, { element, text }]) =>
      isPageBound(content) && flowText(element.id, content, references) !== text,
  );
}

function unsettled(element: StyledElement, content: readonly ContentItem[]) {
  const target = content.find(({ kind }) => kind === 'target-counter' || kind === 'target-counters');
  const what = target && 'url' in target ? `The page number of \`${target.url}\`` : 'The page number';
  return faultAt('L022', element.origin, `${what} printed here changes with every try to print it.`, {
    severity: 'warning',
  });
}

/** What no page number is part of outlives a round. */
function nextCaches(caches: Caches, root: RootBox): Caches {
  const bound = new Set(pageBoundBoxes(root));
  for (const { box } of root.notes.values()) for (const inner of pageBoundBoxes(box)) bound.add(inner);
  return withoutBoxes(caches, bound);
}

function reportUnresolved(
  used: ReadonlyMap<readonly ContentItem[], Generated>,
  references: References,
  report: Report,
): void {
  for (const [content, { element }] of used) {
    for (const url of unresolvedIn(content, references)) report(unresolved(element, url));
  }
}

function unresolved(element: StyledElement, url: string) {
  const what = url === '' ? 'The reference here is empty' : `There is no element with the id of \`${url}\``;
  return faultAt('L023', element.origin, `${what}, whose page or text is asked for here.`);
}

function textByElement(used: ReadonlyMap<readonly ContentItem[], Generated>): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { element, text } of used.values()) texts.set(element.id, (texts.get(element.id) ?? '') + text);
  return texts;
}
