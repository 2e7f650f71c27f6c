/** Style sheets loaded: imports followed, media applied, every rule read; in the order of the cascade. */
import { nearest } from '../../diagnostics/nearest.ts';
import { type Files, resolvePath } from '../../world.ts';
import { didYouMean } from '../fault.ts';
import type { FontFaceRule } from '../tree.ts';
import {
  checkContent,
  type Declaration,
  type DeclarationContext,
  fileHelp,
  readDeclaration,
} from './declarations.ts';
import { readFontFace } from './font-face.ts';
import { appliesToPrint } from './media.ts';
import { type PageRule, readPageRule } from './page-rule.ts';
import type { Selector } from './selector-types.ts';
import { readSelectors } from './selectors.ts';
import { type AtRuleItem, type DeclarationItem, type Item, type RuleItem, readSheet } from './syntax.ts';
import type { CssText } from './tokens.ts';
import { wordOf } from './values.ts';

/** A rule with its selectors. */
export interface StyleRule {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
}

export interface Styles {
  readonly rules: StyleRule[];
  readonly pages: PageRule[];
  readonly fontFaces: FontFaceRule[];
  /** Every sheet that an `@import` has read, each time. */
  readonly imported: string[];
}

export interface LoadContext extends DeclarationContext {
  readonly files: Files;
}

/** Imports that lead further than this are refused. */
const maximumImports = 16;
/** All imports of a document together: sheets that import each other twice would double with every step. */
const maximumSheets = 256;

export const knownAtRules = ['@media', '@import', '@font-face', '@page', '@charset'];

/** No rules at all. */
export function emptyStyles(): Styles {
  return { rules: [], pages: [], fontFaces: [], imported: [] };
}

