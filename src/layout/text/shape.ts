/**
 * Shape: the text of one segment becomes clusters. Each character gets the first face of the cascade that
 * has it (css-fonts-4 §5.3); neighbours of one face are shaped as one word, Han characters one by one.
 */
import { type Clusters, cluster } from './clusters.ts';
import type { Segment } from './collect.ts';
import type { FontFace, Glyph } from './face.ts';
import type { IsHanMark } from './quotes.ts';
import type { TextFont } from './text-font.ts';
import {
  fixedSpaces,
  isAlphanumeric,
  isClosing,
  isCombiningMark,
  isHan,
  isIdeograph,
  isIgnorable,
  isOpening,
  sharedPunctuation,
  standIns,
} from './unicode.ts';

/** Any Han character: the face that draws it also draws the shared marks of Chinese text. */
const anyHan = 0x4e2d;

export interface ShapeContext {
  readonly clusters: Clusters;
  readonly text: string;
  readonly isHanMark: IsHanMark;
  /** Told of every character that no face has. */
  readonly onMissing: (codePoint: number, offset: number, segment: Segment) => void;
}

/** A stretch of text in one face that is not shaped yet; `isSmall` when it is drawn by smaller capitals. */
interface Word {
  start: number;
  face: FontFace | undefined;
  isSmall: boolean;
}

/** Appends the clusters of a text segment. Segments are given in the order of the text. */
export function shapeSegment(context: ShapeContext, segment: Segment, font: TextFont): void {
  const { text, clusters } = context;
  const word: Word = { start: segment.start, face: undefined, isSmall: false };
  for (let at = segment.start; at < segment.end; ) {
    const codePoint = text.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const isShared = codePoint >= 0xb7 && isSharedMark(codePoint) && context.isHanMark(at, font.lang);
    if (isControlled(codePoint)) {
      flushWord(context, segment, font, word, at);
      pushControlled(context, segment, font, codePoint, at);
    } else if (isHan(codePoint)) {
      flushWord(context, segment, font, word, at);
      const face = font.cascade.faceFor(codePoint) ?? missing(context, segment, font, codePoint, at);
      pushHan(clusters, segment, font, face, codePoint, at);
    } else if (isShared && isQuote(codePoint)) {
      flushWord(context, segment, font, word, at);
      pushHan(clusters, segment, font, faceOf(context, segment, font, codePoint, at, true), codePoint, at);
    } else if (standIns.has(codePoint) && font.cascade.faceFor(codePoint) === undefined) {
      flushWord(context, segment, font, word, at);
      const drawn = standIns.get(codePoint)!;
      pushWord(
        clusters,
        segment,
        font,
        faceOf(context, segment, font, drawn, at, false),
        String.fromCodePoint(drawn),
        at,
      );
    } else {
      const face = faceOf(context, segment, font, codePoint, at, isShared);
      const isSmall = font.smallCaps !== undefined && isMadeSmall(font.smallCaps.all, face, codePoint);
      if (word.face !== face || word.isSmall !== isSmall) {
        flushWord(context, segment, font, word, at);
        word.start = at;
        word.face = face;
        word.isSmall = isSmall;
      }
    }
    at = next;
  }
  flushWord(context, segment, font, word, segment.end);
}

function flushWord(context: ShapeContext, segment: Segment, font: TextFont, word: Word, end: number): void {
  const { face, start, isSmall } = word;
  if (face !== undefined) {
    const used = isSmall ? (font.smallCaps?.font ?? font) : font;
    const text = context.text.slice(start, end);
    if (isSmall) pushGlyphs(context.clusters, segment, used, face, smallCapitals(text, face, used), start);
    else pushWord(context.clusters, segment, used, face, text, start);
  }
  word.face = undefined;
}

/** css-fonts-4 §6.6: small capitals are made where the face has none of its own. */
function isMadeSmall(all: boolean, face: FontFace, codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  const capital = character.toUpperCase();
  if (capital === character) return all && character.toLowerCase() !== character && !face.offers('c2sc');
  return !face.offers('smcp') && Array.from(capital).every((letter) => face.has(letter.codePointAt(0)!));
}

