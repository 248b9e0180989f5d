import type { ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, scalarText, select } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import { byScope, type Check, type Found, setting } from '../check.js';
import { isAnyHost } from '../hosts.js';
import { isFalse, isOneOf, isSet, isText, isTrue, truthOf } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import type { ConfigFile } from '../product.js';
import { remove, setTo } from '../remedies.js';
import { type AllowedCommand, commandAllowList } from '../shell/allow-list.js';
import { prefixOrPatternDanger } from '../shell/patterns.js';
import { terminalKeys } from './grants.js';
import { vscodeKey as key } from './keys.js';

/**
 * Settings that VS Code takes from the user and the machine only: a workspace file cannot switch them on, a development container can (its
 * settings are the machine's). Source: microsoft/vscode, scope APPLICATION_MACHINE in chat.shared.contribution.ts.
 */
const userOnly =
  (level: Severity) =>
  (found: Found): Severity =>
    found.file.scope === 'user' || found.file.kind === 'devcontainer' ? level : 'warning';

const ignoredHere = (found: Found): string =>
  found.file.scope === 'user' || found.file.kind === 'devcontainer'
    ? ''
    : '; new versions ignore it in a workspace file, older ones do not';

const textOf = (found: Found): string => scalarText(found.node) ?? '';
const keyOf = (found: Found): string => found.entry?.key ?? '';

/** `true`, or an object that says so. */
const approves = (node: ConfigNode, ...names: readonly string[]): boolean =>
  truthOf(node) === true || names.some((name) => truthOf(at(node, name)) === true);

export const approvalChecks: readonly Check[] = [
  setting({
    id: 'VS-YOLO',
    rule: 'agent-permission-bypass',
    at: [...key('chat.tools.global.autoApprove'), ...key('chat.tools.autoApprove')],
    when: isTrue,
    severity: userOnly('error'),
    says: (found) => `Every tool of every agent runs without asking, in all workspaces${ignoredHere(found)}`,
    remedy: setTo(false),
  }),
  setting({
    id: 'VS-PERM',
    rule: 'agent-permission-bypass',
    at: key('chat.permissions.default'),
    when: isOneOf('autoApprove', 'autopilot'),
    severity: 'error',
    says: (found) => `New sessions start in ${textOf(found)}: tools run without asking`,
    remedy: setTo('default'),
  }),
  setting({
    id: 'VS-CLAUDE',
    rule: 'agent-permission-bypass',
    at: [
      ...key('github.copilot.chat.claudeAgent.allowDangerouslySkipPermissions'),
      ...key('claudeCode.allowDangerouslySkipPermissions'),
    ],
    when: isTrue,
    severity: 'error',
    says: 'The Claude agent may run every tool without asking',
    remedy: setTo(false),
  }),
  setting({
    id: 'VS-CLAUDE',
    rule: 'agent-permission-bypass',
    at: key('claudeCode.initialPermissionMode'),
    when: isOneOf('bypassPermissions'),
    severity: userOnly('error'),
    says: (found) => `The Claude extension starts without permission questions${ignoredHere(found)}`,
    remedy: setTo('default'),
  }),
  commandAllowList({ id: 'VS-TERM-ALL', rule: 'excessive-tool-grant' }, terminalCommands, (entries) => ({
    id: 'ask-first',
    title: entries.length === 1 ? 'Ask before it runs' : 'Ask before they run',
    safety: 'unsafe',
    steps: entries.map((entry) => ({ do: 'replace' as const, at: entry.range, value: false })),
  })),
  setting({
    id: 'VS-TERM-NODEF',
    rule: 'agent-permission-bypass',
    at: key('chat.tools.terminal.ignoreDefaultAutoApproveRules'),
    when: isTrue,
    severity: 'warning',
    says: 'The built-in list of commands that always ask (rm, curl, kill and so on) is switched off',
    remedy: setTo(false),
  }),
  setting({
    id: 'VS-TERM-REPLY',
    rule: 'agent-permission-bypass',
    at: key('chat.tools.terminal.autoReplyToPrompts'),
    when: isTrue,
    severity: 'warning',
    says: 'The model answers questions of running programs by itself',
    remedy: setTo(false),
  }),
  setting({
    id: 'VS-TERM-WRITE',
    rule: 'agent-permission-bypass',
    at: key('chat.tools.terminal.blockDetectedFileWrites'),
    when: isOneOf('never'),
    severity: 'warning',
    says: 'Commands that are approved by rule may write anywhere on the disk',
    remedy: setTo('outsideWorkspace'),
  }),
  setting({
    id: 'VS-EDITS',
    rule: 'excessive-tool-grant',
    at: key('chat.tools.edits.autoApprove').map((pattern) => `${pattern}/*`),
    when: (node, found) => truthOf(node) === true && isSensitiveGlob(keyOf(found), found.parent),
    severity: 'warning',
    says: (found) => `${keyOf(found)} is edited without asking`,
    remedy: setTo(false, 'Ask before these files are edited'),
  }),
  setting({
    id: 'VS-URLS',
    rule: 'excessive-tool-grant',
    at: key('chat.tools.urls.autoApprove').map((pattern) => `${pattern}/*`),
    when: (node, found) => {
      const url = keyOf(found);
      if (isAnyHost(url)) return approves(node, 'approveRequest', 'approveResponse');
      return userGenerated.test(url) && approves(node, 'approveResponse');
    },
    severity: 'warning',
    says: (found) =>
      userGenerated.test(keyOf(found))
        ? `Anybody can write at ${keyOf(found)}, and what comes back is not looked at`
        : 'Any address is fetched without asking: instructions come in, data goes out',
    remedy: setTo(false, 'Ask before these addresses are fetched'),
  }),
  setting({
    id: 'VS-EDITS',
    rule: 'excessive-tool-grant',
    at: key('chat.tools.edits.autoApprove'),
    when: isTrue,
    severity: 'warning',
    says: 'Every file is edited without asking, also those that run code later',
    remedy: setTo({}),
  }),
  setting({
    id: 'VS-URLS',
    rule: 'excessive-tool-grant',
    at: key('chat.tools.urls.autoApprove'),
    when: isTrue,
    severity: 'warning',
    says: 'Any address is fetched without asking: instructions come in, data goes out',
    remedy: setTo({}),
  }),
  setting({
    id: 'VS-ELIG',
    rule: 'excessive-tool-grant',
    at: key('chat.tools.eligibleForAutoApproval').map((pattern) => `${pattern}/*`),
    when: (node, found) => truthOf(node) === true && /terminal|execute|run|task|command/i.test(keyOf(found)),
    severity: 'info',
    says: (found) => `${keyOf(found)} may be approved by rule`,
    remedy: setTo(false, 'Always ask for this tool'),
  }),
];

