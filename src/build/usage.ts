/** The help of every command, made from the table of options, and the answer to wrong usage. */
import { type CommandName, optionsOf, type UsageFault } from './options.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

const purposes: Readonly<Record<CommandName, string>> = {
  build: 'make every publication into output/',
  check: 'validate data and templates, print findings, write nothing',
  render: 'lay out one finished document: .html to PDF, .xml to XLSX',
  watch: 'rebuild what a saved file affects',
  verify: 'inspect the files of output/ with our own checker and the readers that are installed',
  bench: 'measure the build; prints a Markdown table',
  pull: 'compare an edited workbook with the data, and write what holds into them',
  regenerate: 'check, build, compare with the last edition, report what changed',
};

const operands: Partial<Record<CommandName, string>> = { render: ' FILE --out FILE', pull: ' FILE.xlsx' };

export function usageOf(command: CommandName): string {
  const operand = operands[command] ?? '';
  const rows = optionsOf(command).map(([name, entry]) => {
    const left = `--${name}${entry.value === undefined ? '' : ` ${entry.value}`}`;
    return `  ${left.padEnd(18)} ${entry.text}`;
  });
  return [
    `npm run ${command} --${operand} [options]`,
    `  ${purposes[command]}`,
    '',
    ...rows,
    '',
    'Exit codes: 0 fine, 1 errors in data or templates, 2 wrong usage, 70 a bug in Parkpress.',
    '',
  ].join('\n');
}

/** Prints what is wrong with the use of a command, to standard error. */
export function tellUsage(terminal: Terminal, { usage }: UsageFault, command: CommandName): ExitCode {
  terminal.err.write(`${usage}\nSee npm run ${command} -- --help\n`);
  return exitCodes.usage;
}
