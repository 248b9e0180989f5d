import type { ConfigNode } from '../../config/config-node.js';
import { entriesOf, scalarText } from '../../config/path.js';
import { byScope, type Check, type Found, setting } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import { hostKind, isAnyHost, urlParts } from '../hosts.js';
import { isFalse, isList, isOneOf, isSet, isText, isTrue } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import { remove, setTo } from '../remedies.js';
import { loadsCode, routingVariables, switchesTlsOff } from '../servers/reach.js';
import { shellDangers } from '../shell/dangers.js';

const textOf = (found: Found): string => scalarText(found.node) ?? '';
const keyOf = (found: Found): string => found.entry?.key ?? '';

/** Mode of the whole session. Since 2.1.x a committed file cannot raise it; a local or user file can. */
const modes: readonly Check[] = [
  setting({
    id: 'CC-MODE-BYPASS',
    rule: 'agent-permission-bypass',
    at: ['permissions/defaultMode', 'defaultMode'],
    when: isOneOf('bypassPermissions'),
    severity: byScope({ project: 'warning', otherwise: 'error' }),
    says: (found) =>
      found.file.scope === 'project'
        ? 'bypassPermissions in a committed file: new versions ignore it, older ones never ask for anything'
        : 'bypassPermissions lets the agent run every tool without asking',
    remedy: setTo('default'),
  }),
  setting({
    id: 'CC-MODE-AUTO',
    rule: 'agent-permission-bypass',
    at: ['permissions/defaultMode', 'defaultMode'],
    when: isOneOf('auto'),
    severity: byScope({ project: 'info', otherwise: 'warning' }),
    says: 'In mode auto another model decides what is run, not you',
    remedy: setTo('default'),
  }),
  setting({
    id: 'CC-MODE-EDITS',
    rule: 'agent-permission-bypass',
    at: ['permissions/defaultMode', 'defaultMode'],
    when: isOneOf('acceptEdits'),
    severity: 'info',
    says: 'In mode acceptEdits files are changed, moved and copied without asking',
    remedy: setTo('default'),
  }),
  setting({
    id: 'CC-SKIP-PROMPT',
    rule: 'agent-permission-bypass',
    at: ['skipDangerousModePermissionPrompt', 'permissions/skipDangerousModePermissionPrompt'],
    when: isTrue,
    severity: 'error',
    says: 'The warning before all permission checks are switched off is suppressed',
    remedy: remove(),
  }),
];

const sandbox: readonly Check[] = [
  setting({
    id: 'CC-SB-OFF',
    rule: 'agent-permission-bypass',
    at: 'sandbox/enabled',
    when: isFalse,
    severity: 'warning',
    says: 'The sandbox is switched off here, also where another file switches it on',
    remedy: setTo(true),
  }),
  setting({
    id: 'CC-SB-ESCAPE',
    rule: 'agent-permission-bypass',
    at: 'sandbox/allowUnsandboxedCommands',
    when: isTrue,
    severity: 'warning',
    says: 'The model may run a command again outside the sandbox when it fails inside',
    remedy: setTo(false),
  }),
  setting({
    id: 'CC-SB-EXCL',
    rule: 'agent-permission-bypass',
    at: 'sandbox/excludedCommands/[]',
    when: isText(/\S/),
    severity: (found) =>
      /^(?:docker|podman|git|bash|sh|zsh|npx|\*|python3?|node|sudo)\b|\*/.test(textOf(found))
        ? 'error'
        : 'warning',
    says: (found) => `${textOf(found)} runs outside the sandbox`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-SB-WEAK',
    rule: 'agent-permission-bypass',
    at: [
      'sandbox/enableWeakerNestedSandbox',
      'sandbox/enableWeakerNetworkIsolation',
      'sandbox/allowAppleEvents',
      'sandbox/filesystem/disabled',
    ],
    when: isTrue,
    severity: (found) =>
      keyOf(found) === 'allowAppleEvents' && found.file.scope === 'project' ? 'info' : 'warning',
    says: (found) => `${keyOf(found)} weakens the sandbox for every command`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-SB-NET',
    rule: 'excessive-tool-grant',
    at: 'sandbox/network/allowedDomains/[]',
    when: isText((host) => isAnyHost(host) || hostKind(host.replace(/^\*\./, '')) === 'drop'),
    severity: 'error',
    says: (found) => `Commands in the sandbox may send data to ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-SB-SOCK',
    rule: 'excessive-tool-grant',
    at: 'sandbox/network/allowAllUnixSockets',
    when: isTrue,
    severity: 'error',
    says: 'Commands in the sandbox reach every local socket, the container engine and key agent included',
    remedy: remove(),
  }),
  setting({
    id: 'CC-SB-SOCK',
    rule: 'excessive-tool-grant',
    at: 'sandbox/network/allowUnixSockets/[]',
    when: isText(/docker\.sock|podman\.sock|containerd\.sock|ssh-?agent|SSH_AUTH_SOCK|gpg-agent|^\/?\*+$/i),
    severity: 'error',
    says: (found) => `Commands in the sandbox reach ${textOf(found)}: root on this machine, or your keys`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-SB-FS',
    rule: 'excessive-tool-grant',
    at: 'sandbox/filesystem/allowWrite/[]',
    when: isText(
      (path) => ['filesystem', 'home'].includes(breadthOf(path)) || pathDanger(path, 'write') !== undefined,
    ),
    severity: 'error',
    says: (found) => `Commands in the sandbox may write to ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-SB-FAILOPEN',
    rule: 'agent-permission-bypass',
    persona: 'strict',
    at: 'sandbox',
    when: (node) =>
      scalarText(value(node, 'enabled')) === 'true' &&
      scalarText(value(node, 'failIfUnavailable')) !== 'true',
    severity: 'info',
    says: 'Without failIfUnavailable, commands run without a sandbox where it cannot be started',
    remedy: ({ keys }) => ({
      id: 'fail-closed',
      title: 'Refuse to run without the sandbox',
      safety: 'unsafe',
      steps: [{ do: 'put', path: [...keys, 'failIfUnavailable'], value: true }],
    }),
  }),
];

