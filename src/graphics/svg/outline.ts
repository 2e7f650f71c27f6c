/** Basic shapes and paths as outlines (SVG 2 §9, §10). */
import type { StyledElement } from '../../markup/tree.ts';
import type { Fault } from '../fault.ts';
import type { PathCommand } from '../shapes.ts';
import { ellipse, polyline, rectangle } from './basic-shapes.ts';
import { parseLength, parseNumbers } from './numbers.ts';
import { parsePath } from './path-data.ts';
import type { Coordinate } from './text.ts';

/** The elements that have an outline. */
export const outlined = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];

/** The path of a basic shape or `path` in its own coordinates, empty when there is nothing of it. */
export function outlineOf(element: StyledElement, fault: Fault): readonly PathCommand[] {
  const coordinate = coordinatesWith(fault);
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

/** Reads coordinates; one that cannot be read is a fault. */
export function coordinatesWith(fault: Fault): Coordinate {
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
