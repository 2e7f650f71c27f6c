/**
 * The code frame: the lines a message is about, with what it says written under them.
 * Underlines stand exactly under the text they mean, also where wide characters precede it.
 */
import type { Paint } from './ansi.ts';
import type { Label, Severity } from './diagnostic.ts';
import { displayWidth, printable } from './display-width.ts';
import { lineOf, lineStarts, lineText, positionOf } from './position.ts';
import type { SourceText } from './span.ts';

/** Lines shown before and after a marked one. */
const context = 2;
/** Widest piece of a line that is shown, in columns. */
const windowWidth = 110;

/** The part of a label on one line: all of it, or where a label of several lines begins or ends. */
interface Mark {
  readonly source: SourceText;
  readonly line: number;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  readonly text: string | undefined;
  readonly isPrimary: boolean;
}

/** The frame of a message: its primary place first, then the other files that take part. */
export function frame(primary: Label, labels: readonly Label[], severity: Severity, paint: Paint): string {
  const marks = [primary, ...labels].flatMap((label, index) => marksOf(label, index === 0));
  const gutter = Math.max(...marks.map((mark) => String(lastShown(mark)).length));
  // By path: the same file may have been read more than once.
  return [...new Set(marks.map((mark) => mark.source.path))]
    .map((path, index) => {
      const own = marks.filter((mark) => mark.source.path === path);
      return fileFrame(own[0]!.source, own, { gutter, arrow: index === 0 ? '-->' : ':::', severity, paint });
    })
    .join('\n');
}

/** A label on its line, or two marks that say where it begins and where it ends. */
function marksOf({ span, text }: Label, isPrimary: boolean): readonly Mark[] {
  const { source, start } = span;
  // Line ends and indentation that trail behind the last word are not shown as a line of their own.
  const end = Math.max(start, start + source.text.slice(start, span.end).trimEnd().length);
  const line = lineOf(source, start);
  const last = lineOf(source, end);
  if (last === line) return [{ source, line, start, end: Math.max(end, span.end), text, isPrimary }];
  const lastStart = lineStarts(source)[last - 1]!;
  const indent = lineText(source, last).search(/\S/);
  const firstEnd = lineStarts(source)[line - 1]! + lineText(source, line).length;
  return [
    { source, line, start, end: firstEnd, text: text ? `from here: ${text}` : 'from here', isPrimary },
    { source, line: last, start: lastStart + Math.max(0, indent), end, text: 'to here', isPrimary },
  ];
}

interface FrameStyle {
  readonly gutter: number;
  readonly arrow: string;
  readonly severity: Severity;
  readonly paint: Paint;
}

function lastShown(mark: Mark): number {
  return Math.min(mark.line + context, lineStarts(mark.source).length);
}

function fileFrame(source: SourceText, marks: readonly Mark[], style: FrameStyle): string {
  const { gutter, paint } = style;
  const first = positionOf(source, marks[0]!.start);
  const blank = ' '.repeat(gutter);
  const bar = paint('frame', `${blank} |`);
  const rows = [`${blank}${paint('frame', style.arrow)} ${source.path}:${first.line}:${first.column}`, bar];
  let previous: number | undefined;
  for (const line of shownLines(source, marks)) {
    if (previous !== undefined && line > previous + 1) rows.push(paint('frame', `${blank}...`));
    rows.push(
      ...lineRows(
        source,
        line,
        marks.filter((mark) => mark.line === line),
        style,
      ),
    );
    previous = line;
  }
  return [...rows, bar].join('\n');
}

/** The marked lines with their context; a gap of one line is filled rather than skipped. */
function shownLines(source: SourceText, marks: readonly Mark[]): readonly number[] {
  const count = lineStarts(source).length;
  const shown = new Set<number>();
  for (const { line } of marks) {
    for (let near = line - context; near <= line + context; near += 1) {
      if (near >= 1 && near <= count) shown.add(near);
    }
  }
  const sorted = [...shown].sort((a, b) => a - b);
  const gaps = sorted.filter((line, index) => sorted[index + 1] === line + 2).map((line) => line + 1);
  // The empty line after a final line end carries nothing, unless it is what the message is about.
  const isTail = (line: number) =>
    line === count && lineText(source, line) === '' && !marks.some((mark) => mark.line === line);
  return [...sorted, ...gaps].sort((a, b) => a - b).filter((line) => !isTail(line));
}

function lineRows(
  source: SourceText,
  line: number,
  marks: readonly Mark[],
  style: FrameStyle,
): readonly string[] {
  const { gutter, paint } = style;
  const text = lineText(source, line);
  const start = lineStarts(source)[line - 1]!;
  const columns = marks.map((mark) => {
    const from = Math.min(mark.start - start, text.length);
    const to = Math.max(from, Math.min(mark.end - start, text.length));
    return { mark, from, to };
  });
  const view = viewOf(text, columns[0]?.from ?? 0);
  const number = String(line).padStart(gutter);
  const rows = [
    `${paint('frame', `${number} |`)} ${view.before}${printable(text.slice(view.from, view.to))}${view.after}`.trimEnd(),
  ];
  for (const { mark, from, to } of [...columns].sort((a, b) => a.from - b.from)) {
    const indent =
      displayWidth(view.before) +
      displayWidth(printable(text.slice(view.from, Math.max(view.from, Math.min(from, view.to)))));
    const shown = text.slice(Math.max(from, view.from), Math.max(from, Math.min(to, view.to)));
    const ink = mark.isPrimary ? style.severity : 'frame';
    const underline = (mark.isPrimary ? '^' : '-').repeat(Math.max(1, displayWidth(printable(shown))));
    const words = mark.text ? ` ${printable(mark.text)}` : '';
    rows.push(
      `${paint('frame', `${' '.repeat(gutter)} |`)} ${' '.repeat(indent)}${paint(ink, underline + words)}`,
    );
  }
  return rows;
}

interface View {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** The part of a line that is shown: all of it, or a window around the marked place. */
function viewOf(text: string, marked: number): View {
  if (text.length * 2 <= windowWidth || displayWidth(printable(text)) <= windowWidth) {
    return { from: 0, to: text.length, before: '', after: '' };
  }
  const from = onCharacter(text, widthBack(text, marked, windowWidth / 3));
  const to = onCharacter(text, widthAhead(text, from, windowWidth));
  return { from, to, before: from > 0 ? '\u2026 ' : '', after: to < text.length ? ' \u2026' : '' };
}

/** The offset that lies `width` columns before another, as far as the line allows. */
function widthBack(text: string, offset: number, width: number): number {
  let at = offset;
  for (let used = 0; at > 0 && used < width; at -= 1) used += displayWidth(printable(text[at - 1]!));
  return at;
}

function widthAhead(text: string, offset: number, width: number): number {
  let at = offset;
  for (let used = 0; at < text.length && used < width; at += 1) used += displayWidth(printable(text[at]!));
  return at;
}

/** Never between the halves of a surrogate pair. */
function onCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
