/** The elements of a drawing, one by one, as shapes (SVG 2 §5). */
import type { StyledElement } from '../../markup/tree.ts';
import { elementsOf, type Fault } from '../fault.ts';
import { fitMatrix } from '../fit.ts';
import { identity, isIdentity } from '../matrix.ts';
import type { ClipPath, Drawing, Matrix, Shape } from '../shapes.ts';
import { rectangle } from './basic-shapes.ts';
import { boundsOf } from './bounds.ts';
import { gradientOf } from './gradients.ts';
import { mapped } from './mapped.ts';
import { coordinatesWith, outlined, outlineOf } from './outline.ts';
import { declarationsOf, initialPresentation, type Presentation, paintOf, presentationOf } from './paint.ts';
import { hrefOf, idOfUrl, maxDepth, referred, type Walk } from './references.ts';
import { labelsOfText } from './text.ts';
import { transformOf } from './transform.ts';
import { fitOf, viewBoxOf } from './viewport.ts';
import { checkAttributes } from './vocabulary.ts';

/** Drawn only where something refers to them. */
const definitions = new Set([
  'defs',
  'symbol',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'title',
  'desc',
]);

/** The shapes of all child elements. */
export function shapesIn(parent: StyledElement, style: Presentation, walk: Walk): Shape[] {
  return elementsOf(parent).flatMap((child) => shapesOf(child, style, walk));
}

function shapesOf(element: StyledElement, inherited: Presentation, walk: Walk): Shape[] {
  const { fault } = walk;
  if (element.style.display === 'none') return [];
  if (definitions.has(element.name) && checkAttributes(element, fault)) return [];
  if (walk.depth >= maxDepth) {
    fault(
      element,
      'G001',
      `groups are nested more than ${maxDepth} deep here`,
      'Flatten the drawing before using it.',
    );
    return [];
  }
  if (walk.copying.length > 0 && !walk.mayCopy(element)) return [];
  if (!checkAttributes(element, fault)) return [];
  const style = presentationOf(element, inherited, fault);
  return grouped(
    drawn(element, style, { ...walk, depth: walk.depth + 1 }),
    transformOf(element, fault),
    // Text has its opacity in its colour.
    element.name === 'text' ? 1 : style.opacity,
    clipOf(element, walk),
  );
}

/** The shapes of one element in its own coordinates. */
function drawn(element: StyledElement, style: Presentation, walk: Walk): Shape[] {
  const { fault } = walk;
  switch (element.name) {
    case 'g':
      return shapesIn(element, style, walk);
    case 'text':
      return labelsOfText(element, style, coordinatesWith(fault), fault);
    case 'svg':
      return viewport(element, element, style, walk);
    case 'use':
      return copied(element, style, walk);
    default: {
      const commands = outlineOf(element, fault);
      const box = boundsOf(commands);
      if (box === undefined) return [];
      // A line has no inside (SVG 2 §10.5).
      const paint = paintOf(element.name === 'line' ? { ...style, fill: 'none' } : style, (id) =>
        gradientOf(element, id, box, style.fillOpacity, walk),
      );
      return paint ? [{ kind: 'path', commands, evenOdd: style.evenOdd, paint }] : [];
    }
  }
}

/** `use` (SVG 2 §5.6): the element it names, moved to x and y, with the presentation of the place of use. */
function copied(element: StyledElement, style: Presentation, walk: Walk): Shape[] {
  const { fault } = walk;
  const id = hrefOf(element, fault);
  if (id === undefined) {
    if (!element.attributes.has('href') && !element.attributes.has('xlink:href'))
      fault(element, 'G003', 'this <use> has no href', 'Write href="#ID".');
    return [];
  }
  const target = referred(element, id, copies, walk);
  if (target === undefined) return [];
  if (walk.copying.includes(target)) {
    fault(element, 'G001', `<use> copies #${id} into itself`, 'Give the id of an element outside.');
    return [];
  }
  const inside: Walk = { ...walk, copying: [...walk.copying, target] };
  const coordinate = coordinatesWith(fault);
  const shapes =
    target.name === 'symbol'
      ? viewport(target, element, presentationOf(target, style, fault), inside)
      : shapesOf(target, style, inside);
  const move: Matrix = [1, 0, 0, 1, coordinate(element, 'x'), coordinate(element, 'y')];
  // A symbol's viewport already begins at x and y.
  return target.name === 'symbol' ? shapes : grouped(shapes, move, 1, undefined);
}

