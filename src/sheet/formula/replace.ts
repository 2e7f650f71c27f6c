/** Calls that stand for other calls, which every program computes alike. */
import type { TextRange } from '../read/fault.ts';
import type { BoundFormula } from './formula.ts';

interface Call {
  readonly name: string;
  readonly nameAt: TextRange;
  readonly at: TextRange;
}

/** A bound call as both back ends see it. */
export function replaceCall(call: Call, args: readonly BoundFormula[]): BoundFormula {
  if (call.name === 'LOOKUP') return lookUp(call, args);
  return call.name === 'XLOOKUP' ? lookUpOr(call, args) : callOf(call, call.name, args);
}

function callOf({ nameAt, at }: Call, name: string, args: readonly BoundFormula[]): BoundFormula {
  return { kind: 'call', name, nameAt, args, at };
}

/**
 * A lookup in a column of texts gives the text, and an empty text for an empty cell, where INDEX alone would
 * give 0. In other columns an empty cell is no value at all.
 */
function lookUp(call: Call, args: readonly BoundFormula[]): BoundFormula {
  const [values, keys, key] = args;
  const isText = values?.kind === 'reference' && values.to.kind === 'column' && values.to.holdsText;
  if (!isText || !keys || !key) return callOf(call, 'LOOKUP', args);
  const found = callOf(call, 'INDEX', [values, matchOf(call, key, keys)]);
  const empty: BoundFormula = { kind: 'string', value: '', at: call.at };
  return { kind: 'binary', operator: '&', left: found, right: empty, at: call.at };
}

/** XLOOKUP: only what is not there is replaced, not other errors. */
function lookUpOr(call: Call, args: readonly BoundFormula[]): BoundFormula {
  const [key, keys, values, otherwise] = args;
  if (!key || !keys || !values) return callOf(call, call.name, args);
  const found = lookUp(call, [values, keys, key]);
  if (!otherwise) return found;
  return callOf(call, 'IF', [callOf(call, 'ISNA', [matchOf(call, key, keys)]), otherwise, found]);
}

function matchOf(call: Call, key: BoundFormula, keys: BoundFormula): BoundFormula {
  const exact: BoundFormula = { kind: 'number', value: 0, written: '0', at: call.at };
  return callOf(call, 'MATCH', [key, keys, exact]);
}
