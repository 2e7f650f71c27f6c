/** What parts of a drawing refer to by id, and how far a walk through it may go. */
import type { StyledElement } from '../../markup/tree.ts';
import { elementsOf, type Fault } from '../fault.ts';

/** Groups nested deeper than this are refused: no drawing needs them, and a hostile one must not end the run. */
export const maxDepth = 64;

/** Copies of copies grow without end; no drawing needs so many shapes by `use`. */
const maxCopies = 10_000;
/** Characters of path data in all copies together. */
const maxCopied = 1_000_000;

/** A walk through one drawing. */
export interface Walk {
  readonly fault: Fault;
  /** The element with an id, in the whole drawing. */
  readonly find: (id: string) => StyledElement | undefined;
  readonly depth: number;
  /** The elements that are being copied by `use` around this place. */
  readonly copying: readonly StyledElement[];
  /** Counts one more copied element; false when there are too many, which is told once. */
  readonly mayCopy: (element: StyledElement) => boolean;
}

export function startWalk(root: StyledElement, fault: Fault): Walk {
  let ids: ReadonlyMap<string, StyledElement> | undefined;
  let copies = 0;
  let copied = 0;
  let isTold = false;
  return {
    fault,
    depth: 0,
    copying: [],
    find: (id) => {
      ids ??= idsIn(root);
      return ids.get(id);
    },
    mayCopy: (element) => {
      copies += 1;
      copied += element.attributes.get('d')?.length ?? 0;
      const isTooMuch = copies > maxCopies || copied > maxCopied;
      if (isTooMuch && !isTold) {
        const what = copies > maxCopies ? `${maxCopies} copies` : `${maxCopied} characters of copied paths`;
        fault(element, 'G001', `<use> makes more than ${what}`, 'Draw the repeated part as one path.');
        isTold = true;
      }
      return !isTooMuch;
    },
  };
}

/** Elements by id; the first of two with one id counts. */
function idsIn(root: StyledElement): ReadonlyMap<string, StyledElement> {
  const ids = new Map<string, StyledElement>();
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    open.push(...elementsOf(element).toReversed());
  }
  return ids;
}

/** The id in `href` or `xlink:href`, which must be `#id`; undefined when there is none or (told) another address. */
export function hrefOf(element: StyledElement, fault: Fault): string | undefined {
  const text = (element.attributes.get('href') ?? element.attributes.get('xlink:href'))?.trim();
  if (text === undefined) return undefined;
  if (/^#.+$/.test(text)) return text.slice(1);
  fault(
    element,
    'G003',
    `"${text}" is not a part of this drawing`,
    'Write # and the id of an element in the same <svg>.',
  );
  return undefined;
}

/** The id in `url(#id)`, undefined for anything else. */
export function idOfUrl(text: string): string | undefined {
  return /^url\(\s*(['"]?)#([^'")\s]+)\1\s*\)$/.exec(text.trim())?.[2];
}

/** The element that `id` names when it is a `name`; else undefined and told at `element`. */
export function referred(
  element: StyledElement,
  id: string,
  names: readonly string[],
  { find, fault }: Walk,
): StyledElement | undefined {
  const target = find(id);
  if (target && names.includes(target.name)) return target;
  const kinds = names.map((name) => `<${name}>`).join(' or ');
  const message = target
    ? `#${id} is a <${target.name}>, not a ${kinds}`
    : `there is no #${id} in this drawing`;
  fault(element, 'G003', message, `Give the id of a ${kinds} in the same <svg>.`);
  return undefined;
}
