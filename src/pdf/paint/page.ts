/** Paints one page of the display list: every item in order, each inside the marked content of its owner. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import { labelsOf, type Report } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../../diagnostics/span.ts';
import type { DisplayItem, Owner, Page, Rect } from '../../layout/display.ts';
import { pdfCodes } from '../codes.ts';
import type { EmbeddedImage } from '../image/image-book.ts';
import { imagePlace } from '../image/place.ts';
import { addKid, type StructNode } from '../tags/node.ts';
import type { StructurePlan } from '../tags/plan.ts';
import { paintBorder } from './borders.ts';
import { paintBackground, paintRule } from './boxes.ts';
import type { Canvas, PageCanvas } from './canvas.ts';
import type { Mark } from './content.ts';
import { paintDrawing } from './drawing.ts';
import { boxPath, rectPath, SQUARE } from './path.ts';
import { paintRun } from './text.ts';
import { type PaintTile, paintBackgroundImage } from './tiles.ts';

export type LinkItem = Extract<DisplayItem, { readonly kind: 'link' }>;

/** What a painted page leaves for the structure tree and the annotations. */
export interface PaintedPage {
  /** The owner of every marked-content identifier. */
  readonly owners: readonly StructNode[];
  readonly links: readonly LinkItem[];
}

/** A page while it is painted. `opacities` multiplies those of the groups around an item. */
interface Easel {
  readonly canvas: Canvas;
  readonly page: Page;
  readonly index: number;
  readonly plan: StructurePlan;
  readonly report: Report;
  readonly owners: StructNode[];
  readonly links: LinkItem[];
  readonly opacities: number[];
  readonly marks: Map<StructNode, Mark>;
}

/** `index` counts pages from 0. Opacity of a group is given to each item in it, as if none overlapped. */
export function paintPage(
  canvas: PageCanvas,
  page: Page,
  index: number,
  plan: StructurePlan,
  report: Report,
): PaintedPage {
  const easel: Easel = {
    canvas,
    page,
    index,
    plan,
    report,
    owners: [],
    links: [],
    opacities: [1],
    marks: new Map(),
  };
  for (const item of page.items) paintItem(easel, item);
  if (easel.opacities.length !== 1) throw new Error(`Page ${page.number} ends inside a group.`);
  canvas.finish();
  return { owners: easel.owners, links: easel.links };
}

function paintItem(easel: Easel, item: DisplayItem): void {
  const { canvas } = easel;
  const { content } = canvas;
  const opacity = easel.opacities.at(-1)!;
  switch (item.kind) {
    case 'text': {
      content.mark(markOf(easel, item.owner, item.baseline, item.origin));
      const alpha = item.color.alpha * opacity;
      canvas.alpha(alpha, alpha);
      content.fillColor(item.color);
      const font = canvas.font(item.run.face);
      paintRun(content, font, item.run, item.x, item.baseline, item.spaceAfter ?? false);
      break;
    }
    case 'rule':
      content.mark(LAYOUT);
      paintRule(canvas, item.rect, item.color, opacity);
      break;
    case 'background':
      content.mark(LAYOUT);
      paintBackground(canvas, item, opacity);
      break;
    case 'background-image':
      content.mark(LAYOUT);
      paintBackgroundImage(canvas, item, tileOf(easel, item), opacity);
      break;
    case 'border':
      content.mark(LAYOUT);
      paintBorder(canvas, item, opacity);
      break;
    case 'image':
      paintImage(easel, item, opacity);
      break;
    case 'drawing':
      content.mark(markOf(easel, item.owner, item.rect.y));
      noteBounds(easel, item.owner, item.rect);
      paintDrawing(canvas, item.drawing, item.labels, item.rect, opacity);
      break;
    case 'link':
      easel.links.push(item);
      break;
    case 'push':
      content.mark(LAYOUT);
      content.save();
      if (item.clip) content.draw(`${boxPath(item.clip, item.radii ?? SQUARE)} W n`);
      easel.opacities.push(opacity * item.opacity);
      break;
    case 'pop':
      content.restore();
      easel.opacities.pop();
      break;
    default:
      assertNever(item);
  }
}

