/**
 * Markup: strict XML and strict CSS become a styled tree. Promises: nothing that the author wrote is ignored in
 * silence; every fault is reported where it stands, all of them in one run; every element and every character
 * knows where it came from; every property has its computed value.
 */
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { Merged } from '../template/merged.ts';
import type { Files } from '../world.ts';
import { pageStyles } from './cascade/page-styles.ts';
import { indexRules } from './cascade/rules.ts';
import { styleTree } from './cascade/style-tree.ts';
import { checkDocument } from './check/document.ts';
import { checkElements } from './check/elements.ts';
import { placeOf } from './check/place.ts';
import { checkRootBox } from './check/root-box.ts';
import type { LoadContext } from './css/load.ts';
import { faultsTo } from './fault.ts';
import { readHead } from './head.ts';
import type { StyledDocument } from './tree.ts';
import { userAgent } from './user-agent.ts';
import { readXml } from './xml/read-xml.ts';

export interface MarkupContext {
  readonly files: Files;
  /** Faults that leave the document printable are warnings: for finished documents by others. */
  readonly lenient: boolean;
}

/** Reads a merged document with its style sheets. The value is absent when there is no document to style. */
export function readMarkup(merged: Merged, context: MarkupContext): Outcome<StyledDocument> {
  return collect((report) => {
    const fault = faultsTo(report, context.lenient);
    const document = readXml(merged, fault);
    if (document === undefined) return undefined;
    const { root, wellFormed } = document;
    checkElements(root, wellFormed, merged, fault);
    if (wellFormed) checkDocument(root, merged, fault);

    const { files } = context;
    const load: LoadContext = { files, fault, fileExists: fileTester(files) };
    const { title, lang, meta, styles } = readHead(root, merged, load);
    const body = root.elements.find((element) => element.name === 'body');
    if (body === undefined) return undefined;

    const rulesFor = indexRules(userAgent.rules, styles.rules);
    const styled = styleTree(root, body, { ...load, merged, rulesFor });
    checkRootBox(styled.root.style, placeOf(merged, root), fault);
    const pageStyle = pageStyles(userAgent.pages, styles.pages, styled.root, fault);
    return {
      title,
      lang,
      meta,
      root: styled.root.style,
      body: styled.body,
      fontFaces: styles.fontFaces,
      pageStyle,
      base: merged.base,
    };
  });
}

/** Asks for every file once only. */
function fileTester(files: Files): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const answer = known.get(path) ?? files.read(path) !== undefined;
    known.set(path, answer);
    return answer;
  };
}
