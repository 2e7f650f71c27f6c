/**
 * Break lines by Knuth and Plass: the paragraph as a whole decides where each line ends. The only module that
 * knows `tex-linebreak`. Long paragraphs are broken some dozen lines at a time, so that the work grows with
 * the text; what the algorithm cannot break well is broken by first fit, so that every paragraph has lines.
 */
import { createRequire } from 'node:module';
import type { InputItem } from 'tex-linebreak';
import { firstFit, type LineBreakerFunction, type LineWidths, nextLine } from './break-lines.ts';
import { breakAt } from './breaks.ts';
import { cluster } from './clusters.ts';
import { sumWithin } from './justify.ts';
import { endsInHyphen, hyphenWidth, type LineRange, lineTo, tolerance, trimOfEnd } from './line-range.ts';
import { loneCharacterAt } from './lone-character.ts';
import type { Prepared } from './prepared.ts';

/** Loaded by the first paragraph that needs it. */
const load = createRequire(import.meta.url);

/** Costs that forbid a line end and that force one. */
const MAX_COST = 1000;
const MIN_COST = -1000;

/** `justify` fills lines by stretching and shrinking, `ragged` looks for right edges that are even. */
export type Fit = 'justify' | 'ragged';

/** Lines that are looked at together, and how many of the last of them are broken again with what follows. */
const linesTogether = 40;
const linesAgain = 4;

/** Undesirability of line ends, on the scale of TeX, where a badly stretched line has some hundred. */
const cost = { hyphen: 50, writtenHyphen: 20, shortLastLine: 700, loneWord: 930, loneCharacter: 950 };
/** Against hyphens at the end of two lines one after the other, and a loose line beside a tight one (demerits). */
const demerits = { doubleHyphenPenalty: 10_000, adjacentLooseTightPenalty: 5_000 };
/** Of a word and its space: how much room at the right edge of a ragged line is as bad as a stretch of one. */
const raggedStretch = 0.2;
/** How loose a line may be, as a multiple of its stretch, for the sake of a last line that is not short. */
const prettyRatio = 3;
/** Of the width: a last line that is shorter looks lost under `text-wrap: pretty`. */
const shortLastLine = 1 / 3;

interface Options {
  readonly fit: Fit;
  /** Avoid a short last line. */
  readonly isPretty: boolean;
}

/** A stretch of clusters as boxes, glue and penalties; `ends[item]` is the cluster after a line that ends there. */
interface Items {
  readonly items: InputItem[];
  readonly ends: number[];
}

/** The breaker for a kind of text, as `firstFit` is one. */
export function knuthPlass(options: Options): LineBreakerFunction {
  return (paragraph, widths, onOverflow) => {
    const lines: LineRange[] = [];
    const push = (line: LineRange): void => {
      lines.push(line);
    };
    for (let start = 0; start < paragraph.count; start = lines.at(-1)!.end) {
      const first = lines.length;
      const availableAt = (line: number): number => widths.available(first + line);
      const available = availableAt(0);
      const end = windowEnd(paragraph, start, available, availableAt(1));
      for (const line of optimalLines(paragraph, start, end, availableAt, options)) push(line);
      if (lines.length > first) continue;
      const line = nextLine(paragraph, start, available + tolerance, widths.emergency);
      if (line.width > available + tolerance) onOverflow(line, available);
      push(line);
    }
    return options.fit === 'justify' ? leastTorn(paragraph, lines, widths) : lines;
  };
}

/** Looser than this, in multiples of its stretch (half a space, mostly), a line falls apart into words. */
const tornRatio = 15;

/**
 * A line of one long word cannot be filled, which the algorithm holds to be worse than anything; it then tears the
 * lines around it. Broken line by line they may be whole.
 */
function leastTorn(
  paragraph: Prepared,
  lines: readonly LineRange[],
  widths: LineWidths,
): readonly LineRange[] {
  const torn = loosest(paragraph, lines, widths);
  if (torn <= tornRatio) return lines;
  const plain = firstFit(paragraph, widths, () => {});
  return loosest(paragraph, plain, widths) < torn ? plain : lines;
}

/** The greatest stretch of a line, as a multiple of what its spaces give; a line of one word has nothing to tear. */
function loosest(paragraph: Prepared, lines: readonly LineRange[], { available }: LineWidths): number {
  const { stretch } = paragraph.elasticity();
  return lines.reduce((most, line, i) => {
    const give = line.ending === 'soft' ? sumWithin(stretch, line.start, line.visibleEnd) : 0;
    return give > 0 ? Math.max(most, (available(i) - line.width) / give) : most;
  }, 0);
}

/** The next forced break, or a line end some dozen lines further on, or in front of a word that fits no line. */
function windowEnd(
  { breaks, total, count }: Prepared,
  start: number,
  first: number,
  available: number,
): number {
  const limit = total[start]! + available * linesTogether;
  const longestWord = Math.max(first, available) * 2;
  let last = start;
  for (let i = start; i < count; i++) {
    const kind = breaks[i]!;
    if (kind === breakAt.forced || (kind === breakAt.allowed && total[i + 1]! > limit)) return i + 1;
    if (kind !== breakAt.none) last = i + 1;
    else if (total[i + 1]! - total[last]! > longestWord) return last;
  }
  return count;
}

