/** The area at the end of a page that footnotes are set in (css-gcpm-3 §2.3–2.5). Lengths in px. */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { anonymousStyle, createLineStyles } from '../box/anonymous.ts';
import type { BlockBox, InlinePart, LinesBox } from '../box/box.ts';
import { propagate } from '../box/breaks.ts';
import { linesBox } from '../box/lines-box.ts';
import type { Note } from '../box/notes.ts';
import { type BreakToken, ENDLESS, EPSILON, type Region, type Result } from '../contract.ts';
import { placePositioned } from '../flow/absolute.ts';
import type { LayoutContext } from '../flow/context.ts';
import { acrossOf, alongOf, edgesOf, resolveDefinite, specifiedWidth } from '../flow/sizes.ts';
import { boxFragment, type Fragment, type Placed } from '../fragment.ts';

/** A row of the area: a note, or several that run on in one paragraph. `token` goes on from the page before. */
export interface NoteRow {
  readonly box: BlockBox | LinesBox;
  readonly notes: readonly Note[];
  readonly token?: BreakToken;
}

/** Where footnotes of one page can be set. */
export interface NoteArea {
  readonly context: LayoutContext;
  readonly style: ComputedStyle;
  /** Size of the page area. */
  readonly width: number;
  readonly height: number;
}

/** `height` is that of the margin box, 0 without notes; `rest` are the rows, or parts of one, that did not fit. */
export interface SetNotes {
  readonly height: number;
  /** From the top left corner of the margin box. */
  readonly placed: Placed | undefined;
  readonly rest: readonly NoteRow[];
}

const NO_NOTES: SetNotes = { height: 0, placed: undefined, rest: [] };

/** The largest margin box that `max-height` leaves the area beside other content. */
export function mostHeight({ style, width, height }: NoteArea): number {
  const { margin, inset } = edgesOf(style, width);
  const most = resolveDefinite(style.maxHeight, height);
  // An area of no height would keep its notes back for ever.
  if (most === undefined || most < 1) return height;
  const border = style.boxSizing === 'border-box' ? most : most + alongOf(inset);
  return Math.min(border + alongOf(margin), height);
}

/** Sets all rows, however tall. */
export function setWhole(area: NoteArea, rows: readonly NoteRow[]): SetNotes {
  return rows.length === 0 ? NO_NOTES : set(area, rows, ENDLESS);
}

/**
 * Sets what fits into `room` (of the margin box). `mustBegin` places a line of the first note even where there is no
 * room, because no other page would have more.
 */
export function setPart(
  area: NoteArea,
  rows: readonly NoteRow[],
  room: number,
  mustBegin: boolean,
): SetNotes {
  const whole = setWhole(area, rows);
  if (whole.height <= room + EPSILON) return whole;
  const { margin, inset } = edgesOf(area.style, area.width);
  const remaining = room - alongOf(margin) - alongOf(inset);
  return set(area, rows, { remaining, full: area.height, mayProgress: !mustBegin });
}

function set(area: NoteArea, rows: readonly NoteRow[], region: Region): SetNotes {
  const { context, style, width } = area;
  const { margin, inset } = edgesOf(style, width);
  const borderWidth = Math.max(
    specifiedWidth(style, edgesOf(style, width), width) ?? width - acrossOf(margin),
    acrossOf(inset),
  );
  const result = context.layout(
    listOf(style, rows),
    { width: borderWidth - acrossOf(inset), region },
    rows[0]?.token && { kind: 'block', child: 0, inner: rows[0].token, consumed: 0 },
  );
  if (result.empty) return { ...NO_NOTES, rest: rows };
  // A part ends with its last line, so that it stands on the end of the page like whole notes.
  const fragment = result.token
    ? { ...result.fragment, height: Math.min(result.fragment.height, contentEnd(result.fragment)) }
    : result.fragment;
  const borderHeight = fragment.height + alongOf(inset);
  const box = boxFragment({
    box: { element: areaElement(style), style, anonymous: false },
    width: borderWidth,
    height: borderHeight,
    isFirst: true,
    isLast: true,
    children: [{ x: inset.left, y: inset.top, fragment }],
  });
  return {
    height: borderHeight + alongOf(margin),
    placed: { x: margin.left, y: margin.top, fragment: placePositioned(context, box) },
    rest: restOf(rows, result),
  };
}

