import { expect, test } from 'vitest';
import { faultsInCss, find, styled, styleOf } from '../../testing.ts';

const px = (value: number) => ({ px: value, percent: 0 });
const length = (value: number) => ({ kind: 'length', length: px(value) });
const style = (declarations: string) => styleOf('<div><p id="x">t</p></div>', `p { ${declarations} }`, 'x');

test.each([
  ['flex: 1', 1, 1, px(0)],
  ['flex: none', 0, 0, 'auto'],
  ['flex: auto', 1, 1, 'auto'],
  ['flex: 2 3', 2, 3, px(0)],
  ['flex: 2 3 10px', 2, 3, px(10)],
  ['flex: 10px 2', 2, 1, px(10)],
  ['flex: 0 0 0', 0, 0, px(0)],
  ['flex: 40%', 1, 1, { px: 0, percent: 40 }],
  ['flex: initial', 0, 1, 'auto'],
  ['flex: content', 1, 1, 'content'],
])('%s', (declaration, grow, shrink, basis) => {
  const { flexGrow, flexShrink, flexBasis } = style(declaration);
  expect([flexGrow, flexShrink, flexBasis]).toEqual([grow, shrink, basis]);
});

test.each([
  ['flex-flow: column wrap', 'column', 'wrap'],
  ['flex-flow: wrap-reverse', 'row', 'wrap-reverse'],
  ['flex-flow: wrap row-reverse', 'row-reverse', 'wrap'],
])('%s', (declaration, direction, wrap) => {
  const { flexDirection, flexWrap } = style(declaration);
  expect([flexDirection, flexWrap]).toEqual([direction, wrap]);
});

test('children of flex boxes are blocks', () => {
  const { document } = styled(
    '<div id="f"><span id="s">a</span><b id="b">b</b></div>',
    '#f { display: inline-flex } #b { display: inline-grid }',
  );
  expect(['f', 's', 'b'].map((id) => find(document, id).style.display)).toEqual([
    'inline-flex',
    'block',
    'grid',
  ]);
});

test('tracks: repeated ones are unrolled, names of lines meet', () => {
  expect(style('grid-template-columns: [a] 1px repeat(2, [b] 2px [c]) [d]').gridTemplateColumns).toEqual({
    tracks: [length(1), length(2), length(2)],
    names: [['a'], ['b'], ['c', 'b'], ['c', 'd']],
  });
  expect(
    style('grid-template-columns: 1px [a] repeat(auto-fit, [b] 2px) [c] 3px').gridTemplateColumns,
  ).toEqual({
    tracks: [length(1), length(3)],
    names: [[], ['a'], ['c'], []],
    repeat: { at: 1, mode: 'auto-fit', tracks: [length(2)], names: [['b'], []] },
  });
  expect(style('grid-auto-rows: 1px fit-content(2px)').gridAutoRows).toEqual([
    length(1),
    { kind: 'fit-content', limit: px(2) },
  ]);
});

test('areas are rectangles of names', () => {
  expect(style('grid-template-areas: "a a" ". b"').gridTemplateAreas).toEqual({
    rows: 2,
    columns: 2,
    areas: [
      { name: 'a', row: 0, column: 0, rowSpan: 1, columnSpan: 2 },
      { name: 'b', row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
    ],
  });
});

test.each([
  ['grid-area: a', [{ name: 'a' }, { name: 'a' }, { name: 'a' }, { name: 'a' }]],
  ['grid-area: 1 / 2', [{ line: 1 }, { line: 2 }, 'auto', 'auto']],
  ['grid-area: 1 / a / span 2', [{ line: 1 }, { name: 'a' }, { span: 2 }, { name: 'a' }]],
  ['grid-row: 2 a / span b', [{ line: 2, name: 'a' }, 'auto', { span: 1, name: 'b' }, 'auto']],
  ['grid-column: span b 2', ['auto', { span: 2, name: 'b' }, 'auto', 'auto']],
])('%s', (declaration, lines) => {
  const { gridRowStart, gridColumnStart, gridRowEnd, gridColumnEnd } = style(declaration);
  expect([gridRowStart, gridColumnStart, gridRowEnd, gridColumnEnd]).toEqual(lines);
});

test('the shorthands of grids set what they name and reset the rest', () => {
  const template = style('grid-template: [r] "a b" 5px [s] "a c" / 1px 2px');
  expect(template.gridTemplateRows).toEqual({
    tracks: [length(5), { kind: 'auto' }],
    names: [['r'], ['s'], []],
  });
  expect(template.gridTemplateColumns.tracks).toEqual([length(1), length(2)]);
  expect(template.gridTemplateAreas).toMatchObject({ rows: 2, columns: 2 });
  const grid = style('grid-auto-rows: 9px; grid: 1px / auto-flow dense 2px');
  expect(grid.gridTemplateRows.tracks).toEqual([length(1)]);
  expect(grid.gridAutoColumns).toEqual([length(2)]);
  expect(grid.gridAutoRows).toEqual([{ kind: 'auto' }]);
  expect(grid.gridAutoFlow).toEqual({ axis: 'column', dense: true });
});

test('place-* give one axis after the other', () => {
  const { alignItems, justifyItems, alignContent, justifyContent } = style(
    'place-items: baseline; place-content: end space-between',
  );
  expect([alignItems, justifyItems, alignContent, justifyContent]).toEqual([
    'baseline',
    'start',
    'end',
    'space-between',
  ]);
});

test.each([
  'flex: 1 2 3',
  'flex: -1',
  'flex-direction: diagonal',
  'grid-template-columns: repeat(auto-fill, 1fr)',
  'grid-template-columns: repeat(auto-fill, 1px) repeat(auto-fill, 1px)',
  'grid-template-columns: repeat(300, 1px)',
  'grid-template-columns: minmax(1fr, 2px)',
  'grid-template-columns: subgrid',
  'grid-template-areas: "a a" "a b"',
  'grid-template-areas: "a" "b b"',
  'grid-row: 0',
  'grid-row: span -1',
  'grid-row: 99999',
  'grid: 1px',
  'grid-auto-flow: row column',
  'align-items: space-between',
  'justify-content: baseline',
])('%s is refused with its line', (declaration) => {
  expect(faultsInCss(`p {\n${declaration} }`)).toEqual([expect.stringMatching(/^a\.css:2:\d+ C\d+ /)]);
});

test('order is refused, because the document is the order of reading', () => {
  expect(faultsInCss('p { order: 1 }')).toEqual([expect.stringContaining('order they are read in')]);
});
