/** Pages styled on request (css-page-3 §3–5): page rules cascade, margin boxes inherit from their page. */
import type { Content } from '../css/content.ts';
import type { Declaration } from '../css/declarations.ts';
import { marginBoxNames, type PageRule } from '../css/page-rule.ts';
import { selectsPage, somePage } from '../css/page-selector.ts';
import type { Fault } from '../fault.ts';
import type { LengthOrAuto } from '../style.ts';
import type { MarginBox, MarginBoxName, PageQuery, PageStyle } from '../tree.ts';
import { type Computed, compute } from './compute.ts';

/** A function that gives the style of a page, each computed once. Margins in px, `auto` ones being zero. */
export function pageStyles(
  defaults: readonly PageRule[],
  author: readonly PageRule[],
  root: Computed,
  fault: Fault,
): (query: PageQuery) => PageStyle {
  const rules = [...bySpecificity(defaults), ...bySpecificity(author)];
  const known = new Map<string, PageStyle>();
  const styleOf = (query: PageQuery): PageStyle => {
    const isMeant = rules.map((rule) => selectsPage(rule.selector, query));
    const key = isMeant.map(Number).join('');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = pageStyle(
      rules.filter((_, i) => isMeant[i]),
      root,
      fault,
    );
    known.set(key, made);
    return made;
  };
  // Faults of rules that no page asks for are told, too, and before this phase ends.
  for (const { selector } of author) styleOf(somePage(selector));
  return styleOf;
}

function bySpecificity(rules: readonly PageRule[]): readonly PageRule[] {
  return rules.toSorted((a, b) => a.selector.specificity - b.selector.specificity);
}

function pageStyle(rules: readonly PageRule[], root: Computed, fault: Fault): PageStyle {
  const computeBox = (declarations: readonly Declaration[], parent: Computed) =>
    compute(declarations, parent, {
      rootFontSize: root.style.fontSize,
      blockified: true,
      attribute: () => undefined,
      fault,
    });
  const page = computeBox(
    rules.flatMap((rule) => rule.declarations),
    root,
  );
  // The user agent's sheet gives a size, so that there always is one.
  const { width, height } = lastOf(rules, (rule) => rule.size)!;
  const boxes = new Map<MarginBoxName, MarginBox>();
  for (const name of marginBoxNames) {
    const parts = rules.flatMap((rule) => rule.boxes.filter((box) => box.name === name));
    const last = parts.at(-1);
    if (last === undefined) continue;
    const { style, content } = computeBox(
      parts.flatMap((part) => part.declarations),
      page,
    );
    if (isGenerated(content)) boxes.set(name, { style, content, origin: last.origin });
  }
  const { marginTop, marginRight, marginBottom, marginLeft } = page.style;
  const marks = lastOf(rules, (rule) => rule.marks) ?? { crop: false, cross: false };
  const bleed = lastOf(rules, (rule) => rule.bleed) ?? 'auto';
  return {
    width,
    height,
    marginTop: used(marginTop, height),
    marginRight: used(marginRight, width),
    marginBottom: used(marginBottom, height),
    marginLeft: used(marginLeft, width),
    style: page.style,
    boxes,
    notes: computeBox(
      rules.flatMap((rule) => rule.notes),
      page,
    ).style,
    marks,
    bleed: bleed === 'auto' ? (marks.crop ? 8 : 0) : bleed,
    ...originOf(rules),
  };
}

/** What the strongest rule says that says anything. */
function lastOf<T>(rules: readonly PageRule[], of: (rule: PageRule) => T | undefined): T | undefined {
  return rules.map(of).findLast((value) => value !== undefined);
}

function isGenerated(content: Content): content is Exclude<Content, 'none' | 'normal'> {
  return content !== 'none' && content !== 'normal';
}

function used(margin: LengthOrAuto, base: number): number {
  return margin === 'auto' ? 0 : margin.px + (margin.percent / 100) * base;
}

/** The strongest rule is the place to mend. */
function originOf(rules: readonly PageRule[]): Pick<PageStyle, 'origin'> {
  const last = rules.at(-1);
  return last === undefined ? {} : { origin: last.origin };
}
