import type { ConfigDocument } from '../config/config-node.js';
import type { Role } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';
import type { RoleMarker } from './markers/marker.js';
import type { PromptSetting } from './prompt-document.js';
import type { Dialect } from './templates/insertion.js';

export interface PromptFile {
  /** With `/` between its parts. */
  readonly path: string;
  readonly text: string;
  /** The text as JSON, YAML or TOML, whichever the name says; parsed once, whichever formats ask. */
  readonly config: ConfigDocument;
}

/** A stretch of a file that goes to a model. */
export interface PromptPart {
  readonly range: TextRange;
  /** Of its text up to the first mark, and after marks that close. */
  readonly role: Role;
  readonly dialect: Dialect;
  readonly markers?: readonly RoleMarker[];
}

/** What a format finds in a file, before roles and placeholders are looked up. */
export interface PromptReading {
  readonly parts: readonly PromptPart[];
  readonly header?: TextRange;
  readonly settings?: ReadonlyMap<string, PromptSetting>;
  /** Where the text holds no role marks, the program that loads it decides. */
  readonly bare?: true;
}

/** One way to write prompts down in files. */
export interface PromptFormat {
  readonly id: string;
  /**
   * Names of files for which the format is asked, in lower case: an extension of one or more parts ("jinja2", "prompt.md"), a whole name
   * ("/agents.md"), or what stands before the first dot ("modelfile.").
   */
  readonly files: readonly string[];
  /** Where the file must lie: tested on the whole path, with a `/` in front. */
  readonly where?: RegExp;
  /** What its text must hold; a cheap look before the file is read. */
  readonly shows?: RegExp;
  /** Pure, total, in time linear in the length of the text. `undefined`: it is not this format after all. */
  read(file: PromptFile): PromptReading | undefined;
}
