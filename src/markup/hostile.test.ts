import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsInCss, readText, styled } from './testing.ts';

const cssPieces = [
  'p',
  ' ',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  ';',
  ',',
  '.a',
  '#i',
  '&',
  '>',
  '~',
  '*',
  '"',
  "'",
  '\\',
  '/*',
  '*/',
  '@media',
  '@page',
  '@import',
  '@font-face',
  ':first',
  ':not(',
  '::before',
  'color',
  ':red',
  'margin',
  '1px',
  '2em',
  '-',
  '+',
  '50%',
  'calc(',
  'var(',
  '--a',
  'url(',
  'font',
  'grid-template-columns',
  'repeat(',
  '9999',
  '1fr',
  'content',
  'counter(',
  'string-set',
  '!important',
  'inherit',
  'print',
  'size',
  'A4',
  'border',
  '\n',
  '中',
  '\u0000',
  'nth-child(',
  '2n+1',
];

test('property: any style sheet is read, or refused with a place and a hint', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...cssPieces), { maxLength: 40 }), (pieces) => {
      for (const message of faultsInCss(pieces.join('')))
        expect(message).toMatch(/^\S*\d+:\d+ [MC]\d{3} .+ \(.+\)$/s);
    }),
    { numRuns: 300 },
  );
});

const markupPieces = [
  '<p>',
  '</p>',
  '<div',
  '>',
  '/>',
  '</div>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</tr>',
  '</table>',
  '<br/>',
  'a',
  ' ',
  '"',
  "'",
  '=',
  'class="a"',
  '&',
  '&amp;',
  '&#0;',
  ';',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '?>',
  '<svg>',
  '<g>',
  '</g>',
  '</svg>',
  '<',
  '</',
  '<!DOCTYPE',
  '[',
  ']',
  '<ul><li>',
  '</li></ul>',
  '\ufeff',
  '\u0000',
  '<style>',
  '</html>',
];

test('property: any document is read, or refused with a place and a hint', () => {
  const piece = fc.constantFrom(...markupPieces);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, bare) => {
      const inner = pieces.join('');
      const text = bare ? inner : `<html lang="en"><head><title>T</title></head><body>${inner}</body></html>`;
      const { document, messages } = readText(text);
      for (const message of messages) expect(message).toMatch(/^\d+:\d+ [MC]\d{3} .+ \(.+\)$/s);
      expect(document !== undefined || messages.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('many siblings and many rules take time in proportion', () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `<p class="c${n}" id="i${n}">x</p>`).join('');
  const rules = Array.from(
    { length: 3000 },
    (_, n) => `.c${n} { margin-top: ${n}px } #i${n} { color: red }`,
  ).join('\n');
  const { document, messages } = styled(rows, rules);
  expect(messages).toEqual([]);
  const last = document!.body.children.at(-1)!;
  expect(last.kind === 'element' && last.style.marginTop).toEqual({ px: 2999, percent: 0 });
});

test('variables that lead through thousands of others are refused, not followed', () => {
  const chain = Array.from({ length: 5000 }, (_, n) => `--v${n}: var(--v${n + 1});`).join(' ');
  expect(styled('<p>x</p>', `p { ${chain} --v5000: 1px; margin: var(--v0) }`).messages.join()).toContain(
    'variables that grow without measure',
  );
});

test('sheets that import each other twice and again are read a bounded number of times', () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [`s${n}.css`, `@import "s${n + 1}.css"; @import "s${n + 1}.css";`]),
  );
  const { messages } = styled('<p>x</p>', '@import "s0.css";', { ...files, 's12.css': 'p { margin: 0 }' });
  expect(messages.join()).toContain('more than 256 imports in all');
});

test('generated content is no footnote and runs in no margin', () => {
  expect(faultsInCss('p::before { float: footnote } p::after { position: running(head) }')).toEqual([
    expect.stringContaining('generated content has no float of this kind'),
    expect.stringContaining('generated content has no position of this kind'),
  ]);
});
