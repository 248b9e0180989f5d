/** What a command needs from the process it runs in; tests hand in their own. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  /** Folder of the bundles: beside the command line lie the language server and the grammars. */
  readonly home: URL;
  readonly version: string;
  /** Standard output may be colored. */
  readonly color: boolean;
  /** A person watches standard error: progress may be shown there. */
  readonly interactive: boolean;
  out(text: string): void;
  err(text: string): void;
}

/** Exit codes of the contract. */
export const exit = { clean: 0, findings: 1, trouble: 2 } as const;

/** Something the user has to put right; becomes one line on standard error and exit code 2. */
export class UsageError extends Error {}
