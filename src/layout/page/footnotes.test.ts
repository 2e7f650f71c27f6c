import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutBody, type TestPages } from '../testing/pages.ts';

const plain =
  'footnote, ::footnote-call { font-size: 10px } @page { @footnote { margin: 0 } } .p footnote { footnote-display: inline }';

/** The words printed on each page, in the order of painting. */
function wordsByPage({ laidOut }: TestPages): string[][] {
  return (laidOut?.pages ?? []).map(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'text' && 'element' in item.owner ? (item.run.text.match(/[bn]\d+/g) ?? []) : [],
    ),
  );
}

/** A paragraph of a random document: lines of body words, some with notes of some lines, and its style. */
const paragraphs = fc.array(
  fc.record({
    css: fc.constantFrom(
      '',
      'orphans: 3; widows: 3',
      'break-inside: avoid',
      'break-before: page',
      'break-before: left',
      'margin: 12px 0',
      'page: narrow',
    ),
    tag: fc.constantFrom('p', 'p', 'ul', 'table', 'grid', 'columns', 'inline'),
    policy: fc.constantFrom('auto', 'line', 'block'),
    lines: fc.array(fc.array(fc.constantFrom(1, 2, 3, 9, 30), { maxLength: 2 }), {
      minLength: 1,
      maxLength: 9,
    }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Sketch = typeof paragraphs extends fc.Arbitrary<infer T> ? T : never;

function markupOf(sketch: Sketch): {
  readonly markup: string;
  readonly body: number;
  readonly notes: readonly number[];
} {
  let body = 0;
  let words = 0;
  const notes: number[] = [];
  const wrap: Readonly<Record<string, (inner: string, css: string) => string>> = {
    p: (inner, css) => `<p style="${css}">${inner}</p>`,
    inline: (inner, css) => `<p class="p" style="${css}">${inner}</p>`,
    ul: (inner, css) => `<ul style="${css}"><li>${inner}</li></ul>`,
    table: (inner, css) => `<table style="${css}"><tr><td>${inner}</td></tr></table>`,
    grid: (inner, css) => `<div style="display: grid; ${css}"><div>${inner}</div></div>`,
    columns: (inner, css) => `<div style="columns: 2; ${css}">${inner}</div>`,
  };
  const markup = sketch.map(({ css, tag, policy, lines }) => {
    const inner = lines.map((heights) => {
      body += 1;
      const called = heights.map((height) => {
        const first = words;
        words += height;
        notes.push(body);
        const text = Array.from({ length: height }, (_, i) => `n${first + i}`).join('<br/>');
        return `<footnote style="footnote-policy: ${policy}">${text}</footnote>`;
      });
      return `b${body - 1}${called.join('')}`;
    });
    return wrap[tag]!(inner.join('<br/>'), css);
  });
  return { markup: markup.join(''), body, notes: Array.from({ length: words }, (_, i) => i) };
}

test('every note is printed once, in order, on the page of its call or later, and all text once in order', () => {
  fc.assert(
    fc.property(paragraphs, fc.constantFrom(40, 100, 230), (sketch, height) => {
      const { markup, body, notes } = markupOf(sketch);
      const css = `${plain} @page { size: 200px ${height}px } @page narrow { size: 150px 60px } td { vertical-align: top }`;
      const pages = wordsByPage(layoutBody(markup, css));
      const flat = pages.flat();
      const of = (letter: string): number[] =>
        flat.filter((word) => word.startsWith(letter)).map((word) => Number(word.slice(1)));
      expect(of('b').sort((a, b) => a - b)).toEqual(Array.from({ length: body }, (_, i) => i));
      expect(of('n')).toEqual(notes);
    }),
    { numRuns: 150 },
  );
});

test('a note never comes before its call', () => {
  fc.assert(
    fc.property(paragraphs, (sketch) => {
      const { markup } = markupOf(sketch);
      const { laidOut } = layoutBody(markup, plain);
      const pageOf = new Map<string, number>();
      for (const [name, { page }] of laidOut!.anchors) pageOf.set(name, page);
      for (const [name, page] of pageOf) {
        // The anchor that a call leads to is its note; that of the marker after it is the call.
        const call = /^::footnote-call (\d+)$/.exec(name);
        if (call) expect(pageOf.get(`::footnote-marker ${Number(call[1]) + 1}`)).toBeLessThanOrEqual(page);
      }
    }),
    { numRuns: 50 },
  );
});

test('a thousand notes take a time that grows with their number', () => {
  const timeOf = (count: number): number => {
    const body = Array.from({ length: count }, (_, i) => `b${i}<footnote>n${i}</footnote>`).join('<br/>');
    const start = performance.now();
    const pages = wordsByPage(layoutBody(`<p>${body}</p>`, plain));
    expect(pages.flat()).toHaveLength(2 * count);
    return performance.now() - start;
  };
  timeOf(100);
  const small = timeOf(200);
  expect(timeOf(1600)).toBeLessThan(30 * small + 200);
});

test('pages that are too small for a line and its note end all the same', () => {
  const body = '<p>b0<footnote>n0<br/>n1</footnote><br/>b1<footnote>n2</footnote></p>';
  const pages = wordsByPage(layoutBody(body, `${plain} @page { size: 200px 40px; margin: 12px 0 }`));
  expect(pages).toEqual([['b0'], ['n0'], ['n1'], ['b1'], ['n2']]);
});

test('a note that a repeated table header calls for is printed once', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `<tr><td>b${i}</td></tr>`).join('');
  const body = `<table><thead><tr><th>head<footnote>n0</footnote></th></tr></thead><tbody>${rows}</tbody></table>`;
  const words = wordsByPage(layoutBody(body, plain)).flat();
  expect(words.filter((word) => word === 'n0')).toHaveLength(1);
});

test('headings in the outline are printed without their notes', () => {
  const { laidOut } = layoutBody('<h2>Head<footnote>note</footnote></h2>', plain);
  expect(laidOut!.bookmarks.map(({ text }) => text)).toEqual(['Head']);
});

test('numbers that begin anew on every page settle', () => {
  const css = `${plain} @page { counter-reset: footnote }`;
  const body = Array.from({ length: 9 }, (_, i) => `<p>b${i}<footnote>x<br/>y</footnote></p>`).join('');
  const { laidOut, messages } = layoutBody(body, css);
  expect(messages).toEqual([]);
  const numbers = laidOut!.pages.map(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' && /^\d\. $/.test(item.run.text) ? [item.run.text] : [])),
  );
  expect(numbers).toEqual([
    ['1. ', '2. ', '3. '],
    ['1. ', '2. ', '3. '],
    ['1. ', '2. ', '3. '],
  ]);
});

test('an area that has no room for a line is told of at the note, and nothing is lost', () => {
  const css = `${plain} @page { @footnote { margin-top: 500px } }`;
  const pages = layoutBody('\n<p>b0<footnote>n0<br/>n1</footnote></p>\n<p>b1</p>', css);
  expect(wordsByPage(pages)).toEqual([['b0'], ['n0'], ['n1'], ['b1']]);
  expect(pages.messages).toEqual([
    expect.stringMatching(/^4:6 L001 A line of `<footnote>` is taller than page 2/),
    expect.stringMatching(/^4:23 L001 A line of `<footnote>` is taller than page 3/),
  ]);
});