/** The lines of `start..end` up to the first that does not fit; without the last few when the text goes on. */
function optimalLines(
  paragraph: Prepared,
  start: number,
  end: number,
  availableAt: (line: number) => number,
  options: Options,
): readonly LineRange[] {
  if (end === start) return [];
  const isWhole = end === paragraph.count || paragraph.breaks[end - 1] === breakAt.forced;
  const { items, ends } = itemsOf(paragraph, start, end, availableAt(1), options, isWhole);
  const { breakLines } = load('tex-linebreak') as typeof import('tex-linebreak');
  const places = breakLines(items, lineLengths(items, availableAt), {
    maxAdjustmentRatio: null,
    initialMaxAdjustmentRatio: options.isPretty && isWhole ? prettyRatio : 1,
    ...demerits,
  });
  const lines: LineRange[] = [];
  let from = start;
  for (const place of places.slice(1)) {
    const available = availableAt(lines.length);
    const line = lineTo(paragraph, from, ends[place]!, available + tolerance);
    const over = line.width - available;
    if (over > tolerance && over > shrinkOf(paragraph, line, options) + tolerance) break;
    lines.push(line);
    from = line.end;
  }
  return isWhole || from < end ? lines : lines.slice(0, Math.max(1, lines.length - linesAgain));
}

function shrinkOf(paragraph: Prepared, line: LineRange, { fit }: Options): number {
  return fit === 'ragged' ? 0 : sumWithin(paragraph.elasticity().shrink, line.start, line.visibleEnd);
}

/** One length when all lines have the same, else one for each line that there may be. */
function lineLengths(items: readonly InputItem[], availableAt: (line: number) => number): number | number[] {
  const most = items.reduce((count, { type }) => (type === 'box' ? count + 1 : count), 2);
  const lengths = Array.from({ length: most }, (_, line) => Math.max(0, availableAt(line)));
  return lengths.every((length) => length === lengths[0]) ? lengths[0]! : lengths;
}

/** The clusters `start..end` as the algorithm sees them, ended by a forced break. */
function itemsOf(
  paragraph: Prepared,
  start: number,
  end: number,
  available: number,
  { fit, isPretty }: Options,
  isWhole: boolean,
): Items {
  const { clusters, breaks, gaps, lead, trail, total } = paragraph;
  const elasticity = fit === 'ragged' ? undefined : paragraph.elasticity();
  const items: InputItem[] = [];
  const ends: number[] = [];
  const add = (item: InputItem, lineEnd = -1): void => {
    items.push(item);
    ends.push(lineEnd);
  };
  let width = 0;
  const flush = (): void => {
    add({ type: 'box', width });
    width = 0;
  };
  const lone = isWhole ? loneCharacterAt(paragraph, end) : end;
  const lastBreak = isPretty ? breaks.lastIndexOf(breakAt.allowed, end - 2) : -1;
  const costAt = (i: number): number => {
    if (!isWhole) return 0;
    const rest = total[end]! - total[i + 1]!;
    if (i + 1 >= lone) return cost.loneCharacter;
    const short = available * shortLastLine;
    if (!isPretty || rest >= short) return 0;
    return i === lastBreak ? cost.loneWord : cost.shortLastLine * (1 - rest / short);
  };
  for (let i = start; i < end; i++) {
    const flags = clusters.flags[i]!;
    const kind = i + 1 < end ? breaks[i]! : breakAt.none;
    width += lead[i] ?? 0;
    const isSpace = (flags & cluster.space) !== 0;
    const own = clusters.width[i]! + (trail[i] ?? 0);
    if (!isSpace) width += own;
    const gap = (isSpace ? own : 0) + gaps[i]!;
    const stretch = elasticity ? elasticity.stretch[i]! : Math.max(0, width + gap) * raggedStretch;
    const shrink = elasticity ? elasticity.shrink[i]! : 0;
    const glue: InputItem = { type: 'glue', width: gap, stretch, shrink };
    if (kind === breakAt.none) {
      // Spaces before an opportunity hang with the one before it.
      if (isSpace && isFollowedBySpace(paragraph, i, end)) width += gap;
      else if (fit === 'ragged' || (stretch === 0 && shrink === 0)) width += gap;
      else {
        flush();
        add({ type: 'penalty', width: 0, cost: MAX_COST, flagged: false });
        add(glue);
      }
    } else if (endsInHyphen(paragraph, i)) {
      flush();
      add(
        { type: 'penalty', width: hyphenWidth(paragraph, i), cost: cost.hyphen + costAt(i), flagged: true },
        i + 1,
      );
      if (gap !== 0) add({ type: 'glue', width: gap, stretch: 0, shrink: 0 });
    } else {
      flush();
      const here = costAt(i) + (isWrittenHyphen(paragraph, i) ? cost.writtenHyphen : 0);
      const trim = trimOfEnd(paragraph, i, true);
      if (here > 0 || trim > 0) add({ type: 'penalty', width: -trim, cost: here, flagged: false }, i + 1);
      add(glue, i + 1);
    }
  }
  flush();
  add({ type: 'penalty', width: 0, cost: MAX_COST, flagged: false });
  const isFilled = paragraph.root.style.textAlignLast === 'justify';
  add({ type: 'glue', width: 0, stretch: available * (isFilled ? 0.2 : 1000), shrink: 0 });
  add({ type: 'penalty', width: 0, cost: MIN_COST, flagged: false }, end);
  return { items, ends };
}

function isFollowedBySpace({ clusters }: Prepared, i: number, end: number): boolean {
  return i + 1 < end && (clusters.flags[i + 1]! & cluster.space) !== 0;
}

/** A hyphen or dash that was written: a line ends there less well than at a space. */
function isWrittenHyphen({ clusters, text }: Prepared, i: number): boolean {
  const unit = text.charCodeAt(clusters.start[i + 1]! - 1);
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2014);
}
