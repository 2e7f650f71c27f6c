/** The structure tree of a file (ISO 32000-1, 14.7) in document order. */
import { isArray, isName, kindOf, nameOf, type PdfObject, type Ref } from './objects.ts';
import { dictOf, type PdfReader } from './reader.ts';

export interface StructureElement {
  readonly role: string;
  readonly object: PdfObject;
  /** Object number, for the parent tree. */
  readonly id: number | undefined;
  readonly parent: StructureElement | undefined;
  readonly children: readonly StructureElement[];
  /** Marked content of this element; `page` is an object number. */
  readonly contents: readonly { readonly page: number | undefined; readonly mcid: number }[];
  /** Object numbers of the annotations of this element. */
  readonly annotations: readonly number[];
}

/** All elements in pre-order; `problems` tells what is no tree. */
export interface Structure {
  readonly elements: readonly StructureElement[];
  readonly problems: readonly string[];
}

const MAX_DEPTH = 500;

export function readStructure(reader: PdfReader, root: PdfObject | undefined): Structure {
  const elements: StructureElement[] = [];
  const problems: string[] = [];
  const seen = new Set<number>();

  const visit = (
    value: PdfObject,
    parent: StructureElement | undefined,
    depth: number,
  ): StructureElement | undefined => {
    const id = idOf(value);
    const object = reader.resolve(value);
    if (object === undefined || !dictOf(object)) {
      problems.push('a structure element is missing');
      return undefined;
    }
    if (depth > MAX_DEPTH || (id !== undefined && seen.has(id))) {
      problems.push(`structure element ${id ?? ''} is met twice`);
      return undefined;
    }
    if (id !== undefined) seen.add(id);
    const element = {
      role: nameOf(reader.get(object, 'S')) ?? '',
      object,
      id,
      parent,
      children: [] as StructureElement[],
      contents: [] as { page: number | undefined; mcid: number }[],
      annotations: [] as number[],
    };
    elements.push(element);
    const ownPage = idOf(dictOf(object)?.entries.get('Pg'));
    for (const kid of kidsOf(reader, object)) {
      const resolved = reader.resolve(kid);
      const page = idOf(dictOf(resolved)?.entries.get('Pg')) ?? ownPage;
      if (typeof resolved === 'number') element.contents.push({ page: ownPage, mcid: resolved });
      else if (isName(reader.get(resolved, 'Type'), 'MCR'))
        element.contents.push({ page, mcid: Number(reader.get(resolved, 'MCID')) });
      else if (isName(reader.get(resolved, 'Type'), 'OBJR')) {
        const annotation = idOf(dictOf(resolved)?.entries.get('Obj'));
        if (annotation !== undefined) element.annotations.push(annotation);
      } else {
        const child = visit(kid, element, depth + 1);
        if (child) element.children.push(child);
      }
    }
    return element;
  };
  for (const kid of kidsOf(reader, root)) visit(kid, undefined, 0);
  return { elements, problems };
}

function kidsOf(reader: PdfReader, object: PdfObject | undefined): readonly PdfObject[] {
  const own = dictOf(reader.resolve(object))?.entries.get('K');
  const kids = reader.resolve(own);
  if (isArray(kids)) return kids;
  return own === undefined ? [] : [own];
}

export function idOf(value: PdfObject | undefined): number | undefined {
  return kindOf(value) === 'ref' ? (value as Ref).id : undefined;
}

/** All attributes of an element (14.7.5) with one owner, merged. */
export function attributeOf(
  reader: PdfReader,
  { object }: StructureElement,
  owner: string,
  key: string,
): PdfObject | undefined {
  const attributes = reader.get(object, 'A');
  for (const each of isArray(attributes) ? attributes : [attributes])
    if (isName(reader.get(each, 'O'), owner)) {
      const value = reader.get(each, key);
      if (value !== undefined) return value;
    }
  return undefined;
}

/** The values of a number tree (7.9.7) by key. */
export function numberTree(reader: PdfReader, root: PdfObject | undefined): ReadonlyMap<number, PdfObject> {
  const out = new Map<number, PdfObject>();
  const visit = (node: PdfObject | undefined, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    const nums = reader.array(node, 'Nums');
    for (let i = 0; i + 1 < nums.length; i += 2) out.set(Number(reader.resolve(nums[i])), nums[i + 1]!);
    for (const kid of reader.array(node, 'Kids')) visit(kid, depth + 1);
  };
  visit(root, 0);
  return out;
}
