/** What the messages of the way back (W) mean: a returned workbook compared with the data. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const pullCodes = {
  W001: {
    title: 'a changed value',
    why: 'A cell that may be edited holds another value than when the workbook was made, and the data have not changed since.',
    help: 'Look at the line of the data that would change, then run the command with --write.',
  },
  W002: {
    title: 'a value that was changed on both sides',
    why: 'The workbook and the data were both changed since the workbook was made. Whichever came last would win unseen.',
    help: 'Decide which one holds, and write it into the data by hand.',
  },
  W003: {
    title: 'a value that cannot be read',
    why: 'What was typed is not what the data can hold there: a number, a date, or one of a list.',
    help: 'Ask the planner what was meant, or correct the cell and pull again.',
  },
  W004: {
    title: 'a formula in a cell of data',
    why: 'Data are published values with their sources. What a formula gives changes with other cells.',
    help: 'Type the value instead.',
  },
  W005: {
    title: 'a cell changed that is not for editing',
    why: 'It is computed, or comes from a place that one cell cannot change: a source, a definition, a decision.',
    help: 'Change it in the data by hand if it is wrong.',
  },
  W006: {
    title: 'a heading changed',
    why: 'The column was found by its place. If another column stands there now, its values are compared with the wrong ones.',
    help: 'Restore the heading, or see that the column is the one that is meant.',
  },
  W007: {
    title: 'a new row',
    why: 'A new claim needs a source and a status, which a row does not prove.',
    help: 'Add it to the data by hand.',
  },
  W008: {
    title: 'a row that is missing',
    why: 'A row may have been deleted by mistake; published values are not withdrawn by deleting a row.',
    help: 'Delete it in the data by hand if it is wrong.',
  },
  W009: {
    title: 'a cell emptied',
    why: 'An empty cell says less than a value: it may be a slip.',
    help: 'Remove the key from the data by hand if nothing is known.',
  },
  W010: {
    title: 'a cell filled for which the data has no line',
    why: 'Only what stands in the data can be replaced; where a key is missing it has to be added with care.',
    help: 'Add the key to the data by hand.',
  },
  W011: {
    title: 'a workbook that cannot be taken back',
    why: 'Macros, links to other files and packed bombs are not read; a workbook of unknown origin cannot be compared.',
    help: 'Ask for a workbook saved as .xlsx without them, edited from one that Parkpress made.',
  },
  W012: {
    title: 'a change that the data have already',
    why: 'The same value was written into the data since the workbook was made.',
    help: 'Nothing is left to do.',
  },
  W013: {
    title: 'a line that cannot be replaced',
    why: 'The value stands on several lines, or is shared by an anchor: replacing it would change more than one thing.',
    help: 'Change it in the data by hand.',
  },
  W014: {
    title: 'rows that cannot be told apart',
    why: 'Rows are matched by their hidden key. Two rows with one key, or a key that was changed, match nothing for certain.',
    help: 'Remove the copied row, or restore its key.',
  },
  W015: {
    title: 'changes that break a rule',
    why: 'With these changes the data would have errors, so nothing is written.',
    help: 'Mend or acknowledge what the rules say, or leave the change out.',
  },
  W016: {
    title: 'a change on a sheet that is not for editing',
    why: 'Only the tinted cells of editable tables find their way back. What was typed elsewhere would be lost without a word.',
    help: 'Ask the planner what was changed there, and write it into the data by hand.',
  },
} as const satisfies CodeTable;

export type PullCode = keyof typeof pullCodes;
