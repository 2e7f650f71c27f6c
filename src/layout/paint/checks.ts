/** What would be lost or printed over on paper: reported once for each place, with the page it happens on. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../../diagnostics/span.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Rect } from '../display.ts';
import { faultAt } from '../fault.ts';
import type { BoxFragment, LineFragment } from '../fragment.ts';
import type { GlyphRun } from '../text/face.ts';

/** `sheet` is the page and `bleed` how far pictures may reach over its edges; `clip` the part of it that boxes with `overflow: hidden` leave visible. */
export interface Checks {
  readonly report: Report;
  readonly sheet: Rect;
  readonly bleed: number;
  readonly clip?: Rect;
  readonly page: number;
}

/** Overhang in px that nobody sees. */
const tolerance = 1;

/** Boxes that did not fit where they had to go. */
export function checkBox(
  { report, page }: Checks,
  { box, spilled, tooWide, widest, tooFull, baseless }: BoxFragment,
): void {
  const { element } = box;
  const name = `\`<${element.name}>\``;
  if (spilled) report(faultAt('L001', element.origin, `${name} is taller than page ${page} has room for.`));
  if (tooWide !== undefined)
    report(
      faultAt(
        'L004',
        element.origin,
        `${name} is ${millimetres(tooWide)} wider than the room it has (page ${page})${widestOf(widest)}.`,
      ),
    );
  if (baseless !== undefined)
    report(
      faultAt(
        'L044',
        element.origin,
        `The \`${baseless}\` of ${name} is a percentage, but the box around it has no definite height.`,
        { severity: 'warning' },
      ),
    );
  // What is clipped on purpose is fine; text that is cut off is told at the text.
  if (tooFull !== undefined && box.style.overflow !== 'hidden') {
    report(
      faultAt(
        'L005',
        element.origin,
        `${name} holds ${millimetres(tooFull)} more than its fixed height (page ${page}).`,
      ),
    );
  }
}

/** Lines taller than a page, and lines that run into each other. */
export function checkLine(checks: Checks, fragment: LineFragment): void {
  if (fragment.spilled) tellSpilled(checks, fragment);
  const { line, box } = fragment;
  const text = line.pieces.find((piece) => piece.kind === 'text');
  if (text?.kind !== 'text' || text.run.size <= 2 * line.height) return;
  const message = `A line of \`<${box.element.name}>\` is ${millimetres(line.height)} high, its letters ${millimetres(text.run.size)} (page ${checks.page}).`;
  checks.report(faultAt('L046', text.origin, message, { severity: 'warning' }));
}

function tellSpilled({ report, page }: Checks, { line, box }: LineFragment): void {
  const text = line.pieces.find((piece) => piece.kind === 'text');
  const atomic = line.pieces.find((piece) => piece.kind === 'atomic');
  const origin =
    text?.kind === 'text'
      ? text.origin
      : atomic?.kind === 'atomic'
        ? atomic.item.element.origin
        : box.element.origin;
  report(
    faultAt('L001', origin, `A line of \`<${box.element.name}>\` is taller than page ${page} has room for.`),
  );
}

/** Text in px that nobody can read. */
const leastSize = 1;

/** Text off the paper, cut by a clip or invisibly small, judged by where its ink may be: 0.7 em above the baseline, 0.2 em below. */
export function checkText(
  checks: Checks,
  { x, baseline, run, origin }: { x: number; baseline: number; run: GlyphRun; origin: Origin },
): void {
  if (run.text.trim() === '') return;
  if (run.size < leastSize)
    checks.report(
      faultAt(
        'L045',
        origin,
        `“${shortened(run.text)}” is set ${millimetres(run.size)} high on page ${checks.page}.`,
        { severity: 'warning' },
      ),
    );
  const { start, end } = reachOf(run);
  const ink: Rect = {
    x: x + start,
    y: baseline - run.size * 0.7,
    width: end - start,
    height: run.size * 0.9,
  };
  if (checks.clip && !isInside(ink, checks.clip))
    checks.report(
      faultAt(
        'L003',
        origin,
        `“${shortened(run.text)}” is cut off by a box with \`overflow: hidden\` on page ${checks.page}.`,
      ),
    );
  else if (!isInside(ink, checks.sheet))
    checks.report(faultAt('L002', origin, `“${shortened(run.text)}” lies off page ${checks.page}.`));
}

/** How far glyphs reach from where a run begins: negative letter-spacing may lead back beyond that. */
function reachOf({ glyphs, spacing, size, face, width }: GlyphRun): { start: number; end: number } {
  const scale = size / face.unitsPerEm;
  let [pen, start, end] = [0, 0, width];
  for (const [i, { advance }] of glyphs.entries()) {
    start = Math.min(start, pen);
    pen += advance * scale;
    end = Math.max(end, pen);
    pen += spacing[i] ?? 0;
  }
  return { start, end };
}

/** Pictures off the paper; to crop one by a clip is what clips are for. */
export function checkPicture(
  { report, sheet, bleed, clip, page }: Checks,
  rect: Rect,
  element: StyledElement,
): void {
  if (!clip && !isInside(rect, grown(sheet, bleed)))
    report(faultAt('L002', element.origin, `\`<${element.name}>\` lies partly off page ${page}.`));
}

/** A rectangle made larger on all sides. */
export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  );
}

function widestOf(widest: BoxFragment['widest']): string {
  return widest ? `; its widest word is “${shortened(widest.text)}”` : '';
}

/** The first words of a text. */
export function shortened(text: string): string {
  const characters = [...text.trim()];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('');
}

function millimetres(px: number): string {
  const length = (px * 25.4) / 96;
  return `${length < 0.001 ? 0 : Number(length.toPrecision(2))} mm`;
}