const copies = ['g', 'symbol', 'svg', 'use', 'text', ...outlined];

/** A viewport inside a drawing (SVG 2 §8.2): what `content` holds, fitted into the place `placed` gives it and clipped. */
function viewport(content: StyledElement, placed: StyledElement, style: Presentation, walk: Walk): Shape[] {
  const { fault } = walk;
  const coordinate = coordinatesWith(fault);
  const [width, height] = [coordinate(placed, 'width'), coordinate(placed, 'height')];
  if (width <= 0 || height <= 0) {
    if (!placed.attributes.has('width') || !placed.attributes.has('height'))
      fault(
        placed,
        'G003',
        `this <${placed.name}> has no width and height`,
        'Write both, in the units of the viewBox around.',
      );
    return [];
  }
  const viewBox = viewBoxOf(content, width, height, fault);
  if (viewBox === undefined) return [];
  const fit = fitOf(content, fault);
  const drawing: Drawing = { viewBox, shapes: [], ...(fit && { fit }) };
  const place = { x: coordinate(placed, 'x'), y: coordinate(placed, 'y'), width, height };
  const fitted = grouped(shapesIn(content, style, walk), fitMatrix(drawing, place), 1, undefined);
  const edges = { commands: rectangle(place.x, place.y, width, height), evenOdd: false };
  return grouped(fitted, identity, 1, edges);
}

/** What `clip-path` cuts an element to (css-masking-1 §5): one shape, in the coordinates of the element. */
export function clipOf(element: StyledElement, walk: Walk): ClipPath | undefined {
  const { fault } = walk;
  const declared = declarationsOf(element).findLast(([name]) => name === 'clip-path')?.[1];
  const text = (declared ?? element.attributes.get('clip-path'))?.trim();
  if (text === undefined || text === 'none') return undefined;
  const id = idOfUrl(text);
  if (id === undefined) {
    fault(
      element,
      'G003',
      `"${text}" is not a value of clip-path`,
      'Write url(#ID) of a <clipPath>, or none.',
    );
    return undefined;
  }
  const clip = referred(element, id, ['clipPath'], walk);
  return clip && checkAttributes(clip, fault) ? clipPathOf(clip, fault) : undefined;
}

function clipPathOf(clip: StyledElement, fault: Fault): ClipPath | undefined {
  const units = clip.attributes.get('clipPathUnits') ?? 'userSpaceOnUse';
  if (units !== 'userSpaceOnUse' || clip.attributes.has('clip-path')) {
    fault(
      clip,
      'G002',
      'a <clipPath> has no clipPathUnits but userSpaceOnUse, and no clip-path of its own',
      oneShape,
    );
    return undefined;
  }
  const [shape, ...more] = elementsOf(clip).filter(({ name }) => name !== 'title' && name !== 'desc');
  if (shape === undefined) return { commands: [], evenOdd: false };
  if (more.length > 0 || !outlined.includes(shape.name) || shape.attributes.has('clip-path')) {
    fault(clip, 'G001', 'a <clipPath> holds one shape that is not clipped itself', oneShape);
    return undefined;
  }
  if (!checkAttributes(shape, fault)) return undefined;
  const { clipEvenOdd } = presentationOf(
    shape,
    presentationOf(clip, initialPresentation(clip), fault),
    fault,
  );
  const own = mapped(outlineOf(shape, fault), transformOf(shape, fault));
  return { commands: mapped(own, transformOf(clip, fault)), evenOdd: clipEvenOdd };
}

const oneShape = 'Join what it holds into one <path>, in the units of the viewBox.';

/** Wraps shapes in a group when a matrix, an opacity or a clip has to be applied to them. */
export function grouped(
  shapes: Shape[],
  matrix: Matrix,
  opacity: number,
  clip: ClipPath | undefined,
): Shape[] {
  if (shapes.length === 0 || (isIdentity(matrix) && opacity === 1 && clip === undefined)) return shapes;
  return [{ kind: 'group', matrix, opacity, shapes, ...(clip && { clip }) }];
}
