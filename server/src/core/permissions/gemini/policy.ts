import type { ConfigNode } from '../../config/config-node.js';
import { at, scalarText, select, stringNodesOf } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { neverReached, type OrderedRule, shadowedRules } from '../ordered-rules.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import { type AllowedCommand, commandAllowList } from '../shell/allow-list.js';
import { patternDanger } from '../shell/patterns.js';
import { prefixDanger } from '../shell/wildcards.js';
import { isFetcher, isShell, isWriter } from './tools.js';

/** One tool and one command prefix of a `[[rule]]`. */
export interface PolicyRule extends OrderedRule {
  readonly priority: number;
  readonly node: ConfigNode;
  readonly prefix?: string;
  readonly regex?: string;
  /** `argsPattern`, read-only annotations or `modes = ["yolo"]` keep an allowance small. */
  readonly narrowed: boolean;
}

const decisions: Readonly<Record<string, OrderedRule['decision']>> = {
  allow: 'allow',
  ask_user: 'ask',
  deny: 'deny',
};

/** A string or each string of a list; a lone one stands for the whole rule. */
const partsOf = (rule: ConfigNode, key: string): readonly { text: string; range: TextRange }[] => {
  const nodes = stringNodesOf(at(rule, key));
  return nodes.map(({ value, range }) => ({ text: value, range: nodes.length > 1 ? range : rule.range }));
};

/** The rules of a policy file, highest priority first: the order in which they are asked. */
export function policyRules(file: ConfigFile): readonly PolicyRule[] {
  const rules = select(file.root, 'rule/[]').flatMap(({ node }) => rulesOf(node));
  return [...rules].sort((a, b) => b.priority - a.priority);
}

function rulesOf(node: ConfigNode): readonly PolicyRule[] {
  const decision = decisions[scalarText(at(node, 'decision')) ?? ''];
  if (decision === undefined) return [];
  const server = scalarText(at(node, 'mcpName'));
  const prefixes = partsOf(node, 'commandPrefix');
  const regex = scalarText(at(node, 'commandRegex'));
  const named = partsOf(node, 'toolName');
  const shell = prefixes.length > 0 || regex !== undefined;
  const tools = named.length > 0 ? named : [{ text: shell ? 'run_shell_command' : '*', range: node.range }];
  const modes = stringNodesOf(at(node, 'modes'));
  const condition = ['argsPattern', 'modes', 'interactive', 'subagent', 'toolAnnotations', 'commandRegex']
    .flatMap((key) => {
      const value = at(node, key);
      return value === undefined ? [] : [`${key}=${plain(value)}`];
    })
    .join(' ');
  return tools.flatMap((tool) =>
    (prefixes.length > 0 ? prefixes : [undefined]).map(
      (prefix): PolicyRule => ({
        tool: server === undefined ? tool.text : `mcp_${server}_${tool.text}`,
        ...(prefix === undefined ? {} : { pattern: `${prefix.text}*`, prefix: prefix.text }),
        ...(regex === undefined ? {} : { regex }),
        ...(condition === '' ? {} : { condition }),
        decision,
        priority: Number(scalarText(at(node, 'priority')) ?? 0) || 0,
        node,
        narrowed:
          at(node, 'argsPattern') !== undefined ||
          scalarText(at(node, 'toolAnnotations', 'readOnlyHint')) === 'true' ||
          (modes.length > 0 && modes.every(({ value }) => value === 'yolo')),
        range: prefixes.length > 1 && prefix !== undefined ? prefix.range : tool.range,
      }),
    ),
  );
}

/** A value as text, for comparing conditions. */
const plain = (node: ConfigNode): string =>
  scalarText(node) ??
  (node.kind === 'list'
    ? node.items.map((item) => scalarText(item) ?? '?').join(',')
    : node.kind === 'map'
      ? node.entries.map(({ key, value }) => `${key}:${scalarText(value) ?? '?'}`).join(',')
      : '');

