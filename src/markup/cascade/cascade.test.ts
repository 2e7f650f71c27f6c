import { expect, test } from 'vitest';
import { faultsInCss, find, styled, styleOf } from '../testing.ts';

const red = { r: 255, g: 0, b: 0, alpha: 1 };
const blue = { r: 0, g: 0, b: 255, alpha: 1 };

test.each([
  ['the later of equals', 'p { color: red } p { color: blue }'],
  ['a class over a type', '.a { color: blue } p { color: red }'],
  ['an id over classes', '#x { color: blue } p.a.b { color: red }'],
  ['a style attribute over an id', '#x { color: red } #x { --c: blue }'],
  ['!important over everything', 'p { color: blue !important } #x { color: red }'],
  ['the strongest of :is()', ':is(p, #none) { color: blue } p.a.b { color: red }'],
  ['nothing of :where()', 'p { color: blue } :where(#x.a) { color: red }'],
  ['nesting with its parent', 'div { p.a { color: blue } } p.a { color: red }'],
  ['nesting with &', 'p { color: red; &.a { color: blue } }'],
  ['a declaration after a nested rule', 'p { & { color: red } color: blue }'],
  [
    'print, not screen',
    'p { color: blue } @media screen { p { color: red } } @media not print { p { color: red } }',
  ],
  ['a hint weaker than universal', '* { color: blue }'],
])('the cascade: %s', (name, css) => {
  const style = name.startsWith('a style attribute') ? ' style="color: blue"' : '';
  expect(styleOf(`<div><p id="x" class="a b"${style}>t</p></div>`, css, 'x').color).toEqual(blue);
});

test.each([
  'p',
  '*',
  '.a',
  '#x',
  'p#x.a',
  '[data-k]',
  '[data-k="v w"]',
  '[data-k~=w]',
  '[data-k^="v"]',
  '[data-k$=w]',
  '[data-k*=" "]',
  '[lang|=zh]',
  '[data-k="V W" i]',
  'div p',
  'div > p',
  'h1 + p',
  'h1 ~ p',
  'body div > h1 + p',
  ':root p',
  'p:nth-child(2)',
  'p:nth-child(even)',
  'p:nth-child(-n+2)',
  'p:nth-last-child(2)',
  'p:first-of-type',
  'p:not(.b)',
  'p:not(.b, h1)',
  ':is(h1, p)',
  'p:lang(zh)',
  'section div > h1 ~ p',
  'p:nth-of-type(2n+1)',
])('the selector %s matches', (selector) => {
  const body =
    '<section><div><h1>h</h1><p id="x" class="a" lang="zh-Hans" data-k="v w">t</p><span/></div></section>';
  expect(styleOf(body, `${selector} { color: red }`, 'x').color).toEqual(red);
});

test.each([
  'p p',
  'section > p',
  'h1 > p',
  'p + h1',
  '.b',
  '[data-k=v]',
  '[data-j]',
  'p:first-child',
  'p:last-child',
  'p:empty',
  'p:only-child',
  'p:not(.a)',
  'p:lang(en)',
  ':root > p',
  'div:root p',
  'span ~ p',
  'p:nth-child(3n)',
  '[data-k="V w"]',
])('the selector %s does not match', (selector) => {
  const body =
    '<section><div><h1>h</h1><p id="x" class="a" lang="zh-Hans" data-k="v w">t</p><span/></div></section>';
  expect(styleOf(body, `${selector} { color: red }`, 'x').color).not.toEqual(red);
});

test('values are inherited, reset and kept', () => {
  const css =
    'div { color: red; margin-left: 5px; border: 2px solid } p { margin-left: inherit; color: initial } b { color: unset; border: unset }';
  const { document } = styled('<div><p id="p">x<b id="b">y</b></p></div>', css);
  expect(find(document, 'p').style.marginLeft).toEqual({ px: 5, percent: 0 });
  expect(find(document, 'p').style.color).toEqual({ r: 0, g: 0, b: 0, alpha: 1 });
  expect(find(document, 'p').style.borderTopWidth).toBe(0);
  expect(find(document, 'div').style.borderTopColor).toEqual(red);
});

