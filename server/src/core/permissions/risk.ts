import type { Confidence, Persona, Severity } from '../finding.js';
import type { TextRange } from '../text/range.js';
import type { Remedy } from './remedy.js';

/** Rules whose hits come from one config file; each has its page in `rules/permission/`. */
export type PermissionRuleId =
  | 'agent-base-url-override'
  | 'agent-code-unpinned'
  | 'agent-config-backdoor'
  | 'agent-credential-exfil'
  | 'agent-hook-unsafe'
  | 'agent-permission-bypass'
  | 'ai-service-exposed'
  | 'ci-untrusted-input-in-ai-step'
  | 'excessive-tool-grant'
  | 'ide-executable-path-override'
  | 'mcp-auto-enable'
  | 'mcp-config-secret'
  | 'mcp-server-remote-insecure'
  | 'mcp-server-unpinned'
  | 'permission-rule-inert'
  | 'permission-rule-shadowed'
  | 'rules-file-backdoor'
  | 'rules-file-hidden-unicode'
  | 'skill-manifest-malicious'
  | 'tool-chain-exfiltration'
  | 'tool-description-injection'
  | 'tool-name-typosquat';

/** One dangerous shape of one product's configuration: a row of the inventory, with the rule that reports it. */
export interface Variant {
  /** "CC-MODE-BYPASS": product, then what it is. */
  readonly id: string;
  readonly rule: PermissionRuleId;
  /** `regular` unless given; absences are for `strict` or `audit`. */
  readonly persona?: Persona;
  readonly confidence?: Confidence;
}

/** A variant that was found in a file. Plain data. */
export interface Risk {
  readonly variant: Variant;
  readonly severity: Severity;
  /** The entry, item or value; the first one where several are reported together. */
  readonly range: TextRange;
  /** One sentence: what is wrong and why it matters here. Never a secret. */
  readonly message: string;
  /** Keys of the setting, for comparison with other files of the product. */
  readonly keys?: readonly string[];
  /** Holds only while the project does not bring this package itself: `npx eslint` runs the installed one. */
  readonly unlessInstalled?: { readonly name: string; readonly ecosystem: 'python' | 'npm' };
  /** Best first. */
  readonly remedies: readonly Remedy[];
}
