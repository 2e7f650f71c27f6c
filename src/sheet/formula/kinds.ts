/** Functions that tell what kind a value is. */
import type { Compute } from './argument.ts';
import { define, type Family } from './define.ts';
import { isProblem, type Result } from './value.ts';

/** What is not computed here has no kind. */
function isKind(test: (value: Result) => boolean): Compute {
  return ([argument]) => {
    const value = argument!.scalar();
    return isProblem(value) && value.problem === 'unknown' ? value : test(value);
  };
}

export const kindFunctions: Family = {
  ISBLANK: define(
    'cell',
    'whether a cell is empty',
    [1, 1],
    isKind((value) => value === null),
  ),
  ISNUMBER: define(
    'value',
    'whether it is a number or a date',
    [1, 1],
    isKind((value) => typeof value === 'number'),
  ),
  ISTEXT: define(
    'value',
    'whether it is a text',
    [1, 1],
    isKind((value) => typeof value === 'string'),
  ),
  ISERROR: define('value', 'whether it has no value', [1, 1], isKind(isProblem)),
  ISNA: define(
    'value',
    'whether nothing was found',
    [1, 1],
    isKind((value) => isProblem(value) && value.problem === '#N/A'),
  ),
};
