/** For tests: HTML and CSS in, pages of square glyphs out, as items and as a short readable text. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { positionOf } from '../../diagnostics/position.ts';
import { readMarkup } from '../../markup/index.ts';
import type { Color } from '../../markup/style.ts';
import { finishedDocument } from '../../template/merged.ts';
import type { Files } from '../../world.ts';
import type { DisplayItem, LaidOut, Radii, Rect } from '../display.ts';
import { type DocumentContext, layoutWith } from '../document.ts';
import { loadFlexEngine } from '../flex/yoga.ts';
import type { GlyphRun } from '../text/face.ts';
import { squareText } from './square-text.ts';

const flexEngine = await loadFlexEngine();

/** Pages of 200 by 100 px without margins, text of 10 px squares on lines of 10 px. */
const ground = `@page { size: 200px 100px; margin: 0 } body { margin: 0; font: 10px/10px sans-serif }
  p, h1, h2, h3, ul, ol, figure, table, td, th { margin: 0; padding: 0 } h1, h2, h3 { font-size: 10px } table { border-spacing: 0 }
  * { orphans: 1; widows: 1 }`;

export interface TestPages {
  readonly laidOut: LaidOut | undefined;
  /** `line:column code message` */
  readonly messages: readonly string[];
  /** Per page `text@x,y` of each text, y its top. */
  readonly texts: readonly (readonly string[])[];
}

/** Lays out a body with a style sheet. */
export function layoutBody(
  body: string,
  css = '',
  bytes: Readonly<Record<string, Uint8Array>> = {},
): TestPages {
  return layoutHtml(
    `<html lang="en"><head><title>T</title><style>${ground} ${css}</style></head><body>${body}</body></html>`,
    bytes,
  );
}

/** Titles, languages, headings, header cells and alternatives. */
const ofTaggedFiles: ReadonlySet<string> = new Set(['M201', 'M202', 'M203', 'M204', 'M205']);

/** Lays out a whole document. Markup faults that only tagged files have are let pass; others fail the test. */
export function layoutHtml(
  html: string,
  bytes: Readonly<Record<string, Uint8Array>> = {},
  openText: DocumentContext['openText'] = () => squareText,
): TestPages {
  const files: Files = { read: (path) => bytes[path], list: () => [] };
  const read = readMarkup(finishedDocument({ path: 'a.html', text: html }), { files, lenient: false });
  const faults = read.diagnostics.filter(({ code }) => !ofTaggedFiles.has(code));
  if (!read.value || faults.length > 0) throw new Error(faults.map(printMessage).join('\n'));
  const { value, diagnostics } = layoutWith(read.value, {
    files,
    lenient: false,
    openText,
    flexEngine,
  });
  return {
    laidOut: value,
    messages: diagnostics.map(printMessage),
    texts: (value?.pages ?? []).map(({ items }) => textsOf(items)),
  };
}

function printMessage({ code, message, primary }: Diagnostic): string {
  const position = primary && positionOf(primary.span.source, primary.span.start);
  return `${position ? `${position.line}:${position.column} ` : ''}${code} ${message}`;
}

function textsOf(items: readonly DisplayItem[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'text'
      ? [`${item.run.text}@${round(item.x)},${round(item.baseline - item.run.size * 0.8)}`]
      : [],
  );
}

/** The text of all pages in the order of painting, pages apart by `|`. */
export function wordsOf({ laidOut }: TestPages): string {
  const pages = laidOut?.pages ?? [];
  return pages
    .map(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.run.text] : [])).join(' '))
    .join(' | ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function printRect({ x, y, width, height }: Rect): string {
  return `${round(x)},${round(y)} ${round(width)}x${round(height)}`;
}

