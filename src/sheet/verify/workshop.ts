/** What the judges of finished files need of the outside world. */

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A scratch folder and a way to run programs in it; `run` gives undefined when the program is not installed. */
export interface Workshop {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly run: (command: string, args: readonly string[]) => Promise<Ran | undefined>;
  /** Paths are relative to the folder; folders on the way are made. */
  readonly write: (path: string, content: Uint8Array | string) => Promise<void>;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** What a judge says: `skipped` when its program is not installed. */
export type Verdict =
  | { readonly kind: 'passed'; readonly checked: string }
  | { readonly kind: 'failed'; readonly findings: readonly string[] }
  | { readonly kind: 'skipped'; readonly why: string };
