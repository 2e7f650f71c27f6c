/** The `transform` attribute (css-transforms-1 §13, SVG syntax). */
import type { StyledElement } from '../../markup/tree.ts';
import type { Fault } from '../fault.ts';
import { identity, multiply } from '../matrix.ts';
import type { Matrix } from '../shapes.ts';
import { parseNumbers } from './numbers.ts';

/** The matrix of a list of transforms, or a sentence on what cannot be read. */
export function parseTransform(text: string): Matrix | string {
  let matrix = identity;
  const call = /\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)/y;
  const list = text.trim();
  while (call.lastIndex < list.length) {
    const at = call.lastIndex;
    const match = call.exec(list);
    if (!match) return `"${list.slice(at, at + 20)}" is not a transform`;
    const one = oneTransform(match[1]!, parseNumbers(match[2]!));
    if (one === undefined) return `"${match[0].trim()}" is not a transform`;
    matrix = multiply(matrix, one);
  }
  return matrix;
}

function oneTransform(name: string, given: readonly number[] | undefined): Matrix | undefined {
  if (given === undefined) return undefined;
  const [a = 0, b, c] = given;
  const count = given.length;
  const radians = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return count === 6 ? (given as unknown as Matrix) : undefined;
    case 'translate':
      return count === 1 || count === 2 ? [1, 0, 0, 1, a, b ?? 0] : undefined;
    case 'scale':
      return count === 1 || count === 2 ? [a, 0, 0, b ?? a, 0, 0] : undefined;
    case 'rotate': {
      if (count !== 1 && count !== 3) return undefined;
      const turn: Matrix = [
        Math.cos(radians),
        Math.sin(radians),
        -Math.sin(radians),
        Math.cos(radians),
        0,
        0,
      ];
      if (b === undefined || c === undefined) return turn;
      return multiply(multiply([1, 0, 0, 1, b, c], turn), [1, 0, 0, 1, -b, -c]);
    }
    case 'skewX':
      return count === 1 ? [1, 0, Math.tan(radians), 1, 0, 0] : undefined;
    case 'skewY':
      return count === 1 ? [1, Math.tan(radians), 0, 1, 0, 0] : undefined;
    default:
      return undefined;
  }
}

/** The matrix of an element's `transform`; one that cannot be read is a fault. */
export function transformOf(element: StyledElement, fault: Fault): Matrix {
  const text = element.attributes.get('transform');
  const matrix = text === undefined ? identity : parseTransform(text);
  if (typeof matrix !== 'string') return matrix;
  fault(element, 'G003', matrix, 'Use matrix, translate, scale, rotate, skewX and skewY with plain numbers.');
  return identity;
}
