/**
 * A page with footnotes (css-gcpm-3 §2): how far its text goes, so that the notes called for on it fit below. The page
 * is laid out, its calls are found, and it is laid out again shorter, a few times at most; what still does not fit
 * goes on at the next page, so that nothing is lost. Lengths in px from the top of the page area.
 */
import type { RootBox } from '../box/box.ts';
import { type BreakToken, EPSILON } from '../contract.ts';
import { placePositioned } from '../flow/absolute.ts';
import type { BoxFragment, Placed } from '../fragment.ts';
import {
  mostHeight,
  type NoteArea,
  type NoteRow,
  rowsOf,
  type SetNotes,
  setPart,
  setWhole,
} from './footnote-area.ts';
import { type Call, callsIn } from './footnote-calls.ts';

/** Where a document stands between two pages: what is left of its text, and of the notes of earlier pages. */
export interface Progress {
  readonly text: 'begins' | 'ended' | BreakToken;
  readonly waiting: readonly NoteRow[];
}

/** One page. `content` is absent where notes fill it; It is absent on a page that is too small for anything, too. */
export interface FilledPage {
  readonly content?: BoxFragment;
  readonly notes?: Placed;
  readonly left: Progress;
}

/** `nextHeight` is that of the page area of the page after this one. */
export interface PageJob {
  readonly root: RootBox;
  readonly area: NoteArea;
  readonly nextHeight: number;
}

/** How often a page is made shorter before what does not fit has to wait. */
const mostTries = 8;

/** Rather than leave more than this part of the page blank, a note is begun here and goes on on the next page. */
const mostBlank = 0.1;

/** So much less room, and a line does not fit. */
const HAIR = 5 * EPSILON;

/** Fills one page with text and notes. */
export function fillPage(job: PageJob, { text, waiting }: Progress): FilledPage {
  const { area } = job;
  if (text === 'ended') return notesOnly(job, text, setPart(area, waiting, area.height, true));
  const carried = setPart(area, waiting, mostHeight(area), true);
  const room = area.height - carried.height;
  if (carried.rest.length > 0 || room <= EPSILON) {
    const flow = room > EPSILON ? layText(job, text, room, true) : undefined;
    if (!flow || flow.isEmpty) return notesOnly(job, text, carried);
    const called = rowsOf(
      area,
      flow.calls.map(({ note }) => note),
    );
    return filled(job, flow, { ...carried, rest: [...carried.rest, ...called] });
  }
  return search(job, text, waiting, room);
}

/** The text of a page, and how much of the page it takes. */
interface LaidText {
  readonly height: number;
  readonly content: BoxFragment;
  readonly calls: readonly Call[];
  readonly left: 'ended' | BreakToken;
  readonly isEmpty: boolean;
}

function layText(
  { root, area, nextHeight }: PageJob,
  text: 'begins' | BreakToken,
  height: number,
  mayProgress: boolean,
): LaidText {
  const { context, width } = area;
  const region = { remaining: height, full: nextHeight, mayProgress };
  const token = text === 'begins' ? undefined : text;
  const result = context.layout(root, { width, height: area.height, region }, token);
  if (result.empty && !mayProgress) throw new Error('Layout placed nothing on an empty page.');
  const page = { x: 0, y: 0, width, height: area.height };
  const content = placePositioned(context, result.fragment, page);
  const calls = result.empty ? [] : callsIn(content, root.notes);
  const isShort = !result.token && !result.empty;
  return {
    height: isShort ? Math.min(height, content.height) : height,
    content,
    calls,
    left: result.token ?? 'ended',
    isEmpty: result.empty,
  };
}

function search(
  job: PageJob,
  text: 'begins' | BreakToken,
  waiting: readonly NoteRow[],
  room: number,
): FilledPage {
  const { area } = job;
  const canWait = waiting.length > 0 || job.nextHeight > area.height + EPSILON;
  let flow = layText(job, text, room, canWait);
  if (flow.isEmpty)
    return waiting.length > 0 ? notesOnly(job, text, setWhole(area, waiting)) : { left: { text, waiting } };
  for (let tries = 1; tries < mostTries; tries += 1) {
    const rows = rowsWith(area, waiting, flow.calls);
    const notes = setWhole(area, rows);
    if (notes.height <= Math.min(area.height - flow.height, mostHeight(area)) + EPSILON)
      return filled(job, flow, notes);
    const end = endOf(area, waiting, flow);
    const shorter = layText(job, text, end.height, !end.isLast);
    if (end.isLast) return filledWithPart(job, waiting, shorter);
    if (shorter.isEmpty) return filledWithPart(job, waiting, layText(job, text, firstEnd(flow), false));
    flow = shorter;
  }
  return filledWithPart(job, waiting, flow);
}

