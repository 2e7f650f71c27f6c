/**
 * Every folder of `golden` is a document with its files; `expected.txt` holds the messages and the outline of
 * the styled tree. Set UPDATE_GOLDEN=1 to write what is missing, and read it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from './testing.ts';
import type { StyledNode } from './tree.ts';

const folder = new URL('golden/', import.meta.url);

for (const name of readdirSync(folder)) {
  test(`golden/${name}`, () => {
    const at = (file: string) => new URL(`${name}/${file}`, folder);
    const read = (file: string) => readFileSync(at(file), 'utf8');
    const names = readdirSync(at('')).filter((file) => file !== 'expected.txt');
    const texts = Object.fromEntries(names.map((file) => [file, read(file)]));
    const { document, messages } = readText(texts['a.html']!, texts);
    const actual = [...messages, '', ...(document === undefined ? [] : outline(document.body, 0)), ''].join(
      '\n',
    );
    if (!existsSync(at('expected.txt')) && process.env.UPDATE_GOLDEN === '1')
      writeFileSync(at('expected.txt'), actual);
    expect(actual).toBe(read('expected.txt'));
  });
}

function outline(node: StyledNode, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  if (node.kind === 'text') return [`${indent}${JSON.stringify(node.text)}`];
  const content = node.content.map((item) => JSON.stringify(Object.values(item).slice(1))).join(' ');
  const head = `${indent}${node.id} ${node.name} ${node.lang} ${node.style.display} ${content}`.trimEnd();
  return [head, ...node.children.flatMap((child) => outline(child, depth + 1))];
}
