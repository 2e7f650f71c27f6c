/** What the tests of inline layout share: the real fonts, a style to vary, and paragraphs from short notations. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/span.ts';
import type { ComputedStyle, Length } from '../../markup/style.ts';
import type { FontFaceRule, StyledElement } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import { createFontCache, type FontSet, openFontSet } from './font-set.ts';
import type { InlineItem, LineBox, Paragraph } from './lines.ts';
import { prepareParagraph } from './paragraph.ts';

const fonts = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts', import.meta.url));
export const latinPath = 'npm:@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
export const boldPath = 'npm:@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf';
export const hanPath = 'npm:@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

export const sheet: SourceText = { path: 'style.css', text: '@font-face {}' };
export const source: SourceText = { path: 'park.hbs', text: 'x'.repeat(80) };

/** The installed font packages, and any files given on top. */
export function filesWith(extra: Readonly<Record<string, Uint8Array>> = {}): Files {
  return {
    read: (path) =>
      extra[path] ??
      (path.startsWith('npm:@expo-google-fonts/')
        ? readFileSync(path.replace('npm:@expo-google-fonts', fonts))
        : undefined),
    list: () => [],
  };
}

export function faceRule(family: string, path: string, weight = 400): FontFaceRule {
  return { family, path, weight, style: 'normal', place: { source: sheet, start: 0, end: 10 } };
}

export const rules = [
  faceRule('Latin', latinPath),
  faceRule('Latin', boldPath, 700),
  faceRule('Han', hanPath),
];
const sharedCache = createFontCache();

export function testFonts(report: (diagnostic: Diagnostic) => void = () => {}): FontSet {
  return openFontSet(rules, filesWith(), report, sharedCache);
}

const zero: Length = { px: 0, percent: 0 };
const black = { r: 0, g: 0, b: 0, alpha: 1 };

/** Initial values of all that inline layout reads; the rest of a style is never looked at. */
function styleWith(changes: Partial<ComputedStyle> = {}): ComputedStyle {
  const style: Partial<ComputedStyle> = {
    display: 'inline',
    marginLeft: zero,
    marginRight: zero,
    paddingTop: zero,
    paddingRight: zero,
    paddingBottom: zero,
    paddingLeft: zero,
    borderTopWidth: 0,
    borderRightWidth: 0,
    borderBottomWidth: 0,
    borderLeftWidth: 0,
    color: black,
    fontFamily: ['Latin', 'Han'],
    fontSize: 16,
    fontWeight: 400,
    fontStyle: 'normal',
    fontVariantNumeric: [],
    fontVariantLigatures: [],
    fontVariantCaps: 'normal',
    fontKerning: 'auto',
    fontFeatureSettings: [],
    lineHeight: { factor: 1.5 },
    letterSpacing: 0,
    wordSpacing: 0,
    tabSize: 8,
    textAlign: 'start',
    textAlignLast: 'auto',
    textJustify: 'auto',
    textIndent: zero,
    textTransform: 'none',
    textDecorationLine: 'none',
    textDecorationColor: black,
    textDecorationStyle: 'solid',
    textDecorationThickness: 'auto',
    textUnderlineOffset: 'auto',
    textWrap: 'wrap',
    whiteSpace: 'normal',
    overflowWrap: 'normal',
    wordBreak: 'normal',
    hyphens: 'manual',
    hyphenateCharacter: '-',
    hyphenateLimitChars: 'auto',
    lineBreak: 'auto',
    textAutospace: 'no-autospace',
    textSpacingTrim: 'space-all',
    verticalAlign: 'baseline',
    ...changes,
  };
  return style as ComputedStyle;
}

let nextId = 0;

export function elementWith(changes: Partial<ComputedStyle> = {}, lang = 'en', name = 'span'): StyledElement {
  nextId += 1;
  return {
    kind: 'element',
    id: nextId,
    name,
    lang,
    attributes: new Map(),
    style: styleWith(changes),
    content: [],
    children: [],
    origin: { place: { source, start: 0, end: 1 } },
  };
}

/** A text item whose characters are their own origin, counted from the start of the source. */
export function text(value: string, element: StyledElement): InlineItem {
  return {
    kind: 'text',
    text: value,
    element,
    originAt: (offset) => ({ place: { source, start: offset, end: offset + 1 } }),
  };
}

export interface Laid {
  readonly paragraph: Paragraph;
  readonly block: StyledElement;
  readonly diagnostics: Diagnostic[];
}

/** A paragraph of items; a string stands for text of the block itself. */
export function layOut(
  items: readonly (string | InlineItem | readonly InlineItem[])[],
  changes: Partial<ComputedStyle> = {},
  lang = 'en',
): Laid {
  const block = elementWith(changes, lang, 'p');
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const all = items.flatMap((item): readonly InlineItem[] =>
    typeof item === 'string' ? [text(item, block)] : ([item].flat() as InlineItem[]),
  );
  return {
    paragraph: prepareParagraph({ fonts: testFonts(report), report })(all, block, block.style),
    block,
    diagnostics,
  };
}

/** An inline element with text in it. */
export function inline(
  value: string,
  changes: Partial<ComputedStyle> = {},
  lang = 'en',
): readonly InlineItem[] {
  const element = elementWith(changes, lang);
  return [{ kind: 'open', element }, text(value, element), { kind: 'close', element }];
}

/** The text of a line as it is read: its runs and the space taken at its end. */
export function readLine(line: LineBox): string {
  return line.pieces
    .map((piece) => (piece.kind === 'text' ? piece.run.text + (piece.spaceAfter ? ' ' : '') : ''))
    .join('');
}

export function readLines(lines: readonly LineBox[]): readonly string[] {
  return lines.map(readLine);
}

/** The words of a line with the x of their first glyph, as a reader of the finished file finds them. */
export function wordsOf(line: LineBox): readonly { readonly text: string; readonly x: number }[] {
  const words: { text: string; x: number }[] = [];
  let isInWord = false;
  for (const piece of line.pieces) {
    if (piece.kind !== 'text') continue;
    const { run } = piece;
    let pen = piece.x;
    run.glyphs.forEach((glyph, i) => {
      const characters = String.fromCodePoint(...glyph.codePoints);
      if (characters === ' ') isInWord = false;
      else if (isInWord) words[words.length - 1]!.text += characters;
      else {
        words.push({ text: characters, x: pen });
        isInWord = true;
      }
      pen += (glyph.advance * run.size) / run.face.unitsPerEm + run.spacing[i]!;
    });
  }
  return words;
}