/** The text as it is, and as much of the notes as fits below. */
function filledWithPart(job: PageJob, waiting: readonly NoteRow[], flow: LaidText): FilledPage {
  const { area } = job;
  const room = Math.min(area.height - flow.height, mostHeight(area));
  return filled(job, flow, setPart(area, rowsWith(area, waiting, flow.calls), room, false));
}

/** Where the first line ends that calls for a note. */
function firstEnd({ calls, height }: LaidText): number {
  return Math.min(height, ...calls.map(({ bottom }) => bottom));
}

interface End {
  readonly height: number;
  /** No shorter page would do: the last note is broken here. */
  readonly isLast: boolean;
}

/** How tall to make the text so that the notes of all its calls fit, given the calls of a taller one. */
function endOf(area: NoteArea, waiting: readonly NoteRow[], flow: LaidText): End {
  const calls = [...flow.calls].sort((a, b) => a.bottom - b.bottom);
  const notesOf = (count: number): number =>
    setWhole(area, rowsWith(area, waiting, inOrder(calls.slice(0, count)))).height;
  const fits = (count: number): boolean => {
    const height = notesOf(count);
    return (calls[count - 1]?.bottom ?? 0) + height <= area.height && height <= mostHeight(area);
  };
  if (fits(calls.length)) return { height: area.height - notesOf(calls.length), isLast: false };
  // Notes from earlier pages fill the area: no line is too many.
  if (calls.length === 0) return { height: Math.max(0, area.height - mostHeight(area)), isLast: true };
  let fitting = 0;
  for (let over = calls.length; over - fitting > 1; ) {
    const middle = (fitting + over) >> 1;
    if (fits(middle)) fitting = middle;
    else over = middle;
  }
  const next = calls[fitting]!;
  const room = area.height - notesOf(fitting);
  const { footnotePolicy } = next.note.element.style;
  const movesBlock = footnotePolicy === 'block' && next.blockTop > EPSILON;
  const height = Math.min(room, movesBlock ? next.blockTop : next.bottom - HAIR);
  if (
    footnotePolicy === 'auto' &&
    room - next.bottom > mostBlank * area.height &&
    canBegin(area, waiting, calls, fitting)
  )
    return { height: next.bottom, isLast: true };
  return { height, isLast: false };
}

/** Whether some of the note after the first `fitting` ones has room below the line that calls for it. */
function canBegin(
  area: NoteArea,
  waiting: readonly NoteRow[],
  calls: readonly Call[],
  fitting: number,
): boolean {
  const { note, bottom } = calls[fitting]!;
  const room = Math.min(area.height - bottom, mostHeight(area));
  const rows = rowsWith(area, waiting, inOrder(calls.slice(0, fitting + 1)));
  const { rest } = setPart(area, rows, room, false);
  return rest.every(({ token, notes }) => token !== undefined && notes.includes(note));
}

function inOrder(calls: readonly Call[]): readonly Call[] {
  return [...calls].sort((a, b) => a.note.call.id - b.note.call.id);
}

function rowsWith(area: NoteArea, waiting: readonly NoteRow[], calls: readonly Call[]): readonly NoteRow[] {
  return [
    ...waiting,
    ...rowsOf(
      area,
      calls.map(({ note }) => note),
    ),
  ];
}

function filled({ area }: PageJob, flow: LaidText, notes: SetNotes): FilledPage {
  return {
    content: flow.content,
    ...(notes.placed ? { notes: atEnd(area, notes, notes.placed) } : {}),
    left: { text: flow.left, waiting: notes.rest },
  };
}

function notesOnly({ area }: PageJob, text: Progress['text'], notes: SetNotes): FilledPage {
  return {
    ...(notes.placed ? { notes: atEnd(area, notes, notes.placed) } : {}),
    left: { text, waiting: notes.rest },
  };
}

/** The area stands at the end of the page, even below a page that is not full. */
function atEnd({ height }: NoteArea, notes: SetNotes, placed: Placed): Placed {
  return { ...placed, y: height - notes.height + placed.y };
}