/** The glyphs of the capitals of a word, standing for the letters that were written. */
function smallCapitals(text: string, face: FontFace, font: TextFont): readonly Glyph[] {
  const capitals = Array.from(text, (character) => character.toUpperCase());
  // The letter for the first character of its capital, nothing for a second one: ß becomes SS.
  const written = Array.from(text).flatMap((character, i) =>
    Array.from(capitals[i]!, (_, at) => (at === 0 ? [character.codePointAt(0)!] : [])),
  );
  let next = 0;
  return face.shape(capitals.join(''), font.features).map((glyph) => {
    const codePoints = written.slice(next, next + glyph.codePoints.length).flat();
    next += glyph.codePoints.length;
    return { ...glyph, codePoints };
  });
}

function isSharedMark(codePoint: number): boolean {
  return (
    codePoint === 0xb7 ||
    (codePoint >= 0x2014 && codePoint <= 0x2026 && sharedPunctuation.test(String.fromCharCode(codePoint)))
  );
}

function isQuote(codePoint: number): boolean {
  return codePoint >= 0x2018 && codePoint <= 0x201d;
}

/** Characters that make a cluster of their own without being shaped. */
function isControlled(codePoint: number): boolean {
  if (codePoint < 0x300) return codePoint <= 0x20 || codePoint === 0xa0 || codePoint === 0xad;
  return isIgnorable(codePoint) || (fixedSpaces.has(codePoint) && codePoint !== 0x3000);
}

function pushControlled(
  context: ShapeContext,
  segment: Segment,
  font: TextFont,
  codePoint: number,
  at: number,
): void {
  const { clusters } = context;
  const space = font.cascade.primary;
  const spaceGlyphs = space.shape(' ', []);
  switch (codePoint) {
    case 0x20:
      push(clusters, segment, font, space, at, spaceGlyphs, cluster.space | cluster.wordSeparator);
      break;
    case 0xa0:
      push(clusters, segment, font, space, at, spaceGlyphs, cluster.wordSeparator);
      break;
    case 0x09:
      push(clusters, segment, font, space, at, spaceGlyphs, cluster.space | cluster.tab);
      break;
    case 0x0a:
      push(clusters, segment, font, space, at, [], cluster.lineFeed | cluster.invisible);
      break;
    case 0xad:
      push(clusters, segment, font, space, at, [], cluster.softHyphen | cluster.invisible);
      break;
    default: {
      const fraction = fixedSpaces.get(codePoint);
      if (fraction === undefined) push(clusters, segment, font, space, at, [], cluster.invisible);
      else pushFixedSpace(clusters, segment, font, codePoint, fraction, at);
    }
  }
}

/** A face's own thin space, or a space of the width that Unicode gives it. */
function pushFixedSpace(
  clusters: Clusters,
  segment: Segment,
  font: TextFont,
  codePoint: number,
  fraction: number,
  at: number,
): void {
  const { primary } = font.cascade;
  const glyphs = primary.has(codePoint)
    ? primary.shape(String.fromCodePoint(codePoint), [])
    : primary.shape(' ', []).map((glyph) => ({ ...glyph, advance: fraction * primary.unitsPerEm }));
  push(clusters, segment, font, primary, at, glyphs, 0);
}

function faceOf(
  context: ShapeContext,
  segment: Segment,
  font: TextFont,
  codePoint: number,
  at: number,
  isShared: boolean,
): FontFace {
  if (isShared) {
    const han = font.cascade.faceFor(anyHan);
    if (han?.has(codePoint)) return han;
  }
  return font.cascade.faceFor(codePoint) ?? missing(context, segment, font, codePoint, at);
}

