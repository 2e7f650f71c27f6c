/** `@page` rules (css-page-3 §4–7, css-gcpm-3 §2): what they declare for a page, its margin boxes and its footnotes. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Origin } from '../../diagnostics/span.ts';
import { didYouMean } from '../fault.ts';
import type { MarginBoxName, PageMarks } from '../tree.ts';
import { checkContent, type Declaration, type DeclarationContext, readDeclaration } from './declarations.ts';
import { type PageSelector, readPageSelectors } from './page-selector.ts';
import { type PageSize, type Read, readBleed, readMarks, readSize } from './page-size.ts';
import type { AtRuleItem, DeclarationItem } from './syntax.ts';
import type { CssText } from './tokens.ts';

export const marginBoxNames: readonly MarginBoxName[] = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-right-corner',
  'bottom-right',
  'bottom-center',
  'bottom-left',
  'bottom-left-corner',
  'left-bottom',
  'left-middle',
  'left-top',
];

/** What else stands in a page rule: the area that footnotes are set in. */
const partNames: readonly string[] = [...marginBoxNames, 'footnote'];

export interface PageRule {
  readonly selector: PageSelector;
  readonly size: PageSize | undefined;
  readonly bleed: number | 'auto' | undefined;
  readonly marks: PageMarks | undefined;
  readonly declarations: readonly Declaration[];
  readonly boxes: readonly PageBox[];
  /** Declarations of `@footnote`. */
  readonly notes: readonly Declaration[];
  readonly origin: Origin;
}

interface PageBox {
  readonly name: MarginBoxName;
  readonly declarations: readonly Declaration[];
  readonly origin: Origin;
}

/** A rule while its items are read. */
interface Draft {
  size?: PageSize;
  bleed?: number | 'auto';
  marks?: PageMarks;
  readonly declarations: Declaration[];
  readonly boxes: PageBox[];
  readonly notes: Declaration[];
}

/** The rule once per selector of its list. */
export function readPageRule(
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): readonly PageRule[] {
  const selectors = readPageSelectors(rule, css, context);
  const draft: Draft = { declarations: [], boxes: [], notes: [] };
  for (const item of rule.body ?? []) {
    const origin = css.originOf(item.start, item.end);
    if (item.kind === 'declaration') readPageDeclaration(draft, item, css, context);
    else if (item.kind === 'at-rule' && isMarginBox(item.name))
      draft.boxes.push({ name: item.name, declarations: readBox(item, css, context), origin });
    else if (item.kind === 'at-rule' && item.name === 'footnote')
      draft.notes.push(...readBox(item, css, context));
    else refuse(item.kind === 'at-rule' ? item.name : '', origin, context);
  }
  const { size, bleed, marks, declarations, boxes, notes } = draft;
  const origin = css.originOf(rule.start, rule.end);
  return selectors.map((selector) => ({
    selector,
    size,
    bleed,
    marks,
    declarations,
    boxes,
    notes,
    origin,
  }));
}

function refuse(name: string, origin: Origin, { fault }: DeclarationContext): void {
  const near = nearest(name, partNames);
  fault('C009', origin, name === '' ? 'a rule inside @page' : `there is no margin box @${name}`, {
    help: didYouMean(
      near && `@${near}`,
      'margin boxes are named @top-left, @bottom-center, @right-middle and so on; footnotes stand in @footnote',
    ),
  });
}

function isMarginBox(name: string): name is MarginBoxName {
  return (marginBoxNames as readonly string[]).includes(name);
}

/** Properties that a page has besides those of its sheet. */
const pageProperty =
  /^(?:--.*|margin.*|padding.*|border.*|background.*|counter-.*|color|font.*|line-height|letter-spacing|text-.*|white-space|opacity|visibility)$/;

function readPageDeclaration(
  draft: Draft,
  item: DeclarationItem,
  css: CssText,
  context: DeclarationContext,
): void {
  switch (item.name) {
    case 'size':
      assign(readSize(item), (size) => {
        draft.size = size;
      });
      return;
    case 'bleed':
      assign(readBleed(item), (bleed) => {
        draft.bleed = bleed;
      });
      return;
    case 'marks':
      assign(readMarks(item), (marks) => {
        draft.marks = marks;
      });
      return;
    default: {
      const declaration = readDeclaration(item, css, context);
      if (declaration === undefined) return;
      if (pageProperty.test(item.name)) draft.declarations.push(declaration);
      else refuseProperty(item, css, context);
    }
  }

  function assign<T>(read: Read<T>, use: (value: T) => void): void {
    if ('value' in read) {
      use(read.value);
      return;
    }
    const written = css.text.slice(item.values[0]?.start ?? item.start, item.values.at(-1)?.end ?? item.end);
    const message =
      item.name === 'size' ? `"${written}" is no size of a page` : `"${written}" is no value of ${item.name}`;
    context.fault('C009', css.originOf(item.start, item.end), message, { help: read.help });
  }
}

function refuseProperty(item: DeclarationItem, css: CssText, context: DeclarationContext): void {
  const isSize = /^(?:min-|max-)?(?:width|height)$/.test(item.name);
  context.fault('C009', css.originOf(item.start, item.nameEnd), `${item.name} means nothing for a page`, {
    help: isSize
      ? 'the sheet is as large as size says; what is left for content follows from margin, border and padding'
      : 'a page has size, margin, background and properties of text; content belongs into a margin box such as @bottom-center',
  });
}

function readBox(box: AtRuleItem, css: CssText, context: DeclarationContext): readonly Declaration[] {
  return (box.body ?? []).flatMap((item) => {
    if (item.kind === 'declaration') {
      checkContent(item, box.name === 'footnote' ? 'element' : 'margin box', css, context);
      return readDeclaration(item, css, context) ?? [];
    }
    context.fault('C009', css.originOf(item.start, item.end), `a rule inside @${box.name}`, {
      help: `@${box.name} holds declarations only`,
    });
    return [];
  });
}
