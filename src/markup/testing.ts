/** For tests: documents in, located messages and styled elements out. */
import { positionOf } from '../diagnostics/position.ts';
import { finishedDocument } from '../template/merged.ts';
import type { Files } from '../world.ts';
import { readMarkup } from './index.ts';
import type { ComputedStyle } from './style.ts';
import type { StyledDocument, StyledElement, StyledNode } from './tree.ts';

/** Files made of texts. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const encoder = new TextEncoder();
  return {
    read: (path) => (Object.hasOwn(texts, path) ? encoder.encode(texts[path]) : undefined),
    list: (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`))
        .sort(),
  };
}

/** Reads a whole document; the messages as `path:line:column code message (help)`. */
export function readText(text: string, texts: Readonly<Record<string, string>> = {}, lenient = false) {
  const outcome = readMarkup(finishedDocument({ path: 'a.html', text }), { files: filesOf(texts), lenient });
  const messages = outcome.diagnostics.map((diagnostic) => {
    const span = diagnostic.primary!.span;
    const { line, column } = positionOf(span.source, span.start);
    const place = `${span.source.path === 'a.html' ? '' : `${span.source.path}:`}${line}:${column}`;
    return `${place} ${diagnostic.code} ${diagnostic.message} (${diagnostic.help ?? ''})`;
  });
  return { document: outcome.value, messages, diagnostics: outcome.diagnostics };
}

/** The messages for a body, which is line 2 of the document. */
export function faultsInBody(body: string): readonly string[] {
  return readText(`<html lang="en"><head><title>T</title></head><body>\n${body}\n</body></html>`).messages;
}

/** The messages for a style sheet, which is the file `a.css`. */
export function faultsInCss(css: string, texts: Readonly<Record<string, string>> = {}): readonly string[] {
  return styled('<p class="a">x</p>', css, texts).messages;
}

/** A document with the style sheet `a.css`. */
export function styled(body: string, css: string, texts: Readonly<Record<string, string>> = {}) {
  const text = `<html lang="en"><head><title>T</title><link rel="stylesheet" href="a.css"/></head><body>${body}</body></html>`;
  return readText(text, { ...texts, 'a.css': css });
}

/** The first element of this name or with this id; fails when there is none. */
export function find(document: StyledDocument | undefined, wanted: string): StyledElement {
  const open: StyledNode[] = document === undefined ? [] : [document.body];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    if (node.kind === 'text') continue;
    if (node.name === wanted || node.attributes.get('id') === wanted) return node;
    open.unshift(...node.children);
  }
  throw new Error(`no element ${wanted}`);
}

/** The computed style of an element for a body and a style sheet without faults. */
export function styleOf(body: string, css: string, wanted: string): ComputedStyle {
  const { document, messages } = styled(body, css);
  if (messages.length > 0) throw new Error(messages.join('\n'));
  return find(document, wanted).style;
}
