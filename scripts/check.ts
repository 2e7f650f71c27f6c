import { nodeTerminal } from '../src/build/node-terminal.ts';
import { runCommand } from '../src/build/run.ts';
import { programsByZx } from './programs.ts';

const load = async () => (await import('../src/build/command/check.ts')).checkCommand;
process.exitCode = await runCommand('check', process.argv.slice(2), nodeTerminal(programsByZx), load);
