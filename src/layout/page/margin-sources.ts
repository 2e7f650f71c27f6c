/** What margin boxes of each page print: its counters, the named strings and running elements in force there. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { StyledDocument } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import type { RunningBox } from '../box/box.ts';
import { pageBoundBoxes } from '../box/children.ts';
import { pictureBox } from '../box/replaced.ts';
import { createCaches, type LayoutContext } from '../flow/context.ts';
import { createLayoutContext } from '../flow/layout.ts';
import type { MarginSources } from './margin-content.ts';
import { type Assignment, assignedOnPages } from './named-strings.ts';
import { itemText } from './references.ts';
import type { Settled } from './rounds.ts';

export interface PageSources {
  readonly context: LayoutContext;
  readonly sources: MarginSources;
}

/** The sources by page index. */
export function marginSources(
  document: StyledDocument,
  settled: Settled,
  files: Files,
  report: Report,
): (page: number) => PageSources {
  const { root, references, context } = settled;
  const strings = assignedOnPages(stringsByPage(settled));
  const running = assignedOnPages(runningByPage(settled));
  const changing = new Set([...root.running.values()].filter(isPageBound));
  const pictures = { base: document.base, files, text: context.text, report };
  return (page) => {
    const sources: MarginSources = {
      lang: document.lang,
      textOf: (item) =>
        item.kind === 'string'
          ? (strings[page]!(item.name, item.which) ?? '')
          : itemText(item, page, references),
      runningOf: (name, which) => running[page]!(name, which)?.box,
      makePicture: (element, path) => pictureBox(element, path, pictures, ''),
    };
    return { context: changing.size > 0 ? contextOf(settled, page) : context, sources };
  };
}

function isPageBound({ box }: RunningBox): boolean {
  return box !== undefined && pageBoundBoxes(box).size > 0;
}

/** Running elements with page numbers are laid out anew for each page. */
function contextOf({ context: { text, flexEngine }, references }: Settled, page: number): LayoutContext {
  const textOnPage: LayoutContext['generatedText'] = (_, content) =>
    content.map((item) => itemText(item, page, references)).join('');
  return createLayoutContext(text, textOnPage, createCaches(), flexEngine);
}

function stringsByPage({ root, references }: Settled): readonly (readonly Assignment<string>[])[] {
  return references.places.begun.map((begun, page) =>
    begun.flatMap(({ element, isAtTop }) =>
      root.generated.stringsOf(element).map(({ name, content }) => ({
        name,
        value: content.map((item) => itemText(item, page, references)).join(''),
        isAtTop,
      })),
    ),
  );
}

function runningByPage({ root, references }: Settled): readonly (readonly Assignment<RunningBox>[])[] {
  return references.places.begun.map((begun) =>
    begun.flatMap(({ element, isAtTop }) => {
      const value = root.running.get(element.id);
      return value ? [{ name: value.name, value, isAtTop }] : [];
    }),
  );
}
