/** Replaced content: pictures by the sizes in their file headers, drawings by what graphics says of them. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { drawingOf } from '../../graphics/index.ts';
import { imageFault, imageSize } from '../../graphics/picture/image-size.ts';
import type { Drawing, Shape } from '../../graphics/shapes.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import { resolvePath } from '../../world.ts';
import type { DrawingLabel } from '../display.ts';
import { faultAt } from '../fault.ts';
import type { TextEngine } from '../text-engine.ts';
import { anonymousStyle } from './anonymous.ts';
import type { ReplacedBox, ReplacedContent } from './box.ts';
import { propagate } from './breaks.ts';

export interface ReplacedContext {
  readonly base: string;
  readonly files: Files;
  readonly text: TextEngine;
  readonly report: Report;
}

/** Elements that are replaced by a picture or drawing. */
export function isReplaced(element: StyledElement): boolean {
  return ['img', 'svg', 'qr', 'chart'].includes(element.name);
}

/** The content of a replaced element, or undefined after a fault that has been reported. */
export function replacedContent(
  element: StyledElement,
  context: ReplacedContext,
): ReplacedContent | undefined {
  if (element.name === 'img') return imageContent(element, context);
  const drawing = drawingOf(element, context.report);
  return drawing && drawingContent(drawing, element, context.text);
}

function imageContent(
  element: StyledElement,
  { base, files, report }: ReplacedContext,
): ReplacedContent | undefined {
  const source = element.attributes.get('src') ?? '';
  const content = pictureContent(source, resolvePath(base, source), element, { files, report });
  return content && { ...content, ...attributeSize(element, content) };
}

/** The picture that generated content names; its size is its natural one (css-content-3 §2). */
export function pictureBox(
  element: StyledElement,
  path: string,
  context: ReplacedContext,
  page: string,
): ReplacedBox | undefined {
  const content = pictureContent(path, path, element, context);
  const style = anonymousStyle(element.style, 'inline');
  return (
    content && { kind: 'replaced', element, style, anonymous: true, content, ...propagate(style, page, []) }
  );
}

type Picture = Extract<ReplacedContent, { kind: 'image' }> & {
  readonly width: number;
  readonly height: number;
};

function pictureContent(
  source: string,
  path: string,
  element: StyledElement,
  { files, report }: Pick<ReplacedContext, 'files' | 'report'>,
): Picture | undefined {
  const bytes = files.read(path);
  if (!bytes) {
    report(faultAt('L010', element.origin, `There is no image \`${source}\` (looked for \`${path}\`).`));
    return undefined;
  }
  const size = imageSize(bytes);
  if (!size) {
    report(faultAt('L010', element.origin, `The image \`${source}\` ${imageFault(bytes)}.`));
    return undefined;
  }
  return { kind: 'image', path, bytes, ...size, ratio: size.width / size.height };
}

/** `width` and `height` attributes are in px (HTML); one alone keeps the ratio. */
function attributeSize(
  element: StyledElement,
  size: { width: number; height: number },
): { width: number; height: number; ratio: number } {
  const ratio = size.width / size.height;
  const width = numberAttribute(element, 'width');
  const height = numberAttribute(element, 'height');
  if (width !== undefined && height !== undefined) return { width, height, ratio };
  if (width !== undefined) return { width, height: width / ratio, ratio };
  if (height !== undefined) return { width: height * ratio, height, ratio };
  return { ...size, ratio };
}

function numberAttribute(element: StyledElement, name: string): number | undefined {
  const value = Number.parseFloat(element.attributes.get(name) ?? '');
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function drawingContent(drawing: Drawing, element: StyledElement, text: TextEngine): ReplacedContent {
  const { viewBox, width, height } = drawing;
  const ratio = viewBox.width > 0 && viewBox.height > 0 ? viewBox.width / viewBox.height : undefined;
  const known = width !== undefined && height !== undefined && height > 0 ? width / height : ratio;
  return {
    kind: 'drawing',
    drawing,
    labels: labelsOfShapes(drawing.shapes, element, text),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(known === undefined ? {} : { ratio: known }),
  };
}

/** The labels of all shapes, groups included, in the order of the shapes. */
function labelsOfShapes(shapes: readonly Shape[], element: StyledElement, text: TextEngine): DrawingLabel[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'group') return labelsOfShapes(shape.shapes, element, text);
    return shape.kind === 'label' ? [text.shapeLabel(shape.label, element)] : [];
  });
}
