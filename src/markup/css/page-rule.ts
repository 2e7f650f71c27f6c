/** `@page` rules (css-page-3 §4–7): selectors, size, and margin boxes. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Origin } from '../../diagnostics/span.ts';
import { didYouMean } from '../fault.ts';
import type { MarginBoxName, PageQuery } from '../tree.ts';
import { type Declaration, type DeclarationContext, readDeclaration } from './declarations.ts';
import { length } from './length.ts';
import type { AtRuleItem, DeclarationItem } from './syntax.ts';
import type { CssText } from './tokens.ts';
import { type CssValue, isDelim, splitAtCommas, wordOf } from './values.ts';

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

type PagePseudo = 'first' | 'left' | 'right' | 'blank';
const pagePseudos: readonly PagePseudo[] = ['first', 'left', 'right', 'blank'];

/** Which pages a rule means; `specificity` is comparable as a number (css-page-3 §4.4). */
interface PageSelector {
  readonly name: string | undefined;
  readonly pseudos: readonly PagePseudo[];
  readonly specificity: number;
}

/** Page sizes in px. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PageRule {
  readonly selector: PageSelector;
  readonly size: PageSize | undefined;
  readonly declarations: readonly Declaration[];
  readonly boxes: readonly {
    readonly name: MarginBoxName;
    readonly declarations: readonly Declaration[];
    readonly origin: Origin;
  }[];
  readonly origin: Origin;
}

/** The rule once per selector of its list. */
export function readPageRule(
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): readonly PageRule[] {
  const selectors = readPageSelectors(rule, css, context);
  const declarations: Declaration[] = [];
  const boxes: PageRule['boxes'][number][] = [];
  let size: PageSize | undefined;
  for (const item of rule.body ?? []) {
    if (item.kind === 'declaration' && item.name === 'size') size = readSize(item, css, context) ?? size;
    else if (item.kind === 'declaration') declarations.push(...readPageDeclaration(item, css, context));
    else if (item.kind === 'at-rule' && isMarginBox(item.name)) {
      boxes.push({
        name: item.name,
        declarations: readBox(item, css, context),
        origin: css.originOf(item.start, item.end),
      });
    } else {
      const name = item.kind === 'at-rule' ? item.name : '';
      const near = nearest(name, marginBoxNames);
      context.fault(
        'C009',
        css.originOf(item.start, item.end),
        name === '' ? 'a rule inside @page' : `there is no margin box @${name}`,
        {
          help: didYouMean(
            near && `@${near}`,
            'margin boxes are named @top-left, @bottom-center, @right-middle and so on',
          ),
        },
      );
    }
  }
  const origin = css.originOf(rule.start, rule.end);
  return selectors.map((selector) => ({ selector, size, declarations, boxes, origin }));
}

/** True when the rule's selector means the page that is asked for. */
export function selectsPage(selector: PageSelector, query: PageQuery): boolean {
  if (selector.name !== undefined && selector.name !== query.name) return false;
  return selector.pseudos.every((pseudo) => {
    if (pseudo === 'first') return query.first;
    return pseudo === 'blank' ? query.blank : query.side === pseudo;
  });
}

function isMarginBox(name: string): name is MarginBoxName {
  return (marginBoxNames as readonly string[]).includes(name);
}

function readPageSelectors(
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): readonly PageSelector[] {
  if (rule.prelude.length === 0) return [{ name: undefined, pseudos: [], specificity: 0 }];
  return splitAtCommas(rule.prelude).flatMap((values) => readPageSelector(values, rule, css, context) ?? []);
}

function readPageSelector(
  values: readonly CssValue[],
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): PageSelector | undefined {
  const [first] = values;
  const name = first?.kind === 'ident' ? first.text : undefined;
  const pseudos: PagePseudo[] = [];
  for (let at = name === undefined ? 0 : 1; at < values.length; at += 2) {
    const word = wordOf(values[at + 1]);
    const pseudo = pagePseudos.find((known) => known === word);
    if (!isDelim(values[at], ':') || pseudo === undefined) {
      context.fault('C009', css.originOf(rule.start, rule.end), 'a page selector that cannot be read', {
        help: didYouMean(
          word && nearest(word, pagePseudos),
          'write @page, @page name, @page :first, :left, :right or :blank',
        ),
      });
      return undefined;
    }
    pseudos.push(pseudo);
  }
  const strong = pseudos.filter((pseudo) => pseudo === 'first' || pseudo === 'blank').length;
  const specificity = (name === undefined ? 0 : 10_000) + strong * 100 + pseudos.length - strong;
  return { name, pseudos, specificity };
}

/** Sheet sizes in mm (css-page-3 §7.1). */
export const sheets: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b4: [250, 353],
  b5: [176, 250],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  ledger: [279.4, 431.8],
};

const side = length({ negative: false });
const mm = 96 / 25.4;
/** As large as a poster, and no smaller than a stamp: a page must be able to hold something. */
const sides = { least: 10 * mm, most: 5000 * mm };

function readSize(item: DeclarationItem, css: CssText, context: DeclarationContext): PageSize | undefined {
  const size = sizeOf(item.values);
  const good = size && [size.width, size.height].every((one) => one >= sides.least && one <= sides.most);
  if (good) return size;
  context.fault('C009', css.originOf(item.start, item.end), 'this is no size of a page', {
    help: 'write A4, A5, letter … with landscape if meant, or a width and a height from 10mm to 5000mm',
  });
  return undefined;
}

function sizeOf(values: readonly CssValue[]): PageSize | undefined {
  const words = values.map(wordOf);
  const turned = words.includes('landscape');
  const named = words.filter((word) => word !== 'landscape' && word !== 'portrait');
  if (values.length > 2) return undefined;
  if (!words.includes(undefined)) {
    const sheet =
      named[0] === undefined ? sheets.a4 : Object.hasOwn(sheets, named[0]) ? sheets[named[0]] : undefined;
    if (sheet === undefined || named.length > 1) return undefined;
    const [width, height] = sheet;
    return turned ? { width: height * mm, height: width * mm } : { width: width * mm, height: height * mm };
  }
  const lengths = values.map((_, at) =>
    side.read({ values, at })?.({ fontSize: 16, rootFontSize: 16 } as never),
  );
  const [width, height = width] = lengths;
  return width === undefined || lengths.includes(undefined) ? undefined : { width, height: height! };
}

/** Properties that a page has besides its size. */
const pageProperty =
  /^(?:--.*|margin.*|padding.*|border.*|background.*|color|font.*|line-height|letter-spacing|text-.*|white-space|opacity|visibility)$/;

function readPageDeclaration(
  item: DeclarationItem,
  css: CssText,
  context: DeclarationContext,
): readonly Declaration[] {
  const declaration = readDeclaration(item, css, context);
  if (declaration === undefined) return [];
  if (pageProperty.test(item.name)) return [declaration];
  context.fault('C009', css.originOf(item.start, item.nameEnd), `${item.name} means nothing for a page`, {
    help: 'a page has size, margin, background and properties of text; content belongs into a margin box such as @bottom-center',
  });
  return [];
}

function readBox(box: AtRuleItem, css: CssText, context: DeclarationContext): readonly Declaration[] {
  return (box.body ?? []).flatMap((item) => {
    if (item.kind === 'declaration') return readDeclaration(item, css, context) ?? [];
    context.fault('C009', css.originOf(item.start, item.end), 'a rule inside a margin box', {
      help: 'a margin box holds declarations only',
    });
    return [];
  });
}