const userGenerated =
  /(?:github\.com|gitlab\.com|raw\.githubusercontent\.com|gist\.|stackoverflow\.com|reddit\.com|pastebin\.com|npmjs\.(?:com|org)|pypi\.org|medium\.com)/i;

/** Everything, or files that run code or hold secrets; a `false` for them in the same map makes the broad glob fine. */
function isSensitiveGlob(glob: string, map: ConfigNode | undefined): boolean {
  if (/^\*{1,2}(?:\/\*{1,2})?$/.test(glob)) {
    return !entriesOf(map).some(
      (entry) => truthOf(entry.value) === false && /vscode|\.git|workflow|\.env|json/.test(entry.key),
    );
  }
  const bare = glob.replace(/\*\*\//g, '').replace(/^\//, '');
  return (
    /^\.env|\.vscode|workflows|(?:^|[-.*])lock(?:$|\.)|package\.json$|\.git\//.test(bare) ||
    pathDanger(bare, 'write') !== undefined
  );
}

function terminalCommands(file: ConfigFile): readonly AllowedCommand[] {
  return terminalKeys
    .flatMap((pattern) => [...select(file.root, pattern)])
    .flatMap(({ node }) => entriesOf(node))
    .filter((entry) => approves(entry.value, 'approve'))
    .map((entry) => ({
      text: entry.key,
      danger: prefixOrPatternDanger(entry.key),
      range: entry.value.range,
    }));
}

export const environmentChecks: readonly Check[] = [
  setting({
    id: 'VS-SB',
    rule: 'agent-permission-bypass',
    at: key('chat.agent.sandbox.enabled'),
    when: isOneOf('allowNetwork'),
    severity: 'info',
    says: 'Sandboxed commands run without asking and may use the network',
    remedy: setTo('on'),
  }),
  setting({
    id: 'VS-SB-FS',
    rule: 'excessive-tool-grant',
    at: ['linux', 'mac', 'windows'].flatMap((os) =>
      ['FileSystem', 'fileSystem'].flatMap((name) => [
        ...key(`chat.agent.sandbox.${name}.${os}`).map((pattern) => `${pattern}/allowWrite/[]`),
        ...key(`chat.agent.sandbox.${name}.${os}.allowWrite`).map((pattern) => `${pattern}/[]`),
      ]),
    ),
    when: isText(
      (path) => ['filesystem', 'home'].includes(breadthOf(path)) || pathDanger(path, 'write') !== undefined,
    ),
    severity: 'error',
    says: (found) => `Sandboxed commands may write to ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'VS-NET',
    rule: 'excessive-tool-grant',
    at: [...key('chat.agent.allowedNetworkDomains'), ...key('chat.agent.sandboxNetwork.allowedDomains')].map(
      (pattern) => `${pattern}/[]`,
    ),
    when: isText(isAnyHost),
    severity: 'info',
    says: 'Agents may reach every address',
    remedy: remove(),
  }),
  setting({
    id: 'VS-NET',
    rule: 'excessive-tool-grant',
    at: key('chat.agent.networkFilter'),
    when: isFalse,
    severity: 'info',
    says: 'The filter of network addresses is switched off',
    remedy: setTo(true),
  }),
  setting({
    id: 'VS-READ',
    rule: 'excessive-tool-grant',
    at: key('github.copilot.chat.additionalReadAccessFolders').map((pattern) => `${pattern}/[]`),
    when: isText(
      (path) => ['filesystem', 'home'].includes(breadthOf(path)) || pathDanger(path, 'read') !== undefined,
    ),
    severity: 'warning',
    says: (found) => `Agents read ${textOf(found)} without asking`,
    remedy: remove(),
  }),
  setting({
    id: 'VS-MCP-DISC',
    rule: 'mcp-auto-enable',
    at: [
      ...key('chat.mcp.discovery.enabled'),
      ...key('chat.mcp.discovery.enabled').map((pattern) => `${pattern}/*`),
    ],
    when: isTrue,
    severity: 'info',
    says: 'Servers that other applications have configured are taken over',
    remedy: setTo(false),
  }),
  setting({
    id: 'VS-PLUGIN',
    rule: 'agent-config-backdoor',
    at: key('chat.plugins.marketplaces').map((pattern) => `${pattern}/[]`),
    when: (node, { file }) =>
      isSet(node, { node, keys: [], file }) &&
      !/^(?:github\/|microsoft\/|anthropics\/)/.test(scalarText(node) ?? '') &&
      pluginsAreOn(file),
    severity: 'info',
    says: (found) => `Plugins may come from ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'VS-TRUST',
    rule: 'agent-config-backdoor',
    at: key('security.workspace.trust.enabled'),
    when: isFalse,
    // The editor takes it from the person's settings only.
    severity: byScope({ user: 'warning', otherwise: 'info' }),
    says: 'Workspaces are trusted without a question, so their settings and tasks take effect at once',
    remedy: setTo(true),
  }),
  setting({
    id: 'VS-TRUST',
    rule: 'agent-config-backdoor',
    at: key('task.allowAutomaticTasks'),
    when: isOneOf('on'),
    severity: 'info',
    says: 'Tasks of a folder run as soon as it is opened',
    remedy: setTo('off'),
  }),
];

const pluginsAreOn = (file: ConfigFile): boolean =>
  key('chat.plugins.enabled').some((pattern) =>
    select(file.root, pattern).some(({ node }) => truthOf(node) === true),
  );

/** Settings that name a program or a library which the editor starts. */
const executableSetting =
  /(?:^|\.)(?:\w*(?:path|executable|executablePath|interpreterPath|binary|bin|command|runtime|shell|wrapper|processWrapper|claudeProcessWrapper|server\.path|compilerPath|alternateTools\.\w+))$|^terminal\.integrated\.(?:profiles|automationProfile)\./i;
const noExecutable =
  /\b(?:include|library|search|extra|analysis|exclude|schema|data|cache|log|config|output|cwd|workspace|storage|mount|asset|import|module|root|context|completion|snippets?|url|doc|template|file|dir|folder|reports?|coverage|tsconfig|ignore)\w*path/i;
/** Folders that tools make and nobody commits. */
const installed =
  /(?:^|\/)(?:\.?venv|\.?env|virtualenv|node_modules|target|build|dist|\.pixi|\.conda|\.tox|\.nox|\.yarn\/sdks|vendor\/bundle|\.direnv)(?:\/|$)/;

export const executableChecks: readonly Check[] = [
  setting({
    id: 'VS-EXEC-PATH',
    rule: 'ide-executable-path-override',
    confidence: 'medium',
    at: [
      '*',
      'settings/*',
      'customizations/vscode/settings/*',
      ...['linux', 'osx', 'windows'].map((os) => `terminal.integrated.profiles.${os}/*/path`),
    ],
    when: (node, found) => {
      const path = scalarText(node) ?? '';
      const name = keyOf(found);
      const profile = name === 'path' && found.keys[0]?.startsWith('terminal.') === true;
      if (found.file.scope === 'user' || node.kind !== 'string') return false;
      if (!profile && (!name.includes('.') || !executableSetting.test(name) || noExecutable.test(name)))
        return false;
      const inRepository =
        /^(?:\.{1,2}[\\/]|\$\{workspace(?:Folder|Root)\}[\\/])/.test(path) ||
        /^[\w.-]+\/[\w./-]+$/.test(path);
      return (
        inRepository && !installed.test(path) && !/\.(?:json|ya?ml|toml|xml|md|txt|ini|cfg|conf)$/.test(path)
      );
    },
    severity: 'warning',
    says: (found) => `${keyOf(found)} makes the editor start a program of this repository (${textOf(found)})`,
    remedy: remove(),
  }),
];
