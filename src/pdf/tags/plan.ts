/**
 * The plan of the structure tree: which structure element every styled element's content goes to, decided
 * before anything is painted, in document order. Only elements that have content on some page take part.
 */
import type { Origin } from '../../diagnostics/span.ts';
import type { LaidOut } from '../../layout/display.ts';
import type { StyledElement, StyledNode, StyledText } from '../../markup/tree.ts';
import { type Contents, isHidden, surveyContents } from './contents.ts';
import { groupFinder, type TextGroup } from './groups.ts';
import { createNode, type StructNode } from './node.ts';
import { isInLink, isNote, noteHolder } from './notes.ts';
import { isBlock, partsOf, picturesOf } from './parts.ts';
import { BLOCK_ROLES, INLINE_ROLES, type Role } from './roles.ts';
import { noteId, traitsOf } from './traits.ts';

/** Where the text that stands directly in an element goes. */
type Target =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'node'; readonly node: StructNode }
  | { readonly kind: 'groups'; readonly nodeAt: (origin: Origin | undefined) => StructNode };

export interface StructurePlan {
  readonly root: StructNode;
  /** The structure element for content of a styled element, or `hidden` for decoration (an artifact). */
  readonly ownerOf: (element: number, origin?: Origin) => StructNode | 'hidden';
  /** The element with an id, for accessible names and destinations. */
  readonly elementOf: (element: number) => StyledElement;
  /** The footnote that a call or marker belongs to. */
  readonly noteOf: (element: number) => StyledElement | undefined;
}

interface Plan {
  readonly contents: Contents;
  readonly targets: Map<number, Target>;
  readonly notes: Map<number, StyledElement>;
}

/** Plans the tree of a document whose language is `lang`. */
export function planStructure(laidOut: LaidOut, lang: string): StructurePlan {
  const { body } = laidOut;
  const plan: Plan = { contents: surveyContents(laidOut), targets: new Map(), notes: new Map() };
  const root = createNode('Document', undefined, 'planned', { lang: body.lang || lang, element: body.id });
  fill(plan, body, body.children, root);
  return {
    root,
    ownerOf: (element, origin) => {
      const target = plan.targets.get(element);
      if (!target)
        throw new Error(`Element ${element} has content on a page but no place in the structure tree.`);
      switch (target.kind) {
        case 'hidden':
          return 'hidden';
        case 'node':
          return target.node;
        case 'groups':
          return target.nodeAt(origin);
      }
    },
    elementOf: (element) => {
      const found = plan.contents.elements.get(element);
      if (!found) throw new Error(`Element ${element} is not in the document.`);
      return found;
    },
    noteOf: (element) => plan.notes.get(element),
  };
}

/** Puts the children of an element into a node: as its text, or as blocks with paragraphs between them. */
function fill(plan: Plan, element: StyledElement, children: readonly StyledNode[], node: StructNode): void {
  const used = children.filter((child) => child.kind === 'text' || plan.contents.has(child));
  const hasBlocks = used.some((child) => child.kind === 'element' && isBlock(plan.contents, child));
  if (node.holds === 'text' || (node.holds === 'flow' && !hasBlocks && node.element === element.id)) {
    plan.targets.set(element.id, { kind: 'node', node });
    for (const child of used) if (child.kind === 'element') placeInline(plan, child, node);
    return;
  }
  const groups: TextGroup[] = [];
  for (const part of partsOf(plan.contents, used)) {
    if (!Array.isArray(part)) {
      placeBlock(plan, part, node);
      continue;
    }
    const pictures = picturesOf(part);
    if (!pictures) groups.push(placeParagraph(plan, part, node));
    else for (const picture of pictures) placeInline(plan, picture, node, 'planned');
  }
  // Content that is the element's own and no text (a form of layout we do not foresee) still needs a place.
  if (groups.length === 0)
    groups.push({ node: createNode('P', node, 'planned', { lang: node.lang }), texts: [] });
  plan.targets.set(element.id, { kind: 'groups', nodeAt: groupFinder(groups) });
}