/** Where the last line or other content of a fragment ends. */
function contentEnd(fragment: Fragment): number {
  if (fragment.kind === 'line' || fragment.children.length === 0) return fragment.height;
  return Math.max(...fragment.children.map((child) => child.y + contentEnd(child.fragment)));
}

/** The rows that a result has left, the first with what goes on of it. */
function restOf(rows: readonly NoteRow[], { token }: Result): readonly NoteRow[] {
  if (token?.kind !== 'block') return [];
  const [first, ...later] = rows.slice(token.child);
  if (!first) return [];
  const { box, notes } = first;
  return [token.inner ? { box, notes, token: token.inner } : { box, notes }, ...later];
}

function listOf(style: ComputedStyle, rows: readonly NoteRow[]): BlockBox {
  const children = rows.map(({ box }) => box);
  const own = anonymousStyle(style);
  return {
    kind: 'block',
    element: areaElement(style),
    style: own,
    anonymous: true,
    independent: true,
    children,
    ...propagate(own, '', children),
  };
}

/** The area has no element: what it paints of itself belongs to one that no content ever has. */
function areaElement(style: ComputedStyle): StyledElement {
  const origin = { place: { source: { path: '@footnote', text: '' }, start: 0, end: 0 } };
  const attributes = new Map<string, string>();
  return {
    kind: 'element',
    id: -1,
    name: '@footnote',
    lang: '',
    attributes,
    style,
    content: [],
    children: [],
    origin,
  };
}

/** Rows for notes: one each, those set `inline` together (`compact` ones where two of them share a line). */
export function rowsOf({ context, width }: NoteArea, notes: readonly Note[]): readonly NoteRow[] {
  const widthOf = ({ box }: Note): number => context.intrinsic(box).max;
  const isShort = (note: Note | undefined, other: Note | undefined): boolean =>
    note?.element.style.footnoteDisplay === 'compact' &&
    other?.element.style.footnoteDisplay === 'compact' &&
    widthOf(note) + widthOf(other) <= width;
  const isInline = notes.map((note, i) => {
    if (!inlineParts(note)) return false;
    const { footnoteDisplay } = note.element.style;
    return footnoteDisplay === 'inline' || isShort(notes[i - 1], note) || isShort(note, notes[i + 1]);
  });
  const rows: NoteRow[] = [];
  for (let i = 0; i < notes.length; i += 1) {
    const start = i;
    while (isInline[i] && isInline[i + 1]) i += 1;
    const run = notes.slice(start, i + 1);
    if (isInline[start]) rows.push({ box: paragraphOf(run), notes: run });
    else rows.push({ box: notes[start]!.box, notes: run });
  }
  return rows;
}

/** The content of a note that is a single paragraph. */
function inlineParts({ box }: Note): readonly InlinePart[] | undefined {
  const [only, ...more] = box.children;
  return only?.kind === 'lines' && more.length === 0 ? only.parts : undefined;
}

/** Notes one after the other, a space between them; the first says how tall and how aligned the lines are. */
function paragraphOf(notes: readonly Note[]): LinesBox {
  const parts = notes.flatMap((note): InlinePart[] => {
    const element: StyledElement = {
      ...note.element,
      style: { ...note.element.style, display: 'inline', float: 'none' },
    };
    return [
      { kind: 'open', element },
      ...inlineParts(note)!,
      { kind: 'text', text: ' ', element, originAt: () => element.origin },
      { kind: 'close', element },
    ];
  });
  const lines = { page: '', decoration: undefined, lineStyles: createLineStyles() };
  const { element, box } = notes[0]!;
  return linesBox(element, box.style, parts, lines);
}
