/** What commands know of where they run: two streams, the environment, a clock, and a way to run programs. */
import type { Screen } from './print-progress.ts';

/** A program that ran: undefined when it is not installed. */
export type RunProgram = (
  command: string,
  args: readonly string[],
  settings?: RunSettings,
) => Promise<Ran | undefined>;

interface RunSettings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  /** Results. */
  readonly out: Screen;
  /** Progress and messages about usage. */
  readonly err: Screen;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A folder for what can be computed again at any time; it need not exist. Absent: nothing is kept between runs. */
  readonly cache?: string;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Loads the way to run programs; only commands that do so pay for it. */
  readonly programs: () => Promise<RunProgram>;
  /** Ends when the user interrupts. */
  readonly interrupted: () => Promise<void>;
}

export const exitCodes = { fine: 0, errors: 1, usage: 2, bug: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
