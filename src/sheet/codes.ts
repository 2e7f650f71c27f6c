/** What the messages of the sheet phase mean in general. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const sheetCodes = {
  X001: {
    title: 'The workbook template is not well-formed XML',
    why: 'A workbook is read as strict XML, so that no tag or quote is guessed.',
    help: 'Close every element, quote every attribute, and write &lt; and &amp; for < and & in text.',
  },
  X002: {
    title: 'Unknown element',
    why: 'An element that nobody reads would silently lose what it holds.',
    help: 'Use an element of the workbook vocabulary; templates/README.md lists them.',
  },
  X003: {
    title: 'Unknown attribute',
    why: 'An attribute that nobody reads would silently have no effect.',
    help: 'Use an attribute that the element knows; templates/README.md lists them.',
  },
  X004: {
    title: 'An attribute has a value that cannot be used',
    why: 'Guessing a value would make a workbook that nobody asked for.',
    help: 'Write one of the values the message names.',
  },
  X005: {
    title: 'A required attribute or element is missing',
    why: 'Without it the element has no meaning.',
    help: 'Add what the message names.',
  },
  X006: {
    title: 'An element or text stands where it cannot',
    why: 'Content in the wrong place would be lost.',
    help: 'Move it into an element that takes it.',
  },
  X007: {
    title: 'A name is used twice',
    why: 'Formulas and links find tables, cells and sheets by id; two of one name are ambiguous.',
    help: 'Give each its own id; case does not tell ids apart in a spreadsheet.',
  },
  X008: {
    title: 'Something is named that does not exist',
    why: 'A style, data table, field, sheet or cell is referred to by its id.',
    help: 'Correct the name, or declare what it names.',
  },
  X009: {
    title: 'A sheet name that spreadsheets refuse',
    why: 'Names have at most 31 characters, none of [ ] : * ? / \\, and no apostrophe at either end.',
    help: 'Shorten the name or leave the character out.',
  },
  X010: {
    title: 'Text that no cell can hold',
    why: 'A cell holds at most 32,767 characters and none of the control characters that XML forbids.',
    help: 'Shorten or clean the text in the data.',
  },
  X011: {
    title: 'A value does not fit the type of its column or cell',
    why: 'A text in a number column would be left out of every sum without a word.',
    help: 'Correct the value, or give the column type="text".',
  },
  X012: {
    title: 'A formula cannot be read',
    why: 'Formulas are parsed here, so that their values can be computed and checked.',
    help: 'Write functions, operators, numbers, "texts", and ids such as table.column or cell_id.',
  },
  X013: {
    title: 'A formula names something unknown',
    why: 'Formulas name the ids of tables, columns, cells and names, never addresses.',
    help: 'Correct the id, or give the cell, column or name that id.',
  },
  X014: {
    title: 'A function that workbooks here may not use',
    why: 'Volatile functions change without a change of data; spilling ones are not understood everywhere.',
    help: 'Use another function; templates/README.md lists those that can be used.',
  },
  X015: {
    title: 'A formula has no value',
    why: 'A cell without its value is blank in previews and in protected view.',
    help: 'Guard the formula with IF or IFERROR, or correct what it uses.',
  },
  X016: {
    title: 'A formula depends on itself',
    why: 'A circle of formulas has no value.',
    help: 'Break the circle.',
  },
  X017: {
    title: 'A table cannot be laid out',
    why: 'A table needs columns whose headings differ, and room of its own.',
    help: 'Give every column a heading of its own.',
  },
  X018: {
    title: 'A link that is not allowed',
    why: 'Links lead to https pages, to mail addresses or to a sheet of the same workbook.',
    help: 'Write https://…, mailto:… or #sheet-id.',
  },
  X019: {
    title: 'A chart that cannot be drawn',
    why: 'Spreadsheets would show nothing, or something else than was meant.',
    help: 'Give the chart columns of numbers, and a kind that can show them.',
  },
  X020: {
    title: 'A highlight that cannot be applied',
    why: 'It would have no effect, or another one than was meant.',
    help: 'Name columns of the table and give what its kind needs.',
  },
  X021: {
    title: 'An input, key or sparkline that cannot be made',
    why: 'What planners type has to be checked at once and to find its way back to the line of the data it came from.',
    help: 'Give the table a key, and edit only columns that are fields of the data.',
  },
  X022: {
    title: 'A picture that cannot be placed',
    why: 'Spreadsheets would show an empty frame, or refuse the file.',
    help: 'Name a PNG or JPEG file in the folder of the template.',
  },
  X100: {
    title: 'The finished workbook breaks a rule of its format',
    why: 'Every workbook is inspected before it is handed out; this is a fault in Parkpress.',
    help: 'Please report it together with the template.',
  },
} as const satisfies CodeTable;

export type SheetCode = keyof typeof sheetCodes;
