/** Chapter 8: the workbook dialect, from its vocabulary. */
import { refusedFunctions } from '../../sheet/formula/refused.ts';
import { vocabularyDocs } from '../../sheet/index.ts';
import { register } from '../examples/register.ts';
import { code, codes, fence, glossary, groupByText, paragraphs, prose, table } from '../markdown.ts';
import { comparisonTableDocs, workbookTables } from '../workbook-tables.ts';

type Docs = ReturnType<typeof vocabularyDocs>;
type Element = Docs['elements'][number];

export function workbooksChapter(): string {
  const { elements, functions, styles, colors, formats } = vocabularyDocs();
  return paragraphs(
    'A workbook is XML as well, with the elements below. Nothing in it has an address: formulas name tables, columns and cells by their `id`, and Parkpress finds the places.',
    fence('handlebars', register),
    '### Data tables',
    '`<table of="facts">` makes one row for every row of a data table; `field` names the field of a column. Texts come in the language of the edition.',
    table(
      ['table', 'holds', 'fields'],
      Object.entries(workbookTables).map(([name, { meaning, fields }]) => [
        code(name),
        meaning,
        codes(fields.split(' ')),
      ]),
    ),
    'Workbooks of all parks (`of: all`) have these:',
    table(
      ['table', 'holds', 'fields'],
      Object.entries(comparisonTableDocs).map(([name, { meaning, fields }]) => [
        code(name),
        meaning,
        codes(fields.split(' ')),
      ]),
    ),
    'In `parks` there is for every figure of `compared` a field of its id with the value in the unit of the figure, and beside it `ID_original`, `ID_as_of`, `ID_status`, `ID_source` and `ID_note`.',
    '### Corrections',
    'Columns with `edit="yes"` are for planners to correct. Their table has a `key`; what it held stands on a hidden sheet, so that `npm run pull -- FILE.xlsx` can compare. Cells for which the data has no line are not marked.',
    '### Elements of workbooks',
    'Attributes in bold are needed.',
    table(['element', 'attributes'], elements.map(elementRow)),
    '### Formulas',
    'Written without `=`. `table.column` is a whole column, `[column]` the cell of the same row, an `id` a cell. Operators are `+ - * / ^ &` and `= <> < > <= >=`. ' +
      'Texts stand in quotes, which in an attribute are `&quot;`; `{{xlstr …}}` writes a text from the data with its quotes. Values are computed when the workbook is made and stand in the file.',
    glossary(functions.map(({ name, meaning }) => ({ name, meaning }))),
    `Refused: ${groupByText(Object.entries(refusedFunctions), ([, reason]) => reason)
      .map(([reason, names]) => `${codes(names.map(([name]) => name))} (${reason})`)
      .join('; ')}.`,
    '### Styles, colours, formats',
    `Built-in styles, which \`<style id="…">\` may change: ${glossary(styles)}`,
    `Colours: ${colors.map(({ name, meaning }) => `${code(name)} ${meaning}`).join(', ')}.`,
    `Number formats: ${formats.map(({ name, meaning }) => `${code(name)} ${meaning}`).join('; ')}. Others are written out as in Excel: \`#,##0.00\`.`,
  );
}

/** What the element is and holds, and a line for each of its attributes. */
function elementRow({ name, meaning, children, text, attributes }: Element): readonly string[] {
  const holds = [...(text ? ['text'] : []), ...children.map((child) => code(child))];
  const content = holds.length === 0 ? '' : ` Holds ${holds.join(', ')}.`;
  const lines = attributes.map((attribute) => {
    const attributeName = attribute.required ? `**${code(attribute.name)}**` : code(attribute.name);
    return `${attributeName} (${attribute.values}) ${prose(attribute.meaning)}`;
  });
  return [code(name), [`${prose(meaning)}${content}`, ...lines].join('<br>')];
}
