/** Rules on fonts: ISO 19005-3, 6.2.11; ISO 14289-1, 7.21. */
import { isArray, kindOf, nameOf, type PdfObject, type Stream } from '../objects.ts';
import type { Rule } from '../rule.ts';
import type { FontFacts, Subject } from '../subject.ts';
import { readToUnicode } from '../to-unicode.ts';
import { readAdvances } from '../true-type.ts';

export const FONT_RULES: readonly Rule[] = [
  {
    id: 'embedded',
    title: 'Font programs are embedded',
    clause: 'ISO 19005-3, 6.2.11.4.1',
    matterhorn: '31-009',
    *check(subject) {
      for (const font of subject.fonts)
        if (!programOf(subject, font)) yield `The font ${font.name} is not embedded.`;
    },
  },
  {
    id: 'glyph-map',
    title: 'TrueType descendants map codes to glyphs',
    clause: 'ISO 19005-3, 6.2.11.3.2',
    *check({ reader, fonts }) {
      for (const font of fonts) {
        const [descendant] = reader.array(font.object, 'DescendantFonts');
        if (nameOf(reader.get(descendant, 'Subtype')) !== 'CIDFontType2') continue;
        if (reader.get(descendant, 'CIDToGIDMap') === undefined)
          yield `The font ${font.name} has no CIDToGIDMap.`;
      }
    },
  },
  {
    id: 'unicode',
    title: 'Every character shown has a Unicode value',
    clause: 'ISO 14289-1, 7.21.7',
    matterhorn: '31-027',
    *check({ reader, fonts }) {
      for (const font of fonts) {
        const stream = reader.get(font.object, 'ToUnicode');
        if (kindOf(stream) !== 'stream') {
          yield `The font ${font.name} has no ToUnicode map.`;
          continue;
        }
        const map = readToUnicode(reader.data(stream as Stream) ?? new Uint8Array());
        for (const code of font.codes) {
          const meaning = map.get(code);
          if (meaning === undefined) yield `Code ${code} of the font ${font.name} has no Unicode value.`;
          else if (/[\0\ufeff\ufffe]/.test(meaning))
            yield `Code ${code} of the font ${font.name} stands for no character.`;
        }
      }
    },
  },
  {
    id: 'notdef',
    title: 'No text shows the glyph for missing characters',
    clause: 'ISO 19005-3, 6.2.11.8',
    matterhorn: '31-030',
    *check({ fonts }) {
      for (const font of fonts)
        if (font.codes.has(0)) yield `Text in the font ${font.name} shows the glyph .notdef.`;
    },
  },
  {
    id: 'widths',
    title: 'Widths agree with the font program',
    clause: 'ISO 19005-3, 6.2.11.5',
    *check(subject) {
      for (const font of subject.fonts) {
        const program = programOf(subject, font);
        const advances = program && readAdvances(program);
        if (!advances) continue;
        const widths = widthsOf(subject, font);
        for (const code of font.codes) {
          const [said, real] = [widths.get(code) ?? 1000, advances(code)];
          if (real === undefined) yield `The font ${font.name} has no glyph for code ${code}.`;
          else if (Math.abs(said - real) > 1)
            yield `Code ${code} of the font ${font.name} is ${real} wide, not ${said}.`;
        }
      }
    },
  },
];

function programOf({ reader }: Subject, font: FontFacts): Uint8Array | undefined {
  const [descendant] = reader.array(font.object, 'DescendantFonts');
  for (const holder of [descendant, font.object])
    for (const key of ['FontFile2', 'FontFile3', 'FontFile']) {
      const file = reader.get(holder, 'FontDescriptor', key);
      if (kindOf(file) === 'stream') return reader.data(file as Stream);
    }
  return undefined;
}

/** The widths of a descendant font (ISO 32000-1, 9.7.4.3) by code. */
function widthsOf({ reader }: Subject, font: FontFacts): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  const [descendant] = reader.array(font.object, 'DescendantFonts');
  const list: readonly PdfObject[] = reader.array(descendant, 'W');
  for (let i = 0; i + 1 < list.length; ) {
    const [first, second] = [Number(list[i]), reader.resolve(list[i + 1])];
    if (isArray(second)) {
      for (const [offset, width] of second.entries()) out.set(first + offset, Number(width));
      i += 2;
    } else {
      for (let code = first; code <= Number(second) && code <= 0xffff; code += 1)
        out.set(code, Number(list[i + 2]));
      i += 3;
    }
  }
  return out;
}
