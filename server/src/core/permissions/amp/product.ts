import type { ConfigNode } from '../../config/config-node.js';
import { at, scalarText, select, stringNodesOf } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import { byScope, type Check, check, setting } from '../check.js';
import { isText, isTrue } from '../match.js';
import { neverReached, type OrderedRule, orderedGrants, shadowedRules } from '../ordered-rules.js';
import { breadthOf, pathDanger } from '../paths.js';
import { type ConfigFile, inProject, managed, ofUser, type Product } from '../product.js';
import { remove, setTo } from '../remedies.js';
import type { Variant } from '../risk.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { prefixOrPatternDanger } from '../shell/patterns.js';
import { wildcardDanger } from '../shell/wildcards.js';

interface AmpRule extends OrderedRule {
  readonly action: ConfigNode;
}

const decisions: Readonly<Record<string, ToolGrant['decision']>> = {
  allow: 'allow',
  ask: 'ask',
  reject: 'deny',
  // Another program decides.
  delegate: 'ask',
};

const isShell = (tool: string): boolean => /^(?:Bash|shell_command|run_terminal_command)$/i.test(tool);

/** The first rule that matches decides, so the order of the text is the order of asking. */
function ampRules(file: ConfigFile): readonly AmpRule[] {
  return select(file.root, 'amp.permissions/[]').flatMap(({ node }) => {
    const action = at(node, 'action');
    const decision = decisions[scalarText(action) ?? ''];
    if (action === undefined || decision === undefined) return [];
    const tool = scalarText(at(node, 'tool')) ?? '*';
    const commands = stringNodesOf(at(node, 'matches', 'cmd') ?? at(node, 'matches', 'command'));
    const matches = at(node, 'matches');
    const context = scalarText(at(node, 'context'));
    const other = commands.length === 0 && matches?.kind === 'map' && matches.entries.length > 0;
    const condition = `${other ? `matches ${node.range.start}` : ''}${context === undefined ? '' : ` in ${context}`}`;
    const base = {
      tool,
      decision,
      action,
      range: node.range,
      ...(condition === '' ? {} : { condition }),
    };
    const patterns = commands.map(({ value }) => value).filter((value) => !/^\*+$/.test(value));
    return patterns.length === 0 ? [base] : patterns.map((pattern) => ({ ...base, pattern }));
  });
}

const capabilitiesOf = (tool: string): readonly Capability[] => {
  if (tool === '*') return ['shell', 'read', 'write', 'network', 'browse'];
  if (isShell(tool)) return ['shell'];
  if (/^(?:edit_file|create_file|delete_file|undo_edit|apply_patch)$/i.test(tool)) return ['write'];
  return /^(?:read_web_page|web_search)$/i.test(tool)
    ? ['browse', 'network']
    : /^(?:Read|Grep|glob)$/i.test(tool)
      ? ['read']
      : [];
};

const row: Variant = { id: 'AM-RULE', rule: 'excessive-tool-grant' };

const allowed = (file: ConfigFile): readonly AmpRule[] => {
  const rules = ampRules(file);
  const dead = neverReached(rules);
  return rules.filter((rule) => rule.decision === 'allow' && !dead.has(rule));
};

const commands: Check = commandAllowList(
  row,
  (file) =>
    allowed(file).flatMap((rule) => {
      const { tool, pattern, condition, range, action } = rule;
      if (!isShell(tool) && tool !== '*') return [];
      if (pattern === undefined && condition?.startsWith('matches') === true) return [];
      const danger =
        pattern === undefined
          ? 'everything'
          : /^\/.*\/[a-z]*$/s.test(pattern)
            ? prefixOrPatternDanger(pattern)
            : wildcardDanger(pattern);
      return [{ text: pattern ?? tool, danger, range, action }];
    }),
  (entries) => ({
    id: 'ask-first',
    title: 'Ask before each of these calls',
    safety: 'unsafe',
    steps: [...new Set(entries.map(({ action }) => action))].map((action) => ({
      do: 'replace',
      at: action.range,
      value: 'ask',
    })),
  }),
);

const mcp: Variant = { id: 'AM-MCP', rule: 'mcp-auto-enable', persona: 'strict' };

const openServers: Check = check([mcp], function* (file) {
  const rules = select(file.root, 'amp.mcpPermissions')[0];
  if (rules === undefined || rules.node.kind !== 'list') return;
  const closed = rules.node.items.some(
    (item) =>
      scalarText(at(item, 'action')) === 'reject' &&
      ['command', 'url'].some((key) => /^\*+$/.test(scalarText(at(item, 'matches', key)) ?? '')),
  );
  if (closed) return;
  yield {
    variant: mcp,
    severity: 'info',
    range: rules.entry?.keyRange ?? rules.node.range,
    message: 'Servers that no rule names are allowed; end the list with a rule that rejects the rest',
    remedies: [],
  };
});

const textOf = (node: ConfigNode): string => scalarText(node) ?? '';

const settings: readonly Check[] = [
  setting({
    id: 'AM-ALL',
    rule: 'agent-permission-bypass',
    at: 'amp.dangerouslyAllowAll',
    when: isTrue,
    // Read by the program (its registry of settings names it); whether it counts in a project's file is not said anywhere.
    severity: byScope({ user: 'error', otherwise: 'warning' }),
    says: 'Every tool and every command runs without asking',
    remedy: setTo(false),
  }),
  setting({
    id: 'AM-GUARD',
    rule: 'excessive-tool-grant',
    at: 'amp.guardedFiles.allowlist/[]',
    when: isText(
      (path) =>
        ['filesystem', 'home', 'workspace'].includes(breadthOf(path)) ||
        pathDanger(path, 'write') !== undefined,
    ),
    severity: 'warning',
    says: ({ node }) => `Guarded files that fit ${textOf(node)} are changed without asking`,
    remedy: remove(),
  }),
];

const oldAllowList: Check = commandAllowList(
  { id: 'AM-CMD', rule: 'excessive-tool-grant' },
  (file) =>
    stringNodesOf(select(file.root, 'amp.commands.allowlist')[0]?.node).map(({ value, range }) => ({
      text: value,
      danger: prefixOrPatternDanger(value),
      range,
    })),
  removeEntries,
);

/** Sources: ampcode.com/manual, ampcode.com/news/{tool-level-permissions,mcp-permissions}; the settings registry of the CLI. */
const amp: Product = {
  id: 'amp',
  name: 'Amp',
  files: [
    {
      kind: 'settings',
      format: 'json',
      places: [
        ofUser('.config/amp/settings.json', '.config/amp/settings.jsonc'),
        inProject('.amp/settings.json', '.amp/settings.jsonc'),
        managed('ampcode/managed-settings.json'),
      ],
      grants: (file) => orderedGrants(ampRules(file), capabilitiesOf),
      servers: (file) => readServers(file.root, ['amp.mcpServers']),
      checks: [
        ...settings,
        commands,
        oldAllowList,
        openServers,
        shadowedRules<AmpRule>(
          { id: 'AM-ORDER', rule: 'permission-rule-shadowed' },
          {
            rulesOf: (file) => [ampRules(file)],
            why: 'comes first, and the first match wins',
            severity: 'info',
          },
        ),
        ...serverChecks((variable) => ({ text: `\${${variable}}` })),
      ],
    },
    {
      kind: 'editor-settings',
      format: 'json',
      places: [inProject('.vscode/settings.json'), ofUser('Code/User/settings.json')],
      mentions: /"amp\./,
      checks: [...settings, commands, oldAllowList],
    },
  ],
};

export default amp;
