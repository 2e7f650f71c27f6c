/** `linearGradient` and `radialGradient` (SVG 2 §14). */
import type { Color } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { parseColor } from '../color.ts';
import { elementsOf, type Fault } from '../fault.ts';
import { identity, multiply } from '../matrix.ts';
import type { GradientFill, Matrix } from '../shapes.ts';
import type { Bounds } from './bounds.ts';
import { parseNumber } from './numbers.ts';
import { declarationsOf, faded } from './paint.ts';
import { hrefOf, referred, type Walk } from './references.ts';
import { parseTransform } from './transform.ts';
import { checkAttributes } from './vocabulary.ts';

const gradients = ['linearGradient', 'radialGradient'] as const;

/** Gradients that take what they lack from another, which takes it from another: no drawing needs more. */
const longestChain = 8;

/**
 * What `fill="url(#id)"` of `element` paints with: a gradient, one colour, or undefined for nothing (a gradient
 * without stops, or one whose fault has been told). `box` is what `objectBoundingBox` means.
 */
export function gradientOf(
  element: StyledElement,
  id: string,
  box: Bounds,
  opacity: number,
  walk: Walk,
): GradientFill | Color | undefined {
  const first = referred(element, id, gradients, walk);
  const chain = first && chainOf(first, walk);
  if (first === undefined || chain === undefined) return undefined;
  const { fault } = walk;
  const holder = chain.find((one) => elementsOf(one).some(({ name }) => name === 'stop'));
  const stops = holder ? stopsOf(holder, opacity, fault) : [];
  const last = stops.at(-1);
  if (last === undefined) return undefined;
  const attribute = (name: string): string | undefined =>
    chain
      .find((one) => one.attributes.has(name))
      ?.attributes.get(name)
      ?.trim();
  checkKeyword(first, 'spreadMethod', attribute('spreadMethod'), ['pad'], fault);
  const units = checkKeyword(
    first,
    'gradientUnits',
    attribute('gradientUnits'),
    ['objectBoundingBox', 'userSpaceOnUse'],
    fault,
  );
  const isOfBox = units !== 'userSpaceOnUse';
  // A box without a side has no coordinates to paint with (SVG 2 §14.2.2).
  if (isOfBox && (box.width === 0 || box.height === 0)) return undefined;
  const place = (name: string, otherwise: number): number =>
    placeOf(first, name, attribute(name), otherwise, isOfBox, fault);
  const coords = first.name === 'linearGradient' ? linear(place) : radial(place, attribute);
  if (stops.length === 1 || isEmpty(coords)) return last.color;
  const own = matrixOf(first, attribute('gradientTransform'), fault);
  const ofBox: Matrix = [box.width, 0, 0, box.height, box.x, box.y];
  return { kind: 'gradient', coords, matrix: isOfBox ? multiply(ofBox, own) : own, stops, box };
}

type Place = (name: string, otherwise: number) => number;

function linear(place: Place): GradientFill['coords'] {
  return [place('x1', 0), place('y1', 0), place('x2', 1), place('y2', 0)];
}

/** From the focal circle to the end circle; the focus is the centre unless said otherwise. */
function radial(place: Place, attribute: (name: string) => string | undefined): GradientFill['coords'] {
  const [cx, cy, r] = [place('cx', 0.5), place('cy', 0.5), place('r', 0.5)];
  const fx = attribute('fx') === undefined ? cx : place('fx', 0.5);
  const fy = attribute('fy') === undefined ? cy : place('fy', 0.5);
  return [fx, fy, place('fr', 0), cx, cy, r];
}

/** A line or circle of no size is filled with the last colour. */
function isEmpty(coords: GradientFill['coords']): boolean {
  if (coords.length === 6) return coords[5] <= 0;
  return coords[0] === coords[2] && coords[1] === coords[3];
}