const value = (node: ConfigNode, key: string): ConfigNode | undefined =>
  entriesOf(node)
    .filter((entry) => entry.key === key)
    .at(-1)?.value;

const reach: readonly Check[] = [
  setting({
    id: 'CC-DIRS',
    rule: 'excessive-tool-grant',
    at: ['permissions/additionalDirectories/[]', 'additionalDirectories/[]'],
    when: isText(
      (path) =>
        ['filesystem', 'home'].includes(breadthOf(path)) ||
        /^(?:\.\.[\\/]){1,}\.\.[\\/]?$/.test(path) ||
        pathDanger(path, 'read') !== undefined,
    ),
    severity: 'error',
    says: (found) => `${textOf(found)} becomes a working folder: the agent reads it all without asking`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-MCP-AUTO',
    rule: 'mcp-auto-enable',
    at: 'enableAllProjectMcpServers',
    when: isTrue,
    severity: 'error',
    says: 'Every server of .mcp.json, now and later, is started without asking',
    remedy: setTo(false),
  }),
  setting({
    id: 'CC-AUTO-REPLACE',
    rule: 'agent-permission-bypass',
    at: ['autoMode/allow', 'autoMode/soft_deny', 'autoMode/hard_deny', 'autoMode/environment'],
    when: isList((items) => !items.some((item) => scalarText(item) === '$defaults')),
    severity: 'warning',
    says: (found) => `autoMode.${keyOf(found)} without "$defaults" replaces the built-in safety rules`,
    remedy: ({ keys }) => ({
      id: 'keep-defaults',
      title: 'Keep the built-in rules ("$defaults")',
      safety: 'unsafe',
      steps: [{ do: 'append', path: keys, values: ['$defaults'] }],
    }),
  }),
  setting({
    id: 'CC-HOOK-OFF',
    rule: 'agent-hook-unsafe',
    at: 'disableAllHooks',
    when: isTrue,
    severity: byScope({ project: 'warning', otherwise: 'info' }),
    says: 'All hooks are switched off, also those with which others guard this project',
    remedy: remove(),
  }),
];

/** Keys whose value is a command that Claude Code runs by itself. */
const commandKeys: readonly string[] = [
  'apiKeyHelper',
  'awsAuthRefresh',
  'awsCredentialExport',
  'gcpAuthRefresh',
  'otelHeadersHelper',
  'statusLine/command',
  'subagentStatusLine/command',
  'fileSuggestion/command',
  'policyHelper',
  'policyHelper/command',
  'policyHelper/path',
  'processWrapper',
];

