import { at, scalarText, stringNodesOf } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import type { Capability } from '../../surface/model-use.js';
import type { TextRange } from '../../text/range.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check, setting } from '../check.js';
import { isText } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import type { ConfigFile } from '../product.js';
import { remove } from '../remedies.js';
import type { Variant } from '../risk.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { patternDanger } from '../shell/patterns.js';
import { covers } from '../wildcard.js';

/** Names that the shell tool has had in Kiro and in Amazon Q. */
const shellTools = ['shell', 'execute_bash', 'execute_cmd'];
const writeTools = ['write', 'fs_write'];
const cloudTools = ['aws', 'use_aws'];

/** What an entry of `allowedTools` stands for; `@builtin` is every tool that is built in, `@server` every tool of a server. */
const matches = (entry: string, tools: readonly string[]): boolean =>
  entry === '@builtin' || tools.some((tool) => covers(entry, tool));

function capabilitiesOf(entry: string): readonly Capability[] {
  const found: Capability[] = [];
  if (matches(entry, shellTools)) found.push('shell');
  if (matches(entry, writeTools)) found.push('write');
  if (matches(entry, ['read', 'fs_read', 'grep', 'glob'])) found.push('read');
  if (matches(entry, ['web_fetch', 'web_search', ...cloudTools])) found.push('network');
  return found;
}

const settingsOf = (file: ConfigFile, tools: readonly string[], key: string) =>
  tools.flatMap((tool) => stringNodesOf(at(file.root, 'toolsSettings', tool, key)));

const isShut = (file: ConfigFile): boolean =>
  settingsOf(file, shellTools, 'deniedCommands').some(({ value }) => /^\^?\.\*\$?$/.test(value));

export const agentGrants = (file: ConfigFile): readonly ToolGrant[] => [
  ...stringNodesOf(at(file.root, 'allowedTools')).map(({ value, range }): ToolGrant => {
    const shut = shellTools.includes(value) && isShut(file);
    return {
      tool: value,
      decision: 'allow',
      capabilities: capabilitiesOf(value),
      effective: !shut,
      ...(shut ? { inertBecause: 'deniedCommands forbids every command' } : {}),
      range,
    };
  }),
  ...(['allowedCommands', 'deniedCommands'] as const).flatMap((list) =>
    settingsOf(file, shellTools, list).map(
      ({ value, range }): ToolGrant => ({
        tool: 'shell',
        specifier: value,
        matches: 'expression',
        decision: list === 'allowedCommands' ? 'allow' : 'deny',
        capabilities: ['shell'],
        effective: true,
        range,
      }),
    ),
  ),
];

const row: Variant = { id: 'KI-AGENT', rule: 'excessive-tool-grant' };

/** The worst of what the entries allow: with a shell, writing files is no further step. */
const allowedTools: Check = check([row], function* (file) {
  const entries = stringNodesOf(at(file.root, 'allowedTools'));
  const judged = entries.flatMap(({ value, range }) => {
    const found = judge(value.trim(), file);
    return found === undefined ? [] : [{ ...found, value, range }];
  });
  const worst: Severity = judged.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const hits = judged.filter(({ severity }) => severity === worst);
  // The older field: agents in Markdown, and version 3, have `permissions` instead (kiro.dev/docs/cli/v3/upgrade-agent).
  const isOlder = file.document.format === 'front-matter';
  const [first] = hits;
  if (first === undefined) return;
  yield {
    variant: row,
    severity: isOlder ? 'info' : worst,
    range: first.range,
    message: `${first.value} ${first.says}${hits.length > 1 ? ` (and ${hits.length - 1} more like it)` : ''}`,
    remedies: [
      {
        id: 'ask-first',
        title: hits.length === 1 ? 'Ask before it runs' : 'Ask before they run',
        safety: 'unsafe',
        steps: [{ do: 'remove', at: hits.map(({ range }): TextRange => range) }],
      },
    ],
  };
});

function judge(entry: string, file: ConfigFile): { severity: Severity; says: string } | undefined {
  if (entry === '*') return { severity: 'error', says: 'lets every tool run without asking' };
  if (entry === '@builtin')
    return { severity: 'error', says: 'lets every built-in tool run without asking, the shell too' };
  if (matches(entry, shellTools))
    return isShut(file) ? undefined : { severity: 'error', says: 'runs every shell command without asking' };
  if (matches(entry, writeTools))
    return { severity: 'warning', says: 'changes any file without asking, hooks and workflows included' };
  if (matches(entry, cloudTools))
    return { severity: 'warning', says: 'makes any call to AWS without asking' };
  return /^@[^/]+(?:\/\*)?$/.test(entry)
    ? { severity: 'warning', says: 'allows every tool of its server, writing ones and future ones too' }
    : undefined;
}

/** The product puts `\A` and `\z` around each expression. */
const allowedCommands: Check = commandAllowList(
  { id: 'KI-CMD', rule: 'excessive-tool-grant' },
  (file) =>
    settingsOf(file, shellTools, 'allowedCommands').map(({ value, range }) => ({
      text: value,
      danger: patternDanger(`^(?:${value})$`),
      range,
    })),
  removeEntries,
);

const items = (tools: readonly string[], key: string): readonly string[] =>
  tools.map((tool) => `toolsSettings/${tool}/${key}/[]`);

const paths: readonly Check[] = [
  setting({
    id: 'KI-PATH',
    rule: 'excessive-tool-grant',
    at: items(writeTools, 'allowedPaths'),
    when: isText((path) => isFar(path) || pathDanger(path, 'write') !== undefined),
    severity: 'error',
    says: ({ node }) => `Files below ${scalarText(node) ?? ''} are changed without asking`,
    remedy: remove(),
  }),
  setting({
    id: 'KI-PATH',
    rule: 'excessive-tool-grant',
    at: items(['read', 'fs_read'], 'allowedPaths'),
    when: isText((path) => isFar(path) || pathDanger(path, 'read') !== undefined),
    severity: 'warning',
    says: ({ node }) => `Files below ${scalarText(node) ?? ''} come into the conversation without asking`,
    remedy: remove(),
  }),
  setting({
    id: 'KI-AWS',
    rule: 'excessive-tool-grant',
    at: items(cloudTools, 'allowedServices'),
    when: isText(/^(?:\*|iam|sts|secretsmanager|ssm|kms|organizations)$/i),
    severity: 'warning',
    says: ({ node }) =>
      `Calls to ${scalarText(node) === '*' ? 'every AWS service' : (scalarText(node) ?? '')} go through without asking`,
    remedy: remove(),
  }),
];

const isFar = (path: string): boolean => ['filesystem', 'home'].includes(breadthOf(path));

export const agentChecks: readonly Check[] = [allowedTools, allowedCommands, ...paths];
