import { at, scalarText, select } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import { type Check, type Found, setting } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import { hostKind, urlParts } from '../hosts.js';
import { isOneOf, isSet, isText, isTrue } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import { remove, setTo } from '../remedies.js';
import { shellDangers } from '../shell/dangers.js';
import { profileChecks } from './profiles.js';

const textOf = (found: Found): string => scalarText(found.node) ?? '';

/** A key at the top level, in a profile, and in the file of an agent role. */
const anywhere = (key: string): readonly string[] => [key, `profiles/*/${key}`, `agents/*/${key}`];

/** A neighbouring key of the same table, else that of the top level. */
const beside = (found: Found, key: string): string | undefined =>
  scalarText(at(found.parent, key)) ?? scalarText(at(found.file.root, key));

export const modeChecks: readonly Check[] = [
  setting({
    id: 'CX-SB',
    rule: 'agent-permission-bypass',
    at: anywhere('sandbox_mode'),
    when: isOneOf('danger-full-access'),
    severity: 'error',
    says: 'Commands run without a sandbox, with all your rights',
    remedy: setTo('workspace-write'),
  }),
  ...profileChecks,
  setting({
    id: 'CX-APPR',
    rule: 'agent-permission-bypass',
    at: anywhere('approval_policy'),
    when: isOneOf('never', 'on-failure'),
    severity: (found): Severity | undefined => {
      if (textOf(found) === 'on-failure') return 'info';
      const sandbox = beside(found, 'sandbox_mode');
      if (sandbox === 'read-only') return undefined;
      return sandbox === 'danger-full-access' ? 'error' : 'warning';
    },
    says: (found) =>
      textOf(found) === 'on-failure'
        ? 'on-failure is deprecated: it asks only after something went wrong'
        : 'Nothing is ever asked, whatever the agent wants to do',
    remedy: setTo('on-request'),
  }),
  setting({
    id: 'CX-NET',
    rule: 'excessive-tool-grant',
    at: anywhere('sandbox_workspace_write/network_access'),
    when: isTrue,
    severity: 'warning',
    says: 'Sandboxed commands reach every address on the network',
    remedy: setTo(false),
  }),
  setting({
    id: 'CX-ROOTS',
    rule: 'excessive-tool-grant',
    at: anywhere('sandbox_workspace_write/writable_roots/[]'),
    when: isText(
      (path) => ['filesystem', 'home'].includes(breadthOf(path)) || pathDanger(path, 'write') !== undefined,
    ),
    severity: 'error',
    says: (found) => `Sandboxed commands may write to ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'CX-ENV',
    rule: 'excessive-tool-grant',
    at: anywhere('shell_environment_policy/ignore_default_excludes'),
    when: (node, found) =>
      isTrue(node, found) && [undefined, 'all'].includes(scalarText(at(found.parent, 'inherit'))),
    severity: 'warning',
    says: 'Commands see all variables of your shell, keys and tokens included',
    remedy: setTo(false),
  }),
  setting({
    id: 'CX-ENV',
    rule: 'mcp-config-secret',
    at: anywhere('shell_environment_policy/set/*'),
    when: (node, { entry }) => isLiteralSecret(entry?.key ?? '', scalarText(node) ?? ''),
    severity: 'error',
    says: ({ entry }) => `${entry?.key} is written in plain text; anyone with this file can use it`,
    remedy: remove(),
  }),
  setting({
    id: 'CX-TRUST',
    rule: 'agent-permission-bypass',
    at: 'projects/*/trust_level',
    when: (node, { keys, file }) =>
      scalarText(node) === 'trusted' && isBroad(keys[1] ?? '') && file.scope !== 'managed',
    severity: 'error',
    says: 'Everything below this folder is trusted, whatever is downloaded there',
    remedy: setTo('untrusted'),
  }),
  setting({
    id: 'CX-REVIEW',
    rule: 'agent-permission-bypass',
    at: anywhere('approvals_reviewer'),
    when: (node, { file }) =>
      file.scope === 'project' && /^(?:auto_review|guardian_subagent)$/.test(scalarText(node) ?? ''),
    severity: 'info',
    says: 'Another model, not a person, answers the permission questions of this project',
    remedy: setTo('user'),
  }),
  setting({
    id: 'CX-APPS',
    rule: 'excessive-tool-grant',
    at: [
      'apps/_default/destructive_enabled',
      'apps/_default/open_world_enabled',
      'apps/*/destructive_enabled',
      'apps/*/open_world_enabled',
    ],
    when: isTrue,
    severity: 'warning',
    says: (found) =>
      `${found.entry?.key} lets apps ${/destructive/.test(found.entry?.key ?? '') ? 'delete and overwrite' : 'act on the outside world'}`,
    remedy: setTo(false),
  }),
  setting({
    id: 'CX-APPS',
    rule: 'mcp-auto-enable',
    at: [
      'apps/*/default_tools_approval_mode',
      'mcp_servers/*/default_tools_approval_mode',
      'mcp_servers/*/tools/*/approval_mode',
    ],
    when: isOneOf('approve', 'auto-approve'),
    severity: (found) =>
      found.keys[0] === 'mcp_servers' && found.keys.includes('tools') ? 'info' : 'warning',
    says: (found) => `Tools of ${found.keys[1]} run without asking`,
    remedy: setTo('prompt'),
  }),
  setting({
    id: 'CX-FEAT',
    rule: 'agent-permission-bypass',
    at: ['tools/web_search', 'web_search', 'features/web_search_request'],
    when: (node, { file }) =>
      (isTrue(node, { node, keys: [], file }) || scalarText(node) === 'live') &&
      scalarText(at(file.root, 'approval_policy')) === 'never',
    severity: 'info',
    says: 'Pages of strangers come in, and nothing is ever asked',
  }),
];

/** The root, a home folder, or all home folders. */
const isBroad = (path: string): boolean => ['filesystem', 'home'].includes(breadthOf(path));

/** Keys that Codex strips from a project's file (openai/codex 9ddb267). */
const stripped = [
  'openai_base_url',
  'chatgpt_base_url',
  'model_provider',
  'model_providers',
  'profile',
  'profiles',
  'experimental_realtime_ws_base_url',
];

export const fileChecks: readonly Check[] = [
  setting({
    id: 'CX-IGNORED',
    rule: 'permission-rule-inert',
    at: stripped,
    when: (node, { file }) => file.scope === 'project' && node.kind !== 'null',
    severity: 'info',
    says: (found) =>
      `${found.entry?.key} has no effect in a project's file; Codex takes it from your own only`,
  }),
  setting({
    id: 'CX-PROV',
    rule: 'agent-base-url-override',
    at: ['model_providers/*/base_url', 'openai_base_url', 'chatgpt_base_url'],
    when: isText((url) => hostKind(urlParts(url)?.host ?? 'localhost') !== 'loopback'),
    severity: (found) => {
      const url = textOf(found);
      const plain = /^http:/i.test(url);
      const provider = select(found.file.root, `model_providers/${found.keys[1] ?? ''}`)[0]?.node;
      const carriesKey = scalarText(at(provider, 'env_key')) !== undefined;
      if (!plain) return undefined;
      if (found.file.scope === 'project') return 'info';
      return carriesKey || found.keys[0] !== 'model_providers' ? 'error' : 'warning';
    },
    says: 'Prompts and keys go to this address without encryption',
    remedy: (found) =>
      setTo(textOf(found).replace(/^http:/i, 'https:'), 'Use an encrypted connection (https)')(found),
  }),
  setting({
    id: 'CX-NOTIFY',
    rule: 'agent-config-backdoor',
    at: 'notify',
    when: isSet,
    severity: ({ node, file }) => {
      const line = (
        node.kind === 'list' ? node.items.map((item) => scalarText(item) ?? '') : [scalarText(node) ?? '']
      ).join(' ');
      if (shellDangers(line).length > 0) return 'error';
      const talks =
        /\b(?:bash|sh|zsh|cmd|powershell|pwsh)\b[^|]*\s(?:-l?c|\/c|-Command)\b|\b(?:curl|wget|nc)\b/i.test(
          line,
        );
      return talks ? 'warning' : file.scope === 'project' ? 'info' : undefined;
    },
    says: 'After every turn of the agent this command runs by itself',
    remedy: remove(),
  }),
];
