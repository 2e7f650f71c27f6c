/** Chapter 6: CSS, from the tables that the reader of style sheets uses. */
import { contentItems, counters } from '../../markup/css/content.ts';
import { counterStyles } from '../../markup/css/counter-style.ts';
import { knownUnits } from '../../markup/css/length.ts';
import { knownAtRules } from '../../markup/css/load.ts';
import { marginBoxNames } from '../../markup/css/page-rule.ts';
import { sheets } from '../../markup/css/page-size.ts';
import { backgroundProperties } from '../../markup/css/properties/backgrounds.ts';
import { borderProperties } from '../../markup/css/properties/borders.ts';
import { boxProperties } from '../../markup/css/properties/boxes.ts';
import { columnProperties } from '../../markup/css/properties/columns.ts';
import { flexProperties } from '../../markup/css/properties/flex.ts';
import { generatedProperties } from '../../markup/css/properties/generated.ts';
import { gridProperties } from '../../markup/css/properties/grids.ts';
import { properties } from '../../markup/css/properties/index.ts';
import { noteProperties } from '../../markup/css/properties/notes.ts';
import { pageProperties } from '../../markup/css/properties/pages.ts';
import { refusedProperties } from '../../markup/css/properties/refused.ts';
import { shorthands } from '../../markup/css/properties/shorthands.ts';
import { textProperties } from '../../markup/css/properties/text.ts';
import { pseudoClasses, pseudoElements } from '../../markup/css/pseudo-selectors.ts';
import { refusedFunctions, refusedWords } from '../../markup/css/value-help.ts';
import { boxes } from '../examples/boxes.ts';
import { footnotes } from '../examples/footnotes.ts';
import { initialOf, type SomeProperty } from '../initial-value.ts';
import { code, codes, fence, groupByText, paragraphs, prose, table } from '../markdown.ts';

const groups = {
  Boxes: boxProperties,
  'Borders and backgrounds': { ...borderProperties, ...backgroundProperties },
  Text: textProperties,
  'Flexible boxes, grids and alignment': { ...flexProperties, ...gridProperties },
  'Columns of text': columnProperties,
  'Lists, tables, breaks, pages': pageProperties,
  'Counters, named strings, outline': generatedProperties,
  Footnotes: noteProperties,
} as const;

