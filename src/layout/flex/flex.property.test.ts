import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutBody, type TestPages } from '../testing/pages.ts';

/** A declaration or none: `['', 'a: b']` may leave it out. */
const declarations = (...choices: (readonly string[])[]): fc.Arbitrary<string> =>
  fc
    .tuple(...choices.map((choice) => fc.constantFrom('', ...choice)))
    .map((chosen) => chosen.filter(Boolean).join('; '));

const lines = ['start', 'end', 'flex-end', 'center', 'space-between', 'space-around', 'space-evenly'];
const sides = ['start', 'end', 'center', 'stretch', 'baseline'];
const named = (name: string, values: readonly string[]): string[] =>
  values.map((value) => `${name}: ${value}`);

const flex = declarations(
  named('flex-direction', ['row-reverse', 'column', 'column', 'column-reverse']),
  named('flex-wrap', ['wrap', 'wrap', 'wrap-reverse']),
  named('justify-content', lines),
  named('align-items', sides),
  named('align-content', lines),
  named('gap', ['5px', '3px 10%']),
).map((css) => `display: flex; ${css}`);

const grid = declarations(
  named('grid-template-columns', [
    '1fr 1fr',
    'auto 30px',
    'repeat(auto-fill, 40px)',
    'repeat(auto-fit, minmax(50px, 1fr))',
    'fit-content(50px) minmax(min-content, 1fr) auto',
    'min-content max-content',
  ]),
  named('grid-auto-flow', ['column', 'dense']),
  named('place-content', ['center', 'space-between', 'end']),
  named('place-items', ['start', 'center', 'end', 'baseline']),
  named('gap', ['5px', '2% 3px']),
).map((css) => `display: grid; ${css}`);

const box = declarations(
  named('height', ['40px', '150px', '50%']),
  named('min-height', ['30px', '110px']),
  named('padding', ['3px', '10px 0']),
  ['break-inside: avoid', 'break-before: page', 'break-after: avoid'],
);

const place = declarations(
  named('flex', ['1', 'none', '0 0 30px', '2 1 40%']),
  named('align-self', sides),
  named('margin', ['4px', 'auto', '0 0 0 auto']),
  named('grid-column', ['span 2', '2', '-1', '1 / -1']),
  named('grid-row', ['span 2', '2']),
  named('min-width', ['0', '40px']),
);

const text = fc
  .array(fc.constantFrom('#', '# #', '#<br/>#', '#<br/>#<br/>#<br/>#'), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

const { container } = fc.letrec<{ container: string; item: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(box, place, text).map(([css, at, words]) => `<div style="${css}; ${at}">${words}</div>`),
    text.map((words) => `<b>${words}</b>`),
    fc
      .tuple(fc.oneof(flex, grid), place, fc.array(tie('item'), { minLength: 1, maxLength: 4 }))
      .map(([css, at, items]) => `<div style="${css}; ${at}">${items.join('')}</div>`),
    text.map((words) => `<table><tbody><tr><td>${words}</td><td>#</td></tr></tbody></table>`),
  ),
  container: fc
    .tuple(fc.oneof(flex, flex, grid), box, fc.array(tie('item'), { minLength: 1, maxLength: 5 }))
    .map(([css, own, items]) => `<div style="${css}; ${own}">${items.join('')}</div>`),
}));

const documents = fc.array(container, { minLength: 1, maxLength: 3 }).map((blocks) => {
  let word = 0;
  return blocks.join('<p>#</p>').replace(/#/g, () => `w${(word++).toString(36)}`);
});

const small = '@page { size: 240px 120px }';
const endless = '@page { size: 240px 9000px } * { break-before: auto !important }';

function printed(pages: TestPages): string[] {
  return (pages.laidOut?.pages ?? []).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? (item.run.text.match(/w[0-9a-z]+/g) ?? []) : [])),
  );
}

function wordsIn(markup: string): string[] {
  return markup.replace(/<[^>]*>/g, ' ').match(/w[0-9a-z]+/g) ?? [];
}

test('flex boxes and grids end on small pages, and every word in them is printed exactly once', () => {
  fc.assert(
    fc.property(documents, (markup) => {
      expect(printed(layoutBody(markup, small)).sort()).toEqual(wordsIn(markup).sort());
    }),
    { numRuns: 200 },
  );
});

test('on one page words are printed in the order of the document', () => {
  fc.assert(
    fc.property(documents, (markup) => {
      expect(printed(layoutBody(markup, endless))).toEqual(wordsIn(markup));
    }),
    { numRuns: 100 },
  );
});

test('what sticks out of a page is told', () => {
  fc.assert(
    fc.property(documents, (markup) => {
      const pages = layoutBody(markup, small);
      if (pages.messages.some((message) => /L00[1-5]/.test(message))) return;
      for (const { items, height } of pages.laidOut?.pages ?? [])
        for (const item of items)
          if (item.kind === 'text') expect(item.baseline + 2).toBeLessThanOrEqual(height + 1);
    }),
    { numRuns: 200 },
  );
});
