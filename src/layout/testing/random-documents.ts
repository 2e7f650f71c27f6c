/** Random bodies for property tests: every kind of box in every other, each word named once (`w0`, `w1`, …). */
import fc from 'fast-check';

/** Markup with `#` for each word, which is numbered afterwards. */
type Piece = fc.Arbitrary<string>;

/** Some declarations of a list of alternatives each, any of which may be left out. */
function declarations(...choices: (readonly string[])[]): Piece {
  return fc
    .tuple(...choices.map((choice) => fc.constantFrom('', '', ...choice)))
    .map((chosen) => chosen.filter(Boolean).join('; '));
}

function element(name: string, style: Piece, content: Piece): Piece {
  return fc
    .tuple(style, content)
    .map(([css, inner]) => `<${name}${css ? ` style="${css}"` : ''}>${inner}</${name}>`);
}

function several(piece: Piece, maxLength: number, between = ''): Piece {
  return fc.array(piece, { minLength: 1, maxLength }).map((pieces) => pieces.join(between));
}

const breaks = [
  'break-before: page',
  'break-after: avoid',
  'break-inside: avoid',
  'break-before: left',
  'break-after: page',
  'page: b',
];
const lines = ['orphans: 3; widows: 3', 'orphans: 2; widows: 4'];
const edges = ['padding: 3px', 'padding: 20px 0', 'border: 1px solid', 'padding: 4px; border: 2px solid'];
const heights = ['min-height: 40px', 'min-height: 150px', 'height: 60px', 'height: 190px'];

/** What a block in a flow may have without lines of the flow ever overlapping. */
const tidy = declarations(
  ['margin: 7px 0', 'margin: 30px 0 5px', 'margin-top: 140px'],
  edges,
  breaks,
  lines,
  ['box-decoration-break: clone', 'min-height: 40px', 'min-height: 150px'],
);

const loose = declarations(
  ['margin: 7px 0', 'margin: 30px 0 -5px', 'margin-top: 140px', 'margin: 5px auto; width: 120px'],
  edges,
  breaks,
  lines,
  ['box-decoration-break: clone', 'position: relative', 'overflow: hidden', 'clear: both', ...heights],
);

const floating = fc
  .tuple(
    fc.constantFrom('float: left', 'float: right'),
    declarations(
      ['width: 40px', 'width: 75px', 'width: 50%'],
      ['min-height: 25px', 'min-height: 130px'],
      ['margin: 5px', 'margin-top: -6px', 'clear: left', 'clear: both'],
    ),
  )
  .map((css) => css.filter(Boolean).join('; '));

const absolute = declarations(
  ['top: 5px', 'bottom: 0', 'top: 50%'],
  ['left: 10px', 'right: 0', 'left: 10%'],
  ['width: 60px', 'width: 50%'],
).map((css) => `position: absolute; ${css}`);

const columns = declarations(
  ['column-count: 3', 'column-width: 60px'],
  ['column-gap: 10px', 'column-rule: 1px solid'],
  ['column-fill: auto', 'height: 60px'],
).map((css) => `column-count: 2; ${css}`);

const flex = declarations(
  ['flex-direction: column', 'flex-direction: row-reverse'],
  ['flex-wrap: wrap'],
  ['justify-content: center', 'justify-content: space-between'],
  ['align-items: center', 'align-items: baseline'],
  ['gap: 5px'],
).map((css) => `display: flex; ${css}`);

const grid = declarations(
  [
    'grid-template-columns: 1fr 1fr',
    'grid-template-columns: 60px 1fr',
    'grid-template-columns: auto auto 1fr',
  ],
  ['gap: 4px'],
  ['align-items: end', 'justify-items: center'],
).map((css) => `display: grid; ${css}`);

const word = fc.constantFrom('#', '# #', '#<br/>#', '<b>#</b>', '<i># #</i>');
const plainText = several(word, 12, ' ');

const inline: Piece = fc.oneof(
  { weight: 8, arbitrary: word },
  {
    weight: 1,
    arbitrary: element('span', fc.constant('display: inline-block; padding: 2px'), several(word, 3, ' ')),
  },
  { weight: 1, arbitrary: element('span', floating, several(word, 3, ' ')) },
  { weight: 1, arbitrary: element('span', absolute, several(word, 2, ' ')) },
  { weight: 1, arbitrary: element('footnote', fc.constant(''), several(word, 3, ' ')) },
);

const { block } = fc.letrec<{ block: string; flow: string }>((tie) => {
  const flow = tie('flow') as Piece;
  const items = (name: string, style: Piece): Piece => several(element(name, style, flow), 4);
  return {
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: element('p', loose, several(inline, 10, ' ')) },
      { weight: 2, arbitrary: element('div', loose, flow) },
      element('ul', fc.constant('padding-left: 40px'), items('li', loose)),
      element('aside', floating, flow),
      element('section', columns, flow),
      element(
        'section',
        columns,
        fc.tuple(flow, flow, flow).map(([a, b, c]) => `${a}<div style="column-span: all">${b}</div>${c}`),
      ),
      element('div', flex, items('div', loose)),
      element('div', grid, items('div', loose)),
      fc
        .tuple(
          fc.constantFrom('separate', 'collapse'),
          fc.constantFrom('', '<caption>#</caption>'),
          fc.constantFrom('', '<thead><tr><th></th></tr></thead>'),
          fc.array(fc.tuple(flow, flow), { minLength: 1, maxLength: 4 }),
          fc.nat(3),
        )
        .map(([collapse, caption, head, rows, span]) => table(collapse, caption + head, rows, span)),
    ) as Piece,
    flow: several(tie('block') as Piece, 2),
  };
});

/** A table of two columns whose first cell spans rows. */
function table(
  collapse: string,
  before: string,
  rows: readonly (readonly [string, string])[],
  span: number,
): string {
  const body = rows.map(([a, b], row) => {
    const spans = row === 0 && span > 1 ? ` rowspan="${span}"` : '';
    return `<tr><td${spans}>${a}</td>${row > 0 && row < span ? '' : `<td>${b}</td>`}</tr>`;
  });
  return `<table style="border-collapse: ${collapse}">${before}<tbody>${body.join('')}</tbody></table>`;
}

function numbered(markup: string): string {
  let count = 0;
  return markup.replace(/#/g, () => `w${(count++).toString(36)}`);
}

/** Bodies of any boxes. */
export const documents: Piece = several(block, 4).map(numbered);

const { linear } = fc.letrec<{ linear: string }>((tie) => ({
  linear: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    element('p', tidy, plainText),
    element('div', tidy, several(tie('linear') as Piece, 4)),
    element(
      'ul',
      fc.constant('padding-left: 40px; list-style-type: none'),
      several(element('li', tidy, plainText), 3),
    ),
    element(
      'section',
      fc.constant('column-count: 2; column-gap: 10px'),
      several(element('p', fc.constant('margin: 3px 0'), plainText), 3),
    ),
  ),
}));

/** Bodies of one flow, in which nothing may overlap and words are printed in their order. */
export const flows: Piece = several(linear as Piece, 6).map(numbered);

/** The words of a body in their order, footnotes where their calls are. */
export function wordsIn(markup: string): string[] {
  return markup.replace(/<[^>]*>/g, ' ').match(/w[0-9a-z]+/g) ?? [];
}
