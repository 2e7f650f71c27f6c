import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createFontCache, openFontSet } from './font-set.ts';
import { faceRule, filesWith, hanPath, latinPath, rules, sheet } from './testing.ts';

const origin = { place: { source: sheet, start: 0, end: 1 } };
const fileOf = (path: string): Uint8Array => filesWith().read(path)!;

function openWith(files: Readonly<Record<string, Uint8Array>>, path: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const set = openFontSet([faceRule('Odd', path)], filesWith(files), (diagnostic) =>
    diagnostics.push(diagnostic),
  );
  const { primary } = set.match(['Odd'], 400, 'normal', origin);
  expect(primary.key).toBe('blank');
  expect(set.match(['Odd'], 700, 'normal', origin).faceFor(0x41)).toBeUndefined();
  return diagnostics;
}

function faceAt(path: string) {
  const set = openFontSet([faceRule('One', path)], filesWith(), (diagnostic) =>
    expect.unreachable(diagnostic.message),
  );
  return set.match(['One'], 400, 'normal', origin).primary;
}

/** A copy of the Latin face with a table's tag changed in the directory. */
function withTag(from: string, to: string): Uint8Array {
  const bytes = Uint8Array.from(fileOf(latinPath));
  const at = Buffer.from(bytes.subarray(0, 400)).indexOf(from, 0, 'latin1');
  bytes.set(Buffer.from(to, 'latin1'), at);
  return bytes;
}

/** A copy of the Latin face with bytes of a table set to nothing. */
function withZero(table: string, from: number, length: number): Uint8Array {
  const bytes = Uint8Array.from(fileOf(latinPath));
  const at = Buffer.from(bytes.subarray(0, 400)).indexOf(table, 0, 'latin1');
  const start = new DataView(bytes.buffer).getUint32(at + 8);
  bytes.fill(0, start + from, start + from + length);
  return bytes;
}

test.each([
  ['missing.ttf', undefined, 'F001', 'the font file “missing.ttf” cannot be read'],
  [
    'a.woff2',
    Buffer.from('wOF2aaaaaaaaaaaa'),
    'F002',
    'the font file “a.woff2” is a compressed web font (WOFF2)',
  ],
  ['a.ttc', Buffer.from('ttcfaaaaaaaaaaaa'), 'F002', 'the font file “a.ttc” is a font collection (TTC)'],
  [
    'page.ttf',
    Buffer.from('<!doctype html><p>not found'),
    'F004',
    'the font file “page.ttf” is not a font file',
  ],
  ['empty.ttf', new Uint8Array(), 'F004', 'the font file “empty.ttf” is not a font file'],
  [
    'half.ttf',
    fileOf(latinPath).subarray(0, 100_000),
    'F004',
    'is damaged: its table directory reaches beyond',
  ],
  ['mapless.ttf', withTag('cmap', 'cmax'), 'F004', 'it has no `cmap` table'],
  ['no-em.ttf', withZero('head', 18, 2), 'F004', 'its `head` table says 0 units to the em'],
  ['torn.ttf', withZero('glyf', 4000, 400), 'F004', 'the check sum of its `glyf` table is wrong'],
  ['variable.ttf', withTag('gasp', 'fvar'), 'F003', 'the font file “variable.ttf” is a variable font'],
])('%s is refused once, at its @font-face rule', (path, bytes, code, message) => {
  const diagnostics = openWith(bytes === undefined ? {} : { [path]: bytes }, path);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code,
    severity: 'error',
    primary: { span: { source: sheet, start: 0, end: 10 } },
  });
  expect(diagnostics[0]!.message).toContain(message);
});

/** A copy of the Latin face with two bytes of a table changed, and the table's sum in the directory with them. */
function withWord(table: string, at: number, word: number): Uint8Array {
  const bytes = Uint8Array.from(fileOf(latinPath));
  const view = new DataView(bytes.buffer);
  const entry = Buffer.from(bytes.subarray(0, 400)).indexOf(table, 0, 'latin1');
  const start = view.getUint32(entry + 8);
  const shift = at % 4 === 0 ? 0x10000 : 1;
  const sum = view.getUint32(entry + 4) + (word - view.getUint16(start + at)) * shift;
  view.setUint16(start + at, word);
  view.setUint32(entry + 4, sum >>> 0);
  return bytes;
}

test.each([
  ['OS/2', 8, 2, 'F010', 'forbids to be embedded (its OS/2 fsType is 2)'],
  ['OS/2', 8, 0x200, 'F010', 'allows only bitmaps to be embedded'],
  ['maxp', 4, 0, 'F004', 'is damaged: it has no glyphs'],
  ['maxp', 4, 0xffff, 'F004', 'its `loca` table has fewer places than its 65535 glyphs need'],
  ['loca', 80, 0xffff, 'F004', 'its `loca` table puts glyph'],
  ['cmap', 2, 0, 'F004', 'its `cmap` table has no character map that can be read'],
])('a %s table with word %i set to %i is refused with the reason', (table, at, word, code, reason) => {
  const [fault, ...more] = openWith({ 'odd.ttf': withWord(table, at, word) }, 'odd.ttf');
  expect(more).toEqual([]);
  expect(fault).toMatchObject({ code });
  expect(fault!.message).toContain(reason);
});

