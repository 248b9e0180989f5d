import type { ConfigEntry, ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, select } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { isAnyHost } from '../hosts.js';
import { truthOf } from '../match.js';
import type { ConfigFile } from '../product.js';
import { vscodeKey } from './keys.js';

/** The setting, and the names that it had before. */
export const terminalKeys: readonly string[] = [
  'chat.tools.terminal.autoApprove',
  'chat.agent.terminal.autoApprove',
  'chat.agent.terminal.allowList',
  'github.copilot.chat.agent.terminal.allowList',
].flatMap(vscodeKey);

const entriesAt = (file: ConfigFile, patterns: readonly string[]): readonly ConfigEntry[] =>
  patterns.flatMap((pattern) => select(file.root, pattern).flatMap(({ node }) => entriesOf(node)));

/** `true`, `false`, or an object that says so. */
function answerOf(node: ConfigNode, ...names: readonly string[]): boolean | undefined {
  const plain = truthOf(node);
  if (plain !== undefined) return plain;
  const answers = names.flatMap((name) => truthOf(at(node, name)) ?? []);
  return answers.length === 0 ? undefined : answers.some((answer) => answer);
}

const granted = (
  entry: ConfigEntry,
  answer: boolean,
  rest: Pick<ToolGrant, 'tool' | 'capabilities'>,
): ToolGrant => ({
  ...rest,
  decision: answer ? 'allow' : 'ask',
  effective: true,
  range: entry.range,
});

/** What the settings of the editor approve in advance: all tools, terminal commands, edits and addresses. */
export const settingsGrants = (file: ConfigFile): readonly ToolGrant[] => [
  ...['chat.tools.global.autoApprove', 'chat.tools.autoApprove']
    .flatMap(vscodeKey)
    .flatMap((pattern) => select(file.root, pattern))
    .flatMap(({ node, entry }) =>
      entry !== undefined && truthOf(node) === true
        ? [granted(entry, true, { tool: '*', capabilities: ['shell', 'read', 'write', 'network', 'browse'] })]
        : [],
    ),
  ...entriesAt(file, terminalKeys).flatMap((entry): readonly ToolGrant[] => {
    const answer = answerOf(entry.value, 'approve');
    const expression = /^\/(.*)\/[a-z]*$/s.exec(entry.key.trim())?.[1];
    if (answer === undefined) return [];
    return [
      {
        ...granted(entry, answer, { tool: 'terminal', capabilities: ['shell'] }),
        specifier: expression ?? entry.key,
        matches: expression === undefined ? 'prefix' : 'expression',
      },
    ];
  }),
  ...entriesAt(file, vscodeKey('chat.tools.edits.autoApprove')).flatMap((entry): readonly ToolGrant[] => {
    const answer = answerOf(entry.value);
    return answer === undefined
      ? []
      : [{ ...granted(entry, answer, { tool: 'edit', capabilities: ['write'] }), specifier: entry.key }];
  }),
  ...entriesAt(file, vscodeKey('chat.tools.urls.autoApprove')).flatMap((entry): readonly ToolGrant[] => {
    const answer = answerOf(entry.value, 'approveRequest');
    if (answer === undefined) return [];
    const grant = granted(entry, answer, { tool: 'fetch', capabilities: ['network', 'browse'] });
    return [isAnyHost(entry.key) ? grant : { ...grant, specifier: entry.key }];
  }),
];
