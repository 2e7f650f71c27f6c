/** Chapter 9: how to try. */
import { message } from '../examples/message.ts';
import { fence, paragraphs } from '../markdown.ts';

export function tryingChapter(): string {
  return paragraphs(
    fence(
      'sh',
      `npm run watch                                          # every saved file rebuilds what it affects
npm run watch -- --only 'baotou-equipment/leaflet.*'   # only these files of output/
npm run check                                          # reads data and templates, writes nothing
npm run check -- --explain T011                        # what a code means
npm run render -- my/first.html --out my/first.pdf     # a finished document, without data and tags
npm run render -- my/first.xml --out my/first.xlsx     # a finished workbook; it has no data tables`,
    ),
    'Keep the PDF open in a viewer that loads changed files again. The files a document for `render` names lie beside or below it; fonts come by `npm:`. `--lenient` prints what can be printed in spite of errors.',
    'A message says what is wrong, where, and what to do:',
    fence('text', message),
    'The letter of the code tells the part: T tags and strings, M markup, C CSS, G graphics, L pages, F fonts, X workbooks, D and S data. ' +
      'Where the reason lies in the data (a text too long for its box), the message shows that line of `data/`, too. While there are errors, `output/` stays as it was.',
  );
}
