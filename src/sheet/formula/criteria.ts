/** Criteria of COUNTIF, SUMIF and their family: `"land"`, `">=5"`, `"<>"`, `"park*"`. */
import {
  compareScalars,
  isProblem,
  NUMERAL,
  type Problem,
  type Result,
  type Scalar,
  unsettledOrder,
} from './value.ts';

/** True for cells that meet the criterion. */
export type Criterion = (cell: Result) => boolean;

/** Reads a criterion as spreadsheets do: an operator, then a number or a text that may hold `*`, `?` and `~`. */
export function criterionOf(written: Scalar): Criterion {
  if (typeof written !== 'string') return equals(written ?? 0);
  const [, operator = '', rest = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(written)!;
  const operand = operandOf(rest);
  if (operator === '' || operator === '=')
    return operator === '=' && rest === '' ? (cell) => cell === null : equals(operand);
  if (operator === '<>') {
    if (rest === '') return (cell) => cell !== null;
    const same = equals(operand);
    return (cell) => !same(cell);
  }
  return (cell) => {
    if (cell === null || isProblem(cell) || typeof cell !== typeof operand) return false;
    const order = compareScalars(cell, operand);
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  };
}

/** Why programs disagree which of the cells meet a criterion, or undefined. */
export function unsettledCriterion(written: Scalar, cells: readonly Result[]): Problem | undefined {
  const holdsNumbers = cells.some((cell) => typeof cell === 'number');
  if (typeof written === 'string') {
    if (hasWildcards(written) && holdsNumbers)
      return { problem: 'unknown', why: 'only some programs match the digits of numbers with * and ?' };
    const [, operator, rest = ''] = /^(<=|>=|<(?!>)|>)([\s\S]*)$/.exec(written) ?? [];
    const operand = operandOf(rest);
    if (operator === undefined || typeof operand !== 'string') return undefined;
    return firstProblem(cells, (cell) =>
      typeof cell === 'string' ? unsettledOrder(cell, operand, false) : undefined,
    );
  }
  return firstProblem(cells, (cell) =>
    typeof cell === 'string' && operandOf(cell) === written
      ? { problem: 'unknown', why: `programs disagree whether the text "${cell}" is the value ${written}` }
      : undefined,
  );
}

function firstProblem(
  cells: readonly Result[],
  judge: (cell: Result) => Problem | undefined,
): Problem | undefined {
  for (const cell of cells) {
    const problem = judge(cell);
    if (problem) return problem;
  }
  return undefined;
}

function operandOf(text: string): Scalar {
  if (/^(true|false)$/i.test(text)) return /^true$/i.test(text);
  return NUMERAL.test(text) ? Number(text) : text;
}

function equals(operand: Scalar): Criterion {
  if (typeof operand !== 'string')
    return (cell) =>
      cell === operand ||
      (typeof cell === 'string' && typeof operand === 'number' && operandOf(cell) === operand);
  if (operand === '') return (cell) => cell === null || cell === '';
  const pattern = wildcards(operand);
  return (cell) => typeof cell === 'string' && pattern(cell.toLowerCase());
}

/** Whether a sign of a text stands for others. */
export function hasWildcards(pattern: string): boolean {
  return /[*?]/.test(pattern.replace(/~[*?~]/g, ''));
}

type Part = { readonly any: 'many' | 'one' } | { readonly sign: string };

const isMany = (part: Part | undefined): boolean =>
  part !== undefined && 'any' in part && part.any === 'many';

/** `*`, `?` and `~`, which takes the next sign as it is. */
function partsOf(signs: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < signs.length; index++) {
    const sign = signs[index]!;
    const next = signs[index + 1];
    if (sign === '~' && next !== undefined && '*?~'.includes(next)) {
      parts.push({ sign: next });
      index += 1;
    } else if (sign === '*') parts.push({ any: 'many' });
    else parts.push(sign === '?' ? { any: 'one' } : { sign });
  }
  return parts;
}

/** Matches a whole text, in linear space. */
export function wildcards(pattern: string): (text: string) => boolean {
  const parts = partsOf([...pattern.toLowerCase()]);
  return (text) => {
    const letters = [...text];
    let [at, part, star, mark] = [0, 0, -1, 0];
    while (at < letters.length) {
      const current = parts[part];
      if (isMany(current)) {
        star = part++;
        mark = at;
      } else if (current && ('any' in current || current.sign === letters[at])) {
        part += 1;
        at += 1;
      } else if (star >= 0) {
        part = star + 1;
        at = ++mark;
      } else return false;
    }
    while (isMany(parts[part])) part += 1;
    return part === parts.length;
  };
}

/** In small letters, unit by unit, so that places stay the same. */
export function foldCase(text: string): string {
  return text
    .split('')
    .map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .join('');
}

/**
 * The first index from `from` where a part of a folded text matches, or -1. One pass over the text for each sign
 * of the pattern, from its end: which places can the rest of the pattern start at?
 */
export function placeOf(pattern: string, text: string, from: number): number {
  let starts: readonly boolean[] = Array.from({ length: text.length + 1 }, () => true);
  for (const part of partsOf(foldCase(pattern).split('')).toReversed()) {
    const rest = starts;
    const found: boolean[] = Array.from({ length: text.length + 1 }, () => false);
    for (let at = text.length; at >= 0; at--) {
      if ('any' in part && part.any === 'many') found[at] = rest[at]! || (found[at + 1] ?? false);
      else found[at] = ('any' in part || part.sign === text[at]) && (rest[at + 1] ?? false);
    }
    starts = found;
  }
  return starts.indexOf(true, from);
}