const effectiveAllows = (file: ConfigFile): readonly PolicyRule[] => {
  const rules = policyRules(file);
  const dead = neverReached(rules);
  return rules.filter((rule) => rule.decision === 'allow' && !rule.narrowed && !dead.has(rule));
};

const policy: Variant = { id: 'GE-POL', rule: 'excessive-tool-grant' };

const askInstead = (nodes: readonly ConfigNode[]): Remedy => ({
  id: 'ask-first',
  title: 'Ask before each of these calls',
  safety: 'unsafe',
  steps: [...new Set(nodes)].flatMap((node) => {
    const decision = at(node, 'decision');
    return decision === undefined ? [] : [{ do: 'replace', at: decision.range, value: 'ask_user' } as const];
  }),
});

const commandsOf = (file: ConfigFile): readonly (AllowedCommand & { readonly node: ConfigNode })[] =>
  effectiveAllows(file).flatMap((rule) => {
    const { tool, prefix, regex, node, range } = rule;
    if (!isShell(tool) && tool !== '*') return [];
    const danger =
      prefix !== undefined
        ? prefixDanger(prefix)
        : regex !== undefined
          ? patternDanger(`^(?:${regex})`)
          : 'everything';
    return [{ text: prefix ?? regex ?? tool, danger, range, node }];
  });

/** At present Gemini CLI does not read policies of a workspace (issue 18186), so an allowance there is a plan, not a fact. */
const soften = (risk: Risk, file: ConfigFile): Risk =>
  file.scope === 'project' && risk.severity === 'error' ? { ...risk, severity: 'warning' } : risk;

const softened = (inner: Check): Check => ({
  variants: inner.variants,
  *run(file) {
    for (const risk of inner.run(file)) yield soften(risk, file);
  },
});

const otherTools: Check = check([policy], function* (file) {
  for (const { tool, node, range } of effectiveAllows(file)) {
    const server = /^mcp_(.*?)_?\*$/.exec(tool)?.[1];
    const says =
      server !== undefined
        ? `allows every tool of ${server === '' || server === '*' ? 'every server' : server}, writing ones and future ones too`
        : isWriter(tool)
          ? 'changes any file of the project unasked, hooks and workflows included'
          : isFetcher(tool)
            ? 'fetches any address unasked: instructions come in, data goes out'
            : undefined;
    if (says === undefined) continue;
    const severity: Severity = 'warning';
    yield {
      variant: policy,
      severity,
      range,
      message: `This rule ${says}`,
      remedies: [askInstead([node])],
    };
  }
});

const inert: Variant = { id: 'GE-INERT', rule: 'permission-rule-inert' };

/** What people count on most in a workspace: rules that forbid. */
const inertPolicies: Check = check([inert], function* (file) {
  if (file.scope !== 'project') return;
  const strict = policyRules(file).filter(({ decision }) => decision !== 'allow');
  const [first] = [...strict].sort((a, b) => a.range.start - b.range.start);
  if (first === undefined) return;
  const count = new Set(strict.map(({ node }) => node)).size;
  yield {
    variant: inert,
    severity: 'warning',
    range: first.range,
    message: `${count === 1 ? 'This rule protects' : `These ${count} rules protect`} nothing: Gemini CLI reads policies of the user and of administrators only`,
    remedies: [],
  };
});

export const policyChecks: readonly Check[] = [
  softened(
    commandAllowList(policy, commandsOf, (entries) =>
      askInstead(entries.flatMap((entry) => ('node' in entry ? [(entry as { node: ConfigNode }).node] : []))),
    ),
  ),
  otherTools,
  inertPolicies,
  shadowedRules<PolicyRule>(
    { id: 'GE-SHADOW', rule: 'permission-rule-shadowed' },
    { rulesOf: (file) => [policyRules(file)], why: 'has the higher priority', severity: 'info' },
  ),
];
