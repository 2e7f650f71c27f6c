/** Formula text to a tree, by precedence as in spreadsheets: a sign binds closer than `^` (ECMA-376 part 1, 18.17). */
import type { Fault, TextRange } from '../read/fault.ts';
import type { BinaryOperator, Formula } from './formula.ts';
import { lexFormula, type Token } from './lex.ts';

/** Binding strength of the operators; all lean to the left. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

const MAX_DEPTH = 64;
const MAX_LENGTH = 8192;
const MAX_STRING = 255;

/** Thrown inside this file only, after the fault has been reported. */
const GIVE_UP = Symbol('the formula cannot be read');

/** Parses one formula; `place` turns its offsets into places. Undefined after a report. */
export function parseFormula(
  formula: string,
  place: (offset: number) => number,
  fault: Fault,
): Formula | undefined {
  if (formula.length > MAX_LENGTH) {
    fault('X012', { start: place(0), end: place(1) }, `the formula has more than ${MAX_LENGTH} characters`);
    return undefined;
  }
  const tokens = lexFormula(formula, place, fault);
  if (!tokens) return undefined;
  try {
    return parseTokens(tokens, fault);
  } catch (thrown) {
    if (thrown === GIVE_UP) return undefined;
    throw thrown;
  }
}

function parseTokens(tokens: readonly Token[], fault: Fault): Formula {
  let index = 0;
  let depth = 0;

  const peek = (): Token => tokens[index]!;
  const isSign = (token: Token, ...signs: string[]): boolean =>
    token.kind === 'operator' && signs.includes(token.text);
  const fail = (at: TextRange, message: string, help?: string): never => {
    fault('X012', at, message, help);
    throw GIVE_UP;
  };
  const expect = (sign: string, instead: string): Token => {
    const token = peek();
    if (!isSign(token, sign)) fail(token.at, `${instead}, but ${nameOf(token)} is here`);
    index += 1;
    return token;
  };
  const word = (instead: string): { text: string; at: TextRange } => {
    const token = peek();
    if (token.kind !== 'word') return fail(token.at, `${instead}, but ${nameOf(token)} is here`);
    index += 1;
    return token;
  };

  function expression(least: number): Formula {
    if (++depth > MAX_DEPTH) fail(peek().at, `the formula is nested more than ${MAX_DEPTH} deep`);
    let left = signed();
    for (;;) {
      const token = peek();
      const strength = token.kind === 'operator' ? precedence[token.text as BinaryOperator] : undefined;
      if (token.kind !== 'operator' || strength === undefined || strength < least) break;
      index += 1;
      const right = expression(strength + 1);
      const at = { start: left.at.start, end: right.at.end };
      left = { kind: 'binary', operator: token.text as BinaryOperator, left, right, at };
    }
    depth -= 1;
    return left;
  }

  function signed(): Formula {
    const token = peek();
    if (token.kind !== 'operator' || !isSign(token, '-', '+')) return operand();
    if (++depth > MAX_DEPTH) fail(token.at, `the formula is nested more than ${MAX_DEPTH} deep`);
    index += 1;
    const inner = signed();
    depth -= 1;
    const at = { start: token.at.start, end: inner.at.end };
    return { kind: 'unary', operator: token.text as '-' | '+', operand: inner, at };
  }

  function operand(): Formula {
    const token = peek();
    if (token.kind === 'end') return fail(token.at, 'the formula ends where a value is expected');
    index += 1;
    if (token.kind === 'number') {
      const value = Number(token.text);
      if (!Number.isFinite(value)) fail(token.at, `${token.text} is too large for a spreadsheet`);
      return { kind: 'number', value, written: token.text, at: token.at };
    }
    if (token.kind === 'string') {
      const value = token.text.slice(1, -1).replaceAll('""', '"');
      if (value.length > MAX_STRING)
        fail(token.at, `a text in a formula has at most ${MAX_STRING} characters`);
      return { kind: 'string', value, at: token.at };
    }
    if (token.kind === 'word') return named(token.text, token.at);
    if (token.text === '[') {
      const column = word('a column id is expected after [');
      const close = expect(']', 'a column id is closed by ]');
      const at = { start: token.at.start, end: close.at.end };
      return { kind: 'reference', to: { kind: 'same-row', column: column.text }, at };
    }
    if (token.text === '(') {
      const inner = expression(1);
      const close = expect(')', 'a closing ) is expected');
      return { ...inner, at: { start: token.at.start, end: close.at.end } };
    }
    return fail(token.at, `a value is expected, but ${nameOf(token)} is here`);
  }

  function named(text: string, at: TextRange): Formula {
    if (isSign(peek(), '(')) return call(text, at);
    if (/^(true|false)$/i.test(text)) return { kind: 'boolean', value: /^true$/i.test(text), at };
    const ids = [text];
    let end = at.end;
    while (isSign(peek(), '.')) {
      index += 1;
      const next = word('an id is expected after the point');
      ids.push(next.text);
      end = next.at.end;
    }
    return { kind: 'reference', to: { kind: 'path', ids }, at: { start: at.start, end } };
  }

  function call(name: string, nameAt: TextRange): Formula {
    index += 1;
    const args: Formula[] = [];
    if (!isSign(peek(), ')')) {
      args.push(expression(1));
      while (isSign(peek(), ',')) {
        index += 1;
        args.push(expression(1));
      }
    }
    if (peek().kind === 'end')
      fail(peek().at, `"${name}(" is never closed`, 'write ) after its last argument');
    const close = expect(')', `a comma or ) is expected in ${name}(…)`);
    return {
      kind: 'call',
      name: name.toUpperCase(),
      nameAt,
      args,
      at: { start: nameAt.start, end: close.at.end },
    };
  }

  const whole = expression(1);
  const rest = peek();
  if (rest.kind !== 'end') fail(rest.at, `an operator is expected, but ${nameOf(rest)} is here`);
  return whole;
}

function nameOf(token: Token): string {
  return token.kind === 'end' ? 'the end' : `"${token.text}"`;
}
