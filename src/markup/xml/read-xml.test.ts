import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsInBody, find, readText } from '../testing.ts';
import type { StyledNode } from '../tree.ts';
import { limits } from './read-xml.ts';

test.each([
  ['<p>a', '2:1 M002 <p> is not closed before </body> (write </p> where it ends)'],
  ['<p><b>a</p>', '2:4 M002 <b> is not closed before </p> (write </b> where it ends)'],
  ['<div>a</dvi>', '2:7 M002 </dvi> closes nothing (did you mean </div>?)'],
  ['<p>a</p></section>', '2:9 M002 </section> closes nothing (remove it, or open the element before)'],
  ['<p>R&D</p>', '2:5 M003 a bare "&" (write &amp; for the sign itself)'],
  ['<p title="&eacute;">x</p>', '2:11 M003 unknown entity &eacute; (write the character itself)'],
  ['<p>&#xE000;</p>', '2:4 M003 &#xE000; is not a character (write &amp; for the sign itself)'],
  ['<p>1 < 2</p>', '2:7 M001 a "<" that begins no tag (write &lt; for the sign itself)'],
  ['<p id="a" id="b">x</p>', '2:11 M004 the attribute id is written twice (keep one of them)'],
  ['<?php 1 ?>', '2:1 M007 the processing instruction <?php …?> does nothing here (remove it)'],
])('%s', (body, message) => {
  expect(faultsInBody(body)).toEqual([message]);
});

test('all faults of a document are told at once, each once', () => {
  expect(
    faultsInBody('<p>a & b</p>\n<dvi>c</dvi>\n<p>d</q></p>\n<section><p>e</p></secton>').map((message) =>
      message.slice(0, 8),
    ),
  ).toEqual(['2:6 M003', '4:5 M002', '5:18 M00', '3:1 M101']);
});

test('a document type cannot define entities', () => {
  const bomb =
    '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html lang="en"><head><title>T</title></head><body><p>&b;</p></body></html>';
  expect(readText(bomb).messages).toEqual([
    '1:1 M005 a document cannot define entities or elements of its own (write <!DOCTYPE html>, or leave it out)',
    '1:111 M003 unknown entity &b; (write the character itself)',
  ]);
});

test('an empty document, and one that ends inside a tag', () => {
  expect(readText('').messages).toEqual([
    '1:1 M001 the document has no element (begin with <html lang="en"> and give it a head and a body)',
  ]);
  expect(readText('<html lang="en"').messages[0]).toContain('M001');
});

test('depth is bounded', () => {
  const deep = '<div>'.repeat(limits.depth * 100) + '</div>'.repeat(limits.depth * 100);
  expect(faultsInBody(deep)).toEqual([
    `2:${(limits.depth - 2) * 5 + 1} M008 the document has more than 100 elements within each other (make it simpler, or split it into several publications)`,
  ]);
});

test('characters of decoded text know where they were written', () => {
  const { document } = readText(
    '<html lang="en"><head><title>T</title></head><body>\r\n<p>ab&mdash;cd&#x1F600;\r\nef</p></body></html>',
  );
  const text = find(document, 'p').children[0]!;
  if (text.kind !== 'text') throw new Error('no text');
  expect(text.text).toBe('ab—cd😀\nef');
  const written = Array.from({ length: text.text.length }, (_, at) => {
    const { source, start } = text.originAt(at).place;
    return source.text[start];
  });
  expect(written).toEqual(['a', 'b', '&', 'c', 'd', '&', '&', '\r', 'e', 'f']);
});

const phrase = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '中', '&', '<', '>', '"', '😀', '\n', ']]>'),
  minLength: 1,
  maxLength: 12,
});
type Tree = string | { readonly name: string; readonly children: readonly Tree[] };
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    phrase,
    fc.record({
      name: fc.constantFrom('span', 'em', 'b', 'code'),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));

test('property: the tree holds all text of a document, in order', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), fc.boolean(), (trees, comments) => {
      const { document, messages } = readText(
        `<html lang="en"><head><title>T</title></head><body><p>${trees.map((one) => write(one, comments)).join('')}</p></body></html>`,
      );
      expect(messages).toEqual([]);
      expect(textIn(find(document, 'p'))).toBe(trees.map(plain).join(''));
    }),
  );
});

function write(node: Tree, comments: boolean): string {
  if (typeof node !== 'string')
    return `<${node.name}>${node.children.map((child) => write(child, comments)).join('')}</${node.name}>`;
  const escaped = node.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&#62;');
  return comments ? `<!-- & < > -->${escaped}<!---->` : escaped;
}

function plain(node: Tree): string {
  return typeof node === 'string' ? node : node.children.map(plain).join('');
}

function textIn(node: StyledNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textIn).join('');
}
