import type { Location } from '../finding.js';
import type { OptionRemedy } from '../models/option-model.js';
import type { LanguageId } from '../syntax-tree.js';
import type { GuardKind } from './flow.js';

export type Role = 'system' | 'user' | 'assistant' | 'tool' | 'unknown';

/** Constant text that is part of a prompt, with the place where it is written. */
export interface PromptText {
  readonly role: Role;
  readonly location: Location;
  readonly text: string;
}

export type Presence = 'set' | 'missing' | 'unknown';

/** One call that sends a prompt to a model. */
export interface ModelCall {
  /** Model entry that matched: "openai", "anthropic", "http". */
  readonly sdk: string;
  /** As written or resolved: "chat.completions.create". */
  readonly name: string;
  readonly language: LanguageId;
  /** Whole call expression. */
  readonly location: Location;
  readonly callee: Location;
  /** Arguments, brackets included. */
  readonly args: Location;
  /** Qualified name of the enclosing function. */
  readonly functionName: string;
  readonly awaited: boolean;
  readonly streaming: 'no' | 'yes' | 'unknown';
  /** Constant texts that reach the prompt, wherever they are written. */
  readonly texts: readonly PromptText[];
  /** Cap on output tokens. `unknown` when options are spread in or the SDK demands one. */
  readonly tokenLimit: Presence;
  /** Name of the keyword or option that would set it ("max_output_tokens"). */
  readonly tokenLimitOption?: string;
  /** Where that option belongs: the call itself, or the constructor of the model or client. */
  readonly limitLocation: Location;
  readonly timeout: Presence;
  /** Tools are passed along. */
  readonly tools: Presence;
  readonly inputGuards: readonly GuardKind[];
  readonly outputGuards: readonly GuardKind[];
  /** Innermost loop around the call, as index into `Surface.loops`. */
  readonly loop?: number;
  /** How sure it is that this is a model call: by resolved import, or by shape alone. */
  readonly resolved: boolean;
}

/** Construction of an SDK client or model object. */
export interface Client {
  readonly sdk: string;
  /** "openai.OpenAI". */
  readonly name: string;
  readonly language: LanguageId;
  readonly location: Location;
  readonly args: Location;
  /** The `api_key` argument, when it is a constant string or one reaches it. */
  readonly apiKey?: { readonly location: Location; readonly constant: Location };
  /** Argument or option name: "api_key", "apiKey". */
  readonly apiKeyOption?: string;
  /** Environment variable that the SDK reads by itself. */
  readonly apiKeyVariable?: string;
}

/** An agent that may call tools by itself. */
export interface Agent {
  readonly sdk: string;
  readonly name: string;
  readonly language: LanguageId;
  readonly location: Location;
  /** Indexes into `Surface.tools`. */
  readonly tools: readonly number[];
  readonly approval: Presence;
  readonly stepLimit: Presence;
}

/** A function or object that a model can call. */
export interface Tool {
  readonly sdk: string;
  readonly name: string;
  readonly language: LanguageId;
  readonly location: Location;
  readonly nameLocation: Location;
  /** Handler body; absent for tools that a library brings. */
  readonly body?: Location;
  readonly approval: Presence;
  /** The option that says that nobody is asked: `needs_approval=False`. */
  readonly approvalOff?: Location;
  /** The option of the registration that would ask a person: "needs_approval", "0.needsApproval". */
  readonly approvalOption?: string;
  /** The decorator, or the call that makes it a tool. */
  readonly registration?: Location;
  /** What it tells clients about itself, where tools of its kind do that. */
  readonly hints?: ToolHints;
  /** What it can do, from the sinks in its body or from the model of the library. */
  readonly capabilities: readonly Capability[];
}

/** Annotations of an MCP tool: whether it changes anything, and whether it may destroy something. */
export interface ToolHints {
  readonly given: Presence;
  readonly readOnly?: Hint;
  readonly destructive?: Hint;
}

export interface Hint {
  readonly value: boolean;
  /** The option with its value. */
  readonly location: Location;
}

export type Capability =
  | 'code-exec'
  | 'shell'
  | 'read'
  | 'write'
  | 'delete'
  | 'network'
  | 'send' /** a request that changes something at another service */
  | 'sql'
  | 'mail'
  | 'pay'
  | 'browse'
  | 'memory';

/** A loop that holds a model call. */
export interface Loop {
  readonly location: Location;
  /** The keyword and condition: "while True". */
  readonly head: Location;
  readonly language: LanguageId;
  /** Written as endless. */
  readonly forever: boolean;
  /** A counter, deadline or budget ends it, whatever the model answers. */
  readonly bounded: boolean;
  /** Waits for a person in each round (`input()`). */
  readonly interactive: boolean;
}

/** A call that can do something, wherever it stands. */
export interface Effect {
  readonly capability: Capability;
  /** The call. */
  readonly location: Location;
}

/** A call that checks or cleans a text, and whose answer is dropped. */
export interface IgnoredGuard {
  readonly name: string;
  readonly kind: GuardKind;
  readonly language: LanguageId;
  readonly location: Location;
}

/** An argument or option that switches a protection off (`allow_dangerous_code=True`), as a model file names it. */
export interface DangerousOption {
  /** Row of the model: "PY-LC-CODE". */
  readonly variant: string;
  /** Rule that reports it. */
  readonly ruleId: string;
  readonly sdk: string;
  readonly language: LanguageId;
  /** The option with its value; the constructor call when it is dangerous by itself. */
  readonly location: Location;
  readonly call: Location;
  /** Option name, when there is one. */
  readonly option?: string;
  /** The option is a property that is assigned; `location` is that of the assignment. */
  readonly assigned?: true;
  /** Where the option belongs in the call's arguments: "tool_config.require_approval", "0.options.maxTurns". */
  readonly selector?: string;
  readonly severity?: 'error' | 'warning' | 'info';
  /** What to do, when the model knows: replace the value, delete the option. */
  readonly remedy?: OptionRemedy;
  /** One sentence for the message. */
  readonly what: string;
}