function paintImage(
  easel: Easel,
  item: Extract<DisplayItem, { readonly kind: 'image' }>,
  opacity: number,
): void {
  const { canvas } = easel;
  const { content } = canvas;
  const { y, width, height } = item.rect;
  if (width <= 0 || height <= 0) return;
  const image = pictureOf(easel, item.path, item.bytes, item.owner);
  if (!image) return;
  content.mark(markOf(easel, item.owner, y));
  noteBounds(easel, item.owner, item.clip ?? item.rect);
  content.save();
  if (item.clip) content.draw(`${rectPath(item.clip)} W n`);
  placePicture(canvas, image, item.rect, opacity);
  content.restore();
}

/** A picture of the file; undefined, and told, when it cannot be read. */
function pictureOf(
  { canvas, plan, report }: Easel,
  path: string,
  bytes: Uint8Array,
  owner: Owner,
): EmbeddedImage | undefined {
  const image = canvas.shared.images.imageOf(bytes);
  if (!('reason' in image)) return image;
  const origin = 'element' in owner ? plan.elementOf(owner.element).origin : undefined;
  report({
    code: image.code,
    severity: 'error',
    message: `"${path}" ${image.reason}.`,
    ...(origin && labelsOf(origin)),
    help: pdfCodes[image.code].help,
  });
  return undefined;
}

/** Paints a picture in a rectangle; changes the coordinates. */
function placePicture(canvas: Canvas, image: EmbeddedImage, rect: Rect, opacity: number): void {
  const name = canvas.resource('XObject', `image ${image.key}`, () => image.ref);
  canvas.alpha(opacity, opacity);
  canvas.content.draw(`${imagePlace(rect, image.orientation)} cm\n/${name} Do`);
}

/** How the picture of a background is painted; undefined for gradients and what cannot be read. */
function tileOf(
  easel: Easel,
  { image, tile }: Extract<DisplayItem, { readonly kind: 'background-image' }>,
): PaintTile | undefined {
  if (image.kind !== 'image') return undefined;
  const picture = pictureOf(easel, image.path, image.bytes, { artifact: 'layout' });
  const place = { x: 0, y: 0, width: tile.width, height: tile.height };
  return picture && ((canvas, opacity) => placePicture(canvas, picture, place, opacity));
}

/** ISO 32000-1, 14.8.2.2: content that is no part of the document's text. */
function artifact(type: 'Layout' | 'Pagination', subtype?: 'Header' | 'Footer'): Mark {
  const entries = `/Type/${type}${subtype === undefined ? '' : `/Subtype/${subtype}`}`;
  return { key: entries, open: () => `/Artifact <<${entries}>>` };
}

const LAYOUT = artifact('Layout');
const PAGINATION = artifact('Pagination');
const HEADER = artifact('Pagination', 'Header');
const FOOTER = artifact('Pagination', 'Footer');

/** Running heads and feet are known by their place: the outermost tenth of the page. */
function paginationAt(page: Page, y: number): Mark {
  if (y < page.height * 0.1) return HEADER;
  return y > page.height * 0.9 ? FOOTER : PAGINATION;
}

function markOf(easel: Easel, owner: Owner, y: number, origin?: Origin): Mark {
  if ('artifact' in owner) return owner.artifact === 'layout' ? LAYOUT : paginationAt(easel.page, y);
  const node = easel.plan.ownerOf(owner.element, origin);
  if (node === 'hidden') return LAYOUT;
  let mark = easel.marks.get(node);
  if (mark === undefined) {
    mark = { key: node, open: () => openContent(easel, node) };
    easel.marks.set(node, mark);
  }
  return mark;
}

function openContent({ owners, index }: Easel, node: StructNode): string {
  const mcid = owners.length;
  owners.push(node);
  addKid(node, { kind: 'content', page: index, mcid });
  return `/${node.role} <</MCID ${mcid}>>`;
}

/** ISO 14289-1, 7.3 with ISO 32000-1, 14.8.5.4.3: figures tell where they are. */
function noteBounds(easel: Easel, owner: Owner, rect: Rect): void {
  if ('artifact' in owner) return;
  const node = easel.plan.ownerOf(owner.element);
  if (node === 'hidden' || node.role !== 'Figure') return;
  const height = easel.page.height;
  const box = [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y] as const;
  const known = node.boundingBox?.page === easel.index ? node.boundingBox.box.map((n) => n / 0.75) : box;
  const low = (i: number): number => Math.min(box[i]!, known[i]!) * 0.75;
  const high = (i: number): number => Math.max(box[i]!, known[i]!) * 0.75;
  node.boundingBox = { page: easel.index, box: [low(0), low(1), high(2), high(3)] };
}
