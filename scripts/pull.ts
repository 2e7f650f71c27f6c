import { nodeTerminal } from '../src/build/node-terminal.ts';
import { runCommand } from '../src/build/run.ts';
import { programsByZx } from './programs.ts';

const load = async () => (await import('../src/build/command/pull.ts')).pullCommand;
process.exitCode = await runCommand('pull', process.argv.slice(2), nodeTerminal(programsByZx), load);
