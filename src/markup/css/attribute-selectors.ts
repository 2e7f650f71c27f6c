/** Attribute selectors (css-selectors-4 §6). */

import type { Draft, SelectorTokens } from './selector-tokens.ts';
import type { AttributeTest } from './selector-types.ts';

const tests: readonly string[] = ['=', '~=', '|=', '^=', '$=', '*='];

/** Reads `[name]` or `[name="value" i]` at `at` into the draft; the index after it. */
export function readAttribute(draft: Draft, source: SelectorTokens, at: number, to: number): number {
  const close = source.closeOf(at, to);
  const [name, ...rest] = source.spaceless(at + 1, close);
  const isValue = (index: number | undefined) =>
    index !== undefined && ['ident', 'string'].includes(source.kindOf(index) ?? '');
  const flag = rest.length > 2 && isValue(rest.at(-2)) ? rest.pop() : undefined;
  const value = rest.pop();
  const test = value === undefined ? 'exists' : rest.map(source.written).join('');
  const ignoreCase = flag === undefined ? 's' : source.written(flag).toLowerCase();
  const readable = value === undefined || (tests.includes(test) && isValue(value));
  if (name === undefined || source.kindOf(name) !== 'ident' || !readable || !/^[is]$/.test(ignoreCase)) {
    const help = 'write [name], [name="value"] or one of ~= |= ^= $= *=';
    source.fail(at, close + 1, 'an attribute selector that cannot be read', help);
    return at;
  }
  draft.conditions.push({
    kind: 'attribute',
    name: source.decoded(name),
    test: test as AttributeTest,
    value: value === undefined ? '' : source.decoded(value),
    ignoreCase: ignoreCase === 'i',
  });
  draft.middles += 1;
  return close + 1;
}
