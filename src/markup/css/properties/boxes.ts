/** Boxes: display, position, sizes, margins, padding, borders, backgrounds (CSS 2.1 §8–11, css-backgrounds-3). */
import type {
  BorderStyle,
  Color,
  ComputedStyle,
  Display,
  Length,
  LengthOrAuto,
  LengthOrNone,
} from '../../style.ts';
import { aspectRatio } from '../aspect-ratio.ts';
import { color, transparent } from '../color.ts';
import { either, fixed, type Grammar, keyword, mapped, number, single } from '../grammar.ts';
import { image } from '../image.ts';
import { length, lengthPercentage } from '../length.ts';
import { own, type Property, type PropertyTable } from './property.ts';

export const zero: Length = { px: 0, percent: 0 };

const auto = keyword('auto');
export const offset: Grammar<LengthOrAuto> = either(auto, lengthPercentage({ negative: true }));
export const size: Grammar<LengthOrAuto> = either(auto, lengthPercentage({ negative: false }));
export const largest: Grammar<LengthOrNone> = either(keyword('none'), lengthPercentage({ negative: false }));
export const padding: Grammar<Length> = lengthPercentage({ negative: false });
export const borderWidth: Grammar<number> = either(
  mapped({ thin: 1, medium: 3, thick: 5 }),
  length({ negative: false }),
);
export const borderStyle: Grammar<BorderStyle> = keyword(
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
);

const inset = () => own<LengthOrAuto>('auto', offset);
const width = () => own(3, borderWidth);
const style = () => own<BorderStyle>('none', borderStyle);
const radius = () => own(zero, padding);
const lineColor = (): Property<Color> => ({
  inherited: false,
  initial: (context) => context.color,
  grammar: color,
});

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
const position: Grammar<ComputedStyle['position']> = either(
  keyword('static', 'relative', 'absolute'),
  single('running(name)', (value) => {
    if (value.kind !== 'function' || value.name !== 'running' || value.args.length !== 1) return undefined;
    const [name] = value.args;
    return name?.kind === 'ident' ? fixed({ running: name.text }) : undefined;
  }),
);

export const boxProperties = {
  display: own<Display>('inline', display),
  position: own<ComputedStyle['position']>('static', position),
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
  borderTopWidth: width(),
  borderRightWidth: width(),
  borderBottomWidth: width(),
  borderLeftWidth: width(),
  borderTopStyle: style(),
  borderRightStyle: style(),
  borderBottomStyle: style(),
  borderLeftStyle: style(),
  borderTopColor: lineColor(),
  borderRightColor: lineColor(),
  borderBottomColor: lineColor(),
  borderLeftColor: lineColor(),
  borderTopLeftRadius: radius(),
  borderTopRightRadius: radius(),
  borderBottomRightRadius: radius(),
  borderBottomLeftRadius: radius(),
  overflow: own('visible', keyword('visible', 'hidden')),
  opacity: own(1, number(0, 1)),
  backgroundColor: own(transparent, color),
  backgroundImage: own({ kind: 'none' }, image),
  backgroundSize: own('auto', keyword('auto', 'cover', 'contain')),
  objectFit: own('fill', keyword('fill', 'contain', 'cover')),
  boxDecorationBreak: own('slice', keyword('slice', 'clone')),
} satisfies Partial<PropertyTable<never>>;
