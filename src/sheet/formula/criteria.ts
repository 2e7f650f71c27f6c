/** Criteria of COUNTIF, SUMIF and their family: `"land"`, `">=5"`, `"<>"`, `"park*"`. */
import { compareScalars, isProblem, type Result, type Scalar } from './value.ts';

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

function operandOf(text: string): Scalar {
  if (/^(true|false)$/i.test(text)) return /^true$/i.test(text);
  return /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/.test(text) ? Number(text) : text;
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

/** Matches a whole text against `*`, `?` and `~` (which takes the next sign as it is), in linear space. */
export function wildcards(pattern: string): (text: string) => boolean {
  type Part = { readonly any: 'many' | 'one' } | { readonly sign: string };
  const parts: Part[] = [];
  const signs = [...pattern.toLowerCase()];
  for (let index = 0; index < signs.length; index++) {
    const sign = signs[index]!;
    const next = signs[index + 1];
    if (sign === '~' && next !== undefined && '*?~'.includes(next)) {
      parts.push({ sign: next });
      index += 1;
    } else if (sign === '*') parts.push({ any: 'many' });
    else parts.push(sign === '?' ? { any: 'one' } : { sign });
  }
  return (text) => {
    const letters = [...text];
    let [at, part, star, mark] = [0, 0, -1, 0];
    while (at < letters.length) {
      const current = parts[part];
      if (current && 'any' in current && current.any === 'many') {
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
    while (part < parts.length && isMany(parts[part]!)) part += 1;
    return part === parts.length;
  };
  function isMany(part: Part): boolean {
    return 'any' in part && part.any === 'many';
  }
}
