/** The theme (20.1.6.9): the colours and the font of the workbook, which charts and new tables take theirs from. */
import { childOf, childrenOf, type Element, element, parseXml, writePart } from '../package/xml.ts';
import type { PlacedBook } from '../placed.ts';

/** `text` is the theme that the writer made; everything but colours and fonts stays as it is there. */
export function themePart(text: string, { theme, base, lang }: PlacedBook): string {
  const root = parseXml(text)!;
  const elements = childOf(root, 'a:themeElements')!;
  root.attributes.name = 'Parkpress';
  const colors = childOf(elements, 'a:clrScheme')!;
  colors.attributes.name = 'Parkpress';
  for (const role of childrenOf(colors)) {
    const color = theme.get(role.name.slice(2));
    if (color) role.children = [element('a:srgbClr', { val: color.slice(1).toUpperCase() })];
  }
  const fonts = childOf(elements, 'a:fontScheme')!;
  fonts.attributes.name = 'Parkpress';
  for (const font of childrenOf(fonts)) setFont(font, base.font, lang === 'zh' ? base.font : '');
  return writePart(root);
}

/** Scripts other than Latin and East Asian keep the fonts of their readers' machines. */
function setFont(font: Element, latin: string, eastAsian: string): void {
  font.children = [
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: eastAsian }),
    element('a:cs', { typeface: '' }),
  ];
}
