/** Finalize: ranges of clusters become line boxes of positioned pieces. */
import { alignLine, type LineAlignment } from './align.ts';
import { cluster } from './clusters.ts';
import { decorationRules } from './decoration.ts';
import { anchorsOn } from './float-lines.ts';
import { emitEnd, giveOf, pushSpacing, runOf } from './glyph-runs.ts';
import { type BoxSpan, createBoxTrack } from './inline-boxes.ts';
import { fillLeader } from './leader.ts';
import { type LineHeight, lineHeight, type PlacedAtomic } from './line-height.ts';
import type { LineRange } from './line-range.ts';
import type { LineBox, LinePiece, LineSpace } from './lines.ts';
import { isPlain, plainSetter, strutOf } from './plain-lines.ts';
import { atomicOf, lengthOf, type Prepared } from './prepared.ts';
import type { Scope } from './scope.ts';
import { createBoxMetrics } from './vertical.ts';

/** A run of text on a line before its baseline is known. */
interface PlacedText {
  readonly kind: 'text';
  readonly x: number;
  readonly width: number;
  readonly scope: Scope;
  /** The dots of a leader, before which a space is read. */
  readonly isLeader: boolean;
  readonly endsInSpace: boolean;
  readonly piece: (baseline: number, spaceAfter: boolean) => LinePiece;
}

interface PlacedObject {
  readonly kind: 'atomic';
  readonly x: number;
  readonly width: number;
  readonly atomic: PlacedAtomic;
}

export type PlacedContent = PlacedText | PlacedObject;

/** Sets single lines, in any order; those in the order of the text are the cheapest. */
export type SetLine = (range: LineRange, space: LineSpace) => LineBox;

/** Turns the lines of a paragraph into line boxes, `spaceOf` telling the room of each. */
export function finalizeLines(
  paragraph: Prepared,
  ranges: readonly LineRange[],
  spaceOf: (line: number) => LineSpace,
): readonly LineBox[] {
  const setLine = lineSetter(paragraph);
  return ranges.map((range, index) => setLine(range, spaceOf(index)));
}

/** What sets the lines of a paragraph one at a time. */
export function lineSetter(paragraph: Prepared): SetLine {
  return isPlain(paragraph) ? plainSetter(paragraph) : richSetter(paragraph);
}

/** What sets lines with anything on them: boxes, atomics, leaders, anchors, decoration. */
function richSetter(paragraph: Prepared): SetLine {
  const metricsOf = createBoxMetrics(paragraph.fonts);
  const track = createBoxTrack(paragraph.edges);
  const strut = strutOf(paragraph);
  return (range, space) => {
    track.seek(range.start);
    const alignment = alignLine(paragraph, range, space.available, paragraph.root.style);
    const { contents, boxes, anchors } = placeContents(paragraph, range, space, alignment, track);
    const height = paragraph.hasBoxes
      ? lineHeight(
          paragraph.root,
          scopesOn(paragraph, range, boxes),
          contents.flatMap((content) => (content.kind === 'atomic' ? [content.atomic] : [])),
          metricsOf,
          paragraph.fonts,
        )
      : strut;
    const pieces: LinePiece[] = boxes.map((box) =>
      boxPiece(box, height, metricsOf(box.scope).content, paragraph.base),
    );
    const { under, over } = decorationRules(paragraph, contents, height);
    pieces.push(...anchors, ...under);
    const spaceAfterLast = emitEnd(paragraph, range) < range.end;
    contents.forEach((content, i) => {
      if (content.kind === 'text')
        pieces.push(
          content.piece(
            height.baselineOf(content.scope),
            i === contents.length - 1 ? spaceAfterLast : isBeforeLeader(content, contents[i + 1]!),
          ),
        );
      else
        pieces.push({
          kind: 'atomic',
          x: content.x,
          y: height.topOf(content.atomic),
          item: content.atomic.item,
        });
    });
    pieces.push(...over);
    const { start, width } = range;
    return { height: height.height, baseline: height.baseline, width, pieces, start };
  };
}

/** The dots are not read, so that a space keeps what stands on their two sides apart. */
function isBeforeLeader(content: PlacedText, next: PlacedContent): boolean {
  return !content.isLeader && !content.endsInSpace && next.kind === 'text' && next.isLeader;
}

/** All inline boxes that count for the height: those of the text and those that are open or empty here. */
function scopesOn({ clusters }: Prepared, range: LineRange, boxes: readonly BoxSpan[]): ReadonlySet<Scope> {
  const scopes = new Set<Scope>(boxes.map(({ scope }) => scope));
  for (let run = clusters.run[range.start] ?? 0; run <= (clusters.run[range.end - 1] ?? -1); run++) {
    for (
      let scope: Scope | undefined = clusters.runs[run]!.segment.scope;
      scope !== undefined && !scopes.has(scope);
      scope = scope.parent
    )
      scopes.add(scope);
  }
  return scopes;
}

