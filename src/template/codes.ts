/** What can be wrong with a template, in general; `check -- --explain CODE` prints these. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const templateCodes = {
  T001: {
    title: 'A template folder is incomplete',
    why: 'Every folder with a template.yaml is a template: it names its kind, its entry file and its titles, and has strings for each language.',
    help: 'Write kind, entry and title into template.yaml and put the entry file and strings.<lang>.yaml beside it.',
  },
  T002: {
    title: 'A string is missing in one language',
    why: 'An edition would print nothing where the other edition prints words.',
    help: 'Add the key to the strings of every language of the template.',
  },
  T003: {
    title: 'A string is used that no file defines, or with other values than it has places for',
    why: '{{t "key" name=value}} prints the string `key` of strings.<lang>.yaml with `{name}` replaced; both sides must agree.',
    help: 'Add the key to strings.<lang>.yaml, or give the call the values that the string names.',
  },
  T004: {
    title: 'A string is never used',
    why: 'Left-over strings have to be translated for nothing.',
    help: 'Remove the key from the strings of every language.',
  },
  T005: {
    title: 'A template cannot be read',
    why: 'Handlebars needs every {{ closed by }}, every {{#block}} by {{/block}}, and names it can read between them.',
    help: 'Mend the tag at the place shown.',
  },
  T006: {
    title: 'A template uses something that Parkpress refuses',
    why: 'Unescaped output breaks the markup, and decorators, inline and dynamic partials cannot be checked before they run.',
    help: 'Use {{x}}, {{> name}} and the helpers of the list.',
  },
  T007: {
    title: 'Unknown helper or block',
    why: 'A misspelled helper would print nothing.',
    help: 'Use a name of the list of helpers.',
  },
  T008: {
    title: 'Unknown partial',
    why: 'A partial is another .hbs file of the same folder or of the shared folder, called by its name without .hbs.',
    help: 'Create the file or correct the name.',
  },
  T009: {
    title: 'A partial calls itself, or partials are nested too deeply',
    why: 'A circle would never end. Lists are walked with {{#each}}.',
    help: 'Take out one of the calls of the circle.',
  },
  T010: {
    title: 'A helper is called with the wrong arguments',
    why: 'Each helper names what it takes; anything else would print something wrong or nothing.',
    help: 'Compare the call with the example in the list of helpers.',
  },
  T011: {
    title: 'Unknown name in a template',
    why: 'All data exists in every publication; what a park does not state is null. A name that does not exist is a misspelling.',
    help: 'Correct the name. Inside {{#each}} and {{#with}} names start at the item; use ../ or @root to reach outside.',
  },
  T012: {
    title: 'A value that this park does not state is needed',
    why: 'Facts that a park does not state are null, and null cannot be printed or looked into.',
    help: 'Put {{#if …}} around it, so that the sentence vanishes with the fact.',
  },
  T013: {
    title: 'A value that cannot be printed or walked through',
    why: 'Only text and numbers print by themselves; lists and groups of values need {{#each}} or a helper.',
    help: 'Name the part to print, or use the helper made for the value: text, quantity, date, list.',
  },
  T014: {
    title: 'A helper refuses a value',
    why: 'The value has the right type but not the form the helper needs.',
    help: 'Mend the value or choose another helper.',
  },
  T015: {
    title: 'A reserved character',
    why: 'Parkpress marks origins with the noncharacters U+FDD0 to U+FDD3 while it merges; text never needs them.',
    help: 'Delete the character. It is invisible: retype the words around it.',
  },
  T016: {
    title: 'A template writes too much',
    why: 'Nested loops or partials multiply; the limit keeps one template from filling the memory.',
    help: 'Look at the loops around the place shown.',
  },
  T017: {
    title: 'A partial is never called',
    why: 'A file that no template reaches is kept up for nothing, and nothing in it is compared with the data.',
    help: 'Call it with {{> name}}, or delete the file.',
  },
  T018: {
    title: 'A comparison with a word that never comes',
    why: 'Some values are one of a few words. Compared with any other word, the condition always goes one way.',
    help: 'Correct the word; the data chapter of templates/README.md lists the words of each field.',
  },
  T019: {
    title: 'Data that no template prints',
    why: 'Editors keep facts up to date that no reader ever sees. This is often a fact that somebody forgot to print.',
    help: 'Print them, or name them under leaves_out in the template.yaml of the template that leaves them out.',
  },
  T020: {
    title: 'A name under leaves_out does not hold',
    why: 'leaves_out tells which data the templates leave out knowingly. A misspelt name, or one that is printed after all, tells something untrue.',
    help: 'Correct the name or take it out.',
  },
} as const satisfies CodeTable;

export type TemplateCode = keyof typeof templateCodes;
