/** Writes the grown structure tree: elements, parent tree, identifiers (ISO 32000-1, 14.7). */
import { type PdfDict, type PdfFile, type PdfRef, type PdfValue, text } from '../objects.ts';
import type { Kid, StructNode } from './node.ts';

/** An annotation's key in the parent tree and the element it belongs to. */
export interface AnnotationParent {
  readonly key: number;
  readonly node: StructNode;
}

/** What painting leaves for the tree. `pages` are in order; page i has the parent tree key i. */
export interface PaintedStructure {
  readonly root: StructNode;
  /** The language of the document: only other languages are written. */
  readonly lang: string;
  readonly pages: readonly PdfRef[];
  /** Per page, the element of every marked-content identifier. */
  readonly owners: readonly (readonly StructNode[])[];
  readonly annotations: readonly AnnotationParent[];
}

/** Completes `treeRoot` and returns where every element that is left in the tree was written. */
export function writeStructure(
  file: PdfFile,
  treeRoot: PdfRef,
  painted: PaintedStructure,
): ReadonlyMap<StructNode, PdfRef> {
  const refs = new Map<StructNode, PdfRef>();
  const ids: [string, PdfRef][] = [];
  const write = (node: StructNode, parent: PdfRef, lang: string): PdfRef => {
    const ref = file.reserve();
    refs.set(node, ref);
    const page = node.kids.find((kid) => kid.kind !== 'node')?.page;
    const kids: PdfValue[] = [];
    for (const kid of node.kids) {
      if (kid.kind === 'node') {
        if (!isEmpty(kid.node)) kids.push(write(kid.node, ref, node.lang));
      } else kids.push(kidValue(kid, page, painted.pages));
    }
    ref.data = {
      S: node.role,
      P: parent,
      ...(page !== undefined && kids.length > 0 && { Pg: painted.pages[page]! }),
      ...(kids.length > 0 && { K: kids.length === 1 ? kids[0]! : kids }),
      ...(node.lang !== lang && { Lang: text(node.lang) }),
      ...traitEntries(node),
    };
    if (node.traits.id !== undefined) ids.push([node.traits.id, ref]);
    ref.end();
    return ref;
  };
  treeRoot.data.K = write(painted.root, treeRoot, painted.lang);
  treeRoot.data.ParentTree = parentTree(painted, refs);
  treeRoot.data.ParentTreeNextKey = painted.pages.length + painted.annotations.length;
  if (ids.length > 0) treeRoot.data.IDTree = { Names: nameEntries(ids) };
  return refs;
}

function isEmpty(node: StructNode): boolean {
  if (node.traits.keepEmpty) return false;
  return node.kids.every((kid) => kid.kind === 'node' && isEmpty(kid.node));
}

function kidValue(
  kid: Exclude<Kid, { kind: 'node' }>,
  page: number | undefined,
  pages: readonly PdfRef[],
): PdfValue {
  const elsewhere = kid.page !== page && { Pg: pages[kid.page]! };
  if (kid.kind === 'annotation') return { Type: 'OBJR', ...elsewhere, Obj: kid.annotation };
  return elsewhere ? { Type: 'MCR', ...elsewhere, MCID: kid.mcid } : kid.mcid;
}

function traitEntries({ traits, boundingBox }: StructNode): PdfDict {
  const attributes: PdfDict[] = [];
  const table: PdfDict = {
    Scope: traits.scope,
    Headers: traits.headers?.map(text),
    ColSpan: traits.colSpan,
    RowSpan: traits.rowSpan,
  };
  if (Object.values(table).some((value) => value !== undefined)) attributes.push({ O: 'Table', ...table });
  if (traits.listNumbering !== undefined) attributes.push({ O: 'List', ListNumbering: traits.listNumbering });
  if (boundingBox)
    attributes.push({ O: 'Layout', BBox: boundingBox.box.map((n) => Math.round(n * 100) / 100) });
  return {
    ...(traits.alt !== undefined && { Alt: text(traits.alt) }),
    ...(traits.expansion !== undefined && { E: text(traits.expansion) }),
    ...(traits.id !== undefined && { ID: text(traits.id) }),
    ...(attributes.length > 0 && { A: attributes.length === 1 ? attributes[0]! : attributes }),
  };
}

/** From content and annotations back to their elements (14.7.4.4). */
function parentTree(painted: PaintedStructure, refs: ReadonlyMap<StructNode, PdfRef>): PdfDict {
  const refOf = (node: StructNode): PdfRef => {
    const ref = refs.get(node);
    if (!ref) throw new Error(`A ${node.role} with content is missing from the structure tree.`);
    return ref;
  };
  const nums: PdfValue[] = [];
  painted.owners.forEach((owners, page) => {
    nums.push(page, owners.map(refOf));
  });
  for (const { key, node } of painted.annotations) nums.push(key, refOf(node));
  return { Nums: nums };
}

/** Entries of a name tree, ordered by bytes (7.9.6). */
function nameEntries(entries: readonly [string, PdfRef][]): PdfValue[] {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([name, ref]) => [text(name), ref]);
}
