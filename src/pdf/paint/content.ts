/**
 * A content stream being written (ISO 32000-1, 7.8): operators with px coordinates, y down. Keeps the graphics
 * state so that nothing is set twice, the text object open over neighbouring runs, and one marked-content
 * sequence open as long as its owner paints.
 */

import type { Matrix } from '../../graphics/shapes.ts';
import type { Color } from '../../markup/style.ts';

/** A marked-content sequence: two marks with the same `key` are one. `open` gives the operand part of BDC. */
export interface Mark {
  readonly key: object | string;
  readonly open: () => string;
}

/** The part of the graphics state that is tracked, as last set; at first what a page begins with. */
interface State {
  fill: string;
  stroke: string;
  pen: string;
  alpha: string;
  font: string;
  charSpacing: string;
}

interface Pen {
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: 0 | 1 | 2;
  readonly join: 0 | 1 | 2;
  /** Absent: as it is at the beginning of a page, 10. */
  readonly miterLimit?: number;
  readonly dashOffset?: number;
}

export interface Content {
  /** Everything written from here on belongs to `mark`. */
  readonly mark: (mark: Mark) => void;
  readonly fillColor: (color: Color) => void;
  readonly strokeColor: (color: Color) => void;
  readonly pen: (pen: Pen) => void;
  /** Name of an ExtGState with constant alphas. */
  readonly alpha: (name: string) => void;
  readonly font: (name: string, size: number, charSpacing: number) => void;
  /** Sets the start of a run inside a text object, which is opened if need be. */
  readonly textAt: (x: number, baseline: number) => void;
  /** Operators outside text objects; ends an open text object. */
  readonly draw: (operators: string) => void;
  /** Operators inside the open text object. */
  readonly show: (operators: string) => void;
  readonly save: () => void;
  readonly restore: () => void;
  readonly bytes: () => Uint8Array;
}

const INITIAL: State = { fill: '0 0 0', stroke: '0 0 0', pen: '', alpha: '', font: '', charSpacing: '0' };

export function createContent(): Content {
  const out: string[] = [];
  const stack: State[] = [];
  let state: State = { ...INITIAL };
  let mark: Mark | undefined;
  let inText = false;

  const endText = (): void => {
    if (inText) out.push('ET');
    inText = false;
  };
  const set = (key: keyof State, value: string, operators: string): void => {
    if (state[key] === value) return;
    state[key] = value;
    out.push(operators);
  };
  return {
    mark: (next) => {
      if (mark?.key === next.key) return;
      endText();
      if (mark) out.push('EMC');
      mark = next;
      out.push(`${next.open()} BDC`);
    },
    fillColor: (color) => {
      const fill = rgb(color);
      if (fill !== state.fill) set('fill', fill, `${fill} rg`);
    },
    strokeColor: (color) => {
      const stroke = rgb(color);
      if (stroke !== state.stroke) set('stroke', stroke, `${stroke} RG`);
    },
    pen: ({ width, dash, cap, join, miterLimit = 10, dashOffset = 0 }) => {
      const limit = miterLimit === 10 ? '' : ` ${num(miterLimit)} M`;
      const dashes = `[${dash.map((n) => num(n)).join(' ')}] ${num(dashOffset)} d`;
      const value = `${num(width)} w ${cap} J ${join} j${limit} ${dashes}`;
      set('pen', value, value);
    },
    alpha: (name) => set('alpha', name, `/${name} gs`),
    font: (name, size, charSpacing) => {
      const font = `/${name} ${num(size)} Tf`;
      set('font', font, font);
      set('charSpacing', num(charSpacing), `${num(charSpacing)} Tc`);
    },
    textAt: (x, baseline) => {
      if (!inText) out.push('BT');
      inText = true;
      // The page's axes are turned to y down, so glyphs are turned back.
      out.push(`1 0 0 -1 ${num(x)} ${num(baseline)} Tm`);
    },
    draw: (operators) => {
      endText();
      out.push(operators);
    },
    show: (operators) => out.push(operators),
    save: () => {
      endText();
      stack.push({ ...state });
      out.push('q');
    },
    restore: () => {
      endText();
      out.push('Q');
      const saved = stack.pop();
      if (!saved) throw new Error('The graphics state was restored more often than saved.');
      state = saved;
    },
    bytes: () => {
      endText();
      if (mark) out.push('EMC');
      mark = undefined;
      return new Uint8Array(Buffer.from(`${out.join('\n')}\n`, 'latin1'));
    },
  };
}

/** Far below where thousandths of a number are no longer exact. */
const LARGEST = 1e6;

/** Far beyond any page, and written without an exponent. */
const HIGHEST = 1e15;

/** A number as content streams have it: no exponent, no needless digit. */
export function num(value: number, digits = 3): string {
  // Whole numbers and short fractions are written by the engine, which is many times faster than `toFixed`.
  if (digits === 3 && value > -LARGEST && value < LARGEST) {
    const thousandths = Math.round(value * 1000);
    // Ties are rounded as `toFixed` does, by the exact binary value.
    if (Math.abs(value * 1000 - thousandths) < 0.499)
      return thousandths === 0 ? '0' : String(thousandths / 1000);
  }
  const fixed = Math.max(-HIGHEST, Math.min(HIGHEST, value)).toFixed(digits);
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  return short === '-0' ? '0' : short;
}

export function matrixOperator(matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix;
  return `${[a, b, c, d].map((n) => num(n, 6)).join(' ')} ${num(e)} ${num(f)} cm`;
}

function rgb({ r, g, b }: Color): string {
  return `${num(r / 255)} ${num(g / 255)} ${num(b / 255)}`;
}
