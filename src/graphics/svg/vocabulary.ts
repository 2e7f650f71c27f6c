/** The part of SVG that is drawn: elements with the attributes each of them has. */
import { presentationProperties } from './paint.ts';

const geometry: Readonly<Record<string, readonly string[]>> = {
  svg: ['width', 'height', 'viewBox', 'preserveAspectRatio', 'alt'],
  g: [],
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  text: ['x', 'y', 'dx', 'dy'],
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
  'transform',
  'role',
  'aria-label',
  'aria-hidden',
  'xmlns',
  'xml:space',
  'version',
];

export const svgElements: readonly string[] = Object.keys(geometry);

/** The attributes of an element, undefined for an element that is not drawn. */
export function svgAttributes(element: string): readonly string[] | undefined {
  if (!Object.hasOwn(geometry, element)) return undefined;
  return [...geometry[element]!, ...common, ...presentationProperties];
}
