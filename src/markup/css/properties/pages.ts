/** Lists and tables (CSS 2.1 §12, §17), breaks and pages (css-break-3, css-page-3, css-gcpm-3). */
import type { BreakBetween, ComputedStyle } from '../../style.ts';
import { counterStyles } from '../counter-style.ts';
import {
  changed,
  either,
  fixed,
  type Grammar,
  keyword,
  mapped,
  number,
  several,
  single,
} from '../grammar.ts';
import { length } from '../length.ts';
import { inherited, own } from './property.ts';

type ListStyleType = ComputedStyle['listStyleType'];

/** A counter style, or text that is the marker as it stands. */
export const listStyleType: Grammar<ListStyleType> = either(
  keyword(...counterStyles),
  single<ListStyleType>('text in quotes', (value) =>
    value.kind === 'string' ? fixed<ListStyleType>({ text: value.text }) : undefined,
  ),
);
export const listStylePosition = keyword('outside', 'inside');

/** Text runs from left to right, so that right pages are recto (css-break-3 §3.1). */
const breakBetween: Grammar<BreakBetween> = mapped<BreakBetween>({
  auto: 'auto',
  avoid: 'avoid',
  'avoid-page': 'avoid-page',
  'avoid-column': 'avoid-column',
  page: 'page',
  left: 'left',
  right: 'right',
  recto: 'right',
  verso: 'left',
  column: 'column',
});

type Spacing = ComputedStyle['borderSpacing'];
const borderSpacing: Grammar<Spacing> = changed(
  several(length({ negative: false }), 2),
  ([horizontal, vertical]): Spacing => [horizontal!, vertical ?? horizontal!],
);

/** A custom name as it is written; names are case-sensitive. */
const pageName = single('auto, the name of a page', (value) => {
  if (value.kind !== 'ident') return undefined;
  return fixed(value.text.toLowerCase() === 'auto' ? 'auto' : value.text);
});

const noSpacing: Spacing = [0, 0];

export const pageProperties = {
  listStyleType: inherited<ListStyleType>('disc', listStyleType),
  listStylePosition: inherited('outside', listStylePosition),
  borderCollapse: inherited('separate', keyword('separate', 'collapse')),
  borderSpacing: inherited(noSpacing, borderSpacing),
  captionSide: inherited('top', keyword('top', 'bottom')),
  tableLayout: own('auto', keyword('auto', 'fixed')),
  emptyCells: inherited('show', keyword('show', 'hide')),
  breakBefore: own<BreakBetween>('auto', breakBetween),
  breakAfter: own<BreakBetween>('auto', breakBetween),
  breakInside: own('auto', keyword('auto', 'avoid', 'avoid-page', 'avoid-column')),
  orphans: inherited(2, number(1, 1000, true)),
  widows: inherited(2, number(1, 1000, true)),
  page: own('auto', pageName),
};