function chainOf(first: StyledElement, walk: Walk): StyledElement[] | undefined {
  const chain = [first];
  for (let one = first; ; ) {
    if (!checkAttributes(one, walk.fault)) return undefined;
    const id = hrefOf(one, walk.fault);
    if (id === undefined) return chain;
    const next = referred(one, id, gradients, walk);
    if (next === undefined) return undefined;
    if (chain.includes(next) || chain.length >= longestChain) {
      walk.fault(
        first,
        'G003',
        'this gradient refers to itself, or through too many others',
        'Give it stops of its own.',
      );
      return undefined;
    }
    chain.push(next);
    one = next;
  }
}

function checkKeyword(
  element: StyledElement,
  name: string,
  value: string | undefined,
  known: readonly string[],
  fault: Fault,
): string | undefined {
  if (value === undefined || known.includes(value)) return value;
  fault(element, 'G003', `"${value}" is not a ${name} that can be drawn`, `Use ${known.join(' or ')}.`);
  return undefined;
}

/** A number, or a percentage: of the box, where lengths are parts of it. */
function placeOf(
  element: StyledElement,
  name: string,
  text: string | undefined,
  otherwise: number,
  isOfBox: boolean,
  fault: Fault,
): number {
  // The defaults are percentages, too, which only a box has here.
  if (text === undefined && (isOfBox || name === 'fr')) return otherwise;
  const isPercentage = text?.endsWith('%') === true && isOfBox;
  const value = text === undefined ? undefined : parseNumber(isPercentage ? text.slice(0, -1) : text);
  if (value !== undefined) return isPercentage ? value / 100 : value;
  const message =
    text === undefined
      ? `this <${element.name}> in user units has no ${name}`
      : `"${text}" is not a place for ${name}`;
  fault(element, 'G003', message, 'Write a number in the units of the viewBox.');
  return otherwise;
}

function matrixOf(element: StyledElement, text: string | undefined, fault: Fault): Matrix {
  const matrix = text === undefined ? identity : parseTransform(text);
  if (typeof matrix !== 'string') return matrix;
  fault(element, 'G003', matrix, 'Use matrix, translate, scale, rotate, skewX and skewY with plain numbers.');
  return identity;
}

/** The stops in order, none before another (SVG 2 §14.2.4). */
function stopsOf(gradient: StyledElement, opacity: number, fault: Fault): GradientFill['stops'] {
  let last = 0;
  return elementsOf(gradient)
    .filter((child) => child.name === 'stop' && checkAttributes(child, fault))
    .map((stop) => {
      const declared = new Map([
        ...stop.attributes,
        ...declarationsOf(stop).filter(([name]) => stopProperties.includes(name)),
      ]);
      for (const [name] of declarationsOf(stop))
        if (!stopProperties.includes(name))
          fault(
            stop,
            'G002',
            `the property "${name}" has no effect on a stop`,
            `Use ${stopProperties.join(' and ')}.`,
          );
      last = Math.max(last, share(stop, 'offset', declared.get('offset') ?? '0', fault));
      const color = parseColor(declared.get('stop-color')?.trim() ?? 'black', stop.style.color);
      if (!color)
        fault(
          stop,
          'G003',
          `"${declared.get('stop-color')}" is not a value of stop-color`,
          'Write a colour such as #17475e.',
        );
      const alpha = share(stop, 'stop-opacity', declared.get('stop-opacity') ?? '1', fault);
      return { at: last, color: faded(color ?? stop.style.color, alpha * opacity) };
    });
}

const stopProperties = ['stop-color', 'stop-opacity'];

function share(element: StyledElement, name: string, text: string, fault: Fault): number {
  const trimmed = text.trim();
  const isPercentage = trimmed.endsWith('%');
  const value = parseNumber(isPercentage ? trimmed.slice(0, -1) : trimmed);
  if (value === undefined)
    fault(
      element,
      'G003',
      `"${text}" is not a value of ${name}`,
      'Write a number from 0 to 1, or a percentage.',
    );
  return Math.min(1, Math.max(0, (value ?? 0) / (isPercentage ? 100 : 1)));
}
