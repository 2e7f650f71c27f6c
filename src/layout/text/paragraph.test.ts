import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../markup/style.ts';
import { collectText } from './collect.ts';
import type { InlineItem, LineBox, LinePiece } from './lines.ts';
import { elementWith, inline, layOut, readLine, readLines, text, wordsOf } from './testing.ts';

type TextPiece = Extract<LinePiece, { readonly kind: 'text' }>;
const textsOf = (line: LineBox): readonly TextPiece[] => line.pieces.filter((piece) => piece.kind === 'text');
const facesOf = (line: LineBox): readonly string[] =>
  textsOf(line).map(({ run }) => `${run.face.family}:${run.text}`);

const pieces = fc.constantFrom(
  'Baotou',
  'office',
  ' ',
  '  ',
  '\n',
  '包头',
  '装备，',
  '“',
  '”',
  '——',
  '…',
  '\u00ad',
  '\u00a0',
  '\u2060',
  '\u200b',
  '-',
  '/',
  '12.5',
  '（',
  '）',
  'é',
  'e\u0301',
  '\u2009',
);
const spaces = fc.constantFrom('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line') as fc.Arbitrary<'normal'>;

test('the pieces of all lines, read one after the other, are the collapsed text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(pieces, { maxLength: 8 }), fc.boolean()), { maxLength: 6 }),
      fc.integer({ min: 1, max: 400 }),
      spaces,
      fc.record<Partial<ComputedStyle>>({
        textAlign: fc.constantFrom('start', 'justify'),
        textWrap: fc.constantFrom('wrap', 'pretty', 'balance'),
        textJustify: fc.constantFrom('auto', 'inter-character'),
        hyphens: fc.constantFrom('manual', 'auto'),
        lineBreak: fc.constantFrom('auto', 'loose', 'anywhere'),
        wordBreak: fc.constantFrom('normal', 'break-all', 'keep-all'),
        overflowWrap: fc.constantFrom('normal', 'anywhere'),
        fontVariantCaps: fc.constantFrom('normal', 'small-caps'),
      }),
      fc.constantFrom('zh', 'en'),
      (parts, width, whiteSpace, changes, lang) => {
        const block = elementWith(
          { whiteSpace, textAutospace: 'normal', textSpacingTrim: 'normal', ...changes },
          lang,
        );
        const items = parts.flatMap(([words, isInline]) =>
          isInline ? inline(words.join(''), { whiteSpace }) : [text(words.join(''), block)],
        );
        const { paragraph } = layOut([items], block.style, lang);
        const expected = collectText(items, block, block.style).text;
        const read = paragraph.lines(width).map(readLine).join('');
        // A forced break is read as a space; one that ends an empty line leaves nothing to read.
        expect(read.replaceAll('\n', ' ').replace(/ +/g, ' ').trim()).toBe(
          expected.replaceAll('\n', ' ').replace(/ +/g, ' ').trim(),
        );
        if (!expected.includes('\n')) expect(read).toBe(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('no line is wider than asked for, unless a word is; then it is reported', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.integer({ min: 20, max: 400 }), (parts, width) => {
      const { paragraph, diagnostics } = layOut(
        [parts.join('')],
        { textSpacingTrim: 'normal', textAutospace: 'normal' },
        'zh',
      );
      const wide = paragraph.lines(width).filter((line) => line.width > width + 0.01);
      expect(diagnostics.filter(({ code }) => code === 'F007')).toHaveLength(wide.length);
      const atLeast = layOut([parts.join('')], { textSpacingTrim: 'normal', textAutospace: 'normal' }, 'zh');
      atLeast.paragraph.lines(atLeast.paragraph.minContent);
      expect(atLeast.diagnostics).toEqual([]);
      expect(atLeast.paragraph.lines(atLeast.paragraph.maxContent)).toHaveLength(
        parts.join('').trim() === '' && paragraph.maxContent === 0 ? atLeast.paragraph.lines(1000).length : 1,
      );
    }),
  );
});

test('each character takes the first face of the family list that has it', () => {
  const [line] = layOut(['Area 8平方km²，面积']).paragraph.lines(1000);
  expect(facesOf(line!)).toEqual(['Latin:Area 8', 'Han:平方', 'Latin:km²', 'Han:，面积']);
});

test('quotation marks are Chinese in Chinese text and Latin elsewhere', () => {
  const read = (value: string, lang: string) => facesOf(layOut([value], {}, lang).paragraph.lines(1000)[0]!);
  expect(read('称“A区”和don’t', 'zh')).toEqual(['Han:称“', 'Latin:A', 'Han:区”和', 'Latin:don’t']);
  expect(read('the “包头” park’s', 'en')).toEqual(['Latin:the “', 'Han:包头', 'Latin:” park’s']);
  expect(read('“plain”', 'zh')).toEqual(['Latin:“plain”']);
});

