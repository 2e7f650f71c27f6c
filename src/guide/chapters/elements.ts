/** Chapter 4: the elements of the brochure dialect. */

import type { ContentModel, ElementRule } from '../../markup/vocabulary/element.ts';
import { graphicElements } from '../../markup/vocabulary/graphic.ts';
import { foreignElements, globalAttributes, htmlElements } from '../../markup/vocabulary/html.ts';
import { firstBrochure } from '../examples/first-brochure.ts';
import { code, codes, fence, groupByText, paragraphs, table } from '../markdown.ts';

export function elementsChapter(): string {
  return paragraphs(
    'HTML in the strict syntax of XML: every element is closed (`<br/>`, `<p>…</p>`), every attribute has a value in quotes, `&` is written `&amp;`. ' +
      'Names of HTML have their meaning of HTML. What is not in this list is an error. A finished document, as `npm run render` takes it:',
    fence('html', firstBrochure),
    '### Elements',
    table(['elements', 'stand', 'hold', 'attributes'], elementRows()),
    `Every element may have ${codes(Object.keys(globalAttributes))} and \`data-…\`. \`a\` leads to \`#id\`, \`https://…\`, \`http://…\`, \`mailto:…\` or \`tel:…\`; an \`#id\` must exist, and be given once.`,
    'Besides: the document has a `lang` and a `title`; headings begin with `h1` and skip no level; a table has `th` cells; every picture has a text alternative (see below).',
    `Not there: ${groupByText(Object.entries(foreignElements), ([, instead]) => instead)
      .map(([instead, names]) => `${codes(names.map(([name]) => name))} (${instead})`)
      .join('; ')}.`,
  );
}

/** Elements with the same rules share a row. */
function elementRows(): readonly (readonly string[])[] {
  const own = ['svg', 'qr', 'chart'].map((name) => [name, graphicElements[name]!] as const);
  const rest = Object.entries(htmlElements);
  const groups = groupByText(rest, ([, rule]) => cells(rule).join('|'));
  return [
    ...groups.map(([, entries]) => [codes(entries.map(([name]) => name)), ...cells(entries[0]![1])]),
    [codes(own.map(([name]) => name)), 'in text', 'see [pictures](#5-pictures-and-charts)', ''],
  ];
}

function cells(rule: ElementRule): readonly [string, string, string] {
  const stands = { block: 'among blocks', inline: 'in text', named: 'where named' }[rule.placement];
  return [stands, contentWords(rule.content), attributeWords(rule)];
}

function contentWords(content: ContentModel): string {
  switch (content.kind) {
    case 'children':
      return codes(content.names);
    case 'flow':
      return 'blocks and text';
    case 'inline':
      return 'text';
    case 'text':
      return 'characters';
    case 'transparent':
      return 'what stands around it';
    case 'empty':
      return 'nothing';
  }
}

function attributeWords({ attributes, required }: ElementRule): string {
  return Object.entries(attributes)
    .map(([name, { words }]) => {
      const values = words === undefined ? '' : ` (${words.join(', ')})`;
      return `${code(name)}${required.includes(name) ? ' (needed)' : ''}${values}`;
    })
    .join(', ');
}
