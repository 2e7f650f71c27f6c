/** Inline SVG as shapes. What cannot be drawn is a fault that names it; nothing is dropped in silence. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { elementsOf, type Fault, textOf } from '../fault.ts';
import { identity, isIdentity } from '../matrix.ts';
import type { Drawing, Fit, Matrix, PathCommand, Shape } from '../shapes.ts';
import { ellipse, polyline, rectangle } from './basic-shapes.ts';
import { parseLength, parseNumbers } from './numbers.ts';
import { initialPresentation, type Presentation, paintOf, presentationOf } from './paint.ts';
import { parsePath } from './path-data.ts';
import { type Coordinate, labelsOfText } from './text.ts';
import { parseTransform } from './transform.ts';
import { svgAttributes, svgElements } from './vocabulary.ts';

/** Groups nested deeper than this are refused: no drawing needs them, and a hostile one must not end the run. */
const maxDepth = 64;

/** The drawing of an `svg` element, undefined when it has no size or nothing can be made of it. */
export function svgDrawing(element: StyledElement, fault: Fault): Drawing | undefined {
  const width = size(element, 'width', fault);
  const height = size(element, 'height', fault);
  const viewBox = viewBoxOf(element, width, height, fault);
  checkAttributes(element, fault);
  if (!viewBox) return undefined;
  const fit = fitOf(element, fault);
  const alt = alternativeOf(element);
  return {
    ...naturalSize(width, height, viewBox),
    viewBox,
    ...(fit && { fit }),
    shapes: shapesIn(element, presentationOf(element, initialPresentation(element), fault), 0, fault),
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

function viewBoxOf(
  element: StyledElement,
  width: number | undefined,
  height: number | undefined,
  fault: Fault,
): Drawing['viewBox'] | undefined {
  const text = element.attributes.get('viewBox');
  if (text === undefined) {
    if (width !== undefined && height !== undefined) return { x: 0, y: 0, width, height };
    fault(
      element,
      'G003',
      'this <svg> has no viewBox and no width and height',
      'Write viewBox="0 0 WIDTH HEIGHT".',
    );
    return undefined;
  }
  const numbers = parseNumbers(text);
  if (numbers?.length === 4 && numbers[2]! > 0 && numbers[3]! > 0) {
    return { x: numbers[0]!, y: numbers[1]!, width: numbers[2]!, height: numbers[3]! };
  }
  fault(element, 'G003', `"${text}" is not a viewBox`, 'Write four numbers: left, top, width and height.');
  return undefined;
}

function fitOf(element: StyledElement, fault: Fault): Fit | undefined {
  const text = element.attributes.get('preserveAspectRatio')?.trim();
  if (text === undefined) return undefined;
  if (text === 'none') return { alignX: 0, alignY: 0, mode: 'none' };
  const match = /^x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?$/.exec(text);
  const share = { Min: 0, Mid: 0.5, Max: 1 } as const;
  type Word = keyof typeof share;
  if (match)
    return {
      alignX: share[match[1] as Word],
      alignY: share[match[2] as Word],
      mode: match[3] === 'slice' ? 'slice' : 'meet',
    };
  fault(
    element,
    'G003',
    `"${text}" is not a value of preserveAspectRatio`,
    'Write for example "xMidYMid meet".',
  );
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

function shapesIn(parent: StyledElement, style: Presentation, depth: number, fault: Fault): Shape[] {
  return elementsOf(parent).flatMap((child) => shapesOf(child, style, depth, fault));
}

function shapesOf(element: StyledElement, inherited: Presentation, depth: number, fault: Fault): Shape[] {
  if (element.name === 'title' || element.name === 'desc' || element.style.display === 'none') return [];
  if (depth >= maxDepth) {
    fault(
      element,
      'G001',
      `groups are nested more than ${maxDepth} deep here`,
      'Flatten the drawing before using it.',
    );
    return [];
  }
  if (!checkAttributes(element, fault)) return [];
  const style = presentationOf(element, inherited, fault);
  return grouped(
    drawn(element, style, depth, fault),
    transformOf(element, fault),
    style.opacity,
    element.name === 'text',
  );
}

/** The shapes of one element in its own coordinates. */
function drawn(element: StyledElement, style: Presentation, depth: number, fault: Fault): Shape[] {
  const coordinate = coordinatesWith(fault);
  switch (element.name) {
    case 'g':
      return shapesIn(element, style, depth + 1, fault);
    case 'text':
      return labelsOfText(element, style, coordinate, fault);
    default: {
      const commands = outlineOf(element, coordinate, fault);
      // A line has no inside (SVG 2 §10.5).
      const paint = paintOf(element.name === 'line' ? { ...style, fill: 'none' } : style);
      return commands.length > 0 && paint ? [{ kind: 'path', commands, evenOdd: style.evenOdd, paint }] : [];
    }
  }
}

function outlineOf(element: StyledElement, coordinate: Coordinate, fault: Fault): readonly PathCommand[] {
  const at = (name: string): number => coordinate(element, name);
  switch (element.name) {
    case 'path':
      return pathOf(element, fault);
    case 'rect': {
      const [width, height] = [at('width'), at('height')];
      if (width <= 0 || height <= 0) return [];
      const rx = coordinate(element, 'rx', at('ry'));
      const ry = coordinate(element, 'ry', rx);
      return rectangle(at('x'), at('y'), width, height, Math.min(rx, width / 2), Math.min(ry, height / 2));
    }
    case 'circle':
      return at('r') > 0 ? ellipse(at('cx'), at('cy'), at('r'), at('r')) : [];
    case 'ellipse':
      return at('rx') > 0 && at('ry') > 0 ? ellipse(at('cx'), at('cy'), at('rx'), at('ry')) : [];
    case 'line':
      return polyline([at('x1'), at('y1'), at('x2'), at('y2')], false);
    case 'polyline':
    case 'polygon': {
      const text = element.attributes.get('points') ?? '';
      const points = parseNumbers(text);
      if (points && points.length % 2 === 0) return polyline(points, element.name === 'polygon');
      fault(
        element,
        'G003',
        `"${text.slice(0, 40)}" is not a list of points`,
        'Write pairs of numbers: x,y x,y …',
      );
      return [];
    }
    default:
      fault(element, 'G001', `<${element.name}> cannot stand here`, 'Put <tspan> inside <text>.');
      return [];
  }
}

function pathOf(element: StyledElement, fault: Fault): readonly PathCommand[] {
  const read = parsePath(element.attributes.get('d') ?? '');
  if (!('message' in read)) return read;
  fault(element, 'G004', `${read.message} (character ${read.at + 1} of d)`);
  return [];
}

function coordinatesWith(fault: Fault): Coordinate {
  return (element, name, otherwise = 0) => {
    const text = element.attributes.get(name);
    if (text === undefined) return otherwise;
    const value = parseLength(text);
    if (value === undefined)
      fault(
        element,
        'G003',
        `"${text}" is not a length for ${name}`,
        'Write a number in the units of the viewBox.',
      );
    return value ?? otherwise;
  };
}

function transformOf(element: StyledElement, fault: Fault): Matrix {
  const text = element.attributes.get('transform');
  const matrix = text === undefined ? identity : parseTransform(text);
  if (typeof matrix !== 'string') return matrix;
  fault(element, 'G003', matrix, 'Use matrix, translate, scale, rotate, skewX and skewY with plain numbers.');
  return identity;
}

/** Wraps shapes in a group when a matrix or an opacity has to be applied to them; text has its opacity in its colour. */
function grouped(shapes: Shape[], matrix: Matrix, opacity: number, isText: boolean): Shape[] {
  const used = isText ? 1 : opacity;
  if (shapes.length === 0 || (isIdentity(matrix) && used === 1)) return shapes;
  return [{ kind: 'group', matrix, opacity: used, shapes }];
}

/** False for an element that cannot be drawn; an attribute that has no effect is a fault of its own. */
function checkAttributes(element: StyledElement, fault: Fault): boolean {
  const known = svgAttributes(element.name);
  if (!known) {
    const near = nearest(element.name, svgElements);
    fault(
      element,
      'G001',
      `<${element.name}> cannot be drawn`,
      near ? `Did you mean <${near}>?` : 'Convert it to paths, or remove it.',
    );
    return false;
  }
  for (const name of element.attributes.keys()) {
    if (known.includes(name) || name.startsWith('xmlns:') || name.startsWith('data-')) continue;
    const near = nearest(name, known);
    fault(
      element,
      'G002',
      `the attribute "${name}" of <${element.name}> has no effect`,
      near ? `Did you mean "${near}"?` : 'Remove it.',
    );
  }
  return true;
}
