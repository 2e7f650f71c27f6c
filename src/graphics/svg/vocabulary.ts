/** The part of SVG that is drawn: elements with the attributes each of them has. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Fault } from '../fault.ts';
import { presentationProperties } from './paint.ts';

const gradient = ['gradientUnits', 'gradientTransform', 'spreadMethod', 'href', 'xlink:href'];

const geometry: Readonly<Record<string, readonly string[]>> = {
  svg: ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'alt'],
  g: ['transform'],
  defs: [],
  symbol: ['viewBox', 'preserveAspectRatio'],
  use: ['href', 'xlink:href', 'x', 'y', 'width', 'height', 'transform'],
  linearGradient: [...gradient, 'x1', 'y1', 'x2', 'y2'],
  radialGradient: [...gradient, 'cx', 'cy', 'r', 'fx', 'fy', 'fr'],
  stop: ['offset', 'stop-color', 'stop-opacity'],
  clipPath: ['clipPathUnits', 'transform'],
  path: ['d', 'transform'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry', 'transform'],
  circle: ['cx', 'cy', 'r', 'transform'],
  ellipse: ['cx', 'cy', 'rx', 'ry', 'transform'],
  line: ['x1', 'y1', 'x2', 'y2', 'transform'],
  polyline: ['points', 'transform'],
  polygon: ['points', 'transform'],
  text: ['x', 'y', 'dx', 'dy', 'transform'],
  tspan: ['x', 'y', 'dx', 'dy'],
  title: [],
  desc: [],
};

/** Attributes that every element has and that draw nothing. */
const common = [
  'id',
  'class',
  'lang',
  'style',
  'role',
  'aria-label',
  'aria-hidden',
  'xmlns',
  'clip-path',
  'xml:space',
  'version',
];

export const svgElements: readonly string[] = Object.keys(geometry);

/** The attributes of an element, undefined for an element that is not drawn. */
export function svgAttributes(element: string): readonly string[] | undefined {
  if (!Object.hasOwn(geometry, element)) return undefined;
  return [...geometry[element]!, ...common, ...presentationProperties];
}

/** False for an element that cannot be drawn; an attribute that has no effect is a fault of its own. */
export function checkAttributes(element: StyledElement, fault: Fault): boolean {
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
