import { at, scalarText, select, stringNodesOf } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check } from '../check.js';
import { neverReached, type OrderedRule, orderedGrants, shadowedRules } from '../ordered-rules.js';
import type { ConfigFile } from '../product.js';
import type { Variant } from '../risk.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { wildcardDanger } from '../shell/wildcards.js';

const ignored = 'Kiro reads permission rules from the home folder only, never from a project';

/** Rules in the file of an agent come with it, wherever it lies (kiro.dev/docs/custom-agents). */
const isIgnored = ({ scope, kind }: ConfigFile): boolean => scope === 'project' && kind === 'rules';

const decisionOf = (text: string | undefined): ToolGrant['decision'] | undefined =>
  text === 'allow' || text === 'ask' || text === 'deny' ? text : undefined;

/** The strictest effect wins, wherever a rule stands. */
function permissionRules(file: ConfigFile): readonly OrderedRule[] {
  const places = file.kind === 'rules' ? 'rules/[]' : 'permissions/[]';
  const rules = select(file.root, places).flatMap(({ node }): OrderedRule[] => {
    const decision = decisionOf(scalarText(at(node, 'effect')));
    const capability = scalarText(at(node, 'capability'));
    if (decision === undefined || capability === undefined) return [];
    const excluded = stringNodesOf(at(node, 'exclude'));
    const base = {
      tool: capability === 'all' ? '*' : capability,
      decision,
      range: node.range,
      ...(excluded.length === 0
        ? {}
        : { condition: `exclude ${excluded.map(({ value }) => value).join(' ')}` }),
    };
    const patterns = stringNodesOf(at(node, 'match')).map(({ value }) => value);
    return patterns.length === 0 || patterns.some((pattern) => /^\*+$/.test(pattern))
      ? [base]
      : patterns.map((pattern) => ({ ...base, pattern }));
  });
  return (['deny', 'ask', 'allow'] as const).flatMap((decision) =>
    rules.filter((rule) => rule.decision === decision),
  );
}

const capabilitiesOf = (capability: string): readonly Capability[] => {
  if (capability === '*') return ['shell', 'read', 'write', 'network', 'browse'];
  if (/shell|command|exec/.test(capability)) return ['shell'];
  if (/write|edit|delete/.test(capability)) return ['write'];
  if (/web|net|http|fetch/.test(capability)) return ['network', 'browse'];
  return /read/.test(capability) ? ['read'] : [];
};

const row: Variant = { id: 'KI-RULES', rule: 'excessive-tool-grant' };

const allowed = (file: ConfigFile): readonly OrderedRule[] => {
  if (isIgnored(file)) return [];
  const rules = permissionRules(file);
  const dead = neverReached(rules);
  return rules.filter((rule) => rule.decision === 'allow' && !dead.has(rule));
};

const commands: Check = commandAllowList(
  row,
  (file) =>
    allowed(file).flatMap(({ tool, pattern, range }) =>
      tool !== '*' && !capabilitiesOf(tool).includes('shell')
        ? []
        : [
            {
              text: pattern ?? (tool === '*' ? 'all' : tool),
              danger: pattern === undefined ? ('everything' as const) : wildcardDanger(pattern),
              range,
            },
          ],
    ),
  removeEntries,
);

const others: Check = check([row], function* (file) {
  for (const { tool, pattern, range } of allowed(file)) {
    const can = capabilitiesOf(tool);
    if (pattern !== undefined || tool === '*' || can.includes('shell')) continue;
    const says = can.includes('write')
      ? 'changes any file without asking, hooks and workflows included'
      : can.includes('network')
        ? 'reaches any address without asking: instructions come in, data goes out'
        : /mcp/.test(tool)
          ? 'runs every tool of every server without asking'
          : undefined;
    if (says === undefined) continue;
    yield { variant: row, severity: 'warning', range, message: `This rule ${says}`, remedies: [] };
  }
});

const inert: Variant = { id: 'KI-INERT', rule: 'permission-rule-inert' };

const inertRules: Check = check([inert], function* (file) {
  if (!isIgnored(file)) return;
  const rules = permissionRules(file);
  const strict = rules.filter(({ decision }) => decision !== 'allow');
  const first = strict[0] ?? rules[0];
  if (first === undefined) return;
  yield {
    variant: inert,
    severity: strict.length > 0 ? 'warning' : 'info',
    range: first.range,
    message: `These rules ${strict.length > 0 ? 'protect nothing' : 'have no effect'}: ${ignored}`,
    remedies: [],
  };
});

export const ruleGrants = (file: ConfigFile): readonly ToolGrant[] =>
  orderedGrants(permissionRules(file), capabilitiesOf, isIgnored(file) ? ignored : undefined);

export const ruleChecks: readonly Check[] = [
  commands,
  others,
  inertRules,
  shadowedRules<OrderedRule>(
    { id: 'KI-SHADOW', rule: 'permission-rule-shadowed' },
    { rulesOf: (file) => [permissionRules(file)], why: 'is stricter and wins', severity: 'info' },
  ),
];
