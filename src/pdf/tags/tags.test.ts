import { expect, test } from 'vitest';
import { nameOf, type PdfObject, stringOf } from '../check/objects.ts';
import { attributeOf } from '../check/structure.ts';
import { readSubject } from '../check/subject.ts';
import { structureOf } from '../check/testing.ts';
import { paintPdf } from '../index.ts';
import { el, layOut, OPTIONS, type Sketch } from '../testing.ts';

async function tagsOf(...children: readonly (Sketch | string)[]): Promise<string> {
  const outcome = await paintPdf(layOut(el('body', {}, ...children)), OPTIONS);
  expect(outcome.diagnostics).toEqual([]);
  return structureOf(outcome.value!);
}

function tree(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

test('text, links and note references stand in reading order', async () => {
  const found = await tagsOf(
    el(
      'p',
      {},
      'See ',
      el('a', { href: '#map' }, 'the map'),
      ' and ',
      el('strong', {}, 'more'),
      el('sup', {}, el('a', { href: '#map' }, '1')),
      '.',
    ),
    el('p', { id: 'map' }, 'Map'),
  );
  expect(found).toBe(
    tree(`
      Document
        P "See " " and more" "."
          Link "the map"
          Reference
            Link "1"
        P "Map"
    `),
  );
});

test('bare text beside blocks becomes paragraphs, each in its place', async () => {
  expect(await tagsOf(el('div', {}, 'before ', el('p', {}, 'middle'), ' after'))).toBe(
    tree(`
      Document
        P "before "
        P "middle"
        P " after"
    `),
  );
});

test('thousands of texts and elements between blocks find their paragraphs in linear time', async () => {
  const count = 30_000;
  const many = Array.from({ length: count }, (_, n) => (n % 2 ? 'text ' : el('i', {}, 'x')));
  const found = await tagsOf(el('div', {}, el('p', {}, 'first'), ...many, el('p', {}, 'last'), 'after'));
  const paragraphs = found.split('\n').map((line) => line.trim());
  expect(paragraphs).toHaveLength(5);
  expect(paragraphs[2]!.replaceAll('" "', '')).toBe(`P "${'xtext '.repeat(count / 2)}"`);
  expect(paragraphs.slice(3)).toEqual(['P "last"', 'P "after"']);
});

test('elements that only group leave no trace, sections and headings do', async () => {
  const found = await tagsOf(
    el(
      'main',
      {},
      el(
        'section',
        {},
        el('div', {}, el('h1', {}, 'Title', el('span', { display: 'block' }, 'Sub')), el('div', {})),
      ),
    ),
  );
  expect(found).toBe(
    tree(`
      Document
        Sect
          H1 "TitleSub"
    `),
  );
});

test('lists have labels and bodies, also lists of terms', async () => {
  const found = await tagsOf(
    el(
      'ul',
      {},
      el('li', {}, el('::marker', {}, '•'), 'one'),
      el('li', {}, el('::marker', {}, '•'), el('p', {}, 'two'), el('ul', {}, el('li', {}, 'deep'))),
    ),
    el('dl', {}, el('dt', {}, 'Area'), el('dd', {}, '8'), el('dt', {}, 'Zone'), el('dd', {}, '9')),
  );
  expect(found).toBe(
    tree(`
      Document
        L ListNumbering=Disc
          LI
            Lbl "•"
            LBody "one"
          LI
            Lbl "•"
            LBody
              P "two"
              L ListNumbering=Disc
                LI
                  LBody "deep"
        L ListNumbering=None
          LI
            Lbl "Area"
            LBody "8"
          LI
            Lbl "Zone"
            LBody "9"
    `),
  );
});

test('tables keep empty cells and tell what their headers are for', async () => {
  const found = await tagsOf(
    el(
      'table',
      {},
      el('caption', {}, 'Areas'),
      el('thead', {}, el('tr', {}, el('th', {}), el('th', { colspan: '2' }, 'Built'))),
      el('tbody', {}, el('tr', {}, el('th', {}, 'North'), el('td', {}, '8'), el('td', {}))),
    ),
  );
  expect(found).toBe(
    tree(`
      Document
        Table
          Caption "Areas"
          THead
            TR
              TH Scope=Column
              TH Scope=Column ColSpan=2 "Built"
          TBody
            TR
              TH Scope=Row "North"
              TD "8"
              TD
    `),
  );
});

test('a row of headers heads columns, also without thead', async () => {
  const found = await tagsOf(
    el(
      'table',
      {},
      el('tr', {}, el('th', {}, 'A'), el('th', {}, 'B')),
      el('tr', {}, el('th', {}, 'x'), el('td', {}, '1')),
    ),
  );
  expect([...found.matchAll(/Scope=(\w+)/g)].map(([, scope]) => scope)).toEqual(['Column', 'Column', 'Row']);
});

test('cells name their headers', async () => {
  const { value } = await paintPdf(
    layOut(
      el(
        'body',
        {},
        el('h1', {}, 'T'),
        el(
          'table',
          {},
          el('tr', {}, el('th', { id: 'a' }, 'A')),
          el('tr', {}, el('td', { headers: 'a' }, '1')),
        ),
      ),
    ),
    OPTIONS,
  );
  const { reader, structure, catalog } = readSubject(value!);
  const cell = structure.elements.find(({ role }) => role === 'TD')!;
  const [name] = attributeOf(reader, cell, 'Table', 'Headers') as readonly PdfObject[];
  const [id, header] = reader.array(catalog, 'StructTreeRoot', 'IDTree', 'Names');
  expect([stringOf(name), stringOf(id)]).toEqual(['a', 'a']);
  expect(nameOf(reader.get(header, 'S'))).toBe('TH');
});

test('pictures with words are figures, others and hidden elements are artifacts', async () => {
  const found = await tagsOf(
    el('figure', {}, el('svg', { alt: 'A triangle' }), el('figcaption', {}, 'Shape')),
    el('p', {}, 'Text ', el('svg', {})),
    el('p', { 'aria-hidden': 'true' }, 'ornament'),
  );
  expect(found).toBe(
    tree(`
      Document
        Div
          Figure alt=A triangle
          Caption "Shape"
        P "Text "
    `),
  );
});

test('only languages that differ are written', async () => {
  const found = await tagsOf(
    el('p', {}, 'English ', el('span', { lang: 'zh' }, '包头'), ' again'),
    el('div', { lang: 'zh' }, el('p', {}, '中文')),
  );
  expect(found).toBe(
    tree(`
      Document
        P "English " " again"
          Span lang=zh "包头"
        Div lang=zh
          P "中文"
    `),
  );
});

test('a paragraph over two pages stays one element', async () => {
  const body = el('body', {}, el('p', {}, 'first ', el('b', {}, 'second ')), el('p', {}, 'last'));
  const { value } = await paintPdf(layOut(body, { linesPerPage: 1 }), OPTIONS);
  expect(structureOf(value!)).toBe(
    tree(`
      Document
        P "first " "second "
        P "last"
    `),
  );
});

test('a link around blocks keeps their headings', async () => {
  const found = await tagsOf(
    el(
      'a',
      { href: 'https://example.org', display: 'block' },
      el('div', {}, el('h1', {}, 'Card'), el('p', {}, 'Words')),
    ),
  );
  expect(found).toBe(
    tree(`
      Document
        Link
          H1 "Card"
          P "Words"
    `),
  );
});

const note = (number: string, ...children: readonly (Sketch | string)[]): Sketch =>
  el(
    'footnote',
    { float: 'footnote', display: 'inline' },
    el('::footnote-call', {}, number),
    el('::footnote-marker', {}, `${number}. `),
    ...children,
  );

test('a footnote is a Note after the paragraph or heading that calls for it', async () => {
  const found = await tagsOf(
    el('h1', {}, 'Head', note('1', 'Of the head')),
    el('p', {}, 'One ', note('2', 'Of one'), 'two', note('3', el('p', {}, 'First'), el('p', {}, 'Second'))),
    el('p', {}, 'Next'),
  );
  expect(found).toBe(
    tree(`
      Document
        H1 "Head"
          Reference
            Link "1"
        Note "Of the head"
          Lbl
            Link "1. "
        P "One " "two"
          Reference
            Link "2"
          Reference
            Link "3"
        Note "Of one"
          Lbl
            Link "2. "
        Note
          Lbl
            Link "3. "
          P "First"
          P "Second"
        P "Next"
    `),
  );
});

test('a footnote of a cell stays in the cell, and its call in a link is a part of the link', async () => {
  const found = await tagsOf(
    el(
      'table',
      {},
      el('tr', {}, el('th', {}, 'Head')),
      el('tr', {}, el('td', {}, 'cell', note('1', 'note'))),
    ),
    el('p', {}, el('a', { href: 'https://example.org' }, 'link', note('2', 'note'))),
  );
  expect(found).toBe(
    tree(`
      Document
        Table
          TR
            TH Scope=Column "Head"
          TR
            TD "cell"
              Reference
                Link "1"
              Note "note"
                Lbl
                  Link "1. "
        P
          Link "link"
            Reference "2"
        Note "note"
          Lbl
            Link "2. "
    `),
  );
});
