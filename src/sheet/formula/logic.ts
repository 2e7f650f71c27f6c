/** Conditions, and what depends on them. */
import { type Argument, type Compute, unsettled, unsettledOrigin } from './argument.ts';
import { define, type Family, type FormulaFunction, MANY } from './define.ts';
import { compareScalars, isProblem, type Problem, type Scalar, toTruth } from './value.ts';

/** AND, OR and XOR over scalars and columns; empty and text cells of columns are passed over. */
function truths(combine: (truths: readonly boolean[]) => boolean): Compute {
  return (args) => {
    const found: boolean[] = [];
    for (const argument of args) {
      for (const cell of argument.cells()) {
        const problem = typeof cell === 'boolean' ? undefined : unsettledOrigin(argument.origin, cell);
        if (problem) return problem;
        if (argument.origin === 'cells' && (cell === null || typeof cell === 'string')) continue;
        const truth = isProblem(cell) ? cell : toTruth(cell);
        if (isProblem(truth)) return truth;
        found.push(truth);
      }
    }
    return found.length === 0
      ? { problem: '#VALUE!', why: 'none of its arguments is a condition' }
      : combine(found);
  };
}

function truthArgument(argument: Argument): boolean | Problem {
  const value = argument.scalar();
  return isProblem(value) ? value : toTruth(value);
}

const not: Compute = ([condition]) => {
  const truth = truthArgument(condition!);
  return typeof truth === 'boolean' ? !truth : truth;
};

const ifElse: Compute = ([condition, yes, no]) => {
  const truth = truthArgument(condition!);
  if (isProblem(truth)) return truth;
  return truth ? yes!.scalar() : no ? no.scalar() : false;
};

/** Conditions behind the first true one are not computed. */
const ifs: Compute = (args) => {
  if (args.length % 2 === 1) return unsettled('a condition is given without its value');
  for (let index = 0; index < args.length; index += 2) {
    const truth = truthArgument(args[index]!);
    if (isProblem(truth)) return truth;
    if (truth) return args[index + 1]!.scalar();
  }
  return { problem: '#N/A', why: 'none of its conditions is true' };
};

/** Only some programs take "1", 1 and TRUE for the same, or an empty cell for 0. */
function equals(one: Scalar, other: Scalar): boolean | Problem {
  const kinds = [one, other].map((each) => (each === null ? 'string' : typeof each));
  if (kinds[0] === kinds[1]) return compareScalars(one, other) === 0;
  const isPlainText = [one, other].some((each) => typeof each === 'string' && !/[0-9]/.test(each));
  return isPlainText ? false : unsettled('programs disagree whether values of two kinds are the same');
}

/** Pairs of value and result, and perhaps a last one for all else. */
const choose: Compute = ([chosen, ...args]) => {
  const wanted = chosen!.scalar();
  if (isProblem(wanted)) return wanted;
  for (let index = 0; index + 1 < args.length; index += 2) {
    const value = args[index]!.scalar();
    if (isProblem(value))
      return unsettled(`programs go on differently behind a case that is no value (${value.why})`);
    const isMet = equals(wanted, value);
    if (isProblem(isMet)) return isMet;
    if (isMet) return args[index + 1]!.scalar();
  }
  if (args.length % 2 === 1) return args.at(-1)!.scalar();
  return { problem: '#N/A', why: 'none of its values is met' };
};

/** What is not computed here is never caught: a program may have a value for it. */
function caught(isCaught: (problem: Problem) => boolean): Compute {
  return ([value, otherwise]) => {
    const found = value!.scalar();
    return isProblem(found) && found.problem !== 'unknown' && isCaught(found) ? otherwise!.scalar() : found;
  };
}

const handingOn = (each: FormulaFunction): FormulaFunction => ({ ...each, gives: 'either' });

export const logicFunctions: Family = {
  IF: handingOn(define('condition, then, else', 'one of two values', [2, 3], ifElse)),
  IFS: handingOn(
    define('condition, value, …', 'the value of the first condition that is true', [2, MANY], ifs, '_xlfn.'),
  ),
  SWITCH: handingOn(
    define(
      'value, case, result, …, otherwise',
      'the result of the case that equals the value',
      [3, MANY],
      choose,
      '_xlfn.',
    ),
  ),
  IFERROR: handingOn(
    define(
      'value, otherwise',
      'the value, or another where it has none',
      [2, 2],
      caught(() => true),
    ),
  ),
  IFNA: handingOn(
    define(
      'value, otherwise',
      'the value, or another where nothing was found',
      [2, 2],
      caught(({ problem }) => problem === '#N/A'),
      '_xlfn.',
    ),
  ),
  AND: define(
    'condition, …',
    'whether all are true',
    [1, MANY],
    truths((all) => all.every(Boolean)),
  ),
  OR: define(
    'condition, …',
    'whether one is true',
    [1, MANY],
    truths((all) => all.some(Boolean)),
  ),
  XOR: define(
    'condition, …',
    'whether an odd number is true',
    [1, MANY],
    truths((all) => all.filter(Boolean).length % 2 === 1),
    '_xlfn.',
  ),
  NOT: define('condition', 'the opposite', [1, 1], not),
};
