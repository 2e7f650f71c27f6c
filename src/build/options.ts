/** The command line: the same options for every command, and what is wrong with one that cannot be read. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Lang } from '../model/publication.ts';

const formats = ['pretty', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;
export type Format = (typeof formats)[number];

export interface Options {
  /** Folders as they were given, relative to the working directory; undefined: the project's own. */
  readonly data: string | undefined;
  readonly templates: string | undefined;
  readonly out: string | undefined;
  readonly only: string | undefined;
  readonly lang: readonly Lang[] | undefined;
  readonly format: Format;
  readonly jobs: number | undefined;
  readonly force: boolean;
  readonly why: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
  readonly lenient: boolean;
  readonly pages: boolean;
  readonly previous: string | undefined;
  readonly write: boolean;
  readonly explain: string | undefined;
  /** What is no option: the file of `render` or `pull`. */
  readonly operands: readonly string[];
}

/** A wrong use of a command: exit code 2. */
export interface UsageFault {
  readonly usage: string;
}

interface OptionEntry {
  /** The word for its value in the help; absent for a switch. */
  readonly value?: string;
  readonly text: string;
  /** The commands that have it; absent: all. */
  readonly commands?: readonly CommandName[];
}

const commandNames = ['build', 'check', 'render', 'watch', 'verify', 'bench', 'regenerate', 'pull'] as const;
export type CommandName = (typeof commandNames)[number];

const optionTable = {
  data: { value: 'DIR', text: 'the folder with the data (data)' },
  templates: { value: 'DIR', text: 'the folder with the templates (templates)' },
  out: { value: 'DIR', text: 'the folder for the files (output); for render, the file' },
  only: { value: 'GLOB', text: "only these files, by their path below output: 'baotou-*/**'" },
  lang: { value: 'en,zh', text: 'only these languages' },
  format: {
    value: 'F',
    text: `how findings are printed: ${formats.join(', ')}; for render, json prints the display list`,
  },
  jobs: { value: 'N', text: 'how many files are made at a time' },
  force: { text: 'make or check everything again, also what has not changed' },
  why: { text: 'say which input made a file out of date; for check, which rules had nothing to judge' },
  quiet: { text: 'no progress and no summary' },
  help: { text: 'print this' },
  lenient: { text: 'print what can be printed in spite of errors', commands: ['render'] },
  pages: { text: 'also lay out every publication, as build does', commands: ['check'] },
  previous: { value: 'FILE', text: 'the manifest of the edition to compare with', commands: ['regenerate'] },
  write: { text: 'write the changes into the data; without it they are only shown', commands: ['pull'] },
  explain: { value: 'CODE', text: 'say what a code or a rule means', commands: ['check'] },
} as const satisfies Readonly<Record<string, OptionEntry>>;

type OptionName = keyof typeof optionTable;

/** The options a command has, in the order of the table. */
export function optionsOf(command: CommandName): readonly (readonly [OptionName, OptionEntry])[] {
  const entries = Object.entries(optionTable) as [OptionName, OptionEntry][];
  const only = onlyOptions[command];
  if (only) return entries.filter(([name]) => only.includes(name));
  return entries.filter(([, entry]) => entry.commands === undefined || entry.commands.includes(command));
}

/** Commands that make nothing have few. */
const onlyOptions: Partial<Record<CommandName, readonly OptionName[]>> = {
  pull: ['data', 'format', 'quiet', 'help', 'write'],
};

/** Reads the words after the command. Of several faults the first is told, as every shell command does. */
export function parseOptions(command: CommandName, words: readonly string[]): Options | UsageFault {
  const known = new Map<string, OptionEntry>(optionsOf(command));
  const given = new Map<string, string>();
  const operands: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [name, inline] = splitOption(word);
    const entry = known.get(name);
    if (!entry) return unknownOption(word, name, [...known.keys()]);
    if (given.has(name)) return { usage: `--${name} is given twice` };
    if (entry.value === undefined) {
      if (inline !== undefined) return { usage: `--${name} takes no value` };
      given.set(name, '');
      continue;
    }
    const value = inline ?? words[++index];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      return { usage: `--${name} needs a value: --${name} ${entry.value}` };
    }
    given.set(name, value);
  }
  return assemble(given, operands, command);
}

function assemble(
  given: ReadonlyMap<string, string>,
  operands: readonly string[],
  command: CommandName,
): Options | UsageFault {
  const lang = languagesOf(given.get('lang'));
  if (lang && 'usage' in lang) return lang;
  const jobs = jobsOf(given.get('jobs'));
  if (typeof jobs === 'object') return jobs;
  const format = formatOf(given.get('format'));
  if (typeof format === 'object') return format;
  const expected = command === 'render' || command === 'pull' ? 1 : 0;
  if (operands.length > expected) return { usage: `"${operands[expected]}" is one word too many` };
  return {
    data: given.get('data'),
    templates: given.get('templates'),
    out: given.get('out'),
    only: given.get('only'),
    lang,
    format,
    jobs,
    force: given.has('force'),
    why: given.has('why'),
    quiet: given.has('quiet'),
    help: given.has('help'),
    lenient: given.has('lenient'),
    pages: given.has('pages'),
    previous: given.get('previous'),
    write: given.has('write'),
    explain: given.get('explain'),
    operands,
  };
}

function splitOption(word: string): readonly [name: string, value: string | undefined] {
  const bare = word.replace(/^--?/, '');
  const equals = bare.indexOf('=');
  return equals < 0 ? [bare, undefined] : [bare.slice(0, equals), bare.slice(equals + 1)];
}

function unknownOption(word: string, name: string, known: readonly string[]): UsageFault {
  const near = nearest(name, known);
  return { usage: `there is no option ${word}${near === undefined ? '' : `; did you mean --${near}?`}` };
}

function languagesOf(text: string | undefined): readonly Lang[] | UsageFault | undefined {
  if (text === undefined) return undefined;
  const languages = text.split(',').map((word) => word.trim());
  const strange = languages.find((word) => word !== 'en' && word !== 'zh');
  return strange === undefined
    ? (languages as Lang[])
    : { usage: `there is no edition in "${strange}"; languages are en and zh` };
}

function jobsOf(text: string | undefined): number | UsageFault | undefined {
  if (text === undefined) return undefined;
  return /^[1-9]\d?$/.test(text) ? Number(text) : { usage: `"${text}" is not a number of jobs from 1 to 99` };
}

function formatOf(text: string | undefined): Format | UsageFault {
  if (text === undefined) return 'pretty';
  const format = formats.find((known) => known === text);
  if (format) return format;
  const near = nearest(text, formats);
  if (near !== undefined) return { usage: `there is no format "${text}"; did you mean ${near}?` };
  return { usage: `there is no format "${text}"; formats are ${formats.join(', ')}` };
}