function placeContents(
  paragraph: Prepared,
  range: LineRange,
  space: LineSpace,
  { x: shift, ratio, leader }: LineAlignment,
  track: ReturnType<typeof createBoxTrack>,
) {
  const { clusters, gaps, leaders } = paragraph;
  const give = ratio === 0 ? undefined : giveOf(paragraph, ratio);
  const x = space.x + shift;
  const contents: PlacedContent[] = [];
  const anchors: LinePiece[] = [];
  const anchored = anchorsOn(paragraph, range.start, range.end);
  const passAnchors = (cluster: number): void => {
    while (anchors.length < anchored.length && anchored[anchors.length]!.owner <= cluster)
      anchors.push({ kind: 'anchor', x: pen, item: anchored[anchors.length]!.item });
  };
  const end = emitEnd(paragraph, range);
  let pen = x - range.trimStart;
  let runStart = range.start;
  let runX = pen;
  let spacing: number[] = [];
  const flush = (to: number): void => {
    if (to > runStart) contents.push(textOf(paragraph, range, runStart, to, runX, pen - runX, spacing));
    spacing = [];
    runStart = to;
    runX = pen;
  };
  track.beginLine(x);
  for (let i = range.start; i < end; i++) {
    if (anchored.length > 0) passAnchors(i);
    if (track.hasEdgesBefore(i) || (i > runStart && clusters.run[i] !== clusters.run[i - 1])) {
      flush(i);
      pen = track.passBefore(i, pen);
      runX = pen;
    }
    const { segment } = clusters.runs[clusters.run[i]!]!;
    const item = atomicOf(segment);
    const extra = i + 1 < range.visibleEnd ? gaps[i]! + (give ? ratio * give[i]! : 0) : 0;
    const width = clusters.width[i]! + (clusters.flags[i]! & cluster.leader ? leader : 0);
    const pattern = leaders.size === 0 ? undefined : leaders.get(i);
    if (pattern !== undefined) {
      for (const placed of fillLeader(pattern, pen, pen + width, space.x + space.available))
        contents.push(leaderText(segment.scope, placed));
      pen += width;
      runStart = i + 1;
      runX = pen;
    } else if (item !== undefined) {
      contents.push({ kind: 'atomic', x: pen, width, atomic: { item, scope: segment.scope } });
      pen += width + extra;
      runStart = i + 1;
      runX = pen;
    } else {
      const own = extra - (i + 1 === range.visibleEnd ? range.trimEnd : 0);
      pushSpacing(spacing, clusters, i, own);
      pen += width + own;
    }
    if (track.hasEdgesAfter(i)) {
      flush(i + 1);
      pen = track.passAfter(i, pen);
      runX = pen;
    }
  }
  flush(end);
  if (end < range.end && contents.at(-1)?.kind === 'atomic' && clusters.flags[end]! & cluster.space) {
    contents.push(textOf(paragraph, range, end, end + 1, pen, clusters.width[end]!, [0]));
  }
  passAnchors(range.end);
  return { contents, anchors, boxes: track.endLine(range.end, pen) };
}

function textOf(
  paragraph: Prepared,
  range: LineRange,
  from: number,
  to: number,
  x: number,
  width: number,
  spacing: readonly number[],
): PlacedText {
  const { run, element, origin } = runOf(paragraph, range, from, to, width, spacing);
  const { scope } = paragraph.clusters.runs[paragraph.clusters.run[from]!]!.segment;
  return {
    kind: 'text',
    x,
    width: run.width,
    scope,
    isLeader: false,
    endsInSpace: run.text.endsWith(' '),
    piece(baseline, spaceAfter) {
      return { kind: 'text', x, baseline, run, element, origin, spaceAfter };
    },
  };
}

function leaderText(scope: Scope, { x, run }: ReturnType<typeof fillLeader>[number]): PlacedText {
  const { element } = scope;
  const { origin } = element;
  return {
    kind: 'text',
    x,
    width: run.width,
    scope,
    isLeader: true,
    endsInSpace: false,
    piece: (baseline) => ({
      kind: 'text',
      x,
      baseline,
      run,
      element,
      origin,
      spaceAfter: false,
      artifact: true,
    }),
  };
}

function boxPiece(
  box: BoxSpan,
  height: LineHeight,
  content: { readonly above: number; readonly below: number },
  base: number,
): LinePiece {
  const { style, element } = box.scope;
  const above = content.above + lengthOf(style.paddingTop, base) + style.borderTopWidth;
  const below = content.below + lengthOf(style.paddingBottom, base) + style.borderBottomWidth;
  return {
    kind: 'box',
    x: box.x,
    y: height.baselineOf(box.scope) - above,
    width: Math.max(0, box.end - box.x),
    height: above + below,
    element,
    isFirst: box.isFirst,
    isLast: box.isLast,
  };
}
