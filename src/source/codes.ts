/** What the reading of YAML files can find fault with. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const sourceCodes = {
  Y001: {
    title: 'The file is not UTF-8',
    why: 'Names and figures in Chinese come out wrong when the encoding is guessed.',
    help: 'Save the file as UTF-8.',
  },
  Y002: {
    title: 'Control character',
    why: 'YAML forbids invisible control characters; they usually come from a copied document.',
    help: 'Delete the character and type the text again.',
  },
  Y003: {
    title: 'The file is too large',
    why: 'Data files are written by hand; a huge one is a mistake or an attack.',
    help: 'Split the file, or remove what does not belong there.',
  },
  Y004: {
    title: 'The file is empty',
    why: 'A file without data says nothing, and usually something was lost.',
    help: 'Write the data, or delete the file.',
  },
  Y005: {
    title: 'Nested too deeply',
    why: 'No data needs so many levels; without a limit a small file could exhaust the machine.',
    help: 'Flatten the data.',
  },
  Y006: {
    title: 'Too much after aliases are filled in',
    why: 'Aliases of aliases can grow a small file to billions of values.',
    help: 'Write the values out, or use fewer aliases.',
  },
  Y007: {
    title: 'Directive',
    why: 'A line such as %YAML 1.1 changes what words like `no` and `12:30` mean.',
    help: 'Delete the line.',
  },
  Y008: {
    title: 'Several documents in one file',
    why: 'Only one document is read from a file; the others would be lost.',
    help: 'Put each document into its own file.',
  },
  Y009: {
    title: 'Tag',
    why: 'Tags such as !!set or !date change what a value is; the data needs none.',
    help: 'Delete the tag.',
  },
  Y010: {
    title: 'Tab used for indentation',
    why: 'YAML counts spaces; a tab has no agreed width.',
    help: 'Use spaces, two for each level.',
  },
  Y011: {
    title: 'Indentation does not fit',
    why: 'YAML reads the structure from the indentation; siblings must begin in the same column.',
    help: 'Align the line with its siblings, or indent it under its parent.',
  },
  Y012: {
    title: 'Missing space after a colon, or missing colon',
    why: '`key:value` is one word in YAML; only `key: value` is a key with a value.',
    help: 'Write a colon and a space after the key.',
  },
  Y013: {
    title: 'Not closed',
    why: 'A quote or bracket that is opened swallows what follows until it is closed.',
    help: 'Close it.',
  },
  Y014: {
    title: 'The text needs quotes',
    why: 'Some characters mean something to YAML unless the text stands in quotes.',
    help: 'Put the whole text into quotes.',
  },
  Y015: {
    title: 'Duplicate key',
    why: 'Of two values under one key, one would be lost without a word.',
    help: 'Delete one of them, or rename it.',
  },
  Y016: {
    title: 'Unknown alias',
    why: 'An alias `*name` repeats what was marked `&name` earlier in the same file.',
    help: 'Mark the value with `&name` before it is used, or write it out.',
  },
  Y017: {
    title: 'Alias inside of what it repeats',
    why: 'The value would contain itself without end.',
    help: 'Write the value out.',
  },
  Y018: {
    title: 'Merge of something that is no map',
    why: '`<<` fills in the keys of another map, or of a list of maps.',
    help: 'Give it an alias to a map.',
  },
  Y019: {
    title: 'Key that cannot be used',
    why: 'Keys are short plain texts.',
    help: 'Rename the key.',
  },
  Y020: {
    title: 'Not YAML',
    why: 'The text does not follow the rules of YAML, so nothing of the file can be trusted.',
    help: 'Compare with a file that works.',
  },
  Y021: {
    title: 'Unknown escape',
    why: 'In double quotes a backslash begins an escape.',
    help: 'Use single quotes, or write the backslash twice.',
  },
  Y022: {
    title: 'Full-width punctuation in the structure',
    why: 'Chinese input methods write ： ， ［ for : , [ and YAML knows only the latter.',
    help: 'Switch to half-width punctuation outside of texts.',
  },
  Y023: {
    title: 'Number split by its comma',
    why: 'Between { } and [ ] a comma ends a value, so that `27,96 km2` becomes 27 and something else.',
    help: 'Write a decimal point; leave out commas between thousands, or put the number into quotes.',
  },
  Y024: {
    title: 'Space of another kind',
    why: 'Spaces from Chinese input methods and web pages look like ordinary ones, and are letters to YAML.',
    help: 'Type an ordinary space.',
  },
  Y025: {
    title: 'Text cut off by a comment',
    why: 'A # after a space begins a comment, and the rest of the line is lost.',
    help: 'Put the whole text into quotes, or write a space after the # of a comment.',
  },
} as const satisfies CodeTable;

export type SourceCode = keyof typeof sourceCodes;
