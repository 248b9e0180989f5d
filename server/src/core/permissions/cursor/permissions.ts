import type { ConfigNode } from '../../config/config-node.js';
import { at, scalarText, stringNodesOf } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { byScope, type Check, type Found, setting } from '../check.js';
import { directivesIn } from '../directives.js';
import { hostKind, isAnyHost } from '../hosts.js';
import { isOneOf, isText } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import type { ConfigFile } from '../product.js';
import { remove, setTo } from '../remedies.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { commandDanger } from '../shell/commands.js';
import { prefixOrPatternDanger } from '../shell/patterns.js';

const textOf = (found: Found): string => scalarText(found.node) ?? '';

/** What runs unasked by the editor's own lists. */
export const editorGrants = (file: ConfigFile): readonly ToolGrant[] => [
  ...stringNodesOf(at(file.root, 'terminalAllowlist')).map(
    ({ value, range }): ToolGrant => ({
      tool: 'terminal',
      ...(/^\*+$/.test(value.trim()) ? {} : { specifier: value, matches: 'prefix' as const }),
      decision: 'allow',
      capabilities: ['shell'],
      effective: true,
      range,
    }),
  ),
  ...stringNodesOf(at(file.root, 'mcpAllowlist')).map(({ value, range }): ToolGrant => {
    const [server = '*', tool = '*'] = value.split(':').map((part) => part.trim());
    return { tool: `mcp__${server}__${tool}`, decision: 'allow', capabilities: [], effective: true, range };
  }),
];

/** `.cursor/permissions.json`: prefixes of terminal commands and `server:tool` pairs. */
export const editorChecks: readonly Check[] = [
  commandAllowList(
    { id: 'CU-TERM', rule: 'excessive-tool-grant' },
    (file) =>
      stringNodesOf(at(file.root, 'terminalAllowlist')).map((node) => ({
        text: node.value,
        danger: prefixOrPatternDanger(node.value.replace(/:\*$/, '')),
        range: node.range,
      })),
    removeEntries,
  ),
  setting({
    id: 'CU-MCP',
    rule: 'mcp-auto-enable',
    at: 'mcpAllowlist/[]',
    when: isText(/^\s*(?:\*|[^:]+:\s*\*)\s*$|^\s*\*\s*:/),
    severity: ({ node }) => (/^\s*\*/.test(scalarText(node) ?? '') ? 'error' : 'warning'),
    says: (found) =>
      /^\s*\*/.test(textOf(found))
        ? 'Tools of every server run without asking, also of servers added later'
        : `Every tool of ${textOf(found).split(':')[0]} runs without asking, writing ones too`,
    remedy: remove(),
  }),
  setting({
    id: 'CU-AUTORUN',
    rule: 'agent-permission-bypass',
    at: ['autoRun/*', 'autoRun/*/[]', 'autoRun'],
    when: (node, found) =>
      node.kind === 'string' &&
      !/(?:^|_)(?:deny|block|ask)/i.test(found.keys.join('_')) &&
      (/\b(?:allow|approve|run|permit)\s+(?:everything|anything|all(?:\s+(?:commands?|tools?|actions?))?|any\s+(?:commands?|tools?|actions?))\b|\balways\s+(?:allow|approve)\b|\bnever\s+(?:ask|block|prompt)\b|\b(?:treat|consider|regard)\s+(?:all|every|any)(?:\s+\w+){0,3}\s+(?:as\s+)?(?:safe|approved|trusted|allowed)\b|\bno\s+need\s+to\s+(?:ask|confirm|prompt|check)\b|\bwithout\s+(?:asking|confirmation|confirming|prompting|approval)\b/i.test(
        node.value,
      ) ||
        directivesIn(node.value).some(({ kind }) => kind === 'unattended')),
    severity: 'warning',
    says: 'This tells the classifier of commands to let everything through',
    remedy: remove(),
  }),
];

