/** Boxes: display, position, sizes, margins, padding (CSS 2.1 §8–11, css-sizing-3, css-images-3 §4.5). */
import type { ComputedStyle, Display, Length, LengthOrAuto, LengthOrNone } from '../../style.ts';
import { aspectRatio } from '../aspect-ratio.ts';
import { either, fixed, type Grammar, keyword, number, single } from '../grammar.ts';
import { lengthPercentage } from '../length.ts';
import { center, position } from '../position.ts';
import { own, type PropertyTable } from './property.ts';

export const zero: Length = { px: 0, percent: 0 };

const auto = keyword('auto');
export const offset: Grammar<LengthOrAuto> = either(auto, lengthPercentage({ negative: true }));
export const size: Grammar<LengthOrAuto> = either(auto, lengthPercentage({ negative: false }));
export const largest: Grammar<LengthOrNone> = either(keyword('none'), lengthPercentage({ negative: false }));
export const padding: Grammar<Length> = lengthPercentage({ negative: false });
const inset = () => own<LengthOrAuto>('auto', offset);

const display: Grammar<Display> = keyword(
  'block',
  'flow-root',
  'inline',
  'inline-block',
  'inline-table',
  'list-item',
  'flex',
  'inline-flex',
  'grid',
  'inline-grid',
  'contents',
  'none',
  'table',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-row',
  'table-cell',
  'table-caption',
  'table-column',
  'table-column-group',
);

/** `running(name)` besides the words (css-gcpm-3 §1.2.1). */
const scheme: Grammar<ComputedStyle['position']> = either(
  keyword('static', 'relative', 'absolute'),
  single('running(name)', (value) => {
    if (value.kind !== 'function' || value.name !== 'running' || value.args.length !== 1) return undefined;
    const [name] = value.args;
    return name?.kind === 'ident' ? fixed({ running: name.text }) : undefined;
  }),
);

export const boxProperties = {
  display: own<Display>('inline', display),
  position: own<ComputedStyle['position']>('static', scheme),
  float: own('none', keyword('none', 'left', 'right', 'footnote')),
  clear: own('none', keyword('none', 'left', 'right', 'both')),
  top: inset(),
  right: inset(),
  bottom: inset(),
  left: inset(),
  boxSizing: own('content-box', keyword('content-box', 'border-box')),
  width: own<LengthOrAuto>('auto', size),
  height: own<LengthOrAuto>('auto', size),
  minWidth: own<LengthOrAuto>('auto', size),
  minHeight: own<LengthOrAuto>('auto', size),
  maxWidth: own<LengthOrNone>('none', largest),
  maxHeight: own<LengthOrNone>('none', largest),
  aspectRatio: own<ComputedStyle['aspectRatio']>('auto', aspectRatio),
  marginTop: own<LengthOrAuto>(zero, offset),
  marginRight: own<LengthOrAuto>(zero, offset),
  marginBottom: own<LengthOrAuto>(zero, offset),
  marginLeft: own<LengthOrAuto>(zero, offset),
  paddingTop: own(zero, padding),
  paddingRight: own(zero, padding),
  paddingBottom: own(zero, padding),
  paddingLeft: own(zero, padding),
  overflow: own('visible', keyword('visible', 'hidden')),
  opacity: own(1, number(0, 1)),
  objectFit: own('fill', keyword('fill', 'contain', 'cover', 'none', 'scale-down')),
  objectPosition: own(center, position),
  boxDecorationBreak: own('slice', keyword('slice', 'clone')),
} satisfies Partial<PropertyTable<never>>;