test.each([
  ['font-size: 2em', 'fontSize', 20],
  ['font-size: 150%', 'fontSize', 15],
  ['font-size: 2rem', 'fontSize', 24],
  ['font-size: calc(1em + 2px * 3)', 'fontSize', 16],
  ['margin-top: 2em', 'marginTop', { px: 20, percent: 0 }],
  ['width: calc(50% - (1mm + 4px) / 2)', 'width', { px: -(96 / 25.4 + 4) / 2, percent: 50 }],
  ['line-height: 1.5', 'lineHeight', { factor: 1.5 }],
  ['line-height: 150%', 'lineHeight', { px: 15 }],
  ['border-top-width: 3px', 'borderTopWidth', 0],
  ['border-top: 1pt solid', 'borderTopWidth', 96 / 72],
  ['font: italic 300 12px/2 "A B", Noto Sans, serif', 'fontFamily', ['A B', 'Noto Sans', 'serif']],
  ['font: italic 300 12px/2 serif', 'fontWeight', 300],
  ['font: italic 300 12px/2 serif', 'lineHeight', { factor: 2 }],
  ['color: rgb(255 0 0 / 50%)', 'color', { r: 255, g: 0, b: 0, alpha: 0.5 }],
  ['color: rgba(255, 0, 0, .5)', 'color', { r: 255, g: 0, b: 0, alpha: 0.5 }],
  ['color: hsl(240, 100%, 50%)', 'color', blue],
  ['color: #00f8', 'color', { ...blue, alpha: 0x88 / 255 }],
  ['color: blue; background: currentColor', 'backgroundColor', blue],
  ['color: blue; border: 1px solid', 'borderLeftColor', blue],
  ['position: absolute; display: inline', 'display', 'block'],
  ['margin: 1px 2px 3px', 'marginLeft', { px: 2, percent: 0 }],
  ['inset: 0 auto', 'right', 'auto'],
  [
    'border-radius: 1px 2px',
    'borderBottomRightRadius',
    { horizontal: { px: 1, percent: 0 }, vertical: { px: 1, percent: 0 } },
  ],
  ['gap: 1px 2px', 'columnGap', { px: 2, percent: 0 }],
  ['grid-column: 2 / span 3', 'gridColumnEnd', { span: 3 }],
  ['grid-row: 2', 'gridRowEnd', 'auto'],
  ['page-break-before: always', 'breakBefore', 'page'],
  ['list-style: square inside', 'listStyleType', 'square'],
  ['font-feature-settings: "ss01" 1, "tnum"', 'fontFeatureSettings', ['ss01', 'tnum']],
  [
    'string-set: chapter content(text)',
    'stringSet',
    [{ name: 'chapter', content: [{ kind: 'content', part: 'text' }] }],
  ],
  [
    'string-set: chapter attr(data-c) "."',
    'stringSet',
    [
      {
        name: 'chapter',
        content: [
          { kind: 'text', text: 'C' },
          { kind: 'text', text: '.' },
        ],
      },
    ],
  ],
  ['--a: 1px solid; border: var(--a) red', 'borderTopColor', red],
  ['width: var(--none, 7px)', 'width', { px: 7, percent: 0 }],
  ['--a: var(--b); --b: 3px; width: calc(2 * var(--a))', 'width', { px: 6, percent: 0 }],
])('%s', (declarations, key, expected) => {
  const style = styleOf(
    '<div><p id="x" data-c="C">t</p></div>',
    `html { font-size: 12px } div { font-size: 10px } p { ${declarations} }`,
    'x',
  );
  expect(style[key as keyof typeof style]).toEqual(expected);
});

test('grids: tracks are unrolled and children are blocks', () => {
  const css = '.g { display: grid; grid-template-columns: 10px repeat(2, 1fr minmax(0, auto)) }';
  const { document } = styled('<div class="g"><span id="s">a<b id="b">b</b></span></div>', css);
  const fr = { kind: 'fr', value: 1 };
  const bounds = {
    kind: 'minmax',
    min: { kind: 'length', length: { px: 0, percent: 0 } },
    max: { kind: 'auto' },
  };
  const first = { kind: 'length', length: { px: 10, percent: 0 } };
  expect(find(document, 'div').style.gridTemplateColumns.tracks).toEqual([first, fr, bounds, fr, bounds]);
  expect([find(document, 's').style.display, find(document, 'b').style.display]).toEqual(['block', 'inline']);
});

