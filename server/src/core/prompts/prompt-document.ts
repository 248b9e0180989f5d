import type { Role } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';

export interface PromptMessage {
  readonly role: Role;
  /** The message's text, role marker excluded. */
  readonly range: TextRange;
}

export interface PromptPlaceholder {
  /** As code fills it: "question" for `{{question}}`, `{question}`, `${input:question}`. */
  readonly name: string;
  readonly range: TextRange;
  readonly role: Role;
  /** Index into `messages`. */
  readonly message: number;
  /** What the template engine does with it: inserts it as is, or escapes or encodes it. */
  readonly raw: boolean;
  /** Runs a command or reads a file when the prompt is rendered (`!{cmd}`, `@{file}`). */
  readonly executes?: true;
}

/** A prompt file, or a prompt string in code, read into one shape. */
export interface PromptDocument {
  readonly path: string;
  /** "dotprompt", "prompty", "jinja", "copilot-prompt", ... */
  readonly format: string;
  readonly messages: readonly PromptMessage[];
  readonly placeholders: readonly PromptPlaceholder[];
  /** Front matter or header, if there is one. */
  readonly header?: TextRange;
  /** Model settings named in it ("model", "temperature", "max_tokens") with the span of each value. */
  readonly settings: ReadonlyMap<string, { readonly value: string; readonly range: TextRange }>;
}
