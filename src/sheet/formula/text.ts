/** Functions of texts. */
import type { Argument, Compute } from './argument.ts';
import { isProblem, toText, type Value } from './value.ts';

export const concat: Compute = (args) => {
  let joined = '';
  for (const cell of args.flatMap((argument) => argument.cells())) {
    const text = isProblem(cell) ? cell : toText(cell);
    if (typeof text !== 'string') return text;
    joined += text;
  }
  return joined;
};

export function textLength([text]: readonly Argument[]): Value {
  const value = text!.scalar();
  const written = isProblem(value) ? value : toText(value);
  return typeof written === 'string' ? written.length : written;
}
