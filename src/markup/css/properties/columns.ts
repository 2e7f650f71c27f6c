/** Columns (css-multicol-1). `column-gap` is a property of grids and flex boxes, too, and stands with those. */
import type { BorderStyle, Color, ComputedStyle } from '../../style.ts';
import { color } from '../color.ts';
import { either, type Grammar, keyword, number } from '../grammar.ts';
import { length } from '../length.ts';
import { borderStyle, borderWidth } from './borders.ts';
import { own, type Property } from './property.ts';
import type { Expansion, Shorthand } from './shorthands.ts';

const auto = keyword('auto');

/** More columns than any page has: a bound on what one container can ask for. */
const mostColumns = 1000;

export const columnCount: Grammar<number | 'auto'> = either(auto, number(1, mostColumns, true));
export const columnWidth: Grammar<number | 'auto'> = either(auto, length({ negative: false }));

const ruleColor: Property<Color> = {
  inherited: false,
  initial: (context) => context.color,
  grammar: color,
};

export const columnProperties = {
  columnCount: own<ComputedStyle['columnCount']>('auto', columnCount),
  columnWidth: own<ComputedStyle['columnWidth']>('auto', columnWidth),
  columnFill: own('balance', keyword('balance', 'balance-all', 'auto')),
  columnSpan: own('none', keyword('none', 'all')),
  columnRuleWidth: own(3, borderWidth),
  columnRuleStyle: own<BorderStyle>('none', borderStyle),
  columnRuleColor: ruleColor,
};

/** A width, a count, or both in any order; each `auto` stands for whichever is not given (css-multicol-1 §3.3). */
export const columns: Shorthand = {
  keys: ['columnWidth', 'columnCount'],
  expects: 'a length for the width, a whole number for the count, auto',
  words: ['auto'],
  expand: (cursor) => {
    const found: { width?: Expansion[number]; count?: Expansion[number] } = {};
    for (let words = 0; words < 2; words += 1) {
      if (auto.read(cursor)) continue;
      const width = found.width ? undefined : columnWidth.read(cursor);
      const count = width || found.count ? undefined : columnCount.read(cursor);
      if (width) found.width = ['columnWidth', width];
      else if (count) found.count = ['columnCount', count];
      else if (words === 0) return undefined;
    }
    const { columnWidth: noWidth, columnCount: noCount } = columnProperties;
    return [found.width ?? ['columnWidth', noWidth.initial], found.count ?? ['columnCount', noCount.initial]];
  },
};