test('fonts that may be embedded for print and preview are used', () => {
  const files = filesWith({ 'odd.ttf': withWord('OS/2', 8, 4) });
  const set = openFontSet([faceRule('Odd', 'odd.ttf')], files, ({ message }) => expect.unreachable(message));
  expect(set.match(['Odd'], 400, 'normal', origin).faceFor(0x41)).toBeDefined();
});

test('a face whose ligature tables were overwritten is refused, not followed into the wild', () => {
  const bytes = Uint8Array.from(fileOf(latinPath));
  const directory = Buffer.from(bytes.buffer, 0, 400);
  const gsub = directory.readUInt32BE(directory.indexOf('GSUB', 0, 'latin1') + 8);
  bytes.fill(0xff, gsub, gsub + 2000);
  expect(openWith({ 'odd.ttf': bytes }, 'odd.ttf').map(({ code, message }) => `${code} ${message}`)).toEqual([
    'F004 the font file “odd.ttf” is damaged: the check sum of its `GSUB` table is wrong',
  ]);
});

test('characters that share a glyph keep their own code points, whichever comes first', () => {
  const face = faceAt(hanPath);
  const read = (word: string): string =>
    face
      .shape(word, [])
      .map((glyph) => String.fromCodePoint(...glyph.codePoints))
      .join('|');
  expect(read('ﬁne')).toBe('ﬁ|n|e');
  expect(read('fine')).toBe('fi|n|e');
  expect(read('fiﬁ')).toBe('fi|ﬁ');
  expect(read('2021-2025')).toBe('2|0|2|1|-|2|0|2|5');
});

test('ligatures and kerning are on, and can be turned off and added to', () => {
  const face = faceAt(latinPath);
  expect(face.shape('office', [])).toHaveLength(5);
  expect(face.shape('office', ['-liga'])).toHaveLength(6);
  const width = (features: readonly string[]): number =>
    face.shape('AVATAR', features).reduce((sum, { advance }) => sum + advance, 0);
  expect(width([])).toBeLessThan(width(['-kern']));
  const ids = (features: readonly string[]): readonly number[] =>
    face.shape('170', features).map(({ id }) => id);
  expect(ids(['onum'])).not.toEqual(ids([]));
});

test('metrics are those of the tables', () => {
  expect(faceAt(latinPath)).toMatchObject({
    unitsPerEm: 1000,
    ascent: 1024,
    descent: -400,
    lineGap: 0,
    capHeight: 660,
    xHeight: 486,
  });
  expect(faceAt(hanPath)).toMatchObject({ unitsPerEm: 1000, ascent: 1160, descent: -288, lineGap: 0 });
});

test('the bytes of a face are the bytes of the file, not a copy', () => {
  const bytes = readFileSync(new URL(`../../../node_modules/${hanPath.slice(4)}`, import.meta.url));
  const set = openFontSet([faceRule('Han', 'han.ttf')], filesWith({ 'han.ttf': bytes }), () => {});
  expect(set.match(['Han'], 400, 'normal', origin).primary.bytes).toBe(bytes);
});

test('a file is read only when a character needs it, and once for all documents of a cache', () => {
  const reads: string[] = [];
  const { read, list } = filesWith();
  const files = {
    list,
    read: (path: string) => {
      reads.push(path);
      return read(path);
    },
  };
  const cache = createFontCache();
  for (let document = 0; document < 2; document++) {
    const cascade = openFontSet(rules, files, () => {}, cache).match(['Latin', 'Han'], 400, 'normal', origin);
    expect(cascade.faceFor(0x61)?.family).toBe('Latin');
    expect(reads).toEqual(document === 0 ? [latinPath] : [latinPath, hanPath]);
    expect(cascade.faceFor(0x5305)?.family).toBe('Han');
  }
  expect(reads).toEqual([latinPath, hanPath]);
});

test('words kerned pair by pair are the words that the full shaper gives', () => {
  const words =
    "The Baotou Equipment Manufacturing Industrial Park lies north of Qingshan district, AVATAR Toyota Wave. office affluent fjord Type kW fully-mechanized Ltd. Mr. O'Yak-Tv LY. P. Über façade Škoda final fluff 1,234.5 2017 79.14 100,000 7. 11.1 .5 0 140000000";
  for (const path of [latinPath, hanPath]) {
    const face = faceAt(path);
    for (const word of words.split(' ')) {
      // Any feature asked for sends the word to the full shaper; this one changes nothing.
      expect(face.shape(word, []), word).toEqual(face.shape(word, ['kern']));
    }
  }
});

test('`frac` makes fractions of figures with a slash between, which stay the text that was written', () => {
  const face = faceAt(latinPath);
  const [plain, fraction] = [face.shape('15/16', []), face.shape('15/16', ['frac'])];
  const idsOf = (glyphs: typeof plain) => glyphs.map(({ id }) => id);
  expect(idsOf(fraction).filter((id) => idsOf(plain).includes(id))).toEqual([]);
  const read = fraction.flatMap(({ codePoints }) => [...codePoints]);
  expect(String.fromCodePoint(...read)).toBe('15/16');
  expect(idsOf(face.shape('and/or', ['frac']))).toEqual(idsOf(face.shape('and/or', [])));
});
