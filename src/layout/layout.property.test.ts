import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DisplayItem } from './display.ts';
import { layoutBody, type TestPages } from './testing/pages.ts';

/** A piece of a random document: its markup with `#` for each word, which is numbered afterwards. */
type Piece = fc.Arbitrary<string>;

const style = fc
  .record({
    margin: fc.constantFrom('', 'margin: 7px 0', 'margin: 30px 0 -5px', 'margin-top: 140px'),
    padding: fc.constantFrom('', 'padding: 3px', 'padding: 20px 0', 'border: 1px solid'),
    breaks: fc.constantFrom(
      '',
      '',
      '',
      'break-before: page',
      'break-after: avoid',
      'break-inside: avoid',
      'break-before: left',
      'break-after: page',
    ),
    lines: fc.constantFrom('', 'orphans: 3; widows: 3', 'orphans: 2; widows: 4'),
    other: fc.constantFrom(
      '',
      '',
      'box-decoration-break: clone',
      'min-height: 40px',
      'page: b',
      'position: relative',
    ),
  })
  .map((parts) => Object.values(parts).filter(Boolean).join('; '));

const text: Piece = fc
  .array(fc.constantFrom('#', '# #', '#<br/>#', '<b>#</b>', '<i># #</i>'), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const paragraph: Piece = fc.tuple(style, text).map(([css, words]) => `<p style="${css}">${words}</p>`);

const { block } = fc.letrec<{ block: string; flow: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    fc.tuple(style, tie('flow')).map(([css, inner]) => `<div style="${css}">${inner}</div>`),
    tie('flow').map((inner) => `<ul style="padding-left: 40px"><li>${inner}</li></ul>`),
    fc
      .tuple(
        fc.constantFrom('separate', 'collapse'),
        fc.boolean(),
        fc.array(fc.array(tie('flow'), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        fc.nat(3),
      )
      .map(([collapse, hasHead, rows, span]) => {
        const head = hasHead ? '<thead><tr><th></th></tr></thead>' : '';
        const body = rows.map(
          ([a, b], r) =>
            `<tr><td${r === 0 && span > 1 ? ` rowspan="${span}"` : ''}>${a}</td>${r > 0 && r < span ? '' : `<td>${b}</td>`}</tr>`,
        );
        return `<table style="border-collapse: ${collapse}">${head}<tbody>${body.join('')}</tbody></table>`;
      }),
    fc
      .tuple(
        fc.constantFrom('1fr 1fr', '60px 1fr', 'auto', 'auto auto 1fr'),
        fc.array(tie('flow'), { minLength: 1, maxLength: 4 }),
        style,
      )
      .map(
        ([columns, items, css]) =>
          `<div style="display: grid; gap: 4px; grid-template-columns: ${columns}">${items.map((item) => `<div style="${css}">${item}</div>`).join('')}</div>`,
      ),
  ),
  flow: fc.array(tie('block') as Piece, { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('')),
}));

const documents = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => {
  let word = 0;
  return blocks.join('').replace(/#/g, () => `w${(word++).toString(36)}`);
});

const css =
  '@page { size: 240px 120px } @page b { margin: 10px } * { orphans: 1 } td, th { vertical-align: top }';

function textItems(pages: TestPages): Extract<DisplayItem, { kind: 'text' }>[] {
  return (pages.laidOut?.pages ?? []).flatMap(({ items }) => items.filter((item) => item.kind === 'text'));
}

function wordsIn(markup: string): string[] {
  return markup.replace(/<[^>]*>/g, ' ').match(/w[0-9a-z]+/g) ?? [];
}

test('any document ends, and every word of it is printed exactly once', () => {
  fc.assert(
    fc.property(documents, (markup) => {
      const printed = textItems(layoutBody(markup, css))
        .filter(({ owner }) => 'element' in owner)
        .flatMap(({ run }) => run.text.match(/w[0-9a-z]+/g) ?? []);
      expect([...printed].sort()).toEqual([...wordsIn(markup)].sort());
    }),
    { numRuns: 100 },
  );
});

const { linear } = fc.letrec<{ linear: string }>((tie) => ({
  linear: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    paragraph,
    fc
      .tuple(style, fc.array(tie('linear'), { minLength: 1, maxLength: 4 }))
      .map(([style, inner]) => `<div style="${style}">${inner.join('')}</div>`),
  ),
}));

const oneFlow = fc.array(linear, { minLength: 1, maxLength: 6 }).map((blocks) => {
  let word = 0;
  return blocks
    .join('')
    .replaceAll('-5px', '5px')
    .replaceAll('position: relative', '') // painted last, and so out of order
    .replace(/#/g, () => `w${(word++).toString(36)}`);
});

test('one flow is printed in order, and no two of its lines overlap', () => {
  fc.assert(
    fc.property(oneFlow, (markup) => {
      const pages = layoutBody(markup, css);
      const printed = textItems(pages).flatMap(({ run }) => run.text.match(/w[0-9a-z]+/g) ?? []);
      expect(printed).toEqual(wordsIn(markup));
      for (const { items } of pages.laidOut?.pages ?? []) {
        const baselines = items.flatMap((item) => (item.kind === 'text' ? [item.baseline] : []));
        const steps = baselines.slice(1).map((baseline, i) => baseline - baselines[i]!);
        expect(steps.every((step) => step === 0 || step >= 10 - 1e-6)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('a document without errors has all its text inside the page areas', () => {
  fc.assert(
    fc.property(documents, (markup) => {
      const pages = layoutBody(markup, css);
      if (pages.messages.some((message) => /L00[1-4]/.test(message))) return;
      for (const { items, height } of pages.laidOut?.pages ?? []) {
        for (const item of items)
          if (item.kind === 'text') expect(item.baseline + 2).toBeLessThanOrEqual(height + 1);
      }
    }),
    { numRuns: 100 },
  );
});
