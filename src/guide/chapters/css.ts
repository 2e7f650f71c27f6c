/** Chapter 6: CSS, from the tables that the reader of style sheets uses. */
import { contentItems, counterStyles, counters } from '../../markup/css/content.ts';
import { refusedFunctions, refusedWords } from '../../markup/css/declarations.ts';
import { knownUnits } from '../../markup/css/length.ts';
import { knownAtRules } from '../../markup/css/load.ts';
import { marginBoxNames, sheets } from '../../markup/css/page-rule.ts';
import { boxProperties } from '../../markup/css/properties/boxes.ts';
import { gridProperties } from '../../markup/css/properties/grids.ts';
import { properties } from '../../markup/css/properties/index.ts';
import { pageProperties } from '../../markup/css/properties/pages.ts';
import { refusedProperties } from '../../markup/css/properties/refused.ts';
import { shorthands } from '../../markup/css/properties/shorthands.ts';
import { textProperties } from '../../markup/css/properties/text.ts';
import { pseudoClasses, pseudoElements } from '../../markup/css/pseudo-selectors.ts';
import { initialOf, type SomeProperty } from '../initial-value.ts';
import { code, codes, groupByText, paragraphs, prose, table } from '../markdown.ts';

const groups = {
  'Boxes and backgrounds': boxProperties,
  Text: textProperties,
  'Grids and alignment': gridProperties,
  'Lists, tables, breaks, pages': pageProperties,
} as const;

export function cssChapter(): string {
  return paragraphs(
    'CSS stands in files (`<link rel="stylesheet" href="…"/>`), in `<style>`, or in `style="…"`. Cascade, specificity, inheritance, `!important`, nesting, variables (`--steel`, `var(--steel)`) and `calc()` are those of CSS. ' +
      'A property, value, selector or unit that is not listed is an error. All properties take `inherit`, `initial` and `unset`. Elements begin with the looks that browsers give them.',
    `**Units** ${codes(knownUnits)}. **Colours** names, \`#rgb\`, \`#rrggbb\`, \`#rrggbbaa\`, \`rgb()\`, \`hsl()\`, \`transparent\`, \`currentColor\`. ` +
      '**Gradients** `linear-gradient(to right, …)` or with an angle in `deg`. **Files** `url("picture.jpg")` from the style sheet that names them, or `url("npm:package/file")`.',
    `**Selectors** type, \`*\`, \`.class\`, \`#id\`, \`[attribute]\` with \`=\` \`~=\` \`|=\` \`^=\` \`$=\` \`*=\`, \`a b\`, \`a > b\`, \`a + b\`, \`a ~ b\`, \`&\`, ${codes([...pseudoClasses, ...pseudoElements])}.`,
    `**Rules** ${codes(knownAtRules)}. \`@media\` knows \`print\`, \`screen\` and \`all\`.`,
    '### Properties',
    'Inherited ones are marked ↓.',
    ...Object.entries(groups).map(([title, group]) => propertyTable(title, new Set(Object.keys(group)))),
    '### Shorthands',
    shorthandTable(),
    '### Pages',
    `\`@page { size: A4; margin: 22mm 18mm }\` sets all pages, \`@page cover { … }\` those of elements with \`page: cover\`; \`:first\`, \`:left\`, \`:right\` and \`:blank\` select further. Without it pages are A4 with margins of 20 mm. ` +
      `Sizes are ${codes(Object.keys(sheets).map((name) => (name.length === 2 ? name.toUpperCase() : name)))}, with \`landscape\` if meant, or a width and a height. A page has margins, padding, borders, background and properties of text.`,
    `What repeats on every page stands in margin boxes inside \`@page\`, and appears where \`content\` is given: ${codes(marginBoxNames.map((name) => `@${name}`))}.`,
    '### Generated content',
    `\`content\` in \`::before\`, \`::after\`, \`::marker\` and margin boxes takes ${valuesIn(contentItems.expects)}; several stand side by side. ` +
      `Counters are ${codes(counters)}, their styles ${codes(counterStyles)}.`,
    '- `h2 { string-set: section content() }` remembers the words of each `h2`; `string(section)` prints them in a margin box. `string(section, last)`, `start` and `first-except` choose among several on a page.\n' +
      '- `a::after { content: target-counter(attr(href), page) }` prints the page a link leads to.\n' +
      '- `bookmark-level: 2` puts an element into the outline of the PDF; `h1` to `h6` are there by themselves.',
    '### Refused by name',
    refusedList(),
  );
}

function propertyTable(title: string, keys: ReadonlySet<string>): string {
  const own = properties.filter((property) => keys.has(property.key));
  const rows = groupByText<SomeProperty & { readonly name: string }>(own, (one) => cells(one).join('|'));
  return table(
    [title, 'values', 'initial'],
    rows.map(([, members]) => [codes(members.map(({ name }) => name)), ...cells(members[0]!)]),
  );
}

function cells(property: SomeProperty): readonly [string, string] {
  return [
    valuesIn(property.grammar.expects),
    `${code(initialOf(property))}${property.inherited ? ' ↓' : ''}`,
  ];
}

/** What a grammar takes, with single words and functions as code. */
function valuesIn(expects: string): string {
  return expects
    .split(/(, |: )/)
    .map((part) => (/^[a-z-]+(?:\(.*\))?$/.test(part) ? code(part) : part))
    .join('');
}

function shorthandTable(): string {
  const rows = groupByText([...shorthands], ([, { expects }]) => valuesIn(expects));
  return table(
    ['shorthands', 'values'],
    rows.map(([values, members]) => [codes(members.map(([name]) => name)), values]),
  );
}

function refusedList(): string {
  const named = (names: Readonly<Record<string, string>>, form: (name: string) => string) =>
    Object.entries(names).map(([name, instead]) => ({ name: form(name), instead }));
  const all = [
    ...named(refusedProperties, (name) => name),
    ...named(refusedWords, (name) => name),
    ...named(refusedFunctions, (name) => `${name}()`),
  ];
  return `${groupByText(all, ({ instead }) => instead)
    .map(([instead, members]) => `${codes(members.map(({ name }) => name))} (${prose(instead)})`)
    .join(', ')}.`;
}
