/** The elements of drawings (SVG 2) and our own graphics, with the attributes each of them has. */
import { type ContentModel, type ElementRule, empty, only, rule, textOnly } from './element.ts';
import { anyText, oneOf, someText, type ValueKind } from './values.ts';

/** Properties of SVG that are written as attributes, and those that every element has. */
const presentation = [
  'color',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dashoffset',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'clip-path',
  'clip-rule',
  'transform',
  'role',
  'xmlns',
  'xmlns:xlink',
  'xml:space',
  'version',
];

const shapes = [
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'defs',
  'use',
  'symbol',
  'svg',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'title',
  'desc',
];

function drawn(content: ContentModel, ...names: readonly string[]): ElementRule {
  const attributes: Record<string, ValueKind> = {};
  for (const name of [...names, ...presentation]) attributes[name] = anyText;
  return rule('named', content, attributes);
}

const gradient = ['gradientUnits', 'gradientTransform', 'spreadMethod', 'href', 'xlink:href'];

const described = only('title', 'desc');
const container = only(...shapes);

/** Elements that stand inside `svg` only; `svg` itself is among `graphicElements`. */
export const svgElements: Readonly<Record<string, ElementRule>> = {
  g: drawn(container),
  defs: drawn(container),
  path: drawn(described, 'd'),
  rect: drawn(described, 'x', 'y', 'width', 'height', 'rx', 'ry'),
  circle: drawn(described, 'cx', 'cy', 'r'),
  ellipse: drawn(described, 'cx', 'cy', 'rx', 'ry'),
  line: drawn(described, 'x1', 'y1', 'x2', 'y2'),
  polyline: drawn(described, 'points'),
  polygon: drawn(described, 'points'),
  text: drawn({ kind: 'children', names: ['tspan', 'title', 'desc'], text: true }, 'x', 'y', 'dx', 'dy'),
  tspan: drawn({ kind: 'children', names: ['tspan'], text: true }, 'x', 'y', 'dx', 'dy'),
  svg: drawn(container, 'x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio'),
  symbol: drawn(container, 'viewBox', 'preserveAspectRatio'),
  use: drawn(described, 'href', 'xlink:href', 'x', 'y', 'width', 'height'),
  linearGradient: drawn(only('stop'), ...gradient, 'x1', 'y1', 'x2', 'y2'),
  radialGradient: drawn(only('stop'), ...gradient, 'cx', 'cy', 'r', 'fx', 'fy', 'fr'),
  stop: drawn(empty, 'offset', 'stop-color', 'stop-opacity'),
  clipPath: drawn(container, 'clipPathUnits'),
  title: drawn(textOnly),
  desc: drawn(textOnly),
};

const svgRoot = drawn(container, 'width', 'height', 'viewBox', 'preserveAspectRatio', 'alt');

/** Pictures that stand in running text or among blocks. */
export const graphicElements: Readonly<Record<string, ElementRule>> = {
  svg: { ...svgRoot, placement: 'inline' },
  qr: rule('inline', empty, { data: someText, alt: anyText }, ['data']),
  chart: rule(
    'inline',
    only('datum'),
    {
      type: oneOf('bar', 'radial', 'orbit'),
      alt: anyText,
      unit: anyText,
      max: anyText,
      step: anyText,
      center: anyText,
      rings: anyText,
      'ring-unit': anyText,
      highlight: anyText,
    },
    ['type'],
  ),
  datum: rule(
    'named',
    empty,
    { label: someText, value: anyText, note: anyText, tone: anyText, href: anyText },
    ['label'],
  ),
};
