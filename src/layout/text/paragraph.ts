/**
 * Inline layout: collect, shape, break, finalize. A paragraph is shaped once and may then be broken at any
 * width, as often as tables and grids ask for it. Its text is never lost: what does not fit sticks out and is
 * reported.
 */
import { labelsOf } from '../../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import { firstFit, type LineBreakerFunction, type LineWidths, type OnOverflow } from './break-lines.ts';
import type { FontCode } from './codes.ts';
import type { TextContext } from './context.ts';
import { finalizeLines } from './finalize.ts';
import { lineByLine } from './float-lines.ts';
import { createHyphenation } from './hyphenate.ts';
import { knuthPlass } from './knuth-plass.ts';
import type { LineRange } from './line-range.ts';
import type { LineBox, LineSpace, OneLine, Paragraph, PrepareParagraph } from './lines.ts';
import { withoutLoneCharacters } from './lone-character.ts';
import { createMissingReport } from './missing-glyph.ts';
import { type Prepared, prepare } from './prepared.ts';
import { reportRightToLeft, rightToLeft } from './right-to-left.ts';
import { wraps } from './scope.ts';
import { createTextFonts } from './text-font.ts';

/** Binds inline layout to the fonts of a document. Call once for each document: it keeps what it looked up. */
export function prepareParagraph({ fonts, report }: TextContext): PrepareParagraph {
  const textFonts = createTextFonts(fonts);
  const missingGlyphs = createMissingReport(report);
  const hyphenate = createHyphenation(report);
  return (items, block, blockStyle, base = 0) => {
    const missing = missingGlyphs();
    const context = { fonts: textFonts, onMissing: missing.note, hyphenate };
    const paragraph = prepare(context, items, block, blockStyle, Number.isFinite(base) ? base : 0);
    missing.tell();
    if (rightToLeft.test(paragraph.text)) reportRightToLeft(paragraph, report);
    return createParagraph(paragraph, overflowReport({ fonts, report }, paragraph));
  };
}

/** Tells of every line once, however often it is broken. */
function overflowReport(context: TextContext, paragraph: Prepared): OnOverflow {
  let told: Set<number> | undefined;
  return (line, available) => {
    if (told?.has(line.start)) return;
    told ??= new Set();
    told.add(line.start);
    reportOverflow(context, paragraph, line, available);
  };
}

/** css-sizing-3 §5.1: `break-word` gives no opportunities to the least width, `anywhere` does. */
const forSizing = ['anywhere'];
const forLines = ['anywhere', 'break-word'];

/** A document has tens of thousands of paragraphs: methods and getters take less to make than named closures. */
function createParagraph(paragraph: Prepared, onOverflow: OnOverflow): Paragraph {
  let least: number | undefined;
  let most: number | undefined;
  let oneLine: OneLine | undefined;
  return {
    get minContent() {
      least ??= widest(paragraph, 0);
      return least;
    },
    get maxContent() {
      most ??= widest(paragraph, Number.POSITIVE_INFINITY);
      return most;
    },
    lines(width) {
      return linesAt(paragraph, width, onOverflow);
    },
    get oneLine() {
      if (paragraph.count > 0) oneLine ??= lineByLine(paragraph, forLines, onOverflow);
      return oneLine;
    },
    indent(width) {
      return indentAt(paragraph, width);
    },
  };
}

/** The width of the widest line when every line has `available` px. */
function widest(paragraph: Prepared, available: number): number {
  const { px } = paragraph.root.style.textIndent;
  const widths: LineWidths = {
    available(line) {
      return available - (line === 0 ? px : 0);
    },
    emergency: forSizing,
  };
  const ranges = firstFit(paragraph, widths, ignoreOverflow);
  return ranges.reduce((width, range, i) => Math.max(width, range.width + (i === 0 ? px : 0)), 0);
}

function ignoreOverflow(): void {}

function linesAt(paragraph: Prepared, width: number, onOverflow: OnOverflow): readonly LineBox[] {
  const { style } = paragraph.root;
  const indent = indentAt(paragraph, width);
  const spaceOf = spacesAt(width, indent);
  if (paragraph.count === 0) return anchorsOnly(paragraph, spaceOf);
  const widths: LineWidths = {
    available(line) {
      return line === 0 ? width - indent : width;
    },
    emergency: forLines,
  };
  const ranges = breakerFor(style, width)(paragraph, widths, onOverflow);
  const chosen = style.textWrap === 'balance' ? balanced(paragraph, ranges, width, indent) : ranges;
  return finalizeLines(paragraph, withoutLoneCharacters(paragraph, chosen, widths.available), spaceOf);
}

