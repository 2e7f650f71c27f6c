/** Flexible boxes (css-flexbox-1 §5, §7). `order` is refused: the order of the document is the order it is read in. */
import type { ComputedStyle, LengthOrAuto } from '../../style.ts';
import { type Computation, type Cursor, either, fixed, type Grammar, keyword, number } from '../grammar.ts';
import { wordOf } from '../values.ts';
import { size } from './boxes.ts';
import { own } from './property.ts';
import type { Shorthand } from './shorthands.ts';

type Direction = ComputedStyle['flexDirection'];
type Wrap = ComputedStyle['flexWrap'];
type Basis = LengthOrAuto | 'content';

export const flexDirection: Grammar<Direction> = keyword('row', 'row-reverse', 'column', 'column-reverse');
export const flexWrap: Grammar<Wrap> = keyword('nowrap', 'wrap', 'wrap-reverse');
const factor = number(0, 1e6);
const basis: Grammar<Basis> = either(keyword('content'), size);

export const flexProperties = {
  flexDirection: own<Direction>('row', flexDirection),
  flexWrap: own<Wrap>('nowrap', flexWrap),
  flexGrow: own(0, factor),
  flexShrink: own(1, factor),
  flexBasis: own<Basis>('auto', basis),
};

/** `none`, or a growth, a shrinkage and a basis (css-flexbox-1 §7.1.1): what is left out is 1, 1 and 0. */
export const flexShorthand: Shorthand = {
  keys: ['flexGrow', 'flexShrink', 'flexBasis'],
  expects: `none, one or two numbers, ${basis.expects}`,
  words: ['none', ...basis.words],
  expand: (cursor) => {
    if (wordOf(cursor.values[cursor.at]) === 'none') {
      cursor.at += 1;
      return parts(fixed(0), fixed(0), fixed('auto'));
    }
    // A lone 0 is a factor; after both factors it is a basis.
    let grow = factor.read(cursor);
    let shrink = grow && factor.read(cursor);
    const found = basis.read(cursor);
    if (grow === undefined && found !== undefined) {
      grow = factor.read(cursor);
      shrink = grow && factor.read(cursor);
    }
    if (grow === undefined && found === undefined) return undefined;
    return parts(grow ?? fixed(1), shrink ?? fixed(1), found ?? fixed({ px: 0, percent: 0 }));
  },
};

function parts(
  grow: Computation<number>,
  shrink: Computation<number>,
  basisSize: Computation<Basis>,
): ReturnType<Shorthand['expand']> {
  return [
    ['flexGrow', grow],
    ['flexShrink', shrink],
    ['flexBasis', basisSize],
  ];
}

/** A word for `flex-direction` and one for `flex-wrap`, in any order. */
export const flexFlow: Shorthand = {
  keys: ['flexDirection', 'flexWrap'],
  expects: `${flexDirection.expects}, ${flexWrap.expects}`,
  words: [...flexDirection.words, ...flexWrap.words],
  expand: (cursor: Cursor) => {
    let direction = flexDirection.read(cursor);
    const wrap = flexWrap.read(cursor);
    direction ??= flexDirection.read(cursor);
    if (direction === undefined && wrap === undefined) return undefined;
    return [
      ['flexDirection', direction ?? fixed('row')],
      ['flexWrap', wrap ?? fixed('nowrap')],
    ];
  },
};
