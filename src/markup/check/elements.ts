/** Checks elements one by one against the vocabulary: names, attributes, and what stands in what. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Merged } from '../../template/merged.ts';
import { didYouMean, type Fault } from '../fault.ts';
import type { ContentModel, ElementRule } from '../vocabulary/element.ts';
import { foreignElements } from '../vocabulary/html.ts';
import { attributeKind, attributeNames, elementNames, ruleFor } from '../vocabulary/index.ts';
import type { SourceElement, SourceNode } from '../xml/source-tree.ts';
import { placeOf, placeOfAttribute, placeOfText } from './place.ts';

/** What the check of one element needs to know of the elements around it. */
interface Surroundings {
  readonly inSvg: boolean;
  /** The nearest content model that is not transparent, and whose it is. */
  readonly holder: string;
  readonly model: ContentModel;
  readonly inLink: boolean;
  readonly inNote: boolean;
}

/** Checks all elements below and including `root`. With `structure` false, only names and attributes. */
export function checkElements(root: SourceElement, structure: boolean, merged: Merged, fault: Fault): void {
  if (root.name !== 'html') {
    fault('M106', placeOf(merged, root), `the document begins with <${root.name}>, not with <html>`, {
      help: 'put everything into <html lang="en"><head>…</head><body>…</body></html>',
    });
  }
  const model: ContentModel = { kind: 'children', names: [root.name], text: false };
  visit(root, { inSvg: false, holder: 'the document', model, inLink: false, inNote: false });

  function visit(element: SourceElement, around: Surroundings): void {
    const rule = ruleFor(element.name, around.inSvg);
    if (rule === undefined) {
      unknownElement(element, around.inSvg, merged, fault);
      for (const child of element.elements) visit(child, { ...around, model: { kind: 'flow' } });
      return;
    }
    checkAttributes(element, rule, merged, fault);
    if (structure) checkPlacement(element, rule, around, merged, fault);
    const transparent = rule.content.kind === 'transparent';
    const inside: Surroundings = {
      inSvg: around.inSvg || element.name === 'svg',
      holder: transparent ? around.holder : element.name,
      model: transparent ? around.model : rule.content,
      inLink: around.inLink || element.name === 'a',
      inNote: around.inNote || element.name === 'footnote',
    };
    if (structure) checkText(element, inside, merged, fault);
    for (const child of element.elements) visit(child, inside);
  }
}

function unknownElement(element: SourceElement, inSvg: boolean, merged: Merged, fault: Fault): void {
  const { name } = element;
  if (!inSvg && Object.hasOwn(foreignElements, name)) {
    fault('M101', placeOf(merged, element), `there is no <${name}> in a brochure`, {
      help: foreignElements[name],
    });
    return;
  }
  const folded = name.toLowerCase();
  const known = elementNames(inSvg);
  const near = known.includes(folded) ? folded : name.length > 1 ? nearest(name, known) : undefined;
  const where = inSvg ? ' in a drawing' : '';
  const misplaced = inSvg || ruleFor(name, true) === undefined ? undefined : `<${name}> stands inside svg`;
  const otherwise = inSvg
    ? `a drawing holds ${known.map((one) => `<${one}>`).join(', ')}`
    : 'use div or span with a class';
  fault('M101', placeOf(merged, element), `unknown element <${name}>${where}`, {
    help: misplaced ?? didYouMean(near && `<${near}>`, otherwise),
  });
}

function checkAttributes(element: SourceElement, rule: ElementRule, merged: Merged, fault: Fault): void {
  for (const attribute of element.attributes) {
    const { name, value } = attribute;
    if (/^data-[a-z][a-z\d-]*$/.test(name)) continue;
    const kind = attributeKind(rule, name);
    if (kind === undefined) {
      const known = attributeNames(rule);
      fault('M102', placeOfAttribute(merged, attribute), `<${element.name}> has no attribute ${name}`, {
        help: didYouMean(nearest(name, known), attributeHelp(name, rule)),
      });
    } else if (!kind.accepts(value.text)) {
      const near = kind.words && nearest(value.text, kind.words);
      fault('M103', placeOfAttribute(merged, attribute), `"${value.text}" is no value of ${name}`, {
        help: didYouMean(near, `write ${kind.words ? 'one of ' : ''}${kind.expects}`),
      });
    }
  }
  for (const name of rule.required) {
    if (element.attributes.some((attribute) => attribute.name === name)) continue;
    fault('M104', placeOf(merged, element), `<${element.name}> needs ${name}`, { help: `add ${name}="…"` });
  }
}

