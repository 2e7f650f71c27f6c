/** Text in charts (21.2.2.210, 21.1.2): sizes in hundredths of a point, fonts for Latin and for Chinese. */
import type { Element } from '../../package/xml.ts';
import { a, c, val } from './elements.ts';

export interface Fonts {
  readonly latin: string;
  readonly eastAsian: string;
}

const COLORS = { strong: 'tx1', quiet: 'tx2' } as const;

interface TextLook {
  readonly size: number;
  readonly bold: boolean;
  readonly color: keyof typeof COLORS;
}

export const TITLE: TextLook = { size: 1200, bold: true, color: 'strong' };
export const SMALL: TextLook = { size: 900, bold: false, color: 'quiet' };

function runLook(name: 'defRPr' | 'rPr', { size, bold, color }: TextLook, fonts: Fonts): Element {
  return a(
    name,
    { sz: String(size), b: String(Number(bold)) },
    a('solidFill', {}, a('schemeClr', { val: COLORS[color] })),
    a('latin', { typeface: fonts.latin }),
    a('ea', { typeface: fonts.eastAsian }),
  );
}

/** `c:txPr`: how the text of a part of a chart looks. */
export function textLook(look: TextLook, fonts: Fonts): Element {
  const paragraph = a('p', {}, a('pPr', {}, runLook('defRPr', look, fonts)), a('endParaRPr'));
  return c('txPr', a('bodyPr'), a('lstStyle'), paragraph);
}

/** `c:title`, of a chart or of an axis; `rotated` for axes that go upwards. */
export function title(text: string, look: TextLook, fonts: Fonts, rotated = false): Element {
  const run = a('r', {}, runLook('rPr', look, fonts), { name: 'a:t', attributes: {}, children: [text] });
  const paragraph = a('p', {}, a('pPr', {}, runLook('defRPr', look, fonts)), run);
  const body = rotated ? a('bodyPr', { rot: '-5400000', vert: 'horz' }) : a('bodyPr');
  return c('title', c('tx', c('rich', body, a('lstStyle'), paragraph)), val('overlay', false));
}
