import type { ConfigNode } from '../config/config-node.js';
import { enclosing, itemsOf } from '../config/path.js';
import type { Project } from '../project.js';
import { contains, type TextRange } from '../text/range.js';
import type { AgentConfig } from './agent-config.js';
import { projectCommands } from './fixes/project-commands.js';
import { products } from './products.js';

export interface Completion {
  /** Complete replacement text, quotes included where the format needs them. */
  readonly label: string;
  readonly detail: string;
  /** What it replaces: the value at the cursor, or nothing. */
  readonly replace: TextRange;
}

/** A safe form that a product's lists and settings take. */
interface SafeForm {
  /** Keys from the root; the last one is a list or a setting. */
  readonly path: readonly string[];
  readonly values: (
    config: AgentConfig,
    project: Project,
  ) => readonly (readonly [value: string, detail: string])[];
}

const scripted = (config: AgentConfig, project: Project): readonly (readonly [string, string])[] =>
  projectCommands(config.project, project).map((command) => [command, 'a script of this project'] as const);

const claudeAllow: SafeForm['values'] = (config, project) => [
  ...scripted(config, project).map(([command, detail]) => [`Bash(${command})`, detail] as const),
  ['Bash(git status)', 'read only'],
  ['Bash(git diff *)', 'read only'],
  ['Bash(git log *)', 'read only'],
  ['Read(/src/**)', 'files of this project'],
  ['Edit(/src/**)', 'files of this project'],
  ['WebFetch(domain:example.com)', 'one host'],
  ...config.servers.map(({ name }) => [`mcp__${name}__tool`, 'one tool of this server'] as const),
];

const claudeDeny: SafeForm['values'] = () => [
  ['Read(./.env)', 'keep secrets out of the conversation'],
  ['Read(./.env.*)', 'keep secrets out of the conversation'],
  ['Read(~/.ssh/**)', 'keep keys out of the conversation'],
  ['Edit(.github/workflows/**)', 'keep workflows as they are'],
  ['Bash(curl *)', 'no downloads'],
  ['Bash(git push *)', 'nothing leaves'],
];

const modes =
  (...values: readonly (readonly [string, string])[]): SafeForm['values'] =>
  () =>
    values;

const askOrDeny: SafeForm['values'] = modes(['ask', 'asks first'], ['deny', 'refuses']);

