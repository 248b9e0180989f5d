import type { Draft } from '../draft.js';
import type { Family } from '../style.js';

/** What `Reading.read` gets. */
export interface Read {
  /** An expression that gives a client. */
  readonly client: string;
  readonly name: string;
  /** Another read in the project, as far as `Manager.named` matches it. */
  readonly example: string | undefined;
  readonly draft: Draft;
}

/** How code of one language reads a value from a secret manager. */
export interface Reading {
  /** Start of an expression that makes a client. */
  readonly client: RegExp;
  /** An expression that makes a client from what the environment says. */
  make(draft: Draft): string;
  /** Another package that `make` needs. */
  readonly needs?: string;
  /** An expression that gives the value as text. */
  read(use: Read): string;
  /** `read` writes an `await`. */
  readonly awaits: boolean;
}

/** A secret manager that a project may use already. */
export interface Manager {
  /** For the fix's id: "aws-secrets". */
  readonly id: string;
  /** For the title: "AWS Secrets Manager". */
  readonly name: string;
  /** Packages whose presence in a manifest is enough to say that the project uses it. */
  readonly packages: readonly string[];
  /** The library's name, as it stands in files that use it. */
  readonly library: RegExp;
  /** Code that reads a secret from it, in a file that uses the library. */
  readonly reads: RegExp;
  /** Where the text of a secret is taken out of an answer. */
  readonly value: RegExp;
  /** A read of a secret by a literal name, which is in one of the groups. */
  readonly named: RegExp;
  /** A name as its documentation writes them, from the words of a variable. */
  nameOf(words: readonly string[]): string;
  /** Absent for languages in which it takes more than one call (a login, a project) to read from it. */
  readonly in: Partial<Readonly<Record<Family, Reading>>>;
}