test('a character that no font has is reported with its name, its place and what to do, once', () => {
  const { paragraph, diagnostics } = layOut(['Made in 🚄 and 包头']);
  paragraph.lines(1000);
  paragraph.lines(50);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: 'F006',
    message: 'no font has a glyph for “🚄” (U+1F684)',
    primary: { span: { start: 8, end: 9 } },
    help: 'Replace the character, or declare a font that has it with @font-face and add its family after “Latin”, “Han”.',
  });
  expect(readLines(paragraph.lines(1000))).toEqual(['Made in 🚄 and 包头']);
});

test('soft hyphens break words, draw a hyphen only there, and are never given to the font', () => {
  const { paragraph } = layOut(['Donau\u00addampf\u00adschiff 2021-2025']);
  const lines = paragraph.lines(100);
  expect(readLines(lines)).toEqual(['Donau\u00addampf\u00ad', 'schiff ', '2021-2025']);
  expect(
    lines.map((line) =>
      wordsOf(line)
        .map((word) => word.text)
        .join(' '),
    ),
  ).toEqual(['Donaudampf\u00ad', 'schiff', '2021-2025']);
  expect(readLines(layOut(['Donau\u00addampf'], { hyphens: 'none' }).paragraph.lines(60))).toEqual([
    'Donau\u00addampf',
  ]);
});

test('a no-break space is drawn as a space and read as itself', () => {
  const [line] = layOut(['12\u00a0km']).paragraph.lines(20);
  expect(readLine(line!)).toBe('12\u00a0km');
  expect(textsOf(line!)[0]!.run.glyphs.flatMap(({ codePoints }) => codePoints)).toContain(0x20);
});

test('a word wider than its line sticks out whole and is reported with both widths', () => {
  const { paragraph, diagnostics } = layOut(['a Industrialisierungsgesellschaft b']);
  const lines = paragraph.lines(100);
  paragraph.lines(100);
  expect(readLines(lines)).toEqual(['a ', 'Industrialisierungsgesellschaft ', 'b']);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: 'F007',
    severity: 'error',
    message: '“Industrialisierungsgesellschaft” is 53.7 mm wide, but its line has only 26.5 mm',
    primary: { span: { start: 2, end: 3 } },
  });
});

test('overflow-wrap breaks such a word, and only such a word', () => {
  const { paragraph, diagnostics } = layOut(['a word Industrialisierungsgesellschaft'], {
    overflowWrap: 'anywhere',
  });
  const lines = readLines(paragraph.lines(100));
  expect(lines[0]).toBe('a word ');
  expect(lines.join('')).toBe('a word Industrialisierungsgesellschaft');
  expect(diagnostics).toEqual([]);
  expect(paragraph.minContent).toBeLessThan(20);
  expect(layOut(['Industrialisierung'], { overflowWrap: 'break-word' }).paragraph.minContent).toBeGreaterThan(
    100,
  );
});

test('nothing wraps under nowrap, but its surroundings do', () => {
  expect(layOut(['one two three'], { whiteSpace: 'nowrap' }).paragraph.lines(30)).toHaveLength(1);
  const nowrap = { whiteSpace: 'nowrap' } as const;
  expect(readLines(layOut(['one ', inline('two three', nowrap), ' four'], {}).paragraph.lines(62))).toEqual([
    'one ',
    'two three ',
    'four',
  ]);
  expect(readLines(layOut([inline('包', nowrap), inline('头', nowrap)], {}).paragraph.lines(17))).toEqual([
    '包',
    '头',
  ]);
});

// css-text-4 §8.1, CLREQ 3.2.2
test('Han and Latin stand a quarter em apart, but not at line edges and not beside a space', () => {
  const style = { textAutospace: 'normal' } as const;
  const gapBefore = (value: string): number => {
    const [with_] = layOut([value], style, 'zh').paragraph.lines(1000);
    const [without] = layOut([value], {}, 'zh').paragraph.lines(1000);
    return with_!.width - without!.width;
  };
  expect(gapBefore('区8')).toBeCloseTo(4);
  expect(gapBefore('区km区')).toBeCloseTo(8);
  expect(gapBefore('区 km（km）')).toBeCloseTo(0);
  const lines = layOut(['区区km区区'], style, 'zh').paragraph.lines(36);
  expect(lines.map((line) => [readLine(line), textsOf(line)[0]!.x])).toEqual([
    ['区区', 0],
    ['km', 0],
    ['区区', 0],
  ]);
  expect(lines[0]!.width).toBeCloseTo(32);
});

// css-text-4 §8.5, CLREQ 3.1.6
test('full-width marks that meet share their blank', () => {
  const style = { textSpacingTrim: 'normal' } as const;
  const widthOf = (value: string) => layOut([value], style, 'zh').paragraph.lines(1000)[0]!.width;
  expect(widthOf('区（区）')).toBeCloseTo(64);
  expect(widthOf('区（区），')).toBeCloseTo(72);
  expect(widthOf('区）（区')).toBeCloseTo(56);
  expect(widthOf('（区')).toBeCloseTo(32);
  expect(
    layOut(['（区），'], { textSpacingTrim: 'space-all' }, 'zh').paragraph.lines(1000)[0]!.width,
  ).toBeCloseTo(64);
  expect(readLines(layOut(['区区，区'], style, 'zh').paragraph.lines(40))).toEqual(['区区，', '区']);
});

