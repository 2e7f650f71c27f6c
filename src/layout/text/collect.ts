/**
 * Collect: inline items become one text with white space processed (css-text-3 §4) and letters transformed
 * (§2), divided into segments of one inline box each. The original of every character stays known.
 */
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Origin } from '../../diagnostics/span.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { AnchorItem, InlineItem } from './lines.ts';
import { preservesBreaks, preservesSpaces, type Scope } from './scope.ts';
import { transformText } from './text-transform.ts';
import { isEastAsian } from './unicode.ts';

export type AtomicItem = Extract<InlineItem, { readonly kind: 'atomic' }>;

/** A range `[start, end)` of the text that stands in one inline box and comes from one item. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  readonly content:
    | { readonly kind: 'text'; readonly originAt: (offset: number) => Origin }
    | { readonly kind: 'atomic'; readonly item: AtomicItem }
    | { readonly kind: 'leader'; readonly pattern: string }
    | { readonly kind: 'break' };
}

/** An inline box begins or ends before the character at `at`. */
export interface Mark {
  readonly kind: 'open' | 'close';
  readonly at: number;
  readonly scope: Scope;
}

/** `text` holds U+FFFC for each atomic and each leader, and U+000A for each forced break. */
export interface Collected {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
  /** Each stands before the character at `at`. */
  readonly anchors: readonly { readonly at: number; readonly item: AnchorItem }[];
  readonly root: Scope;
}

export const objectCharacter = '\ufffc';

/** The text so far, in parts: reading a string that still grows would copy it again and again. */
interface Draft {
  parts: string[];
  length: number;
  /** The last code point, undefined at the start; `beforeSpace` is the one before a space that may yet go. */
  last: number | undefined;
  beforeSpace: number | undefined;
  segments: { start: number; end: number; scope: Scope; content: Segment['content'] }[];
  marks: { kind: Mark['kind']; at: number; scope: Scope }[];
  anchors: { at: number; item: AnchorItem }[];
  /** The last character is a space that a further space, a break or the end swallows. */
  endsInSpace: boolean;
  /** That space was a line break of the source after East Asian text, which vanishes before more of it. */
  endsInSoftBreak: boolean;
}

/** Collects the items of one block. Runs in linear time. */
export function collectText(
  items: readonly InlineItem[],
  block: StyledElement,
  blockStyle: ComputedStyle,
): Collected {
  const root: Scope = { element: block, style: blockStyle, depth: 0, hasBox: false };
  const draft: Draft = {
    parts: [],
    length: 0,
    last: undefined,
    beforeSpace: undefined,
    segments: [],
    marks: [],
    anchors: [],
    endsInSpace: false,
    endsInSoftBreak: false,
  };
  let scope = root;
  for (const item of items) {
    switch (item.kind) {
      case 'open':
        scope = {
          element: item.element,
          style: item.element.style,
          parent: scope,
          depth: scope.depth + 1,
          hasBox: true,
        };
        draft.marks.push({ kind: 'open', at: draft.length, scope });
        break;
      case 'close':
        if (scope.parent === undefined) break;
        draft.marks.push({ kind: 'close', at: draft.length, scope });
        scope = scope.parent;
        break;
      case 'anchor':
        draft.anchors.push({ at: draft.length, item });
        break;
      case 'atomic':
        appendSegment(draft, objectCharacter, scope, { kind: 'atomic', item });
        break;
      case 'leader':
        appendSegment(draft, objectCharacter, openedAt(scope, item.element), {
          kind: 'leader',
          pattern: item.pattern,
        });
        break;
      case 'break':
        dropTrailingSpace(draft);
        appendSegment(draft, '\n', scope, { kind: 'break' });
        break;
      case 'text':
        appendText(draft, item, openedAt(scope, item.element));
        break;
      default:
        assertNever(item);
    }
  }
  dropTrailingSpace(draft);
  return {
    text: draft.parts.join(''),
    segments: draft.segments.filter(({ start, end }) => end > start),
    marks: draft.marks,
    anchors: draft.anchors,
    root,
  };
}

/** Text of an element that was not opened takes its style from there, but makes no box. */
function openedAt(scope: Scope, element: StyledElement): Scope {
  if (scope.element === element) return scope;
  return { element, style: element.style, parent: scope, depth: scope.depth + 1, hasBox: false };
}

function appendSegment(draft: Draft, text: string, scope: Scope, content: Segment['content']): void {
  const start = draft.length;
  append(draft, text);
  draft.segments.push({ start, end: draft.length, scope, content });
}