function missing(
  context: ShapeContext,
  segment: Segment,
  font: TextFont,
  codePoint: number,
  at: number,
): FontFace {
  if (!font.cascade.isLacking) context.onMissing(codePoint, at, segment);
  return font.cascade.primary;
}

function pushHan(
  clusters: Clusters,
  segment: Segment,
  font: TextFont,
  face: FontFace,
  codePoint: number,
  at: number,
): void {
  push(
    clusters,
    segment,
    font,
    face,
    at,
    face.shape(String.fromCodePoint(codePoint), []),
    hanFlags(codePoint),
  );
  dropFlagsOfNarrow(clusters, font);
}

function hanFlags(codePoint: number): number {
  return (
    cluster.wide |
    (isIdeograph(codePoint) ? cluster.ideograph : 0) |
    (isOpening(codePoint) ? cluster.opening : 0) |
    (isClosing(codePoint) ? cluster.closing : 0)
  );
}

/** A face that draws full-width forms narrow has no blank halves to trim. */
function dropFlagsOfNarrow(clusters: Clusters, font: TextFont): void {
  const last = clusters.flags.length - 1;
  if (clusters.width[last]! < font.size * 0.9)
    clusters.flags[last]! &= ~(cluster.wide | cluster.opening | cluster.closing);
}

function pushWord(
  clusters: Clusters,
  segment: Segment,
  font: TextFont,
  face: FontFace,
  text: string,
  start: number,
): void {
  pushGlyphs(clusters, segment, font, face, face.shape(text, font.features), start);
}

/** Splits the glyphs of a word into clusters: those without code points and marks stay with the one before. */
function pushGlyphs(
  clusters: Clusters,
  segment: Segment,
  font: TextFont,
  face: FontFace,
  glyphs: readonly Glyph[],
  start: number,
): void {
  let at = start;
  for (let i = 0; i < glyphs.length; ) {
    let end = i + 1;
    let length = lengthOf(glyphs[i]!);
    while (end < glyphs.length && isFollower(glyphs[end]!)) length += lengthOf(glyphs[end++]!);
    const codePoint = glyphs[i]!.codePoints[0] ?? 0;
    push(clusters, segment, font, face, at, glyphs, wordFlags(codePoint), i, end);
    if (codePoint >= 0x2014 && isSharedMark(codePoint)) dropFlagsOfNarrow(clusters, font);
    at += length;
    i = end;
  }
}

function wordFlags(codePoint: number): number {
  if (isAlphanumeric(codePoint)) return cluster.alphanumeric;
  return codePoint >= 0x2014 && isSharedMark(codePoint) ? hanFlags(codePoint) : 0;
}

function isFollower(glyph: Glyph): boolean {
  const first = glyph.codePoints[0];
  return first === undefined || isCombiningMark(first);
}

/** UTF-16 length of what a glyph stands for. */
function lengthOf(glyph: Glyph): number {
  let length = 0;
  for (const codePoint of glyph.codePoints) length += codePoint > 0xffff ? 2 : 1;
  return length;
}

/** Appends one cluster drawn by `glyphs[from..to)`. */
export function push(
  clusters: Clusters,
  segment: Segment,
  font: TextFont,
  face: FontFace,
  at: number,
  glyphs: readonly Glyph[],
  flags: number,
  from = 0,
  to = glyphs.length,
): void {
  const { runs } = clusters;
  const last = runs[runs.length - 1];
  // What draws nothing needs no face of its own.
  if (
    last === undefined ||
    last.segment !== segment ||
    ((last.face !== face || last.font !== font) && to > from)
  )
    runs.push({ segment, font, face });
  let advance = 0;
  clusters.start.push(at);
  clusters.glyphStart.push(clusters.glyphs.length);
  for (let i = from; i < to; i++) {
    const glyph = glyphs[i]!;
    advance += glyph.advance;
    clusters.glyphs.push(glyph);
  }
  clusters.width.push((advance * font.size) / face.unitsPerEm);
  clusters.flags.push(flags);
  clusters.run.push(runs.length - 1);
}