function placeParagraph(plan: Plan, run: readonly StyledNode[], parent: StructNode): TextGroup {
  const node = createNode('P', parent, 'planned', { lang: parent.lang });
  const texts: StyledText[] = [];
  for (const part of run) {
    if (part.kind === 'text') texts.push(part);
    else placeInline(plan, part, node);
  }
  return { node, texts };
}

function placeBlock(plan: Plan, element: StyledElement, parent: StructNode): void {
  if (isHidden(element)) {
    hide(plan, element);
    return;
  }
  const role = BLOCK_ROLES.get(element.name);
  if (role !== undefined) {
    placeRole(plan, element, role, parent);
    return;
  }
  if (INLINE_ROLES.has(element.name)) {
    placeInlineAsBlock(plan, element, parent);
    return;
  }
  if (element.lang !== parent.lang) {
    const node = createNode('Div', parent, 'planned', { lang: element.lang, element: element.id });
    fill(plan, element, element.children, node);
    return;
  }
  fill(plan, element, element.children, parent);
}

function placeRole(plan: Plan, element: StyledElement, role: Role, parent: StructNode): void {
  const node = createNode(role, parent, 'planned', {
    lang: element.lang,
    element: element.id,
    traits: traitsOf(element, role, parent, plan.contents.elements),
  });
  if (element.name === 'dl') placeDescriptions(plan, element, node);
  else if (role === 'L') placeList(plan, element, node);
  else fill(plan, element, element.children, node);
}

/** Links, pictures and the like outside a paragraph. A link may hold blocks: then it stands by itself. */
function placeInlineAsBlock(plan: Plan, element: StyledElement, parent: StructNode): void {
  const holdsBlocks = element.children.some(
    (child) => child.kind === 'element' && plan.contents.has(child) && isBlock(plan.contents, child),
  );
  const role = INLINE_ROLES.get(element.name);
  if (role === 'Figure') {
    placeInline(plan, element, parent, 'planned');
    return;
  }
  if (!holdsBlocks) {
    const paragraph = createNode('P', parent, 'planned', { lang: parent.lang });
    placeInline(plan, element, paragraph);
    return;
  }
  const link = createNode(role ?? 'Div', parent, 'planned', {
    lang: element.lang,
    element: element.id,
    holds: 'flow',
  });
  plan.targets.set(element.id, { kind: 'node', node: link });
  for (const child of element.children) {
    if (child.kind !== 'element' || !plan.contents.has(child)) continue;
    if (isBlock(plan.contents, child)) placeBlock(plan, child, link);
    else placeInline(plan, child, link);
  }
}

/** Elements in a paragraph. Those without a role of their own pass their text on to it. */
function placeInline(
  plan: Plan,
  element: StyledElement,
  parent: StructNode,
  place: 'planned' | 'onDemand' = 'onDemand',
): void {
  if (isHidden(element) || plan.contents.isDecorative(element)) {
    hide(plan, element);
    return;
  }
  if (isNote(element)) {
    placeNote(plan, element, parent);
    return;
  }
  const role = inlineRole(element, parent);
  const alt = plan.contents.altOf(element);
  const expansion = element.name === 'abbr' ? element.attributes.get('title') : undefined;
  const node =
    role === undefined
      ? parent
      : createNode(role, parent, place, {
          lang: element.lang,
          element: element.id,
          traits: {
            ...(role === 'Figure' && { alt }),
            ...(expansion !== undefined && { expansion }),
            ...(role === 'Note' && { id: noteId(element) }),
          },
        });
  plan.targets.set(element.id, { kind: 'node', node });
  for (const child of element.children)
    if (child.kind === 'element' && plan.contents.has(child)) placeInline(plan, child, node);
}

