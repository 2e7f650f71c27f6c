/** From the command line to an exit code: options are read, one command runs, and a bug is one sentence. */
import { type CommandName, type Options, parseOptions } from './options.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { tellUsage, usageOf } from './usage.ts';

export type Command = (options: Options, terminal: Terminal) => Promise<ExitCode>;

/** `load` brings the command when its options are sound, so that a typing mistake is answered at once. */
export async function runCommand(
  name: CommandName,
  words: readonly string[],
  terminal: Terminal,
  load: () => Promise<Command>,
): Promise<ExitCode> {
  try {
    const options = parseOptions(name, words);
    if ('usage' in options) return tellUsage(terminal, options, name);
    if (options.help) {
      terminal.out.write(usageOf(name));
      return exitCodes.fine;
    }
    const command = await load();
    return await command(options, terminal);
  } catch (error) {
    return tellBug(error, terminal);
  }
}

/** Whatever is thrown is a bug in Parkpress. Users get a sentence; PARKPRESS_DEBUG gives the stack to developers. */
function tellBug(error: unknown, terminal: Terminal): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  terminal.err.write(`Parkpress met a bug of its own: ${message.split('\n')[0]}\n`);
  terminal.err.write(
    'Nothing was written. Please report this sentence, with the data and templates, to the maintainers of Parkpress.\n',
  );
  if (terminal.env.PARKPRESS_DEBUG && error instanceof Error) terminal.err.write(`${error.stack}\n`);
  return exitCodes.bug;
}
