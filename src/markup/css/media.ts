/** Media queries, as far as paper answers them: `print`, `screen`, `all` (mediaqueries-4 §2). */
import type { Fault } from '../fault.ts';
import type { CssText } from './tokens.ts';
import { type CssValue, splitAtCommas, wordOf } from './values.ts';

/** True when the queries apply to print; an empty list does. Conditions in brackets are refused. */
export function appliesToPrint(values: readonly CssValue[], css: CssText, fault: Fault): boolean {
  if (values.length === 0) return true;
  return splitAtCommas(values)
    .map((query) => applies(query, css, fault))
    .includes(true);
}

function applies(query: readonly CssValue[], css: CssText, fault: Fault): boolean {
  const words = query.map((value) => wordOf(value));
  const modifier = words[0] === 'not' || words[0] === 'only' ? words[0] : undefined;
  const type = words[modifier === undefined ? 0 : 1];
  const length = modifier === undefined ? 1 : 2;
  if (query.length !== length || (type !== 'print' && type !== 'screen' && type !== 'all')) {
    const start = query[0]?.start ?? 0;
    fault(
      'C005',
      css.originOf(start, query.at(-1)?.end ?? start + 1),
      'a media query that is not supported',
      {
        help: 'use print, screen, all, with not before them; conditions such as (min-width) mean nothing on paper',
      },
    );
    return false;
  }
  return (type !== 'screen') !== (modifier === 'not');
}