function append(draft: Draft, text: string): void {
  draft.parts.push(text);
  draft.length += text.length;
  draft.last = lastCodePoint(text);
  draft.endsInSpace = false;
  draft.endsInSoftBreak = false;
}

const whiteRun = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;

function appendText(draft: Draft, item: Extract<InlineItem, { readonly kind: 'text' }>, scope: Scope): void {
  const start = draft.length;
  const places: SourcePlaces = { places: [], sources: [] };
  // The segment is pushed first, so that a space taken back shortens it.
  const content = {
    kind: 'text' as const,
    originAt(offset: number): Origin {
      return item.originAt(sourceOffset(places, offset, item.text.length));
    },
  };
  const segment = { start, end: start, scope, content };
  draft.segments.push(segment);
  for (const match of item.text.matchAll(whiteRun)) {
    const token = match[0];
    if (isWhite(token.charCodeAt(0))) {
      notePlace(places, draft.length, match.index);
      appendWhite(draft, token, scope);
    } else {
      if (draft.endsInSoftBreak && isEastAsian(token.codePointAt(0)!, scope.element.lang)) removeLast(draft);
      appendLetters(draft, token, match.index, scope, places);
    }
    segment.end = draft.length;
  }
}

function isWhite(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c;
}

function appendLetters(
  draft: Draft,
  token: string,
  source: number,
  scope: Scope,
  places: SourcePlaces,
): void {
  if (scope.style.textTransform === 'none') {
    notePlace(places, draft.length, source);
    append(draft, token);
  } else {
    for (const piece of transformText(token, scope.style.textTransform, draft.last)) {
      notePlace(places, draft.length, source + piece.source);
      append(draft, piece.text);
    }
  }
}

/** css-text-3 §4.1.1 and §4.1.3 for one run of white space. */
function appendWhite(draft: Draft, token: string, scope: Scope): void {
  if (preservesSpaces(scope.style)) {
    append(draft, token.replace(/\r\n?|\f/g, '\n'));
    return;
  }
  const breaks = token.split('\n').length - 1;
  if (breaks > 0 && preservesBreaks(scope.style)) {
    dropTrailingSpace(draft);
    append(draft, '\n'.repeat(breaks));
    return;
  }
  const last = draft.last;
  if (draft.endsInSpace || last === undefined || last === 0x0a) return;
  append(draft, ' ');
  draft.endsInSpace = true;
  draft.endsInSoftBreak = breaks > 0 && isEastAsian(last, scope.element.lang);
  draft.beforeSpace = last;
}

function lastCodePoint(text: string): number {
  const unit = text.charCodeAt(text.length - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? (text.codePointAt(text.length - 2) ?? unit) : unit;
}

function dropTrailingSpace(draft: Draft): void {
  if (draft.endsInSpace) removeLast(draft);
}

/** Takes a collapsible space back, wherever its segment is; boxes that began or ended after it move with it. */
function removeLast(draft: Draft): void {
  const length = draft.length - 1;
  draft.parts.pop();
  draft.length = length;
  draft.last = draft.beforeSpace;
  for (let i = draft.segments.length - 1; i >= 0 && draft.segments[i]!.end > length; i--) {
    const segment = draft.segments[i]!;
    segment.end = length;
    segment.start = Math.min(segment.start, length);
  }
  for (let i = draft.marks.length - 1; i >= 0 && draft.marks[i]!.at > length; i--)
    draft.marks[i]!.at = length;
  for (let i = draft.anchors.length - 1; i >= 0 && draft.anchors[i]!.at > length; i--)
    draft.anchors[i]!.at = length;
  draft.endsInSpace = false;
  draft.endsInSoftBreak = false;
}

/** Which offset of an item the characters from a place of the text on come from. */
interface SourcePlaces {
  readonly places: number[];
  readonly sources: number[];
}

function notePlace({ places, sources }: SourcePlaces, place: number, source: number): void {
  places.push(place);
  sources.push(source);
}

/** The offset in the item of the character at `offset` of the text, by binary search in the noted places. */
function sourceOffset({ places, sources }: SourcePlaces, offset: number, length: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const source = sources[low] ?? 0;
  // Several characters may stand for one of the source (ß in capitals): they do not reach into the next.
  const last = Math.max(source, (sources[low + 1] ?? length + 1) - 1);
  return Math.min(last, source + Math.max(0, offset - (places[low] ?? offset)));
}
