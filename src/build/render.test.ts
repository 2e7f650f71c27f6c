/** `npm run render` as people meet it: what is made, what is said and where, and what is never written. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentsOf } from '../pdf/check/testing.ts';
import { sha256 } from './digest.ts';
import { type Bench, openBench, pageFont } from './testing.ts';

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.clear());

test('render makes one finished document from the files beside it', async () => {
  const page =
    '<html lang="en"><head><title>One page</title><link rel="stylesheet" href="page.css"/></head><body><h1>Hello</h1></body></html>';
  bench.write('page.html', page);
  bench.write('page.css', bench.read('templates/leaflet/leaflet.css').toString());
  expect(await bench.run('render', 'page.html', '--out', 'made/page.pdf')).toMatchObject({ exit: 0 });
  expect(bench.read('made/page.pdf').subarray(0, 5).toString()).toBe('%PDF-');
  const first = sha256(bench.read('made/page.pdf'));
  await bench.run('render', 'page.html', '--out', 'made/page.pdf');
  expect(sha256(bench.read('made/page.pdf'))).toBe(first);
  bench.write('page.html', page.replace('<h1>', '<h1 colour="red">'));
  const wrong = await bench.run('render', 'page.html', '--out', 'made/page.pdf');
  expect(wrong).toMatchObject({ exit: 1, out: expect.stringContaining('page.html:1:') as string });
  expect(sha256(bench.read('made/page.pdf'))).toBe(first);
  expect(await bench.run('render', 'none.html', '--out', 'x.pdf')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('there is no readable file none.html') as string,
  });
  expect((await bench.run('render', 'page.txt', '--out', 'x.pdf')).exit).toBe(2);
  expect((await bench.run('render', 'page.html')).exit).toBe(2);
});

const head = (style: string) =>
  `<head><title>Page</title><style>@font-face { font-family: Sans; src: url("${pageFont}") } @page { size: A6; margin: 10mm } body { font: 10pt/1.4 Sans } ${style}</style></head>`;
const page = (body: string, style = '') => `<html lang="en">${head(style)}\n<body>${body}</body></html>`;

test('the display list goes to standard output, what is found beside it', async () => {
  bench.write('page.html', page('<h1>Hello</h1>\n<p class="note">narrow</p>', '.note { width: 8px }'));
  const { exit, out, err } = await bench.run('render', 'page.html', '--format', 'json', '--lenient');
  const list = JSON.parse(out) as {
    pages: { items: { kind: string; text?: string; origin?: string }[] }[];
  };
  const words = list.pages[0]!.items.filter(({ kind }) => kind === 'text');
  expect(words.map(({ text }) => text)).toEqual(['Hello', 'narrow']);
  expect(words[1]!.origin).toMatch(/page\.html:3:/);
  expect(err).toContain('page.html:3:');
  expect(err).toContain('narrow');
  expect(exit).toBe(0);
});

test('what is outside the dialect is an error, and with --lenient a warning', async () => {
  bench.write('page.html', page('<p>Text</p>', 'p { transform: rotate(3deg) }'));
  expect(await bench.run('render', 'page.html', '--out', 'page.pdf')).toMatchObject({
    exit: 1,
    out: expect.stringMatching(/error.*\n?.*page\.html:1:\d+|page\.html:1:\d+/) as string,
  });
  const lenient = await bench.run('render', 'page.html', '--out', 'page.pdf', '--lenient');
  expect(lenient).toMatchObject({ exit: 0, out: expect.stringContaining('transform') as string });
  expect(bench.read('page.pdf').subarray(0, 5).toString()).toBe('%PDF-');
});

test('with --lenient every overflow is a warning, in margin boxes, too', async () => {
  bench.write(
    'page.html',
    page(
      '<p class="narrow">narrow</p><p class="run">unseen</p>',
      '@page :first { @bottom-right { content: "x"; height: 90mm; width: 1px; font-size: 200pt } } .narrow { width: 8px } .run { position: running(nowhere) }',
    ),
  );
  const strict = await bench.run('render', 'page.html', '--out', 'page.pdf');
  expect(strict).toMatchObject({ exit: 1, out: expect.stringContaining('error[F007]') as string });
  const { exit, out } = await bench.run('render', 'page.html', '--out', 'page.pdf', '--lenient');
  expect(exit).toBe(0);
  expect(out).toContain('warning[F007]');
  expect(out).toContain('warning[L042]');
  expect(out).toContain('warning[L047]');
  expect(out).not.toContain('error[');
});

test('where nothing can be written is said, and ends the run', async () => {
  bench.write('page.html', page('<p>Text</p>'));
  for (const out of ['page.html/page.pdf', '/proc/none/page.pdf'])
    expect(await bench.run('render', 'page.html', '--out', out)).toMatchObject({
      exit: 1,
      out: expect.stringContaining('error[B006]') as string,
    });
});

test('numbers beyond all paper leave the rest of the page as it is', async () => {
  bench.write(
    'page.html',
    page(
      '<p class="a">One</p><p>Two <svg alt="A line" width="10" height="10"><path d="M 0 0 L 1e300 1e300"/></svg></p>',
      '.a { background: linear-gradient(1e300deg, red 1e300px, blue); border-right: 1e300px solid; width: 1e300px }',
    ),
  );
  const { exit } = await bench.run('render', 'page.html', '--out', 'page.pdf', '--lenient');
  expect(exit).toBe(0);
  // A number with an exponent ends the page for readers of PDF.
  expect(contentsOf(bench.read('page.pdf')).join()).not.toMatch(/\de[+-]?\d|Infinity|NaN/);
});

const hostile: Readonly<Record<string, readonly [document: string, told: RegExp]>> = {
  'bytes that are no text': ['\u0000\u0001\u0002', /page\.html/],
  'an unclosed element': [page('<p>Text'), /page\.html:2:\d+/],
  'a page of no size': [page('<p>Text</p>', '@page { size: 0 0 }'), /page\.html:1:\d+/],
  'ten thousand nested elements': [
    page(`${'<div>'.repeat(10_000)}<p>Text</p>${'</div>'.repeat(10_000)}`),
    /page\.html:2:\d+/,
  ],
  'a variable that names itself': [page('<p>Text</p>', 'p { --a: var(--a); color: var(--a) }'), /--a/],
  'a picture that is not there': [page('<p><img src="none.png" alt="None"/></p>'), /none\.png/],
  'a picture above the folder': [page('<p><img src="../../x.png" alt="X"/></p>'), /\.\.\/\.\.\/x\.png/],
  'a font that is not there': [
    page('<p>Text</p>', '@font-face { font-family: No; src: url("no.ttf") } p { font-family: No }'),
    /no\.ttf/,
  ],
};

test.each(Object.entries(hostile))(
  '%s: told with its place, no file, no stack',
  async (_, [document, told]) => {
    bench.write('page.html', document);
    const { exit, out, err } = await bench.run('render', 'page.html', '--out', 'none.pdf');
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(out).toMatch(told);
    expect(out).not.toMatch(/^\s+at /m);
    expect(() => bench.read('none.pdf')).toThrow('ENOENT');
  },
);
