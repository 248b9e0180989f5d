import type { Role } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';

export interface PromptMessage {
  readonly role: Role;
  /** The message's text, role marker excluded. */
  readonly range: TextRange;
}

export interface PromptPlaceholder {
  /** As code fills it: "question" for `{{question}}`, `{question}`, `${input:question}`; "history" for what a loop over it inserts. */
  readonly name: string;
  /** The whole path where it is longer than the name: "customer.email". */
  readonly path?: string;
  /** Section around it whose items may hold the name instead (`{{#items}}{{name}}{{/items}}`). */
  readonly section?: string;
  readonly range: TextRange;
  readonly role: Role;
  /** Index into `messages`. */
  readonly message: number;
  /** What the template engine does with it: inserts it as is, or escapes or encodes it. */
  readonly raw: boolean;
  /** Runs a command or reads a file when the prompt is rendered (`!{cmd}`, `@{file}`); the name is "command" or the path of the file. */
  readonly executes?: true;
  /** Stands between marks of its own (`<email>{{email}}</email>`, three quotes), so that the model can tell it from the text around it. */
  readonly fenced?: true;
}

export interface PromptSetting {
  readonly value: string;
  readonly range: TextRange;
}

/** A prompt file read into one shape. */
export interface PromptDocument {
  readonly path: string;
  /** "dotprompt", "prompty", "jinja", "copilot-prompt", ... */
  readonly format: string;
  /** In the order of the text. */
  readonly messages: readonly PromptMessage[];
  /** In the order of the text. A tag that mentions several names is there once for each. */
  readonly placeholders: readonly PromptPlaceholder[];
  /** Front matter or header, if there is one; for files that are all structure but for the prompts in them (YAML, JSON), absent. */
  readonly header?: TextRange;
  /** Model settings named in it ("model", "temperature", "max_tokens") with the span of each value. Never a credential. */
  readonly settings: ReadonlyMap<string, PromptSetting>;
  /** One text without a role of its own: the program that loads it decides, and `role` is what its name suggests. */
  readonly bare?: true;
}
