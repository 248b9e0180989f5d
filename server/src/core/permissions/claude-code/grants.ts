import { at, stringNodesOf } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import type { ConfigFile } from '../product.js';
import { inertReason } from './inert.js';
import { covers, isUnrestricted, type PermissionRule, parseRule } from './rule.js';

/** What the tools of Claude Code can do. */
const toolCapabilities: Readonly<Record<string, readonly Capability[]>> = {
  Bash: ['shell'],
  PowerShell: ['shell'],
  Monitor: ['shell'],
  Read: ['read'],
  Grep: ['read'],
  Glob: ['read'],
  LS: ['read'],
  LSP: ['read'],
  NotebookRead: ['read'],
  Edit: ['write'],
  Write: ['write'],
  MultiEdit: ['write'],
  NotebookEdit: ['write'],
  WebFetch: ['network', 'browse'],
  WebSearch: ['browse'],
};

export function capabilitiesOf(tool: string): readonly Capability[] {
  if (tool === '*') return ['shell', 'read', 'write', 'network', 'browse'];
  return toolCapabilities[tool] ?? [];
}

/** The grants of the three lists, each with whether it does anything: deny beats ask beats allow, however specific they are. */
export function settingsGrants(file: ConfigFile): readonly ToolGrant[] {
  const permissions = at(file.root, 'permissions');
  const listed = (['deny', 'ask', 'allow'] as const).flatMap((decision) =>
    stringNodesOf(at(permissions, decision)).flatMap((node) => {
      const rule = parseRule(node.value);
      return rule === undefined ? [] : [{ rule, decision, range: node.range }];
    }),
  );
  return listed.map(({ rule, decision, range }) => {
    const inert = inertReason(rule, decision, file.scope)?.why;
    const stronger = inert === undefined ? strongerThan(rule, decision, listed) : undefined;
    const because = inert ?? (stronger === undefined ? undefined : `${stronger} wins over it`);
    return {
      ...grantOf(rule, decision),
      effective: because === undefined,
      ...(because === undefined ? {} : { inertBecause: because }),
      range,
    };
  });
}

/** Deny beats ask beats allow across all settings files, too: their lists are merged. */
export const overrules = (stronger: ToolGrant, weaker: ToolGrant): boolean =>
  stronger.effective &&
  order.indexOf(stronger.decision) < order.indexOf(weaker.decision) &&
  covers(stronger, weaker);

const order: readonly ToolGrant['decision'][] = ['deny', 'ask', 'allow'];

function strongerThan(
  rule: PermissionRule,
  decision: 'allow' | 'ask' | 'deny',
  listed: readonly { readonly rule: PermissionRule; readonly decision: 'allow' | 'ask' | 'deny' }[],
): string | undefined {
  const found = listed.find(
    (other) => order.indexOf(other.decision) < order.indexOf(decision) && covers(other.rule, rule),
  );
  return found === undefined ? undefined : `${found.decision}: ${textOf(found.rule)}`;
}

/** A grant without its place; `effective` until something says otherwise. */
export const grantOf = (rule: PermissionRule, decision: ToolGrant['decision']) => ({
  tool: rule.tool,
  ...(rule.specifier === undefined || isUnrestricted(rule) ? {} : { specifier: rule.specifier }),
  decision,
  capabilities: capabilitiesOf(rule.tool),
});

export const textOf = ({ tool, specifier }: PermissionRule): string =>
  specifier === undefined ? tool : `${tool}(${specifier})`;
