/** Faults of tags and references, told with what takes part in them. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Origin } from '../../diagnostics/span.ts';
import type { Merged } from '../../template/merged.ts';
import { didYouMean, type Fault, originBetween } from '../fault.ts';
import { ruleFor } from '../vocabulary/index.ts';
import { type BadReference, entities } from './references.ts';
import type { SourceElement } from './source-tree.ts';

/** An end tag that closes nothing. */
export interface Stray {
  readonly start: number;
  readonly end: number;
  /** The start of the element whose misspelt end tag this seems to be. */
  readonly closes: number | undefined;
}

/**
 * What has been told of tags, kept while a document is read. One slip in a loop comes back with every turn, and an
 * end tag that closed an element around it leaves that element's own end tag without one.
 */
export interface TagMemory {
  /** Places in templates of start and end tags that took part in a message. */
  readonly told: Set<string>;
  /** By offset, names of end tags that closed an element around the one that was open, until its own comes. */
  readonly closers: Map<number, string | undefined>;
}

export function newTagMemory(): TagMemory {
  return { told: new Set(), closers: new Map() };
}

function keyOf({ place }: Origin): string {
  return `${place.start} ${place.source.path}`;
}

/** Tells of a reference that means nothing. */
export function reportReference(bad: BadReference, merged: Merged, fault: Fault): void {
  const origin = originBetween(merged, bad.start, bad.start + bad.text.length);
  if (bad.name === undefined) {
    const message = bad.text === '&' ? 'a bare "&"' : `${bad.text} is not a character`;
    fault('M003', origin, message, { help: 'write &amp; for the sign itself' });
    return;
  }
  const near = nearest(bad.name, [...entities.keys()]);
  fault('M003', origin, `unknown entity ${bad.text}`, {
    help: didYouMean(near && `&${near};`, 'write the character itself'),
  });
}

/** Tells of an element that is not closed at all, or not before the end tag of an element around it. */
export function reportUnclosed(
  element: SourceElement,
  merged: Merged,
  fault: Fault,
  memory: TagMemory,
  before?: { readonly name: string; readonly start: number; readonly end: number },
): void {
  const origin = originBetween(merged, element.start, element.end);
  if (before && !memory.closers.has(before.start)) memory.closers.set(before.start, before.name);
  if (memory.told.has(keyOf(origin))) return;
  memory.told.add(keyOf(origin));
  const isEmpty = ruleFor(element.name, false)?.content.kind === 'empty';
  const help = isEmpty
    ? `it holds nothing: write <${element.name}/>`
    : `write </${element.name}> where it ends`;
  if (before === undefined) {
    fault('M002', origin, `<${element.name}> is never closed`, { help });
    return;
  }
  const tag = merged.text.slice(before.start, before.end);
  const end = originBetween(merged, before.start, before.end);
  memory.told.add(keyOf(end));
  fault('M002', origin, `<${element.name}> is not closed before ${tag}`, {
    help,
    labels: [{ span: end.place, text: 'this end tag belongs to an element around it' }],
  });
}

/** Tells of an end tag that closes none of the open elements. */
export function reportStray(
  { name, start, end }: { readonly name: string; readonly start: number; readonly end: number },
  open: readonly SourceElement[],
  merged: Merged,
  fault: Fault,
  memory: TagMemory,
): Stray {
  const innermost = open.at(-1);
  const near = nearest(name, [...new Set(open.map((element) => element.name).reverse())]);
  const meant = innermost !== undefined && near === innermost.name ? innermost : undefined;
  const stray = { start, end, closes: meant?.start };
  const origin = originBetween(merged, start, end);
  if (memory.told.has(keyOf(origin))) return stray;
  const closer = [...memory.closers].find(([at, closed]) => closed === name && at < start);
  if (closer) {
    memory.closers.set(closer[0], undefined);
    return stray;
  }
  memory.told.add(keyOf(origin));
  fault('M002', origin, `</${name}> closes nothing`, {
    help: didYouMean(near && `</${near}>`, 'remove it, or open the element before'),
    labels:
      meant === undefined
        ? []
        : [{ span: originBetween(merged, meant.start, meant.end).place, text: 'open here' }],
  });
  return stray;
}
