/** Presentation attributes and their inheritance (SVG 2 §6, §13). */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Color } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { parseColor } from '../color.ts';
import type { Fault } from '../fault.ts';
import type { Paint } from '../shapes.ts';
import { parseLength, parseNumber, parseNumbers } from './numbers.ts';
import { idOfUrl } from './references.ts';

/** The inherited properties, and `opacity`, which is not inherited. Lengths in user units. */
export interface Presentation {
  readonly color: Color;
  readonly fill: Color | 'none' | PaintServer;
  readonly fillOpacity: number;
  readonly stroke: Color | 'none';
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly lineCap: Paint['lineCap'];
  readonly lineJoin: Paint['lineJoin'];
  readonly miterLimit: number;
  readonly dashOffset: number;
  readonly evenOdd: boolean;
  readonly clipEvenOdd: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly hidden: boolean;
  readonly opacity: number;
}

/** What `url(#id)` names. */
export interface PaintServer {
  readonly id: string;
}

type Change = Partial<Presentation>;

/** What a property's value changes, `undefined` when the value cannot be read. */
type Reader = (value: string, inherited: Presentation) => Change | undefined;

const readers: Readonly<Record<string, Reader>> = {
  color: (value, now) => colorOr(value, now, (color) => (color === 'none' ? undefined : { color })),
  fill: (value, now) => {
    const id = idOfUrl(value);
    return id === undefined ? colorOr(value, now, (fill) => ({ fill })) : { fill: { id } };
  },
  stroke: (value, now) => colorOr(value, now, (stroke) => ({ stroke })),
  opacity: (value) => fraction(value, (opacity) => ({ opacity })),
  'fill-opacity': (value) => fraction(value, (fillOpacity) => ({ fillOpacity })),
  'stroke-opacity': (value) => fraction(value, (strokeOpacity) => ({ strokeOpacity })),
  'stroke-width': (value) => positive(value, (strokeWidth) => ({ strokeWidth })),
  'stroke-dasharray': (value) => {
    if (value === 'none') return { dash: [] };
    const list = parseNumbers(value);
    if (!list || list.some((length) => length < 0)) return undefined;
    // An odd list is doubled; a list of zeros is a solid line (§13.5.6).
    const dash = list.length % 2 === 0 ? list : [...list, ...list];
    return { dash: dash.some((length) => length > 0) ? dash : [] };
  },
  'stroke-linecap': (value) => keyword(value, ['butt', 'round', 'square'], (lineCap) => ({ lineCap })),
  'stroke-linejoin': (value) => keyword(value, ['miter', 'round', 'bevel'], (lineJoin) => ({ lineJoin })),
  'stroke-miterlimit': (value) => {
    const miterLimit = parseNumber(value);
    return miterLimit === undefined || miterLimit < 1 ? undefined : { miterLimit };
  },
  'stroke-dashoffset': (value) => {
    const dashOffset = parseLength(value);
    return dashOffset === undefined ? undefined : { dashOffset };
  },
  'clip-rule': (value) =>
    keyword(value, ['nonzero', 'evenodd'], (rule) => ({ clipEvenOdd: rule === 'evenodd' })),
  'fill-rule': (value) => keyword(value, ['nonzero', 'evenodd'], (rule) => ({ evenOdd: rule === 'evenodd' })),
  'text-anchor': (value) => keyword(value, ['start', 'middle', 'end'], (anchor) => ({ anchor })),
  'font-family': (value) => {
    const fontFamily = value.split(',').map((name) => name.trim().replace(/^(['"])(.*)\1$/, '$2'));
    return fontFamily.some((name) => name === '') ? undefined : { fontFamily };
  },
  'font-size': (value) => positive(value, (fontSize) => ({ fontSize })),
  'font-weight': (value) => {
    const weight = { normal: 400, bold: 700 }[value] ?? parseNumber(value);
    return weight !== undefined && weight >= 1 && weight <= 1000 ? { fontWeight: weight } : undefined;
  },
  visibility: (value) => keyword(value, ['visible', 'hidden'], (word) => ({ hidden: word === 'hidden' })),
};

/** All properties that can be written as attributes or in `style`. */
export const presentationProperties: readonly string[] = Object.keys(readers);

/** What an `svg` element starts with: CSS gives the text properties, SVG 2 the initial values of the rest. */
export function initialPresentation(element: StyledElement): Presentation {
  const { color, fontFamily, fontSize, fontWeight } = element.style;
  return {
    color,
    fill: { r: 0, g: 0, b: 0, alpha: 1 },
    fillOpacity: 1,
    stroke: 'none',
    strokeOpacity: 1,
    strokeWidth: 1,
    dash: [],
    lineCap: 'butt',
    lineJoin: 'miter',
    miterLimit: 4,
    dashOffset: 0,
    evenOdd: false,
    clipEvenOdd: false,
    anchor: 'start',
    fontFamily,
    fontSize,
    fontWeight,
    hidden: false,
    opacity: 1,
  };
}

/** The presentation of an element: inherited, then attributes, then `style` (SVG 2 §6.4: attributes are weaker). */
export function presentationOf(
  element: StyledElement,
  inherited: Presentation,
  fault: Fault,
  declared: readonly (readonly [string, string])[] = declarationsOf(element),
): Presentation {
  let result: Presentation = { ...inherited, opacity: 1 };
  const apply = (name: string, text: string): void => {
    const value = text.trim();
    if (value === 'inherit') return;
    const change = Object.hasOwn(readers, name) ? readers[name]!(value, result) : undefined;
    if (change) result = { ...result, ...change };
    else fault(element, 'G003', `"${value}" is not a value of ${name}`, hintFor(name, value));
  };
  for (const [name, value] of element.attributes) if (Object.hasOwn(readers, name)) apply(name, value);
  for (const [name, value] of declared) {
    if (name === 'clip-path') continue;
    if (Object.hasOwn(readers, name)) apply(name, value);
    else {
      const known = nearest(name, presentationProperties);
      fault(
        element,
        'G002',
        `the property "${name}" has no effect in a drawing`,
        known && `Did you mean "${known}"?`,
      );
    }
  }
  return result;
}

/** How a shape is painted; undefined when nothing of it would be seen. `server` makes the fill of `url(#id)`. */
export function paintOf(style: Presentation, server: (id: string) => Paint['fill']): Paint | undefined {
  const fill = fillOf(style, server);
  const hasStroke = style.stroke !== 'none' && style.strokeWidth > 0;
  const stroke = hasStroke ? faded(style.stroke as Color, style.strokeOpacity) : undefined;
  if (style.hidden || (!fill && !stroke)) return undefined;
  return {
    ...(fill && { fill }),
    ...(stroke && { stroke }),
    strokeWidth: style.strokeWidth,
    dash: style.dash,
    lineCap: style.lineCap,
    lineJoin: style.lineJoin,
    ...(style.miterLimit !== 4 && { miterLimit: style.miterLimit }),
    ...(style.dashOffset !== 0 && { dashOffset: style.dashOffset }),
  };
}

function fillOf(
  { fill, fillOpacity, hidden }: Presentation,
  server: (id: string) => Paint['fill'],
): Paint['fill'] | undefined {
  if (fill === 'none' || hidden) return undefined;
  return 'id' in fill ? server(fill.id) : faded(fill, fillOpacity);
}

/** A colour with its alpha multiplied. */
export function faded(color: Color, opacity: number): Color {
  return opacity === 1 ? color : { ...color, alpha: color.alpha * opacity };
}

/** The declarations of a `style` attribute, names in lower case. */
export function declarationsOf(element: StyledElement): (readonly [string, string])[] {
  const style = element.attributes.get('style') ?? '';
  return style
    .split(';')
    .filter((declaration) => declaration.trim() !== '')
    .map((declaration) => {
      const colon = declaration.indexOf(':');
      if (colon < 0) return [declaration.trim(), ''] as const;
      return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const;
    });
}

function colorOr(
  value: string,
  now: Presentation,
  change: (color: Color | 'none') => Change | undefined,
): Change | undefined {
  if (value === 'none') return change('none');
  const color = parseColor(value, now.color);
  return color && change(color);
}

function fraction(value: string, change: (value: number) => Change): Change | undefined {
  const percent = value.endsWith('%');
  const parsed = parseNumber(percent ? value.slice(0, -1) : value);
  return parsed === undefined ? undefined : change(Math.min(1, Math.max(0, percent ? parsed / 100 : parsed)));
}

function positive(value: string, change: (value: number) => Change): Change | undefined {
  const length = parseLength(value);
  return length === undefined || length < 0 ? undefined : change(length);
}

function keyword<T extends string>(
  value: string,
  words: readonly T[],
  change: (word: T) => Change,
): Change | undefined {
  const word = words.find((known) => known === value);
  return word && change(word);
}

function hintFor(name: string, value: string): string | undefined {
  if (value.startsWith('url('))
    return 'A gradient of the same <svg> can be a fill; anything else is one colour.';
  if (name === 'fill' || name === 'stroke' || name === 'color')
    return 'Write a colour such as #17475e, or none.';
  return undefined;
}
