import type { ConfigDocument, ConfigFormat, ConfigNode } from '../config/config-node.js';
import type { ConfigScope, ToolGrant } from './agent-config.js';
import type { Check } from './check.js';
import type { McpServer } from './servers/server.js';

/** An agent config file while it is read: what checks and grant readers look at. */
export interface ConfigFile {
  /** Relative to the scan root. */
  readonly path: string;
  readonly text: string;
  readonly product: string;
  readonly kind: string;
  readonly scope: ConfigScope;
  readonly document: ConfigDocument;
  /** The document's root, for short. */
  readonly root: ConfigNode | undefined;
  readonly grants: readonly ToolGrant[];
  readonly servers: readonly McpServer[];
}

/** Where a kind of file lies: globs below any folder, which is then its project (`*` one name, `**` any folders). */
export interface FilePlace {
  readonly scope: ConfigScope;
  readonly globs: readonly string[];
}

/** One kind of config file of a product. */
export interface FileKind {
  /** "settings", "agent", "mcp". */
  readonly kind: string;
  readonly format: ConfigFormat;
  readonly places: readonly FilePlace[];
  /** A cheap look at the text before it is parsed, for files that seldom have to do with agents: what must occur in it. */
  readonly mentions?: RegExp;
  /** The file belongs to something else (a build, a pipeline): unlike an agent's own files, it is not read where git ignores it. */
  readonly borrowed?: true;
  /** For places that the product shares with others (`.vscode/settings.json`): whether this file is its own. */
  readonly holds?: (root: ConfigNode | undefined, text: string) => boolean;
  readonly grants?: (file: ConfigFile) => readonly ToolGrant[];
  readonly servers?: (file: ConfigFile) => readonly McpServer[];
  readonly checks: readonly Check[];
}

/** Which of two grants of different files counts, where one covers the other. */
export interface Merging {
  /** The one that forbids more, whoever wrote it; or the one of the file that is closer to the work. */
  readonly wins: 'strictest' | 'closest';
  readonly covers: (broad: ToolGrant, narrow: ToolGrant) => boolean;
}

/** An agent product: one folder below `permissions/`. */
export interface Product {
  /** "claude-code". */
  readonly id: string;
  /** "Claude Code". */
  readonly name: string;
  readonly files: readonly FileKind[];
  /** How the product makes one set of the grants of all its files; absent where it does not. */
  readonly merges?: Merging;
  /** It also reads the files of the folders above the one that it works in. */
  readonly readsAbove?: true;
}

/** Files that a repository brings along; in a home folder the same files are the user's. */
export const inProject = (...globs: readonly string[]): FilePlace => ({ scope: 'project', globs });
export const local = (...globs: readonly string[]): FilePlace => ({ scope: 'local', globs });
export const ofUser = (...globs: readonly string[]): FilePlace => ({ scope: 'user', globs });
export const managed = (...globs: readonly string[]): FilePlace => ({ scope: 'managed', globs });
