/** Grids and alignment (css-grid-2 §7, §8; css-align-3). */
import type {
  Alignment,
  GridAreas,
  GridAutoFlow,
  GridLine,
  GridTemplate,
  Length,
  Track,
} from '../../style.ts';
import { type Cursor, either, fixed, type Grammar, keyword, mapped } from '../grammar.ts';
import { lengthPercentage } from '../length.ts';
import { wordOf } from '../values.ts';
import { gridLine, templateAreas } from './grid-lines.ts';
import { autoTracks, NO_TRACKS, trackList } from './grid-tracks.ts';
import { own } from './property.ts';

const positions = {
  normal: 'normal',
  start: 'start',
  end: 'end',
  center: 'center',
  stretch: 'stretch',
  'flex-start': 'flex-start',
  'flex-end': 'flex-end',
} as const satisfies Record<string, Alignment>;

/** Text runs from left to right, so `left` is `start` and `self-end` is `end`. */
const itemPositions = { ...positions, 'self-start': 'start', 'self-end': 'end' } as const;
const spaces = {
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
} as const;

export const alignItems: Grammar<Alignment> = mapped<Alignment>({ ...itemPositions, baseline: 'baseline' });
export const justifyItems: Grammar<Alignment> = mapped<Alignment>({
  ...itemPositions,
  left: 'start',
  right: 'end',
});
export const alignContent: Grammar<Alignment> = mapped<Alignment>({ ...positions, ...spaces });
export const justifyContent: Grammar<Alignment> = mapped<Alignment>({
  ...positions,
  ...spaces,
  left: 'start',
  right: 'end',
});
const autoOr = (grammar: Grammar<Alignment>): Grammar<Alignment | 'auto'> => either(keyword('auto'), grammar);
export const alignSelf = autoOr(alignItems);
export const justifySelf = autoOr(justifyItems);
/** `normal` is 1em between columns of text and nothing elsewhere. */
export const gap: Grammar<Length | 'normal'> = either(
  keyword('normal'),
  lengthPercentage({ negative: false }),
);

/** `row` or `column`, `dense`, in any order. */
const autoFlow: Grammar<GridAutoFlow> = {
  expects: 'row, column, dense',
  words: ['row', 'column', 'dense'],
  read: (cursor: Cursor) => {
    const words = new Set<string>();
    for (const group of [0, 1]) {
      const word = wordOf(cursor.values[cursor.at + group]);
      if (word !== undefined && ['row', 'column', 'dense'].includes(word)) words.add(word);
      else break;
    }
    if (words.size === 0 || (words.has('row') && words.has('column'))) return undefined;
    cursor.at += words.size;
    return fixed({ axis: words.has('column') ? 'column' : 'row', dense: words.has('dense') });
  },
};

const automatic: readonly Track[] = [{ kind: 'auto' }];

export const gridProperties = {
  gridTemplateColumns: own<GridTemplate>(NO_TRACKS, trackList),
  gridTemplateRows: own<GridTemplate>(NO_TRACKS, trackList),
  gridTemplateAreas: own<GridAreas | 'none'>('none', templateAreas),
  gridAutoColumns: own(automatic, autoTracks),
  gridAutoRows: own(automatic, autoTracks),
  gridAutoFlow: own<GridAutoFlow>({ axis: 'row', dense: false }, autoFlow),
  gridColumnStart: own<GridLine>('auto', gridLine),
  gridColumnEnd: own<GridLine>('auto', gridLine),
  gridRowStart: own<GridLine>('auto', gridLine),
  gridRowEnd: own<GridLine>('auto', gridLine),
  columnGap: own<Length | 'normal'>('normal', gap),
  rowGap: own<Length | 'normal'>('normal', gap),
  alignItems: own<Alignment>('normal', alignItems),
  alignSelf: own<Alignment | 'auto'>('auto', alignSelf),
  justifyItems: own<Alignment>('normal', justifyItems),
  justifySelf: own<Alignment | 'auto'>('auto', justifySelf),
  alignContent: own<Alignment>('normal', alignContent),
  justifyContent: own<Alignment>('normal', justifyContent),
};