/** A file as style-sheet text; undefined after a fault, which is told at `origin`. */
export function cssFile(
  path: string,
  origin: ReturnType<CssText['originOf']>,
  context: LoadContext,
): CssText | undefined {
  const bytes = context.files.read(path);
  if (bytes === undefined) {
    context.fault('C007', origin, `there is no style sheet ${path}`, { help: fileHelp(path) });
    return undefined;
  }
  try {
    return textOfFile(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    context.fault('C007', origin, `the style sheet ${path} is not UTF-8`, { help: 'save it as UTF-8' });
    return undefined;
  }
}

/** A text that is a file of its own. */
export function textOfFile(path: string, text: string): CssText {
  const source = { path, text };
  return { text, base: path, originOf: (start, end) => ({ place: { source, start, end } }) };
}

/** Adds the rules of a sheet to `styles`. `importing` are the paths of the sheets that lead here. */
export function loadSheet(
  css: CssText,
  styles: Styles,
  context: LoadContext,
  importing: readonly string[] = [],
): void {
  const items = readSheet(css, context.fault);
  let early = true;
  for (const item of items) {
    if (item.kind === 'at-rule' && item.name === 'import') {
      if (early) loadImport(item, css, styles, context, [...importing, css.base]);
      else
        context.fault('C011', css.originOf(item.start, item.end), '@import after other rules', {
          help: 'move it to the top of the sheet',
        });
    } else {
      early &&= item.kind === 'at-rule' && item.name === 'charset';
      loadItem(item, css, styles, context);
    }
  }
}

function loadItem(item: Item, css: CssText, styles: Styles, context: LoadContext): void {
  if (item.kind === 'rule') loadRule(item, undefined, css, styles, context);
  else if (item.kind === 'at-rule') loadAtRule(item, css, styles, context);
}

function loadAtRule(item: AtRuleItem, css: CssText, styles: Styles, context: LoadContext): void {
  switch (item.name) {
    case 'media':
      if (appliesToPrint(item.prelude, css, context.fault))
        for (const inner of item.body ?? []) loadItem(inner, css, styles, context);
      return;
    case 'page':
      styles.pages.push(...readPageRule(item, css, context));
      return;
    case 'font-face': {
      const face = readFontFace(item, css, context);
      if (face !== undefined) styles.fontFaces.push(face);
      return;
    }
    case 'charset':
      return;
    default:
      refuseAtRule(item, css, context);
  }
}

/** At-rules that browsers know, with what to do instead. */
const refusedAtRules: ReadonlyMap<string, string> = new Map([
  ['layer', 'rules count in the order they stand in; write them without layers'],
  ['supports', 'there is one engine only; write what it supports without the condition'],
  ['container', 'the page has one size; write the rules without the condition'],
  ['keyframes', 'paper does not move; remove it'],
  ['property', 'declare the variable itself: :root { --name: value }'],
  ['counter-style', 'counters take the styles of CSS by name, such as lower-roman'],
  ['namespace', 'elements have no namespaces here; remove it'],
]);

function refuseAtRule(item: AtRuleItem, css: CssText, context: LoadContext): void {
  context.fault('C005', css.originOf(item.start, item.end), `the rule @${item.name} is not supported here`, {
    help:
      refusedAtRules.get(item.name) ??
      didYouMean(nearest(`@${item.name}`, knownAtRules), `known are ${knownAtRules.join(', ')}`),
  });
}

/**
 * Reads a rule and the rules nested in it. Declarations after a nested rule come after it in the order of the
 * cascade, too (css-nesting-1 §3.4).
 */
function loadRule(
  rule: RuleItem,
  parents: readonly Selector[] | undefined,
  css: CssText,
  styles: Styles,
  context: LoadContext,
): void {
  const selectors = readSelectors(css, rule.prelude, parents, context.fault) ?? [];
  loadBody(rule.body, selectors, css, styles, context);
}

function loadBody(
  body: readonly Item[],
  selectors: readonly Selector[],
  css: CssText,
  styles: Styles,
  context: LoadContext,
): void {
  let declarations: Declaration[] = [];
  const flush = () => {
    if (declarations.length > 0 && selectors.length > 0) styles.rules.push({ selectors, declarations });
    declarations = [];
  };
  for (const item of body) {
    if (item.kind === 'declaration') {
      if (!checkPlace(item, selectors, css, context)) continue;
      const declaration = readDeclaration(item, css, context);
      if (declaration !== undefined) declarations.push(declaration);
      continue;
    }
    flush();
    if (item.kind === 'rule') loadRule(item, selectors, css, styles, context);
    else if (item.name === 'media') {
      if (appliesToPrint(item.prelude, css, context.fault))
        loadBody(item.body ?? [], selectors, css, styles, context);
    } else refuseAtRule(item, css, context);
  }
  flush();
}

/** `content` of elements has no effect, and some of its items none in pseudo-elements. False when the declaration cannot be used. */
function checkPlace(
  item: DeclarationItem,
  selectors: readonly Selector[],
  css: CssText,
  context: LoadContext,
): boolean {
  if (selectors.length === 0) return true;
  const isPseudo = selectors.every(({ pseudoElement }) => pseudoElement !== undefined);
  if (isPseudo && isRefusedOfPseudo(item, css, context)) return false;
  if (item.name === 'content') checkContent(item, isPseudo ? 'pseudo-element' : 'element', css, context);
  return true;
}

/** Footnotes and running elements are elements: what is generated is neither called nor found again. */
function isRefusedOfPseudo(item: DeclarationItem, css: CssText, context: LoadContext): boolean {
  const [value] = item.values;
  const isNote = item.name === 'float' && wordOf(value) === 'footnote';
  const isRunning = item.name === 'position' && value?.kind === 'function' && value.name === 'running';
  if (!isNote && !isRunning) return false;
  context.fault(
    'C004',
    css.originOf(item.start, item.end),
    `generated content has no ${item.name} of this kind`,
    {
      help: isNote ? 'write a <footnote> into the document' : 'give it to an element',
    },
  );
  return true;
}

function loadImport(
  item: AtRuleItem,
  css: CssText,
  styles: Styles,
  context: LoadContext,
  importing: readonly string[],
): void {
  const [target, ...media] = item.prelude;
  const origin = css.originOf(item.start, item.end);
  if ((target?.kind !== 'string' && target?.kind !== 'url') || item.body !== undefined) {
    context.fault('C011', origin, '@import names no file', { help: '@import "name.css";' });
    return;
  }
  const layered = wordOf(media[0]) === 'layer' || media[0]?.kind === 'function';
  if (layered) {
    context.fault('C011', origin, '@import with layer() or supports() is not supported', {
      help: 'leave it out',
    });
    return;
  }
  if (!appliesToPrint(media, css, context.fault)) return;
  const path = target.kind === 'url' ? target.path : resolvePath(css.base, target.text);
  if (importing.includes(path)) {
    const help = 'remove one of the imports of the circle';
    context.fault('C011', origin, `${path} imports itself`, { help });
    return;
  }
  if (importing.length > maximumImports || styles.imported.length >= maximumSheets) {
    const limit =
      importing.length > maximumImports
        ? `${maximumImports} imports deep`
        : `${maximumSheets} imports in all`;
    context.fault('C011', origin, `${path} is not read: more than ${limit}`, { help: 'join the sheets' });
    return;
  }
  styles.imported.push(path);
  const sheet = cssFile(path, origin, context);
  if (sheet !== undefined) loadSheet(sheet, styles, context, importing);
}
