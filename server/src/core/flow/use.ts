import type { LibraryToolModel } from '../models/model.js';
import type { OptionModel } from '../models/option-model.js';
import type { GuardKind } from '../surface/flow.js';
import type { Capability, Presence } from '../surface/model-use.js';
import type { Site } from './site.js';
import type { GuardSides } from './taint.js';
import type { Unit } from './unit.js';

/** A call that sends a prompt, as seen with one set of arguments. Its prompts are hits. */
export interface ModelCallUse {
  readonly kind: 'model-call';
  readonly sdk: string;
  readonly name: string;
  readonly site: Site;
  readonly resolved: boolean;
  readonly streaming: 'no' | 'yes' | 'unknown';
  readonly tokenLimit: Presence;
  readonly tokenLimitOption: string | undefined;
  /** Call of the constructor, where the limit belongs there. */
  readonly limitSite: Site | undefined;
  readonly timeout: Presence;
  readonly tools: Presence;
  /** Guards that its own options switch on. */
  readonly guards: GuardSides;
}

export interface ClientUse {
  readonly kind: 'client';
  readonly sdk: string;
  readonly name: string;
  readonly site: Site;
  /** The `api_key` argument and the constant that reaches it. */
  readonly apiKey: { readonly site: Site; readonly constant: Site } | undefined;
  readonly apiKeyOption: string | undefined;
  readonly apiKeyVariable: string | undefined;
}

export interface AgentUse {
  readonly kind: 'agent';
  readonly sdk: string;
  readonly name: string;
  readonly site: Site;
  readonly tools: readonly Site[];
  readonly approval: Presence;
  readonly stepLimit: Presence;
}

/** A function that a model can call, or a tool that a library brings. */
export interface ToolUse {
  readonly kind: 'tool';
  readonly sdk: string;
  readonly name: string;
  /** Whole definition, or the construction of a library's tool. */
  readonly site: Site;
  readonly handler: Unit | undefined;
  readonly approval: Presence;
  readonly library: LibraryToolModel | undefined;
  /** The option that says that nobody is asked. */
  readonly approvalOff: Site | undefined;
  /** The option that would ask somebody. */
  readonly approvalOption: string | undefined;
  /** The decorator, or the call that makes the handler a tool. */
  readonly registration: Site | undefined;
  readonly hints: HintsUse | undefined;
  /** Bits of what the handler can do. */
  readonly capabilities: number;
}

export interface HintsUse {
  readonly given: Presence;
  readonly readOnly: HintUse | undefined;
  readonly destructive: HintUse | undefined;
}

export interface HintUse {
  readonly value: boolean;
  readonly site: Site;
}

export interface OptionUse {
  readonly kind: 'option';
  readonly sdk: string;
  readonly model: OptionModel;
  readonly site: Site;
  readonly call: Site;
}

/** A model call within a loop; the loop may be in a function that calls the one with the call. */
export interface LoopUse {
  readonly kind: 'loop';
  readonly site: Site;
  readonly call: Site;
  readonly forever: boolean;
  readonly bounded: boolean;
  readonly interactive: boolean;
}

/** A call that does something, whoever makes it. */
export interface EffectUse {
  readonly kind: 'effect';
  readonly capability: Capability;
  readonly site: Site;
}

/** A call of something that checks a text, whose answer nobody looks at. */
export interface IgnoredGuardUse {
  readonly kind: 'ignored-guard';
  readonly name: string;
  readonly guard: GuardKind;
  readonly site: Site;
}

export type UseRecord =
  | ModelCallUse
  | ClientUse
  | AgentUse
  | ToolUse
  | OptionUse
  | LoopUse
  | IgnoredGuardUse
  | EffectUse;