export function cssChapter(): string {
  return paragraphs(
    'CSS stands in files (`<link rel="stylesheet" href="…"/>`), in `<style>` (where `&` is written `&amp;`), or in `style="…"`. Cascade, specificity, inheritance, `!important`, nesting, variables (`--steel`, `var(--steel)`) and `calc()` are those of CSS. ' +
      'A property, value, selector or unit that is not listed is an error. All properties take `inherit`, `initial` and `unset`. Elements begin with the looks that browsers give them.',
    `**Units** ${codes(knownUnits)}. **Colours** names, \`#rgb\`, \`#rrggbb\`, \`#rrggbbaa\`, \`rgb()\`, \`hsl()\`, \`hwb()\`, \`device-cmyk()\` (printed as sRGB), \`transparent\`, \`currentColor\`. ` +
      '**Gradients** `linear-gradient(to top right, …)` or with an angle, `radial-gradient(circle at 20% 30%, …)`, and both with `repeating-` before them. **Files** `url("picture.jpg")` from the style sheet that names them, or `url("npm:package/file")`.',
    `**Selectors** type, \`*\`, \`.class\`, \`#id\`, \`[attribute]\` with \`=\` \`~=\` \`|=\` \`^=\` \`$=\` \`*=\`, \`a b\`, \`a > b\`, \`a + b\`, \`a ~ b\`, \`&\`, ${codes([...pseudoClasses, ...pseudoElements])}.`,
    `**Rules** ${codes(knownAtRules)}. \`@media\` knows \`print\`, \`screen\` and \`all\`.`,
    '### Properties',
    'Inherited ones are marked ↓.',
    ...Object.entries(groups).map(([title, group]) => propertyTable(title, new Set(Object.keys(group)))),
    '### Shorthands',
    shorthandTable(),
    '### Pages',
    `\`@page { size: A4; margin: 22mm 18mm }\` sets all pages, \`@page cover { … }\` those of elements with \`page: cover\`; \`:first\`, \`:left\`, \`:right\`, \`:blank\` and \`:nth(2n+1)\` select further. Without it pages are A4 with margins of 20 mm. ` +
      `Sizes are \`A0\` to \`A10\`, \`B0\` to \`B10\` and ${codes(Object.keys(sheets).filter((name) => !/^[ab]\d/.test(name)))}, with \`landscape\` if meant, or a width and a height. A page has margins, padding, borders, background and properties of text.`,
    `What repeats on every page stands in margin boxes inside \`@page\`, and appears where \`content\` is given: ${codes(marginBoxNames.map((name) => `@${name}`))}. ` +
      'Text that has no room there is an error: a page without margins empties each box that all pages have: `@page cover { margin: 0; @bottom-right { content: none } }`. Variables hold in margins, backgrounds and margin boxes, not in `size`, `bleed` and `marks`. ' +
      'A blank page before a chapter has the name of the chapter, so that its rules count, and `@page name:blank` is stronger than they. `:first` is the first page of the document, also with a name.',
    'For a printer who cuts the sheets, `@page { bleed: 3mm; marks: crop cross }` makes the paper larger: the background of the page fills the bleed, other boxes reach into it with negative margins, and the marks stand outside. Text in the bleed is an error, because it would be cut off.',
    '### Tables',
    'Columns are as wide as their content likes; `width` on cells and `col` (lengths or percentages) is heeded as browsers do, with `table-layout: fixed` and a `width` of the table nothing else is. `thead` and `tfoot` are repeated on every page unless they are higher than a quarter of it; `tfoot { display: table-row-group }` prints totals once, at the end. A row goes to the next page as a whole where it can, and goes on inside its cells where it cannot; `break-inside`, `break-before` and `break-after` hold for rows and row groups, too. ' +
      'Long tables leave no single row before or after a page end: `orphans` and `widows` of the table count rows. Backgrounds of columns, groups and rows show in their cells; `vertical-align` of a row or group holds for its cells.',
    '### Flexible boxes and grids',
    'Both work as in browsers, and go over pages: rows of items break between their lines, columns of items and grids between their rows. A line or row goes to the next page as a whole where it can, and goes on inside its items where it is taller than a page. `break-before`, `break-after` and `break-inside` hold for items. ' +
      'There is no `order`: what is read first stands first in the document. An item never becomes narrower than its longest word unless `min-width: 0` says so. Absolute boxes refer to the container, not to areas of the grid; there is no `subgrid`. Alignment by `baseline` is that of the first line.',
    fence('html', boxes.html),
    fence('css', boxes.css),
    '### Lines',
    'Justified text is broken as a paragraph, so that its spaces are as even as can be, by stretching them and a little by shrinking them. `text-wrap: pretty` does the same for text with a ragged edge, and avoids a short last line; `balance` is for headings; `stable` fills line by line. ' +
      `\`hyphens: auto\` divides words by the patterns of their \`lang\` and warns where there are none; \`hyphenate-limit-chars: auto\` means five letters, of which two stay and three go on. What is drawn at the line end is no part of the text: words are found and copied whole.`,
    'Chinese is set by CLREQ: closing marks begin no line and opening ones end none (`line-break`), marks that meet share their blank (`text-spacing-trim`), Han and Latin stand a quarter em apart (`text-autospace`), and no paragraph ends in a line of a single character. Justified lines give way between words first, then between Han and Latin and at marks, least between characters; `text-justify` says otherwise.',
    '`font-variant-caps: small-caps` takes the small capitals of the font and makes them of smaller capitals where it has none. Text that runs from right to left (Hebrew, Arabic) is refused, because it would be printed in the wrong order.',
    '### Footnotes',
    'The element `footnote`, or any with `float: footnote`, leaves a number in the text and is printed at the end of the page. It stands on the page of its number and goes on on the next one where there is no room; `footnote-policy: line` moves the line of the number to the next page instead, `block` its paragraph. `footnote-display: inline` sets notes one after the other, `compact` those that are short.',
    fence('html', footnotes.html),
    fence('css', footnotes.css),
    '`::footnote-call` is the number in the text, `::footnote-marker` the one before the note, `@footnote` the area at the end of the page, which takes margins, border, padding, background, `width` and `max-height` (80% by itself). Numbers go on through the document; `counter-reset: footnote` in `@page` begins anew on every page, on an element from there on.',
    '### Generated content',
    `\`content\` in \`::before\`, \`::after\`, \`::marker\` and margin boxes takes ${valuesIn(contentItems.expects)}; several stand side by side. ` +
      `The counters ${codes(counters)} and \`footnote\` are there by themselves, others begin with \`counter-reset\` or \`counter-increment\`. Styles of counters are ${codes(counterStyles)}.`,
    '- `h2 { counter-increment: chapter } h2::before { content: counter(chapter) ". " }` numbers headings; `counters(item, ".")` prints the numbers of all levels, as in 2.1.3.\n' +
      '- `.main { counter-reset: page 1 }` counts pages anew from the page that the element begins on. `@page front { @bottom-center { content: counter(page, lower-roman) } }` prints Roman numbers; the labels of the PDF follow what is printed.\n' +
      '- `a::after { content: target-counter(attr(href), page) }` prints the page a link leads to, `target-text(attr(href))` its words. With `leader(dotted)` before the number a list of links is a table of contents.\n' +
      '- `h2 { string-set: section content() }` remembers the words of each `h2`; `string(section)` prints them in a margin box. `string(section, last)`, `start` and `first-except` choose among several on a page.\n' +
      '- `header { position: running(head) }` takes an element out of the text; `content: element(head)` prints it in a margin box from the page on where it was written, with its own looks, pictures and page numbers.\n' +
      '- `bookmark-level: 2` puts an element into the outline of the PDF; `h1` to `h6` are there by themselves. `bookmark-label` gives it other words, `bookmark-state: closed` hides what is below it at first.',
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
