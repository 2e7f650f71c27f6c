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
import type { LineBox, Paragraph, PrepareParagraph } from './lines.ts';
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
    const told = new Set<number>();
    const onOverflow: OnOverflow = (line, available) => {
      if (told.has(line.start)) return;
      told.add(line.start);
      reportOverflow({ fonts, report }, paragraph, line, available);
    };
    return createParagraph(paragraph, onOverflow);
  };
}

/** css-sizing-3 §5.1: `break-word` gives no opportunities to the least width, `anywhere` does. */
const forSizing = ['anywhere'];
const forLines = ['anywhere', 'break-word'];

function createParagraph(paragraph: Prepared, onOverflow: OnOverflow): Paragraph {
  let least: number | undefined;
  let most: number | undefined;
  const widest = (available: number): number => {
    const { px } = paragraph.root.style.textIndent;
    const ranges = firstFit(
      paragraph,
      { available: (line) => available - (line === 0 ? px : 0), emergency: forSizing },
      () => {},
    );
    return ranges.reduce((width, range, i) => Math.max(width, range.width + (i === 0 ? px : 0)), 0);
  };
  return {
    get minContent() {
      least ??= widest(0);
      return least;
    },
    get maxContent() {
      most ??= widest(Number.POSITIVE_INFINITY);
      return most;
    },
    lines: (width) => linesAt(paragraph, width, onOverflow),
    oneLine: paragraph.count === 0 ? undefined : lineByLine(paragraph, forLines, onOverflow),
    indent: (width) => indentAt(paragraph, width),
  };
}

function linesAt(paragraph: Prepared, width: number, onOverflow: OnOverflow): readonly LineBox[] {
  const { style } = paragraph.root;
  const indent = indentAt(paragraph, width);
  const spaceOf = (line: number) =>
    line === 0 ? { x: indent, available: width - indent } : { x: 0, available: width };
  if (paragraph.count === 0) return anchorsOnly(paragraph, spaceOf);
  const widths: LineWidths = { available: (line) => spaceOf(line).available, emergency: forLines };
  const ranges = breakerFor(style, width)(paragraph, widths, onOverflow);
  const chosen = style.textWrap === 'balance' ? balanced(paragraph, ranges, width, indent) : ranges;
  return finalizeLines(paragraph, withoutLoneCharacters(paragraph, chosen, widths.available), spaceOf);
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
function anchorsOnly(
  paragraph: Prepared,
  spaceOf: (line: number) => { x: number; available: number },
): readonly LineBox[] {
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
