import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutBody } from '../testing/pages.ts';

/** A piece of a random document: its markup with `#` for each word, which is numbered afterwards. */
type Piece = fc.Arbitrary<string>;

const words: Piece = fc
  .array(fc.constantFrom('#', '# #', '#<br/>#', '<b># #</b>'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' '));

const box: Piece = fc
  .record({
    float: fc.constantFrom('left', 'right'),
    width: fc.constantFrom('', 'width: 40px', 'width: 75px', 'width: 50%', 'width: 300px'),
    height: fc.constantFrom('', '', 'min-height: 25px', 'min-height: 130px'),
    margin: fc.constantFrom('', '', 'margin: 5px', 'margin: 0 8px 30px 0', 'margin-top: -6px'),
    clear: fc.constantFrom('', '', '', 'clear: left', 'clear: both'),
  })
  .map(({ float, ...rest }) => [`float: ${float}`, ...Object.values(rest)].filter(Boolean).join('; '));

const flowStyle: Piece = fc.constantFrom(
  '',
  '',
  'margin: 7px 0',
  'padding: 4px',
  'clear: left',
  'clear: both; margin-top: 12px',
  'orphans: 2; widows: 2',
  'display: flow-root',
  'break-inside: avoid',
  'break-before: page',
  'width: 120px',
  'text-align: right',
);

const { block } = fc.letrec<{ block: string; flow: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(flowStyle, words).map(([css, text]) => `<p style="${css}">${text}</p>`),
    fc.tuple(box, words).map(([css, text]) => `<div style="${css}">${text}</div>`),
    fc
      .tuple(box, words, words, words)
      .map(([css, a, b, c]) => `<p>${a} <span style="${css}">${b}</span> ${c}</p>`),
    fc.tuple(flowStyle, tie('flow')).map(([css, inner]) => `<section style="${css}">${inner}</section>`),
    fc.tuple(box, tie('flow')).map(([css, inner]) => `<aside style="${css}">${inner}</aside>`),
    tie('flow').map((inner) => `<table><tr><td>${inner}</td><td>#</td></tr></table>`),
  ),
  flow: fc.array(tie('block') as Piece, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('')),
}));

const numbered = (markup: string): string => {
  let word = 0;
  return markup.replace(/#/g, () => `w${(word++).toString(36)}`);
};

const documents = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => numbered(blocks.join('')));

const css = '@page { size: 240px 120px } td { vertical-align: top; padding: 0 }';

function wordsIn(markup: string): string[] {
  return markup.replace(/<[^>]*>/g, ' ').match(/w[0-9a-z]+/g) ?? [];
}

function printed(markup: string): readonly string[] {
  return (layoutBody(markup, css).laidOut?.pages ?? []).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? (item.run.text.match(/w[0-9a-z]+/g) ?? []) : [])),
  );
}

test('any document with floats ends, and every word of it is printed exactly once', () => {
  fc.assert(
    fc.property(documents, (markup) => {
      expect([...printed(markup)].sort()).toEqual(wordsIn(markup).sort());
    }),
    { numRuns: 200 },
  );
});

/** Floats with words of their own (`f…`) and a background, so that their boxes can be found on the pages. */
const flatFloat: Piece = fc
  .tuple(
    fc.constantFrom('left', 'right'),
    fc.constantFrom('width: 40px', 'width: 75px', 'width: 190px', ''),
    fc.constantFrom('', 'min-height: 25px', 'min-height: 90px', 'margin: 5px'),
    fc.constantFrom('', '', 'clear: left', 'clear: both'),
    fc.array(fc.constantFrom('@', '@<br/>@'), { minLength: 1, maxLength: 5 }),
  )
  .map(
    ([float, width, height, clear, texts]) =>
      `<i style="background: red; float: ${float}; ${width}; ${height}; ${clear}">${texts.join(' ')}</i>`,
  );

const flatText: Piece = fc
  .tuple(
    fc.constantFrom('', 'margin: 7px 0', 'clear: right', 'display: flow-root', 'text-align: center'),
    fc.array(fc.oneof(words, words, flatFloat), { minLength: 1, maxLength: 5 }),
  )
  .map(([css, parts]) => `<p style="${css}">${parts.join(' ')}</p>`);

const flatDocuments = fc
  .array(fc.oneof(flatText, flatText, flatFloat), { minLength: 1, maxLength: 8 })
  .map((blocks) => numbered(blocks.join('')).replace(/@/g, () => 'fff'));

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Area, b: Area): boolean {
  const apart = 1e-6;
  return (
    a.x + a.width > b.x + apart &&
    b.x + b.width > a.x + apart &&
    a.y + a.height > b.y + apart &&
    b.y + b.height > a.y + apart
  );
}

test('the flow keeps its order, and neither its lines nor floats overlap anything', () => {
  fc.assert(
    fc.property(flatDocuments, (markup) => {
      const pages = layoutBody(markup, css).laidOut?.pages ?? [];
      const texts = pages.map(({ items }) =>
        items.flatMap((item) =>
          item.kind === 'text' && item.run.text.includes('w')
            ? [
                {
                  x: item.x,
                  y: item.baseline - 8,
                  width: item.run.text.trimEnd().length * 10,
                  height: 10,
                  text: item.run.text,
                },
              ]
            : [],
        ),
      );
      const inOrder = texts.flatMap((page) => [...page].sort((a, b) => a.y - b.y || a.x - b.x));
      expect(inOrder.flatMap(({ text }) => text.match(/w[0-9a-z]+/g) ?? [])).toEqual(wordsIn(markup));
      for (const [i, { items }] of pages.entries()) {
        const floats: Area[] = items.flatMap((item) => (item.kind === 'background' ? [item.rect] : []));
        const areas = [...texts[i]!, ...floats];
        const pairs = areas.flatMap((a, j) => areas.slice(j + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
