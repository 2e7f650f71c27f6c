/** Inline SVG as shapes. What cannot be drawn is a fault that names it; nothing is dropped in silence. */
import type { StyledElement } from '../../markup/tree.ts';
import { elementsOf, type Fault, textOf } from '../fault.ts';
import { identity } from '../matrix.ts';
import type { Drawing } from '../shapes.ts';
import { parseLength } from './numbers.ts';
import { initialPresentation, presentationOf } from './paint.ts';
import { startWalk } from './references.ts';
import { fitOf, viewBoxOf } from './viewport.ts';
import { checkAttributes } from './vocabulary.ts';
import { clipOf, grouped, shapesIn } from './walk.ts';

/** The drawing of an `svg` element, undefined when it has no size or nothing can be made of it. */
export function svgDrawing(element: StyledElement, fault: Fault): Drawing | undefined {
  const width = size(element, 'width', fault);
  const height = size(element, 'height', fault);
  const viewBox = viewBoxOf(element, width, height, fault);
  checkAttributes(element, fault);
  if (!viewBox) return undefined;
  const fit = fitOf(element, fault);
  const alt = alternativeOf(element);
  // The cascade has read the declarations of the outermost svg.
  const style = presentationOf(element, initialPresentation(element), fault, []);
  const walk = startWalk(element, fault);
  const shapes = grouped(shapesIn(element, style, walk), identity, style.opacity, clipOf(element, walk));
  return {
    ...naturalSize(width, height, viewBox),
    viewBox,
    ...(fit && { fit }),
    shapes,
    ...(alt !== undefined && { alt }),
  };
}

/** Width and height in px; one that is missing follows from the viewBox (SVG 2 §8.2, css-images-3 §5.2). */
function naturalSize(
  width: number | undefined,
  height: number | undefined,
  box: Drawing['viewBox'],
): { width?: number; height?: number } {
  if (width !== undefined) return { width, height: height ?? (width * box.height) / box.width };
  if (height !== undefined) return { width: (height * box.width) / box.height, height };
  return {};
}

function size(element: StyledElement, name: string, fault: Fault): number | undefined {
  const text = element.attributes.get(name);
  if (text === undefined || text.trim() === '100%') return undefined;
  const length = parseLength(text);
  if (length !== undefined && length > 0) return length;
  fault(element, 'G003', `"${text}" is not a ${name} of a drawing`, 'Write a positive length such as 60mm.');
  return undefined;
}

/** The text alternative, as markup has made sure that there is one: undefined for what is marked as decoration. */
function alternativeOf(element: StyledElement): string | undefined {
  const title = elementsOf(element).find((child) => child.name === 'title');
  const { attributes } = element;
  if (attributes.get('aria-hidden') === 'true') return undefined;
  const alt = (attributes.get('alt') ?? attributes.get('aria-label') ?? (title && textOf(title)))?.trim();
  return alt === '' ? undefined : alt;
}
