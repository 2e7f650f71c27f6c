/** Builds the styled tree: every element with its computed style, pseudo-elements where they are generated. */
import type { Merged } from '../../template/merged.ts';
import { placeOf } from '../check/place.ts';
import {
  checkContent,
  type Declaration,
  type DeclarationContext,
  readDeclaration,
} from '../css/declarations.ts';
import { languageOf } from '../css/match.ts';
import { readDeclarations } from '../css/syntax.ts';
import type { CssText } from '../css/tokens.ts';
import { originBetween } from '../fault.ts';
import type { ComputedStyle } from '../style.ts';
import type { PseudoName, StyledElement, StyledNode, StyledText } from '../tree.ts';
import { ruleFor } from '../vocabulary/index.ts';
import type { DecodedText } from '../xml/references.ts';
import { attributeOf, type SourceElement } from '../xml/source-tree.ts';
import { type Computed, compute, initial } from './compute.ts';
import { hintsOf } from './hints.ts';
import type { RankedRule, RuleFinder } from './rules.ts';

interface StyleContext extends DeclarationContext {
  readonly merged: Merged;
  readonly rulesFor: RuleFinder;
}

interface StyledRoot {
  readonly body: StyledElement;
  /** The root element: what pages inherit from. */
  readonly root: Computed;
}

/** A computed style together with those of children that matched the same rules: they share it. */
interface Shared extends Computed {
  readonly children: Map<string, Shared>;
}

/** Most elements have none. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Styles the tree from `root` on; the result holds the `body` only. */
export function styleTree(root: SourceElement, body: SourceElement, context: StyleContext): StyledRoot {
  const { merged, fault, rulesFor } = context;
  let count = 0;
  const above: Shared = { ...initial, children: new Map() };
  const rootComputed = computed(root, undefined, above, false);
  const rootFontSize = rootComputed.style.fontSize;
  const language = languageOf(body);
  return { body: element(body, rootComputed, false, language, false), root: rootComputed };

  function element(
    source: SourceElement,
    parent: Shared,
    inGrid: boolean,
    outerLanguage: string,
    inSvg: boolean,
  ): StyledElement {
    count += 1;
    const id = count;
    const own = inSvg ? unmatched(source, parent) : computed(source, undefined, parent, inGrid);
    const lang = attributeOf(source, 'lang') ?? attributeOf(source, 'xml:lang') ?? outerLanguage;
    const { display } = own.style;
    const childInGrid = hasItems(display) || (display === 'contents' && inGrid);
    const isDrawing = inSvg || source.name === 'svg';
    const children: StyledNode[] = [];
    if (own.style.float === 'footnote' && !isDrawing) {
      // The call stands in the text around the note and looks like it, not like the note.
      children.push(notePart(source, '::footnote-call', parent, lang));
      children.push(notePart(source, '::footnote-marker', own, lang));
    }
    const generates = !isDrawing;
    if (generates && display === 'list-item')
      addGenerated(children, source, '::marker', own, childInGrid, lang);
    if (generates) addGenerated(children, source, '::before', own, childInGrid, lang);
    const keepsSpace = holdsText(source, inSvg);
    for (const child of source.children) {
      if (child.kind === 'element') children.push(element(child, own, childInGrid, lang, isDrawing));
      else if (keepsSpace || /[^\t\n\r ]/.test(child.value.text)) {
        const isFirst = child === source.children[0];
        const { text, offsetAt } = isFirst && source.name === 'pre' ? afterNewline(child.value) : child.value;
        children.push({ kind: 'text', text, originAt: originsOf(offsetAt) });
      }
    }
    if (generates) addGenerated(children, source, '::after', own, childInGrid, lang);
    const attributes =
      source.attributes.length === 0
        ? NO_ATTRIBUTES
        : new Map(source.attributes.map((attribute) => [attribute.name, attribute.value.text]));
    const origin = placeOf(merged, source);
    return {
      kind: 'element',
      id,
      name: source.name,
      lang,
      attributes,
      style: own.style,
      content: [],
      children,
      origin,
    };
  }

  function originsOf(offsetAt: (offset: number) => number): StyledText['originAt'] {
    return (offset) => merged.originAt(offsetAt(offset));
  }

  function addGenerated(
    children: StyledNode[],
    source: SourceElement,
    name: PseudoName,
    own: Shared,
    inGrid: boolean,
    lang: string,
  ): void {
    const pseudo = generated(source, name, own, inGrid, lang);
    if (pseudo !== undefined) children.push(pseudo);
  }

  function generated(
    source: SourceElement,
    name: PseudoName,
    parent: Shared,
    inGrid: boolean,
    lang: string,
  ): StyledElement | undefined {
    if (name !== '::marker' && rulesFor(source, name).length === 0) return undefined;
    const { style, content } = computed(source, name, parent, inGrid && name !== '::marker');
    const isMarker = name === '::marker';
    if (content === 'none' || (content === 'normal' && !isMarker) || style.display === 'none')
      return undefined;
    count += 1;
    const items = content === 'normal' ? [] : content;
    return {
      kind: 'element',
      id: count,
      name,
      lang,
      attributes: new Map(),
      style,
      content: items,
      children: [],
      origin: placeOf(merged, source),
    };
  }

  /** The call or the marker of a footnote, which are there whatever their content: they tell where the note belongs. */
  function notePart(
    source: SourceElement,
    name: '::footnote-call' | '::footnote-marker',
    parent: Shared,
    lang: string,
  ): StyledElement {
    const { style, content } = computed(source, name, parent, false);
    count += 1;
    return {
      kind: 'element',
      id: count,
      name,
      lang,
      attributes: new Map(),
      style,
      content: typeof content === 'string' || style.display === 'none' ? [] : content,
      children: [],
      origin: placeOf(merged, source),
    };
  }

  /** Parts of drawings have attributes for their looks; they inherit, and no rule applies to them. */
  function unmatched(source: SourceElement, parent: Shared): Shared {
    return share('', parent, () => computeFrom([], source, parent, false));
  }

  function computed(
    source: SourceElement,
    pseudo: PseudoName | undefined,
    parent: Shared,
    inGrid: boolean,
  ): Shared {
    const rules = rulesFor(source, pseudo);
    const hints = pseudo === undefined ? hintsOf(source) : [];
    const inline = pseudo === undefined ? inlineDeclarations(source, context) : [];
    const single = hints.length > 0 || inline.length > 0 || rules.some((rule) => rule.perElement);
    if (single) return computeFrom(inOrder(rules, hints, inline), source, parent, inGrid);
    return share(
      `${pseudo ?? ''}${inGrid ? ' grid ' : ' '}${rules.map((rule) => rule.rank).join(' ')}`,
      parent,
      () => computeFrom(inOrder(rules, hints, inline), source, parent, inGrid),
    );
  }

  function computeFrom(
    declarations: readonly Declaration[],
    source: SourceElement,
    parent: Shared,
    blockified: boolean,
  ): Shared {
    const isRoot = source === root;
    const attribute = (name: string) => attributeOf(source, name);
    const options = { rootFontSize: isRoot ? undefined : rootFontSize, blockified, attribute, fault };
    return { ...compute(declarations, parent, options), children: new Map() };
  }
}