test('justified lines reach both edges, the last one and one before a forced break do not', () => {
  const items: readonly (string | readonly InlineItem[])[] = [
    '包头装备制造，产业园 Baotou park 位于青山区',
    [{ kind: 'break', element: elementWith() }],
    '包头装备制造产业园区',
  ];
  const { paragraph } = layOut(
    items,
    { textAlign: 'justify', textAutospace: 'normal', textSpacingTrim: 'normal' },
    'zh',
  );
  const rights = paragraph.lines(150).map((line) => {
    const last = textsOf(line).at(-1)!;
    return Math.round(last.x + last.run.width);
  });
  expect(rights).toEqual([150, 150, 48, 150, 32]);
});

test.each([
  ['left', 0],
  ['start', 0],
  ['center', 36],
  ['right', 72],
  ['end', 72],
] as const)('text-align: %s', (textAlign, x) => {
  const [line] = layOut(['区区'], { textAlign }).paragraph.lines(104);
  expect(textsOf(line!)[0]!.x).toBeCloseTo(x);
});

test('the indent moves the first line and takes its room', () => {
  const lines = layOut(['区区区区区'], { textIndent: { px: 32, percent: 0 } }).paragraph.lines(64);
  expect(lines.map((line) => [readLine(line), textsOf(line)[0]!.x])).toEqual([
    ['区区', 32],
    ['区区区', 0],
  ]);
  expect(layOut(['区区'], { textIndent: { px: 32, percent: 0 } }).paragraph.maxContent).toBeCloseTo(64);
});

test('letter-spacing stands between letters, not after the last of a line', () => {
  expect(layOut(['区区区'], { letterSpacing: 2 }).paragraph.maxContent).toBeCloseTo(52);
  const [line] = layOut(['fi'], { letterSpacing: 2 }).paragraph.lines(100);
  expect(textsOf(line!)[0]!.run.glyphs).toHaveLength(2);
});

test('tabular figures are asked of the font only where the style says so', () => {
  const ids = (fontVariantNumeric: readonly string[]) =>
    textsOf(layOut(['170'], { fontVariantNumeric }).paragraph.lines(100)[0]!)[0]!.run.glyphs.map(
      ({ id }) => id,
    );
  expect(ids(['oldstyle-nums'])).not.toEqual(ids([]));
  expect(ids(['lining-nums', 'tabular-nums'])).toEqual(ids(['tabular-nums', 'lining-nums']));
});

test('balanced headings have lines of like length and no more of them', () => {
  const widths = (textWrap: 'wrap' | 'balance') =>
    layOut(['Baotou Equipment Manufacturing Industrial Park at a glance'], { textWrap })
      .paragraph.lines(330)
      .map((line) => Math.round(line.width));
  expect(widths('wrap')).toHaveLength(2);
  const [first, second] = widths('balance');
  expect(widths('balance')).toHaveLength(2);
  expect(Math.abs(first! - second!)).toBeLessThan(70);
});

test('empty paragraphs have no lines, a box without text keeps its place', () => {
  expect(layOut([]).paragraph.lines(100)).toEqual([]);
  expect(layOut(['  \n ']).paragraph.lines(100)).toEqual([]);
  const [line] = layOut([inline('')]).paragraph.lines(100);
  expect(line).toMatchObject({
    height: 0,
    pieces: [{ kind: 'box', x: 0, width: 0, isFirst: true, isLast: true }],
  });
});

test('a megabyte without a space comes to an end', () => {
  const word = Array.from({ length: 1_000_000 }, (_, i) => String.fromCharCode(97 + ((i * 7919) % 26))).join(
    '',
  );
  expect(layOut([word], { overflowWrap: 'anywhere' }).paragraph.lines(600).length).toBeGreaterThan(10_000);
  expect(layOut([word]).paragraph.lines(600)).toHaveLength(1);
});

test('the number of a footnote begins no line and stands close to the Chinese before it', () => {
  const call = elementWith({ textAutospace: 'normal' }, 'zh', '::footnote-call');
  const number: InlineItem[] = [
    { kind: 'open', element: call },
    text('1', call),
    { kind: 'close', element: call },
  ];
  const { paragraph } = layOut(['包头装备', number, '制造'], { textAutospace: 'normal' }, 'zh');
  expect(readLines(paragraph.lines(64 + 4))).toEqual(['包头装', '备1制造']);
  const [line] = paragraph.lines(200);
  expect(textsOf(line!).map(({ x }) => Math.round(x))).toEqual([0, 64, 72]);
});
