/** Documents that are wrong on purpose: layout ends soon, loses nothing in silence, and says where the fault is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutBody, type TestPages } from './testing/pages.ts';

/** Far more than any of these takes, far less than growth with the square of its size would. */
const soon = 10_000;

/** All characters that are printed, without spaces. */
function printed({ texts }: TestPages): string {
  return texts
    .flat()
    .map((text) => text.replace(/@.*/s, ''))
    .join('')
    .replace(/\s/g, '');
}

/** Wrapped into itself `depth` times. */
function nested([open, close]: readonly [string, string], depth: number): string {
  return `${open.repeat(depth)}x${close.repeat(depth)}`;
}

describe('nested containers take time in proportion to their depth', () => {
  const kinds: Readonly<Record<string, readonly [string, string]>> = {
    table: ['<table><tr><td>', '</td></tr></table>'],
    'table in percent': ['<table style="width: 100%"><tr><td>', '</td></tr></table>'],
    'table header': ['<table><thead><tr><th>', '</th></tr></thead><tbody><tr><td/></tr></tbody></table>'],
    caption: ['<table><caption>', '</caption><tr><td/></tr></table>'],
    flex: ['<div style="display: flex">', '</div>'],
    'flex column': ['<div style="display: flex; flex-direction: column">', '</div>'],
    'flex wrap': ['<div style="display: flex; flex-wrap: wrap"><div>', '</div></div>'],
    'inline flex': ['<div style="display: inline-flex">', '</div>'],
    grid: ['<div style="display: grid; grid-template-columns: auto 1fr">', '</div>'],
    'grid rows': ['<div style="display: grid"><div style="grid-row: span 2">', '</div></div>'],
    columns: ['<div style="columns: 2; column-gap: 0">', '</div>'],
    'inline block': ['<div style="display: inline-block">', '</div>'],
    float: ['<div style="float: left">', '</div>'],
    absolute: ['<div style="position: absolute">', '</div>'],
    unbroken: ['<div style="break-inside: avoid">', '</div>'],
    mixed: [
      '<div style="display: flex"><div style="display: grid"><div style="columns: 1">',
      '</div></div></div>',
    ],
  };

  test.each(Object.entries(kinds))(
    '%s',
    (_name, kind) => {
      const levels = kind[0].split('<').length - 1;
      // As deep as markup allows: were every level laid out twice, nobody would see the end.
      const page = layoutBody(nested(kind, Math.floor(95 / levels)), '@page { size: 2000px 2000px }');
      expect(printed(page)).toBe('x');
    },
    soon,
  );

  test(
    'broken across pages',
    () => {
      const kind = ['<div style="display: flex"><div><p>a</p>', '</div></div>'] as const;
      const page = layoutBody(nested(kind, 40), '@page { size: 200px 50px }');
      expect(printed(page)).toBe(`${'a'.repeat(40)}x`);
    },
    soon,
  );

  test(
    'containers of every kind within each other',
    () => {
      const kind = fc.constantFrom(...Object.values(kinds).filter(([open]) => !open.includes('caption')));
      fc.assert(
        fc.property(fc.array(kind, { minLength: 5, maxLength: 16 }), (chosen) => {
          const body = chosen.reduceRight((inner, [open, close]) => `${open}${inner}${close}`, 'x');
          expect(printed(layoutBody(body, '@page { size: 2000px 2000px }'))).toContain('x');
        }),
        { numRuns: 40 },
      );
    },
    soon,
  );
});

describe('a word too long for any page is told of where it stands', () => {
  const word = 'abcdefghij'.repeat(20_000);
  test.each([
    ['a paragraph', `<p>${word}</p>`, 'L002'],
    ['justified text', `<p style="text-align: justify">${word} end</p>`, 'L002'],
    ['a cell', `<table><tr><td>${word}</td></tr></table>`, 'L004'],
    ['a flex item', `<div style="display: flex"><p>${word}</p></div>`, 'L004'],
    ['a grid item', `<div style="display: grid"><p>${word}</p></div>`, 'L004'],
    ['a float', `<div style="float: left">${word}</div>`, 'L002'],
  ])(
    'in %s',
    (_name, body, code) => {
      const { messages } = layoutBody(body);
      expect(messages.some((message) => message.includes(code))).toBe(true);
      for (const message of messages) {
        expect(message).toMatch(/^\d+:\d+ [FL]\d{3} /);
        expect(message.length).toBeLessThan(600);
      }
    },
    soon,
  );
});

