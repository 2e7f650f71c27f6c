/** Elements of DrawingML charts (ECMA-376 part 1, 21.2), short to write. */
import { type Element, element } from '../../package/xml.ts';

/** An element of the chart namespace; children that are undefined are left out. */
export function c(name: string, ...children: readonly (Element | undefined)[]): Element {
  return element(
    `c:${name}`,
    {},
    children.filter((child) => child !== undefined),
  );
}

/** An element that is only a value. */
export function val(name: string, value: string | number | boolean): Element {
  return element(`c:${name}`, { val: typeof value === 'boolean' ? String(Number(value)) : String(value) });
}

/** An element of the drawing namespace (20.1). */
export function a(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Element[]
): Element {
  return element(`a:${name}`, { ...attributes }, [...children]);
}

/** `#rrggbb`, or one of the six accents of the theme from 0. */
export type Paint = string | number;

export function solidFill(paint: Paint): Element {
  return a(
    'solidFill',
    {},
    typeof paint === 'number'
      ? a('schemeClr', { val: `accent${(paint % 6) + 1}` })
      : a('srgbClr', { val: paint.slice(1).toUpperCase() }),
  );
}

/** The light lines of axes and grids: the second dark colour of the theme, thinned. */
export function hairline(): Element {
  const color = a('schemeClr', { val: 'tx2' }, a('lumMod', { val: '20000' }), a('lumOff', { val: '80000' }));
  return a('ln', { w: '6350' }, a('solidFill', {}, color));
}
