/** Path data (SVG 2 §9.3): every command made absolute, and only M, L, C and Z left. */
import type { PathCommand } from '../shapes.ts';
import { arcToCubics } from './arc.ts';
import { boundedNumber, skipSeparator } from './numbers.ts';

/** How many numbers each command takes. */
const arity: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** A fault at an offset of the data. */
export interface PathFault {
  readonly at: number;
  readonly message: string;
}

/** The pen: where it is, where the subpath began, and the control points that smooth commands reflect. */
interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  cubic: { readonly x: number; readonly y: number } | undefined;
  quadratic: { readonly x: number; readonly y: number } | undefined;
}

/** The commands of a `d` attribute, or the first fault in it. Linear in the length of the text. */
export function parsePath(data: string): readonly PathCommand[] | PathFault {
  const commands: PathCommand[] = [];
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, cubic: undefined, quadratic: undefined };
  let letter = '';
  let at = skipSeparator(data, 0);
  while (at < data.length) {
    const here = data[at]!;
    if (arity[here.toUpperCase()] !== undefined && /[a-zA-Z]/.test(here)) {
      letter = here;
      at = skipSeparator(data, at + 1);
    } else if (letter === '' || letter === 'Z' || letter === 'z') {
      return { at, message: `"${here}" stands where a path command should` };
    }
    if (commands.length === 0 && letter !== 'M' && letter !== 'm') {
      return { at: 0, message: `a path must begin with M, not with "${letter}"` };
    }
    const read = readArguments(data, at, letter);
    if ('message' in read) return read;
    at = skipSeparator(data, read.next);
    draw(letter, read.values, pen, commands);
    // Further pairs after a move are lines (§9.3.3).
    if (letter === 'M') letter = 'L';
    if (letter === 'm') letter = 'l';
  }
  return commands;
}

/** The numbers of one command; the two flags of an arc are single digits that need no separator. */
function readArguments(
  data: string,
  from: number,
  letter: string,
): { values: number[]; next: number } | PathFault {
  const values: number[] = [];
  const count = arity[letter.toUpperCase()]!;
  let at = from;
  while (values.length < count) {
    const isFlag = letter.toUpperCase() === 'A' && (values.length === 3 || values.length === 4);
    number.lastIndex = at;
    const match = isFlag ? /^[01]/.exec(data.slice(at, at + 1)) : number.exec(data);
    if (!match || !Number.isFinite(Number(match[0]))) {
      const seen = at < data.length ? `"${data[at]}"` : 'the end';
      return {
        at,
        message: `the command ${letter} needs ${count} numbers, but number ${values.length + 1} is ${seen}`,
      };
    }
    values.push(boundedNumber(Number(match[0])));
    at += match[0].length;
    if (values.length < count) at = skipSeparator(data, at);
  }
  return { values, next: at };
}

/** Appends what one command draws and moves the pen. */
function draw(letter: string, given: readonly number[], pen: Pen, out: PathCommand[]): void {
  const op = letter.toUpperCase();
  const v = op === letter ? given : relativeToPen(op, given, pen);
  const n = (index: number): number => v[index]!;
  const { cubic, quadratic } = pen;
  pen.cubic = undefined;
  pen.quadratic = undefined;
  const lineTo = (x: number, y: number): void => {
    out.push({ op: 'L', x, y });
    moveTo(pen, x, y);
  };
  const curveTo = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): void => {
    out.push({ op: 'C', x1, y1, x2, y2, x, y });
    moveTo(pen, x, y);
  };
  const quadraticTo = (qx: number, qy: number, x: number, y: number): void => {
    const from = { x: pen.x, y: pen.y };
    // Degree elevation: each control point lies two thirds of the way to the quadratic one.
    curveTo(
      from.x + (2 / 3) * (qx - from.x),
      from.y + (2 / 3) * (qy - from.y),
      x + (2 / 3) * (qx - x),
      y + (2 / 3) * (qy - y),
      x,
      y,
    );
    pen.quadratic = { x: qx, y: qy };
  };
  const mirrored = (
    point: { readonly x: number; readonly y: number } | undefined,
  ): { x: number; y: number } =>
    point ? { x: 2 * pen.x - point.x, y: 2 * pen.y - point.y } : { x: pen.x, y: pen.y };

  switch (op) {
    case 'M':
      out.push({ op: 'M', x: n(0), y: n(1) });
      moveTo(pen, n(0), n(1));
      pen.startX = n(0);
      pen.startY = n(1);
      return;
    case 'L':
      lineTo(n(0), n(1));
      return;
    case 'H':
      lineTo(n(0), pen.y);
      return;
    case 'V':
      lineTo(pen.x, n(0));
      return;
    case 'C':
      curveTo(n(0), n(1), n(2), n(3), n(4), n(5));
      pen.cubic = { x: n(2), y: n(3) };
      return;
    case 'S': {
      const first = mirrored(cubic);
      curveTo(first.x, first.y, n(0), n(1), n(2), n(3));
      pen.cubic = { x: n(0), y: n(1) };
      return;
    }
    case 'Q':
      quadraticTo(n(0), n(1), n(2), n(3));
      return;
    case 'T': {
      const control = mirrored(quadratic);
      quadraticTo(control.x, control.y, n(0), n(1));
      return;
    }
    case 'A': {
      const arc = { rx: n(0), ry: n(1), rotation: n(2), large: n(3) === 1, sweep: n(4) === 1 };
      out.push(...arcToCubics(pen.x, pen.y, arc, n(5), n(6)));
      moveTo(pen, n(5), n(6));
      return;
    }
    default:
      out.push({ op: 'Z' });
      moveTo(pen, pen.startX, pen.startY);
  }
}

function moveTo(pen: Pen, x: number, y: number): void {
  pen.x = x;
  pen.y = y;
}

/** The arguments of a relative command made absolute. */
function relativeToPen(op: string, given: readonly number[], pen: Pen): readonly number[] {
  switch (op) {
    case 'H':
      return given.map((value) => value + pen.x);
    case 'V':
      return given.map((value) => value + pen.y);
    case 'A':
      return [...given.slice(0, 5), given[5]! + pen.x, given[6]! + pen.y];
    default:
      return given.map((value, index) => value + (index % 2 === 0 ? pen.x : pen.y));
  }
}