export const sandboxChecks: readonly Check[] = [
  setting({
    id: 'CU-SB-OFF',
    rule: 'agent-permission-bypass',
    at: ['type', 'sandbox/type'],
    when: isOneOf('insecure_none'),
    severity: 'error',
    says: 'Commands of the agent run without a sandbox',
    remedy: setTo('workspace_readwrite'),
  }),
  setting({
    id: 'CU-SB-RW',
    rule: 'excessive-tool-grant',
    at: [
      'additionalReadwritePaths/[]',
      'additionalReadonlyPaths/[]',
      'sandbox/additionalReadwritePaths/[]',
      'sandbox/additionalReadonlyPaths/[]',
    ],
    when: isText(
      (path) => ['filesystem', 'home'].includes(breadthOf(path)) || pathDanger(path, 'read') !== undefined,
    ),
    severity: 'error',
    says: (found) => `Sandboxed commands reach ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'CU-SB-NET',
    rule: 'excessive-tool-grant',
    at: ['networkPolicy/default', 'sandbox/networkPolicy/default'],
    when: isOneOf('allow'),
    severity: 'warning',
    says: 'Sandboxed commands reach every address on the network',
    remedy: setTo('deny'),
  }),
  setting({
    id: 'CU-SB-NET',
    rule: 'excessive-tool-grant',
    at: ['networkPolicy/allow/[]', 'sandbox/networkPolicy/allow/[]'],
    when: isText((host) => isAnyHost(host) || hostKind(host.replace(/^\*\./, '')) === 'drop'),
    severity: 'warning',
    says: (found) => `Sandboxed commands may send data to ${textOf(found)}`,
    remedy: remove(),
  }),
];

/** `Tool(argument)` of the command line's `permissions.allow`. */
const parse = (text: string): { tool: string; argument: string } | undefined => {
  const parts = /^\s*(Shell|Read|Write|Delete|Mcp|WebFetch)\s*\((.*)\)\s*$/is.exec(text);
  return parts === null
    ? undefined
    : { tool: (parts[1] ?? '').toLowerCase(), argument: (parts[2] ?? '').trim() };
};

const capabilities: Readonly<Record<string, ToolGrant['capabilities']>> = {
  shell: ['shell'],
  read: ['read'],
  write: ['write'],
  delete: ['delete'],
  webfetch: ['network', 'browse'],
};

export const cliGrants = (file: ConfigFile): readonly ToolGrant[] =>
  (['deny', 'allow'] as const).flatMap((decision) =>
    stringNodesOf(at(file.root, 'permissions', decision)).flatMap((node) => {
      const entry = parse(node.value);
      if (entry === undefined) return [];
      const denied =
        decision === 'allow' &&
        stringNodesOf(at(file.root, 'permissions', 'deny')).some(({ value }) => value === node.value);
      return [
        {
          tool: node.value.trim().replace(/\(.*$/s, ''),
          specifier: entry.argument.replace(/^([^:]+):/, '$1 '),
          ...(entry.tool === 'shell' ? { matches: 'prefix' as const } : {}),
          decision,
          capabilities: capabilities[entry.tool] ?? [],
          effective: !denied,
          ...(denied ? { inertBecause: 'the same entry in deny wins' } : {}),
          range: node.range,
        },
      ];
    }),
  );

/** Danger of one entry; `Shell(git)` allows git with any arguments. */
function cliDanger(text: string): string | undefined {
  const entry = parse(text);
  if (entry === undefined) return undefined;
  const { tool, argument } = entry;
  if (tool === 'shell') return shellDanger(argument);
  if (tool === 'mcp')
    return /^\*(?::\*)?$|^\*\*$/.test(argument) ? 'runs every tool of every server' : undefined;
  if (tool === 'webfetch')
    return /^\*+(?::\*)?$|^https?:\/\/\*+$/.test(argument) ? 'fetches any address' : undefined;
  const breadth = breadthOf(argument);
  if (tool === 'read') {
    const secret = pathDanger(argument, 'read') === 'credentials';
    return secret || breadth === 'filesystem' || breadth === 'home'
      ? 'brings credentials into the conversation'
      : undefined;
  }
  if (pathDanger(argument, 'write') !== undefined) return 'changes files that run code later or hold keys';
  return breadth === 'narrow' ? undefined : 'writes any file';
}

function shellDanger(argument: string): string | undefined {
  const [program = '', ...rest] = argument.split(':');
  if (/^\*+$/.test(program.trim()) || argument === '') return 'runs every command';
  const fixed = rest.join(':').replace(/\*+$/, '').trim();
  const danger = commandDanger({
    words: [program.trim(), ...fixed.split(/\s+/)].filter((word) => word !== ''),
    open: true,
  });
  const meanings = {
    everything: 'runs every command',
    shell: 'hands any text to a shell',
    network: 'sends and fetches anything',
    destructive: 'cannot be undone',
    runner: 'runs whatever follows it',
    broad: undefined,
  };
  return danger === undefined ? undefined : meanings[danger];
}

export const cliChecks: readonly Check[] = [
  setting({
    id: 'CU-CLI-ALLOW',
    rule: 'excessive-tool-grant',
    at: 'permissions/allow/[]',
    when: (node, { file }) => {
      const denied = (list: ConfigNode | undefined): boolean =>
        stringNodesOf(list).some(({ value }) => value === scalarText(node));
      return cliDanger(scalarText(node) ?? '') !== undefined && !denied(at(file.root, 'permissions', 'deny'));
    },
    severity: ({ node }) =>
      cliDanger(scalarText(node) ?? '') === 'runs whatever follows it' ? 'warning' : 'error',
    says: (found) => `${textOf(found)} ${cliDanger(textOf(found))} without asking`,
    remedy: remove(),
  }),
  setting({
    id: 'CU-CLI-FLAG',
    rule: 'agent-permission-bypass',
    at: 'approvalMode',
    when: isOneOf('unrestricted'),
    // Named by the product's own help; a project's cli.json takes permissions only.
    severity: byScope({ project: 'info', otherwise: 'error' }),
    says: 'The agent runs everything without asking, past hooks too',
    remedy: setTo('allowlist'),
  }),
  setting({
    id: 'CU-SB-OFF',
    rule: 'agent-permission-bypass',
    at: 'sandbox/mode',
    when: isOneOf('disabled'),
    severity: byScope({ project: 'info', otherwise: 'warning' }),
    says: 'Commands of the agent run without a sandbox',
    remedy: setTo('enabled'),
  }),
];