function share(key: string, parent: Shared, make: () => Shared): Shared {
  const known = parent.children.get(key);
  if (known !== undefined) return known;
  const made = make();
  parent.children.set(key, made);
  return made;
}

/** Defaults, then what attributes hint at, then the author's rules, then the style attribute. */
function inOrder(
  rules: readonly RankedRule[],
  hints: readonly Declaration[],
  inline: readonly Declaration[],
): readonly Declaration[] {
  const first = rules.findIndex((rule) => !rule.isDefault);
  const author = first < 0 ? rules.length : first;
  return [
    ...rules.slice(0, author).flatMap((rule) => rule.declarations),
    ...hints,
    ...rules.slice(author).flatMap((rule) => rule.declarations),
    ...inline,
  ];
}

function inlineDeclarations(source: SourceElement, context: StyleContext): readonly Declaration[] {
  const attribute = source.attributes.find((candidate) => candidate.name === 'style');
  if (attribute === undefined) return [];
  const { merged } = context;
  const { text, offsetAt } = attribute.value;
  const css: CssText = {
    text,
    base: merged.base,
    originOf: (start, end) => originBetween(merged, offsetAt(start), offsetAt(Math.max(start, end - 1)) + 1),
  };
  return readDeclarations(css, context.fault).flatMap((item) => {
    checkContent(item, 'element', css, context);
    return readDeclaration(item, css, context) ?? [];
  });
}

/** False for elements whose white space is only there to arrange the source. */
function holdsText(source: SourceElement, inSvg: boolean): boolean {
  const content = ruleFor(source.name, inSvg)?.content;
  return content?.kind !== 'children' || content.text;
}

/** Containers whose children are blocks whatever their display (css-display-3 §2.7). */
function hasItems(display: ComputedStyle['display']): boolean {
  return ['grid', 'inline-grid', 'flex', 'inline-flex'].includes(display);
}

/** HTML §13.1.2.5: a newline right after the start tag of `pre` is no line of its own. */
function afterNewline(value: DecodedText): DecodedText {
  const { text, offsetAt } = value;
  return text.startsWith('\n') ? { text: text.slice(1), offsetAt: (offset) => offsetAt(offset + 1) } : value;
}