const commands: readonly Check[] = [
  setting({
    id: 'CC-CMDKEY',
    rule: 'agent-config-backdoor',
    at: commandKeys,
    when: (node, { file }) =>
      node.kind === 'string' && (file.scope === 'project' || shellDangers(node.value).length > 0),
    severity: (found) => {
      if (shellDangers(textOf(found)).length > 0) return 'error';
      // A status line is shown, not trusted; helpers hand out credentials.
      return /^(?:statusLine|subagentStatusLine|fileSuggestion)$/.test(found.keys[0] ?? '')
        ? 'warning'
        : 'error';
    },
    says: (found) => {
      const danger = shellDangers(textOf(found))[0];
      return danger === undefined
        ? `${found.keys[0]} makes this repository run a program in everybody's session`
        : `${found.keys[0]} ${danger.does}`;
    },
    remedy: remove(),
  }),
];

const env: readonly Check[] = [
  setting({
    id: 'CC-ENV-ROUTE',
    rule: 'agent-base-url-override',
    at: 'env/*',
    when: (node, found) => {
      const name = keyOf(found);
      const text = scalarText(node) ?? '';
      if (found.file.scope !== 'project' || text === '') return false;
      return (
        /_BASE_URL$|^ANTHROPIC_CUSTOM_HEADERS$/i.test(name) ||
        routingVariables.test(name) ||
        switchesTlsOff(name, text)
      );
    },
    severity: (found) =>
      hostKind(urlParts(textOf(found))?.host ?? 'x.example') === 'loopback' ? 'info' : 'error',
    says: (found) => `${keyOf(found)} of this repository decides where prompts and keys of everybody go`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-ENV-EXEC',
    rule: 'agent-config-backdoor',
    at: 'env/*',
    when: (node, found) =>
      loadsCode(keyOf(found), scalarText(node) ?? '') && !/\$\{?PATH/.test(scalarText(node) ?? ''),
    severity: 'error',
    says: (found) => `${keyOf(found)} makes every program that the agent starts load other code`,
    remedy: remove(),
  }),
  setting({
    id: 'CC-ENV-SECRET',
    rule: 'mcp-config-secret',
    at: 'env/*',
    when: (node, found) => isLiteralSecret(keyOf(found), scalarText(node) ?? ''),
    severity: 'error',
    says: (found) => `${keyOf(found)} is written in plain text; anyone with this file can use it`,
    remedy: remove('Remove it and set it in your own environment'),
  }),
];

const plugins: readonly Check[] = [
  setting({
    id: 'CC-PLUGIN-SRC',
    rule: 'agent-config-backdoor',
    at: 'extraKnownMarketplaces/*/source',
    when: isSet,
    severity: (found) => {
      const kind = scalarText(value(found.node, 'source'));
      const url = scalarText(value(found.node, 'url')) ?? '';
      if (/^http:\/\//i.test(url) || /^https?:\/\/\d+\.\d+\.\d+\.\d+/.test(url)) return 'warning';
      if (kind === 'git' || kind === 'github' || kind === 'url') {
        const ref = scalarText(value(found.node, 'ref')) ?? scalarText(value(found.node, 'sha')) ?? '';
        return /^[0-9a-f]{40}$/.test(ref) ? undefined : 'info';
      }
      return undefined;
    },
    says: 'Plugins of this marketplace follow whatever is there today; pin it with ref to a commit',
  }),
];

/** `headersHelper` of a server in a shared file: a program that every contributor's session starts. */
export const headerHelpers: Check = setting({
  id: 'CC-CMDKEY',
  rule: 'agent-config-backdoor',
  at: ['mcpServers/*/headersHelper', 'projects/*/mcpServers/*/headersHelper'],
  when: (node, { file }) =>
    node.kind === 'string' && (file.scope === 'project' || shellDangers(node.value).length > 0),
  severity: (found) => (shellDangers(textOf(found)).length > 0 ? 'error' : 'warning'),
  says: (found) => {
    const danger = shellDangers(textOf(found))[0];
    return danger === undefined
      ? "headersHelper makes this repository run a program in everybody's session"
      : `headersHelper ${danger.does}`;
  },
  remedy: remove(),
});

export const settingsChecks: readonly Check[] = [
  ...modes,
  ...sandbox,
  ...reach,
  ...commands,
  ...env,
  ...plugins,
];