function printColor({ r, g, b, alpha }: Color): string {
  const hex = [r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('');
  return `#${hex}${alpha === 1 ? '' : `/${round(alpha)}`}`;
}

/** All pages and messages as text: one item a line, positions in px, text by its top left corner. */
export function printPages({ laidOut, messages }: TestPages): string {
  const pages = (laidOut?.pages ?? []).map(({ number, label, name, width, height, items }) => {
    const printed = label.text === String(number) ? '' : ` “${label.text}”`;
    const head = `page ${number}${printed}${name === '' ? '' : ` ${name}`} ${round(width)}x${round(height)}`;
    return [head, ...items.map((item) => `  ${printItem(item)}`)].join('\n');
  });
  const ids = [...(laidOut?.anchors ?? [])].filter(([id]) => !id.includes(' '));
  const anchors = ids.map(([id, { page, x, y }]) => `anchor #${id} page ${page} at ${round(x)},${round(y)}`);
  const bookmarks = (laidOut?.bookmarks ?? []).map(
    ({ level, text, at, isOpen }) =>
      `bookmark ${level} "${text}"${isOpen ? '' : ' closed'} page ${at.page} at ${round(at.x)},${round(at.y)}`,
  );
  return `${[...pages, ...anchors, ...bookmarks, ...messages].join('\n')}\n`;
}

/** A hyphen that is drawn; where each word, or each Han character, of a run with uneven spacing begins. */
function printStarts(x: number, { glyphs, spacing, size, face, text }: GlyphRun): string {
  const isEven = spacing.every((space) => space === 0) && !text.includes('\t');
  if (isEven) return glyphs.at(-1)?.codePoints[0] === 0xad ? ' -' : '';
  const starts: number[] = [];
  let pen = x;
  let wasSpace = true;
  glyphs.forEach(({ advance, codePoints }, i) => {
    const isSpace = codePoints[0] === 0x20;
    if (!isSpace && (wasSpace || (codePoints[0] ?? 0) > 0x2e80)) starts.push(round(pen));
    wasSpace = isSpace;
    pen += (advance * size) / face.unitsPerEm + spacing[i]!;
  });
  return ` at ${starts.join(' ')}`;
}

/** ` round` and the radii of the corners, vertical ones after a slash; nothing where all are sharp. */
function printRadii(radii: Radii): string {
  if (radii.every(({ x, y }) => x === 0 && y === 0)) return '';
  const list = (values: readonly number[]): string =>
    [...new Set(values.map(round))].length === 1 ? String(round(values[0]!)) : values.map(round).join(' ');
  const across = list(radii.map(({ x }) => x));
  const along = list(radii.map(({ y }) => y));
  return ` round ${across}${along === across ? '' : ` / ${along}`}`;
}

/** The image of a background: where its first copy lies, what the next ones are away, and the stops of gradients. */
function printImage({
  tile,
  stepX,
  stepY,
  image,
}: Extract<DisplayItem, { kind: 'background-image' }>): string {
  const steps = stepX > 0 || stepY > 0 ? ` every ${round(stepX)},${round(stepY)}` : '';
  const place = `at ${printRect(tile)}${steps}`;
  if (image.kind === 'image') return `${image.path} ${place}`;
  const point = ({ x, y }: { x: number; y: number }): string => `${round(x)},${round(y)}`;
  const line =
    image.kind === 'linear-gradient'
      ? `${point(image.from)} to ${point(image.to)}`
      : `${point(image.center)} radii ${point(image.radii)}`;
  const stops = image.stops.map(({ color, at }) => `${printColor(color)} ${round(at * 100)}%`);
  return `${image.kind} ${place} ${line}: ${stops.join(', ')}`;
}

function printItem(item: DisplayItem): string {
  switch (item.kind) {
    case 'text': {
      const artifact = 'artifact' in item.owner ? ` (${item.owner.artifact})` : '';
      return `text ${round(item.x)},${round(item.baseline - item.run.size * 0.8)} "${item.run.text}"${item.spaceAfter ? '_' : ''}${artifact}${printStarts(item.x, item.run)}`;
    }
    case 'rule':
      return `rule ${printRect(item.rect)}`;
    case 'background':
      return `background ${printRect(item.rect)} ${printColor(item.color)}${printRadii(item.radii)}`;
    case 'background-image':
      return `background ${printRect(item.rect)}${printRadii(item.radii)} ${printImage(item)}`;
    case 'border': {
      const edges = (['top', 'right', 'bottom', 'left'] as const).filter((side) => item[side].width > 0);
      return `border ${printRect(item.rect)}${printRadii(item.radii)} ${edges.map((side) => `${side} ${round(item[side].width)} ${item[side].style}`).join(', ')}`;
    }
    case 'image':
      return `image ${printRect(item.rect)} ${item.path}${item.clip ? ` clip ${printRect(item.clip)}` : ''}`;
    case 'drawing':
      return `drawing ${printRect(item.rect)}`;
    case 'link':
      return `link ${printRect(item.rect)} ${item.href}`;
    case 'push':
      return `push${item.clip ? ` clip ${printRect(item.clip)}${item.radii ? printRadii(item.radii) : ''}` : ''}${item.opacity < 1 ? ` opacity ${item.opacity}` : ''}`;
    case 'pop':
      return 'pop';
  }
}
