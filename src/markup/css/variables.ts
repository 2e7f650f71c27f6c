/** Custom properties and `var()` (css-variables-1). */
import type { CssValue } from './values.ts';
import { isDelim } from './values.ts';

/** Values after substitution, and how many there are, counted through all functions. */
interface Substituted {
  readonly values: readonly CssValue[];
  readonly size: number;
}

/** The custom properties of an element, inherited ones included, with all `var()` resolved. */
export type CustomProperties = ReadonlyMap<string, Substituted>;

export const noCustomProperties: CustomProperties = new Map();

/** Why a substitution failed. */
export type VariableFault =
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'cycle'; readonly name: string }
  | { readonly kind: 'size' };

export type Substitution =
  | { readonly ok: true; readonly value: Substituted }
  | { readonly ok: false; readonly fault: VariableFault };

/** A handful of variables that double each other could fill the memory. */
const maximumSize = 4000;
/** Variables that lead through so many others are no longer followed. */
const maximumDepth = 200;

/** Replaces every `var()` in the values. */
export function substitute(
  values: readonly CssValue[],
  lookUp: (name: string) => Substitution | undefined,
): Substitution {
  const result: CssValue[] = [];
  let size = 0;
  const add = (
    inner: Substitution,
    wrap?: (args: readonly CssValue[]) => CssValue,
  ): VariableFault | undefined => {
    if (!inner.ok) return inner.fault;
    size += inner.value.size;
    if (wrap === undefined) for (const value of inner.value.values) result.push(value);
    else result.push(wrap(inner.value.values));
    return undefined;
  };
  for (const value of values) {
    let fault: VariableFault | undefined;
    if (value.kind === 'function' && value.name === 'var') fault = add(variable(value.args, lookUp));
    else if ('args' in value) fault = add(substitute(value.args, lookUp), (args) => ({ ...value, args }));
    else result.push(value);
    size += 1;
    if (size > maximumSize) fault = { kind: 'size' };
    if (fault !== undefined) return { ok: false, fault };
  }
  return { ok: true, value: { values: result, size } };
}

function variable(
  args: readonly CssValue[],
  lookUp: (name: string) => Substitution | undefined,
): Substitution {
  const [first, comma, ...fallback] = args;
  const name = first?.kind === 'ident' && first.text.startsWith('--') ? first.text : undefined;
  if (name === undefined)
    return { ok: false, fault: { kind: 'missing', name: first?.kind === 'ident' ? first.text : '' } };
  const found = lookUp(name);
  if (found !== undefined && (found.ok || found.fault.kind !== 'missing')) return found;
  if (isDelim(comma, ',')) return substitute(fallback, lookUp);
  return { ok: false, fault: { kind: 'missing', name } };
}

/**
 * The custom properties of an element from what it inherits and what is declared on it. `onFault` hears of
 * those that cannot be resolved; they count as not declared.
 */
export function resolveCustom(
  inherited: CustomProperties,
  declared: ReadonlyMap<string, readonly CssValue[]>,
  onFault: (name: string, fault: VariableFault) => void,
): CustomProperties {
  if (declared.size === 0) return inherited;
  const resolved = new Map(inherited);
  for (const name of declared.keys()) resolved.delete(name);
  const results = new Map<string, Substitution>();
  const underway = new Set<string>();
  const lookUp = (name: string): Substitution | undefined => {
    const values = declared.get(name);
    if (values === undefined) {
      const value = inherited.get(name);
      return value && { ok: true, value };
    }
    const known = results.get(name);
    if (known !== undefined) return known;
    if (underway.size > maximumDepth) return { ok: false, fault: { kind: 'size' } };
    if (underway.has(name)) return { ok: false, fault: { kind: 'cycle', name } };
    underway.add(name);
    const result = substitute(values, lookUp);
    underway.delete(name);
    results.set(name, result);
    return result;
  };
  for (const name of declared.keys()) {
    const result = lookUp(name);
    if (result?.ok === true) resolved.set(name, result.value);
    else if (result !== undefined) onFault(name, result.fault);
  }
  return resolved;
}