const safeForms: Readonly<Record<string, readonly SafeForm[]>> = {
  'claude-code': [
    { path: ['permissions', 'allow'], values: claudeAllow },
    {
      path: ['permissions', 'ask'],
      values: () => [
        ['Bash(git push *)', 'ask first'],
        ['WebFetch', 'ask first'],
        ['Bash(rm *)', 'ask first'],
      ],
    },
    { path: ['permissions', 'deny'], values: claudeDeny },
    {
      path: ['permissions', 'defaultMode'],
      values: modes(['default', 'asks'], ['plan', 'reads only'], ['dontAsk', 'denies what is not allowed']),
    },
  ],
  cursor: [
    { path: ['terminalAllowlist'], values: scripted },
    {
      path: ['permissions', 'allow'],
      values: modes(
        ['Shell(git)', 'git with any arguments'],
        ['Read(src/**)', 'files of this project'],
        ['Write(src/**)', 'files of this project'],
      ),
    },
    {
      path: ['permissions', 'deny'],
      values: modes(['Read(.env*)', 'keep secrets out'], ['Write(**/*.key)', 'keep keys as they are']),
    },
    {
      path: ['type'],
      values: modes(['workspace_readwrite', 'writes in this project'], ['workspace_readonly', 'reads only']),
    },
  ],
  codex: [
    {
      path: ['default_permissions'],
      values: modes([':workspace', 'writes in this project'], [':read-only', 'reads only']),
    },
    {
      path: ['approval_policy'],
      values: modes(
        ['on-request', 'asks when it wants more'],
        ['untrusted', 'asks for all but safe commands'],
      ),
    },
    {
      path: ['sandbox_mode'],
      values: modes(['workspace-write', 'writes in this project'], ['read-only', 'reads only']),
    },
  ],
  vscode: [
    { path: ['chat.permissions.default'], values: modes(['default', 'asks']) },
    {
      path: ['chat.tools.terminal.blockDetectedFileWrites'],
      values: modes(['outsideWorkspace', 'asks before writes elsewhere'], ['all', 'asks before every write']),
    },
    { path: ['chat.agent.sandbox.enabled'], values: modes(['on', 'no network, no writes elsewhere']) },
  ],
  'gemini-cli': [
    {
      path: ['general', 'defaultApprovalMode'],
      values: modes(['default', 'asks'], ['plan', 'reads only']),
    },
    {
      path: ['tools', 'allowed'],
      values: (config, project) =>
        scripted(config, project).map(([command, detail]) => [`run_shell_command(${command})`, detail]),
    },
  ],
  opencode: [
    ...['*', 'bash', 'edit', 'webfetch', 'external_directory', 'doom_loop'].map(
      (tool): SafeForm => ({ path: ['permission', tool], values: askOrDeny }),
    ),
    { path: ['permission'], values: askOrDeny },
    { path: ['share'], values: modes(['manual', 'shares when you say so'], ['disabled', 'never shares']) },
  ],
  zed: [
    {
      path: ['agent', 'tool_permissions', 'default'],
      values: modes(['confirm', 'asks'], ['deny', 'refuses']),
    },
  ],
  goose: [
    {
      path: ['GOOSE_MODE'],
      values: modes(
        ['smart_approve', 'asks before what is risky'],
        ['approve', 'asks'],
        ['chat', 'runs no tools'],
      ),
    },
  ],
  roo: ['roo-cline', 'kilo-code'].map(
    (extension): SafeForm => ({ path: [`${extension}.allowedCommands`], values: scripted }),
  ),
  windsurf: [{ path: ['windsurf.cascadeCommandsAllowList'], values: scripted }],
  kiro: [
    {
      path: ['allowedTools'],
      values: (config) => [
        ['fs_read', 'reads files'],
        ['grep', 'searches files'],
        ...config.servers.map(({ name }) => [`@${name}/tool`, 'one tool of this server'] as const),
      ],
    },
  ],
  crush: [
    {
      path: ['permissions', 'allowed_tools'],
      values: modes(['view', 'reads files'], ['ls', 'lists files'], ['grep', 'searches files']),
    },
  ],
  continue: [
    {
      path: ['allow'],
      values: (config, project) => [
        ['Read', 'reads files'],
        ...scripted(config, project).map(([command, detail]) => [`Bash(${command})`, detail] as const),
      ],
    },
  ],
};

/** Safe values for the place at an offset: items of permission lists and values of modes. */
export function completeAt(config: AgentConfig, offset: number, project: Project): readonly Completion[] {
  const chain = enclosing(config.document.root, offset);
  const innermost = chain.at(-1);
  if (innermost === undefined || products.every(({ id }) => id !== config.product)) return [];
  const inList = chain.filter(({ node }) => node.kind === 'list').at(-1);
  const path = (inList ?? innermost).keys;
  const form = safeForms[config.product]?.find((candidate) => candidate.path.join('\0') === path.join('\0'));
  if (form === undefined) return [];
  const holder = inList?.node;
  const replace = spanAt(innermost.node, offset);
  const present = new Set(
    itemsOf(holder).flatMap((item) => (item.kind === 'string' && item.range !== replace ? [item.value] : [])),
  );
  return form
    .values(config, project)
    .filter(([value]) => !present.has(value))
    .map(([value, detail]) => ({ label: quoted(config, value), detail, replace }));
}

/** The scalar at the cursor is replaced whole; between values nothing is. */
const spanAt = (node: ConfigNode, offset: number): TextRange =>
  node.kind !== 'map' && node.kind !== 'list' && contains(node.range, { start: offset, end: offset })
    ? node.range
    : { start: offset, end: offset };

const quoted = (config: AgentConfig, value: string): string =>
  config.document.format === 'yaml' || config.document.format === 'front-matter'
    ? value
    : JSON.stringify(value);