/** The call stays in the text as a Reference; the Note follows the paragraph, its marker as label (14.8.4.4). */
function placeNote(plan: Plan, element: StyledElement, parent: StructNode): void {
  const { holder, place } = noteHolder(parent);
  const node = createNode('Note', holder, place, {
    lang: element.lang,
    element: element.id,
    traits: { id: noteId(element) },
  });
  const content: StyledNode[] = [];
  for (const child of element.children) {
    const isCall = child.kind === 'element' && child.name === '::footnote-call';
    if (child.kind === 'text' || !(isCall || child.name === '::footnote-marker')) content.push(child);
    else {
      plan.notes.set(child.id, element);
      const label = isCall
        ? createNode('Reference', parent, 'onDemand', { lang: child.lang })
        : createNode('Lbl', node, 'planned', { lang: child.lang });
      const target = isInLink(label)
        ? label
        : createNode('Link', label, 'onDemand', { lang: child.lang, element: child.id });
      plan.targets.set(child.id, { kind: 'node', node: target });
    }
  }
  fill(plan, element, content, node);
}

function inlineRole(element: StyledElement, parent: StructNode): Role | undefined {
  if (element.name === 'a' && !element.attributes.has('href'))
    return element.lang === parent.lang ? undefined : 'Span';
  if (element.name === 'footnote') return 'Note';
  const role = INLINE_ROLES.get(element.name);
  if (role !== undefined) return role;
  if (element.name === 'sup' && refersInside(element)) return 'Reference';
  const hasExpansion = element.name === 'abbr' && element.attributes.has('title');
  return element.lang !== parent.lang || hasExpansion ? 'Span' : undefined;
}

/** A superior figure that links to a place in the document is a note reference (14.8.4.4.1). */
function refersInside(element: StyledElement): boolean {
  return element.children.some(
    (child) =>
      child.kind === 'element' && child.name === 'a' && (child.attributes.get('href') ?? '').startsWith('#'),
  );
}

function placeList(plan: Plan, list: StyledElement, node: StructNode): void {
  for (const item of list.children) {
    if (item.kind !== 'element' || !plan.contents.has(item)) continue;
    if (isHidden(item)) {
      hide(plan, item);
      continue;
    }
    const entry = createNode('LI', node, 'planned', { lang: item.lang, element: item.id });
    const marker = item.children.find((child) => child.kind === 'element' && child.name === '::marker');
    if (marker?.kind === 'element' && plan.contents.has(marker)) placeLabel(plan, marker, entry);
    const body = createNode('LBody', entry, 'planned', { lang: item.lang, element: item.id });
    fill(
      plan,
      item,
      item.children.filter((child) => child !== marker),
      body,
    );
  }
}

function placeLabel(plan: Plan, label: StyledElement, entry: StructNode): void {
  const node = createNode('Lbl', entry, 'planned', { lang: label.lang, element: label.id });
  fill(plan, label, label.children, node);
}

/** `dl`: a term begins an item, `div` may group terms and descriptions. */
function placeDescriptions(plan: Plan, list: StyledElement, node: StructNode): void {
  let entry: StructNode | undefined;
  let hasBody = false;
  const place = (children: readonly StyledNode[]): void => {
    for (const child of children) {
      if (child.kind !== 'element' || !plan.contents.has(child)) continue;
      if (isHidden(child)) {
        hide(plan, child);
      } else if (child.name === 'div') {
        entry = undefined;
        place(child.children);
        entry = undefined;
      } else {
        const isTerm = child.name === 'dt';
        if (entry === undefined || (isTerm && hasBody)) {
          entry = createNode('LI', node, 'planned', { lang: child.lang });
          hasBody = false;
        }
        hasBody ||= !isTerm;
        if (isTerm) placeLabel(plan, child, entry);
        else {
          const body = createNode('LBody', entry, 'planned', { lang: child.lang, element: child.id });
          fill(plan, child, child.children, body);
        }
      }
    }
  };
  place(list.children);
}

/** All content below is decoration. */
function hide(plan: Plan, element: StyledElement): void {
  plan.targets.set(element.id, { kind: 'hidden' });
  for (const child of element.children) if (child.kind === 'element') hide(plan, child);
}