describe('thousands of boxes of one kind', () => {
  const page = (body: string, css = '') => layoutBody(body, `@page { size: 500px 500px } ${css}`);
  const many = (count: number, box: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => box(n)).join('');

  test.each([
    [
      'floats',
      many(3000, (n) => `<div style="float: ${n % 2 ? 'left' : 'right'}; width: ${(n % 30) + 10}px">f</div>`),
    ],
    [
      'absolute boxes',
      many(3000, (n) => `<div style="position: absolute; left: ${n % 300}px; top: ${n % 400}px">f</div>`),
    ],
    ['cells', `<table>${many(1500, () => '<tr><td>f</td><td>f</td></tr>')}</table>`],
    ['items', `<div style="display: flex; flex-wrap: wrap">${many(3000, () => '<p>f</p>')}</div>`],
    [
      'tracks',
      `<div style="display: grid; grid-template-columns: repeat(10, 1fr)">${many(3000, () => '<p>f</p>')}</div>`,
    ],
    ['columns', `<div style="columns: 10">${many(3000, () => '<p>f</p>')}</div>`],
  ])(
    '%s',
    (_name, body) => {
      expect(printed(page(body))).toBe('f'.repeat(3000));
    },
    soon,
  );

  test(
    'inline elements of one paragraph, shifted',
    () => {
      const css = 'b { position: relative; top: 1px }';
      expect(printed(page(`<p>${'<b>f</b> '.repeat(10_000)}</p>`, css))).toBe('f'.repeat(10_000));
    },
    soon,
  );

  test(
    'footnotes',
    () => {
      const notes = many(1000, () => '<p>c<span>n</span></p>');
      const { messages, texts } = page(notes, 'span { float: footnote }');
      expect(messages).toEqual([]);
      expect(texts.flat().filter((text) => text.startsWith('n@'))).toHaveLength(1000);
    },
    soon,
  );
});

describe('lengths beyond all measure', () => {
  const properties = ['width', 'height', 'margin', 'padding', 'text-indent', 'min-height', 'letter-spacing'];
  test.each(properties)(
    '%s',
    (property) => {
      const { messages, laidOut } = layoutBody('<p>a</p><p>b</p>', `p { ${property}: 1e9px }`);
      expect(laidOut !== undefined || messages.length > 0).toBe(true);
      for (const message of messages) expect(message).toMatch(/^\d+:\d+ [FL]\d{3} /);
    },
    soon,
  );

  test('margins larger than the page', () => {
    expect(layoutBody('<p>a</p>', '@page { margin: 1e9px }').messages.join()).toContain(
      'L021 Page 1 has no room',
    );
  });

  test(
    'pages without end',
    () => {
      const { messages } = layoutBody('<p style="height: 1e9px">a</p>');
      expect(messages.join()).toContain('L020 The document is longer than 10000 pages');
    },
    soon,
  );
});

describe('boxes taken out of an inline block are printed', () => {
  test.each([
    [
      'inline block',
      '<span style="display: inline-block">a<i style="position: absolute">x</i></span>',
      'x@10,0',
    ],
    [
      'inline flex box',
      '<span style="display: inline-flex"><b>a</b><i style="position: absolute">x</i></span>',
      'x@0,0',
    ],
    [
      'inline block that contains them',
      '<span style="display: inline-block">b</span><span style="display: inline-block; position: relative">a<i style="position: absolute; left: 3px; top: 4px">x</i></span>',
      'x@13,4',
    ],
    [
      'inline block in another',
      '<span style="display: inline-block">a<span style="display: inline-block">a<i style="position: absolute; left: 50px">x</i></span></span>',
      'x@50,0',
    ],
  ])('%s', (_name, body, place) => {
    const { texts, messages } = layoutBody(`<p>${body}</p>`);
    expect(messages).toEqual([]);
    expect(texts[0]).toContain(place);
  });
});

describe('percentages of a height that nobody knows are told of', () => {
  test.each([
    ['height', '<div style="height: 50%">a</div>'],
    ['height', '<div style="display: flex; height: 50%">a</div>'],
    ['min-height', '<div style="display: grid; min-height: 50%">a</div>'],
    ['max-height', '<div style="max-height: 50%">a</div>'],
    ['top', '<div style="position: relative; top: 50%">a</div>'],
    ['bottom', '<div style="position: relative; bottom: -50%">a</div>'],
  ])('%s: %s', (property, inner) => {
    const message = `L044 The \`${property}\` of \`<div>\` is a percentage`;
    expect(layoutBody(`<div>${inner}</div>`).messages.join('\n')).toContain(message);
    expect(layoutBody(`<div style="height: 40px">${inner}</div>`).messages).toEqual([]);
  });
});

describe('text that nobody can read is told of', () => {
  test.each(['0', '0.5px', 'calc(1px - 1px)'])('font-size: %s', (size) => {
    const { messages } = layoutBody('<p>hello</p>', `p { font-size: ${size} }`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^3:\d+ L045 “hello” is set 0(?:\.13)? mm high on page 1\.$/);
  });

  test('except spaces between boxes', () => {
    const body =
      '<div style="font-size: 0"><span style="font-size: 10px">a</span> <span style="font-size: 10px">b</span></div>';
    expect(layoutBody(body).messages).toEqual([]);
  });

  test('lines printed over each other', () => {
    const { messages } = layoutBody('<p>a<br/>b</p>', 'p { line-height: 0; padding-top: 20px }');
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(
      /^3:\d+ L046 A line of `<p>` is [\d.]+ mm high, its letters 2\.6 mm \(page 1\)\.$/,
    );
    expect(layoutBody('<p>a<br/>b</p>', 'p { line-height: 0.5; padding-top: 20px }').messages).toEqual([]);
  });
});