test('urls start from the sheet that names them', () => {
  const { document, messages } = styled('<p>x</p>', '@import "css/b.css";', {
    'css/b.css': 'p { background: url(../i.png) }',
    'i.png': '',
  });
  expect(messages).toEqual([]);
  expect(find(document, 'p').style.backgroundImage).toEqual([{ kind: 'image', path: 'i.png' }]);
});

test.each([
  'p::before.a',
  'p::before::after',
  'p &',
  '> p',
  ':not(> p)',
  ':is()',
  'p,',
  'a|b',
  'p:not(::before)',
  `p${' > p'.repeat(60)}`,
  `${':not('.repeat(10)}p${')'.repeat(10)}`,
])('the selector %s is refused', (selector) => {
  expect(faultsInCss(`${selector} { color: red }`).map((message) => message.split(' ')[1])).toEqual(['C002']);
});

test('nested selectors: relative, with & anywhere, and in lists', () => {
  const css =
    'div { > p { color: red } p.b, b & i { color: blue } :is(&, h1) + p { orphans: 7 } &::after { content: "x" } }';
  const { document, messages } = styled(
    '<div><p id="a">x</p><p id="b" class="b">y</p></div><p id="c">z</p>',
    css,
  );
  expect(messages).toEqual([]);
  expect([find(document, 'a').style.color, find(document, 'b').style.color]).toEqual([red, blue]);
  expect([find(document, 'c').style.orphans, find(document, '::after').content.length]).toEqual([7, 1]);
});

test('equal siblings share their computed style', () => {
  const { document } = styled(
    '<div><p id="a">x</p><p id="b">y</p><p id="c" style="color: red">z</p></div>',
    'p { color: blue }',
  );
  expect(find(document, 'a').style).toBe(find(document, 'b').style);
  expect(find(document, 'c').style).not.toBe(find(document, 'a').style);
});

test('font faces name files that are there', () => {
  const css =
    '@font-face { font-family: "A B"; src: url(gone.ttf), url("f.ttf") format("truetype"); font-weight: bold; font-style: italic }';
  const { document, messages } = styled('<p>x</p>', css, { 'f.ttf': '' });
  expect(messages).toEqual([]);
  expect(
    document?.fontFaces.map(({ family, weight, style, path }) => ({ family, weight, style, path })),
  ).toEqual([{ family: 'A B', weight: 700, style: 'italic', path: 'f.ttf' }]);
});

test('variables that double each other are refused, not followed', () => {
  const doubling = Array.from({ length: 40 }, (_, n) => `--v${n + 1}: var(--v${n}) calc(var(--v${n}))`).join(
    '; ',
  );
  const messages = faultsInCss(`p { --v0: 1px; ${doubling}; margin: var(--v40) }`);
  expect(messages[0]).toContain('C006 variables that grow without measure');
});

test('selectors that could take for ever do not', () => {
  const chain = Array.from({ length: 40 }, () => 'div').join(' ');
  const deep = `${'<div>'.repeat(90)}<p>x</p>${'</div>'.repeat(90)}`;
  const nested = `${'div { & & & '.repeat(9)} p { color: red } ${'}'.repeat(9)}`;
  expect(
    styled(
      deep,
      `section ${chain} p { color: red } .no ~ ${chain.replaceAll(' ', ' ~ ')} { color: red } ${nested}`,
    ).messages,
  ).toEqual([]);
});

test('`:link` is every element a that leads somewhere', () => {
  const { document } = styled(
    '<p><a id="to" href="https://example.org">to</a> <a id="none">none</a></p>',
    'a:link { color: #ff0000 } a:any-link { font-weight: 700 }',
  );
  expect(find(document, 'to').style).toMatchObject({ color: { r: 255 }, fontWeight: 700 });
  expect(find(document, 'none').style).toMatchObject({ color: { r: 0 }, fontWeight: 400 });
});