function attributeHelp(name: string, rule: ElementRule): string {
  if (name.startsWith('on')) return 'documents run no scripts; remove it';
  if (name === 'dir') return 'text runs from left to right only; Hebrew and Arabic are not supported';
  const own = Object.keys(rule.attributes);
  const some = own.length > 0 && own.length <= 12 ? `${own.join(', ')} and ` : '';
  return `it has ${some}id, class, lang, style, title`;
}

function checkPlacement(
  element: SourceElement,
  rule: ElementRule,
  around: Surroundings,
  merged: Merged,
  fault: Fault,
): void {
  const { name } = element;
  if (name === 'a' && around.inLink) {
    fault('M105', placeOf(merged, element), 'a link inside a link', { help: 'close the outer <a> before' });
  }
  if (name === 'footnote' && around.inNote) {
    fault('M105', placeOf(merged, element), 'a footnote inside a footnote', {
      help: 'close the outer <footnote> before, or put its text into brackets',
    });
    return;
  }
  if (allows(around, name, rule)) return;
  fault('M105', placeOf(merged, element), `<${name}> cannot stand in <${around.holder}>`, {
    help: placementHelp(name, rule, around),
  });
}

function allows(around: Surroundings, name: string, rule: ElementRule): boolean {
  const { model } = around;
  switch (model.kind) {
    case 'children':
      return model.names.includes(name);
    case 'flow':
      if (rule.placement === 'named')
        return around.holder === 'figure' ? name === 'figcaption' : dlGroup(around, name);
      return true;
    case 'inline':
      return rule.placement === 'inline';
    case 'transparent':
      return true;
    case 'text':
    case 'empty':
      return false;
  }
}

/** `div` may group `dt` and `dd` in a `dl`. */
function dlGroup(around: Surroundings, name: string): boolean {
  return around.holder === 'div' && (name === 'dt' || name === 'dd');
}

function placementHelp(name: string, rule: ElementRule, around: Surroundings): string {
  const { model } = around;
  if (model.kind === 'children')
    return `<${around.holder}> holds ${model.names.map((child) => `<${child}>`).join(', ')}`;
  if (model.kind === 'empty') return `<${around.holder}> holds nothing; write <${around.holder}/>`;
  if (model.kind === 'text') return `<${around.holder}> holds characters only`;
  if (rule.placement === 'block')
    return `<${around.holder}> holds running text; close it before, or use <div> for it`;
  const parents = elementNames(false).filter((parent) => {
    const content = ruleFor(parent, false)?.content;
    return content?.kind === 'children' && content.names.includes(name);
  });
  if (name === 'figcaption') parents.push('figure');
  return `<${name}> stands in ${parents.map((parent) => `<${parent}>`).join(', ')}`;
}

function checkText(element: SourceElement, inside: Surroundings, merged: Merged, fault: Fault): void {
  const { model } = inside;
  const allowed = model.kind === 'children' ? model.text : model.kind !== 'empty';
  if (allowed) return;
  for (const child of element.children) {
    if (!isWords(child)) continue;
    fault('M107', placeOfText(merged, child), `text cannot stand directly in <${inside.holder}>`, {
      help:
        model.kind === 'children'
          ? `put it into ${model.names.map((name) => `<${name}>`).join(', ')}`
          : `<${inside.holder}> holds nothing`,
    });
    return;
  }
}

function isWords(node: SourceNode): node is Extract<SourceNode, { kind: 'text' }> {
  return node.kind === 'text' && /[^\t\n\r ]/.test(node.value.text);
}
