/** The structure tree while it grows: planned from the styled tree, filled with content as pages are painted. */
import type { PdfRef } from '../objects.ts';
import { type Holds, ROLES, type Role } from './roles.ts';

/** One child of a structure element: another element, marked content (14.7.4.2) or an annotation (14.7.4.3). */
export type Kid =
  | { readonly kind: 'node'; readonly node: StructNode }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: PdfRef };

/** Pt from the bottom left corner of a page: left, bottom, right, top. */
type BoundingBox = readonly [number, number, number, number];

/**
 * `onDemand` nodes stand among the text of their parent and join its kids when their first content is painted;
 * the others join when planned, which keeps document order whatever the order of painting.
 */
export interface StructNode {
  readonly role: Role;
  readonly holds: Holds;
  readonly parent: StructNode | undefined;
  readonly kids: Kid[];
  /** The language in force inside. */
  readonly lang: string;
  /** The id of the styled element, for destinations and messages. */
  readonly element: number | undefined;
  readonly traits: Traits;
  joined: boolean;
  boundingBox: { readonly page: number; readonly box: BoundingBox } | undefined;
}

/** What a structure element says beside its role. */
export interface Traits {
  readonly alt?: string;
  readonly expansion?: string;
  /** Kept although it has no content: cells, which make a table regular. */
  readonly keepEmpty?: boolean;
  readonly scope?: 'Row' | 'Column' | 'Both';
  /** Identifiers of the header cells of a cell. */
  readonly headers?: readonly string[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly listNumbering?: string;
  /** Unique in the file, for notes (ISO 14289-1, 7.9) and header cells. */
  readonly id?: string;
}

export function createNode(
  role: Role,
  parent: StructNode | undefined,
  place: 'planned' | 'onDemand',
  options: {
    readonly lang: string;
    readonly element?: number;
    readonly traits?: Traits;
    /** For links around blocks, which else hold text only. */
    readonly holds?: Holds;
  },
): StructNode {
  const node: StructNode = {
    role,
    holds: options.holds ?? ROLES[role],
    parent,
    kids: [],
    lang: options.lang,
    element: options.element,
    traits: options.traits ?? {},
    joined: place === 'planned',
    boundingBox: undefined,
  };
  if (place === 'planned') parent?.kids.push({ kind: 'node', node });
  return node;
}

/** Adds painted content, joining the node and those above it to their parents if they have not yet. */
export function addKid(node: StructNode, kid: Kid): void {
  for (let child = node; !child.joined && child.parent; child = child.parent) {
    child.joined = true;
    child.parent.kids.push({ kind: 'node', node: child });
  }
  node.kids.push(kid);
}
