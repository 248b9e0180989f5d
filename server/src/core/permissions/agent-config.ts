import type { ConfigDocument } from '../config/config-node.js';
import type { Capability } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';
import type { Risk } from './risk.js';
import type { McpServer } from './servers/server.js';

/** Who wrote a config file: decides what it may switch on. */
export type ConfigScope = 'project' | 'local' | 'user' | 'managed';

/** One thing that a config file lets an agent do, or forbids. */
export interface ToolGrant {
  /** "Bash", "WebFetch", "mcp__github", "*". */
  readonly tool: string;
  /** What is in the brackets: "npm run *". */
  readonly specifier?: string;
  /** How a command is compared with `specifier`: by how it starts, or by a regular expression. Absent: `*` stands for any text. */
  readonly matches?: 'prefix' | 'expression';
  readonly decision: 'allow' | 'ask' | 'deny';
  readonly capabilities: readonly Capability[];
  /** The product acts on it. */
  readonly effective: boolean;
  /** Why it has no effect, in plain words. */
  readonly inertBecause?: string;
  readonly range: TextRange;
}

/** One agent config file, read: what it grants, which MCP servers it starts, and what is dangerous about it. */
export interface AgentConfig {
  readonly path: string;
  /** "claude-code", "mcp", "vscode", "cursor", ... */
  readonly product: string;
  /** Kind of file within the product: "settings", "agent", "skill", "mcp", "hooks". */
  readonly kind: string;
  readonly scope: ConfigScope;
  /** Folder above the config file's own ("" for the root): the project it belongs to. */
  readonly project: string;
  readonly document: ConfigDocument;
  readonly grants: readonly ToolGrant[];
  readonly servers: readonly McpServer[];
  /** What this file alone shows; rules of the permission family report it. */
  readonly risks: readonly Risk[];
}