/** The room of every line: the first one is indented. */
function spacesAt(width: number, indent: number): (line: number) => LineSpace {
  const space: LineSpace = { x: 0, available: width };
  return (line) => (line === 0 ? { x: indent, available: width - indent } : space);
}

/** Justified and `pretty` text is broken as a whole, other text line by line. */
function breakerFor(style: ComputedStyle, width: number): LineBreakerFunction {
  const isPretty = style.textWrap === 'pretty';
  const isJustified = style.textAlign === 'justify' && style.textJustify !== 'none';
  const isGreedy = style.textWrap === 'balance' || style.textWrap === 'stable' || !wraps(style);
  if (isGreedy || !(isPretty || isJustified) || !Number.isFinite(width)) return firstFit;
  return knuthPlass({ fit: isJustified ? 'justify' : 'ragged', isPretty });
}

function indentAt({ root: { style } }: Prepared, width: number): number {
  // At an infinite width a percentage of it is no length.
  return style.textIndent.px + (Number.isFinite(width) ? (style.textIndent.percent / 100) * width : 0);
}

/** Inline boxes without text make no line, but their places may be link targets (CSS 2.1 §9.4.2). */
function anchorsOnly(paragraph: Prepared, spaceOf: (line: number) => LineSpace): readonly LineBox[] {
  if (paragraph.edges.length === 0) return [];
  const nothing: LineRange = {
    start: 0,
    end: 1,
    contentEnd: 0,
    visibleEnd: 0,
    ending: 'last',
    hyphen: false,
    trimStart: 0,
    trimEnd: 0,
    width: 0,
  };
  return finalizeLines(paragraph, [nothing], spaceOf).map((line) => ({ ...line, height: 0, baseline: 0 }));
}

/** More lines than this are read as running text, not as a heading. */
const mostBalanced = 10;

/** css-text-4 §6.4.4 `balance`: the narrowest width that needs no more lines, to half a px. */
function balanced(
  paragraph: Prepared,
  ranges: readonly LineRange[],
  width: number,
  indent: number,
): readonly LineRange[] {
  if (ranges.length < 2 || ranges.length > mostBalanced) return ranges;
  let best = ranges;
  for (let low = 0, high = width; high - low > 0.5; ) {
    const middle = (low + high) / 2;
    let overflows = false;
    const candidate = firstFit(
      paragraph,
      { available: (line) => middle - (line === 0 ? indent : 0), emergency: [] },
      () => {
        overflows = true;
      },
    );
    if (candidate.length > ranges.length || overflows) low = middle;
    else {
      best = candidate;
      high = middle;
    }
  }
  return best;
}

const millimetresPerPx = 25.4 / 96;
const inMillimetres = (px: number): string => `${(Math.max(0, px) * millimetresPerPx).toFixed(1)} mm`;
const longestQuoted = 60;

function reportOverflow(
  { report }: TextContext,
  paragraph: Prepared,
  line: LineRange,
  available: number,
): void {
  const { clusters, text } = paragraph;
  const { content, scope } = clusters.runs[clusters.run[line.start]!]!.segment;
  const element = content.kind === 'atomic' ? content.item.element : scope.element;
  const origin = content.kind === 'text' ? content.originAt(clusters.start[line.start]!) : element.origin;
  const word = text.slice(clusters.start[line.start], clusters.start[line.contentEnd]);
  const quoted = word.length > longestQuoted ? `${word.slice(0, longestQuoted)}…` : word;
  const subject = content.kind === 'text' ? `“${quoted}”` : `the <${element.name}>`;
  report({
    code: 'F007' satisfies FontCode,
    severity: 'error',
    message: `${subject} is ${inMillimetres(line.width)} wide, but its line has only ${inMillimetres(available)}`,
    ...labelsOf(origin),
    help:
      content.kind === 'text'
        ? 'Shorten it, mark its syllables with soft hyphens (&#xAD;), allow breaking with `overflow-wrap: anywhere`, or widen the box.'
        : 'Give it a smaller `width` or a `max-width: 100%`, or widen the box.',
  });
}
