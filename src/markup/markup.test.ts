import { expect, test } from 'vitest';
import { labelsOf } from '../diagnostics/diagnostic.ts';
import { readMarkup } from './index.ts';
import { filesOf, find, readText, styled } from './testing.ts';

test('title, language, descriptions and base', () => {
  const text =
    '<html lang="zh-Hans"><head><title> A  B </title><meta name="author" content="C"/></head><body lang="en"><p>x</p></body></html>';
  const { document } = readText(text);
  expect(document).toMatchObject({ title: 'A B', lang: 'zh-Hans', base: 'a.html' });
  expect([...document!.meta]).toEqual([['author', 'C']]);
  expect(find(document, 'p').lang).toBe('en');
});

test('lenient turns what leaves the document printable into warnings', () => {
  const text =
    '<html><head/><body><h2>x</h2><table><tr><td>1</td></tr></table><svg viewBox="0 0 1 1"/><dvi/></body></html>';
  const { diagnostics } = readText(text, {}, true);
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'warning M101',
    'warning M201',
    'warning M202',
    'warning M203',
    'warning M204',
    'warning M205',
  ]);
});

test('lenient or not, markup that is not well-formed is an error', () => {
  const { diagnostics } = readText(
    '<html lang="en"><head><title>T</title></head><body><p>x</body></html>',
    {},
    true,
  );
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['error M002']);
});

test('elements carry their start tag, in document order', () => {
  const { document } = styled('<p>a<b>c</b></p>', '');
  const bold = find(document, 'b');
  const { source, start, end } = bold.origin.place;
  expect(source.text.slice(start, end)).toBe('<b>');
  expect([document!.body.id, find(document, 'p').id, bold.id]).toEqual([1, 2, 3]);
});

test('a fault in merged text names the template, the datum and the calls', () => {
  const template = { path: 't.hbs', text: '<p>{{x}}</p>' };
  const data = { path: 'd.yaml', text: 'x: <oops/>' };
  const text = '<html lang="en"><head><title>T</title></head><body><oops/></body></html>';
  const origin = {
    place: { source: template, start: 3, end: 8 },
    datum: { source: data, start: 3, end: 10 },
    calls: [{ source: template, start: 0, end: 3 }],
  };
  const { diagnostics } = readMarkup(
    { base: 't.hbs', text, originAt: () => origin },
    { files: filesOf({}), lenient: false },
  );
  const { primary, labels } = labelsOf(origin);
  expect(diagnostics).toMatchObject([{ code: 'M101', primary, labels }]);
});

test('the parts of a drawing keep their attributes and inherit from it', () => {
  const { document, messages } = styled(
    '<svg viewBox="0 0 9 9" class="d"><title>t</title><g><text x="1" font-size="3" style="fill: red">a</text></g></svg>',
    '.d { color: red } text { color: blue }',
  );
  expect(messages).toEqual([]);
  const text = find(document, 'text');
  expect([text.attributes.get('font-size'), text.attributes.get('style'), text.style.color.r]).toEqual([
    '3',
    'fill: red',
    255,
  ]);
});

test('an image takes its size from attributes unless a rule says otherwise', () => {
  const { document } = styled(
    '<p><img id="a" src="i.png" alt="" width="30" height="20"/></p>',
    'img { height: 5px }',
    { 'i.png': '' },
  );
  const { width, height } = find(document, 'a').style;
  expect([width, height]).toEqual([
    { px: 30, percent: 0 },
    { px: 5, percent: 0 },
  ]);
});
