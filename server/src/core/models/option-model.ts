import type { AccessPath, ArgumentSelector } from './model.js';

/** What to do about a dangerous option or constructor. Values are written as the language writes them. */
export type OptionRemedy =
  /** Take the option out. */
  | { readonly kind: 'delete' }
  /** Give it (or, when it is missing, set it to) this value. */
  | { readonly kind: 'replace'; readonly value: string }
  /** Set another option. */
  | { readonly kind: 'set'; readonly option: string; readonly value: string }
  /** Use another class in its place, which takes the same arguments. */
  | { readonly kind: 'use'; readonly module: string; readonly name: string };

/** Dangerous by construction or by an option. */
export interface OptionModel {
  readonly variant: string;
  readonly ruleId: string;
  readonly path: AccessPath;
  /** The path is that of an object, and the option a property that is assigned: `os.environ["AUTOGEN_USE_DOCKER"] = "0"`. */
  readonly assigned?: true;
  /** Only in files that import one of these packages. */
  readonly importing?: readonly string[];
  /** The option and its dangerous values; absent when the call itself is the danger. */
  readonly option?: {
    readonly argument: ArgumentSelector;
    readonly values?: readonly (string | number | boolean | null)[];
    /** Results of these library calls are dangerous too: `os:getcwd()`. */
    readonly results?: readonly AccessPath[];
    /**
     * A function that gives nothing but such an answer, whatever it is asked: `PermissionResultAllow` (a call of that name), `behavior=allow` (an
     * entry or keyword), `true`.
     */
    readonly answers?: readonly string[];
    /** The argument is the program of a server and `arguments` are its arguments: a package that is fetched anew each time is dangerous. */
    readonly fetches?: { readonly arguments: ArgumentSelector };
    /** Absent counts. */
    readonly missing?: true;
  };
  /** Only when one of these arguments is given. */
  readonly given?: readonly ArgumentSelector[];
  /** Not dangerous when one of these arguments is given (with one of the values). */
  readonly unless?: readonly {
    readonly argument: ArgumentSelector;
    readonly values?: readonly (string | number | boolean)[];
  }[];
  readonly severity?: 'error' | 'warning' | 'info';
  readonly remedy?: OptionRemedy;
  readonly what: string;
}
