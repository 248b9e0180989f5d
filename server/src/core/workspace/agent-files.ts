import { agentConfigKind } from '../permissions/kinds.js';

/** Folders in which agent products keep settings, rules, commands, skills and hooks of a project. */
const agentFolders: ReadonlySet<string> = new Set([
  '.agent',
  '.agents',
  '.aider',
  '.amazonq',
  '.amp',
  '.augment',
  '.claude',
  '.claude-plugin',
  '.cline',
  '.clinerules',
  '.codex',
  '.continue',
  '.crush',
  '.cursor',
  '.devcontainer',
  '.gemini',
  '.goose',
  '.junie',
  '.kilocode',
  '.kiro',
  '.mcp',
  '.openhands',
  '.opencode',
  '.qwen',
  '.roo',
  '.trae',
  '.vscode',
  '.windsurf',
  '.zed',
]);

/** Files of agent products that stand in a project's own folder, in lower case. */
const agentFileNames: ReadonlySet<string> = new Set([
  '.aider.conf.yml',
  '.clinerules',
  '.crush.json',
  '.cursorrules',
  '.devcontainer.json',
  '.goosehints',
  '.mcp.json',
  '.mcp.toml',
  '.mcp.yaml',
  '.mcp.yml',
  '.roomodes',
  '.roorules',
  '.windsurfrules',
  'agent.md',
  'agents.md',
  'agents.override.md',
  'claude.local.md',
  'claude.md',
  'claude_desktop_config.json',
  'cline_mcp_settings.json',
  'crush.json',
  'gemini.md',
  'mcp.json',
  'mcp_config.json',
  'mcp_settings.json',
  'opencode.json',
  'opencode.jsonc',
  'qwen.md',
  'skill.md',
]);

/**
 * True for files that configure or instruct an agent. They are read even where git ignores them: `settings.local.json` is ignored
 * by custom and in force all the same. `path` is relative, with `/` between its parts.
 */
export function isAgentFile(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return (
    agentFileNames.has(name.toLowerCase()) ||
    parts.some((part) => agentFolders.has(part)) ||
    agentConfigKind(path).some(({ file }) => file.borrowed !== true)
  );
}
