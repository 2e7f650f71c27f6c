/** What the head of a document says: title, language, descriptions, and the author's style sheets. */
import type { Merged } from '../template/merged.ts';
import { resolvePath } from '../world.ts';
import { placeOfAttribute } from './check/place.ts';
import { cssFile, emptyStyles, type LoadContext, loadSheet, type Styles } from './css/load.ts';
import { appliesToPrint } from './css/media.ts';
import { type CssText, tokenize } from './css/tokens.ts';
import { readValues } from './css/values.ts';
import { originBetween } from './fault.ts';
import type { DecodedText } from './xml/references.ts';
import { attributeOf, type SourceElement, textOf } from './xml/source-tree.ts';

interface Head {
  readonly title: string;
  readonly lang: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly styles: Styles;
}

/** Reads the head; `style` and `link` in document order. */
export function readHead(root: SourceElement, merged: Merged, context: LoadContext): Head {
  const head = root.elements.find((element) => element.name === 'head');
  const title = head?.elements.find((element) => element.name === 'title');
  const meta = new Map<string, string>();
  const styles = emptyStyles();
  for (const element of head?.elements ?? []) {
    if (element.name === 'meta') {
      const name = attributeOf(element, 'name');
      if (name !== undefined) meta.set(name, attributeOf(element, 'content') ?? '');
    } else if (
      (element.name === 'style' || element.name === 'link') &&
      isForPrint(element, merged, context)
    ) {
      const css =
        element.name === 'style' ? styleText(element, merged) : linkedSheet(element, merged, context);
      if (css !== undefined) loadSheet(css, styles, context);
    }
  }
  const lang = attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang') ?? 'und';
  return { title: title === undefined ? '' : textOf(title), lang, meta, styles };
}

function isForPrint(element: SourceElement, merged: Merged, context: LoadContext): boolean {
  const media = element.attributes.find((attribute) => attribute.name === 'media');
  if (media === undefined) return true;
  const css = embedded([media.value], merged);
  const tokens = tokenize(css, context.fault);
  return appliesToPrint(readValues(css, tokens, 0, tokens.length), css, context.fault);
}

function linkedSheet(element: SourceElement, merged: Merged, context: LoadContext): CssText | undefined {
  const href = element.attributes.find((attribute) => attribute.name === 'href');
  if (href === undefined || attributeOf(element, 'rel') !== 'stylesheet') return undefined;
  return cssFile(resolvePath(merged.base, href.value.text), placeOfAttribute(merged, href), context);
}

function styleText(element: SourceElement, merged: Merged): CssText | undefined {
  const texts = element.children.flatMap((child) => (child.kind === 'text' ? [child.value] : []));
  return texts.length === 0 ? undefined : embedded(texts, merged);
}

/** CSS inside the document: one or more texts (CDATA sections divide them) read as one. */
function embedded(texts: readonly DecodedText[], merged: Merged): CssText {
  const text = texts.map((part) => part.text).join('');
  const offsetAt = (offset: number): number => {
    let before = 0;
    for (const part of texts) {
      if (offset < before + part.text.length || part === texts.at(-1)) return part.offsetAt(offset - before);
      before += part.text.length;
    }
    return 0;
  };
  return {
    text,
    base: merged.base,
    originOf: (start, end) => originBetween(merged, offsetAt(start), offsetAt(Math.max(start, end - 1)) + 1),
  };
}
