/** The numbers among the arguments of a function. */
import { type Argument, type Compute, unsettledOrigin } from './argument.ts';
import { isProblem, type Problem, type Result, toNumber } from './value.ts';

/** Numbers of all arguments: texts and empty cells of references are passed over. */
export function numbersOf(args: readonly Argument[]): readonly number[] | Problem {
  const numbers: number[] = [];
  for (const argument of args) {
    for (const cell of argument.cells()) {
      if (isProblem(cell)) return cell;
      const problem = unsettledOrigin(argument.origin, cell);
      if (problem) return problem;
      if (argument.origin === 'cells' && typeof cell !== 'number') continue;
      const number = toNumber(cell);
      if (isProblem(number)) return number;
      numbers.push(number);
    }
  }
  return numbers;
}

export function overNumbers(compute: (numbers: readonly number[]) => Result): Compute {
  return (args) => {
    const numbers = numbersOf(args);
    return isNumbers(numbers) ? compute(numbers) : numbers;
  };
}

export function isNumbers(value: readonly number[] | Problem): value is readonly number[] {
  return Array.isArray(value);
}
