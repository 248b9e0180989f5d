import type { AgentConfig } from '../permissions/agent-config.js';
import type { PromptDocument } from '../prompts/prompt-document.js';
import type { Secret } from '../secrets/secret.js';
import type { SensitiveData } from '../secrets/sensitive-data.js';
import type { Flow } from './flow.js';
import type {
  Agent,
  Client,
  DangerousOption,
  Effect,
  IgnoredGuard,
  Loop,
  ModelCall,
  Tool,
} from './model-use.js';

/** What a workspace does with language models, as plain data. Rules are predicates over it. */
export interface Surface {
  readonly modelCalls: readonly ModelCall[];
  readonly clients: readonly Client[];
  readonly agents: readonly Agent[];
  readonly tools: readonly Tool[];
  readonly loops: readonly Loop[];
  readonly options: readonly DangerousOption[];
  readonly effects?: readonly Effect[];
  readonly ignoredGuards?: readonly IgnoredGuard[];
  readonly flows: readonly Flow[];
  readonly prompts: readonly PromptDocument[];
  readonly secrets: readonly Secret[];
  /** Personal data and internal host names in prompt texts. */
  readonly sensitiveData?: readonly SensitiveData[];
  readonly configs: readonly AgentConfig[];
}
