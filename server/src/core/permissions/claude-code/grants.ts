import { at, stringNodesOf } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import type { ConfigFile } from '../product.js';
import { inertReason } from './inert.js';
import { isUnrestricted, type PermissionRule, parseRule, RuleIndex } from './rule.js';

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
  const deciding = decidedBy(listed);
  return listed.map(({ rule, decision, range }, i) => {
    const inert = inertReason(rule, decision, file.scope)?.why;
    const stronger = inert === undefined ? deciding(i) : undefined;
    const because = inert ?? (stronger === undefined ? undefined : `${stronger} wins over it`);
    return {
      ...grantOf(rule, decision),
      effective: because === undefined,
      ...(because === undefined ? {} : { inertBecause: because }),
      range,
    };
  });
}

const order: readonly ToolGrant['decision'][] = ['deny', 'ask', 'allow'];

/** For each rule the one that decides instead, if there is one. */
function decidedBy(
  listed: readonly { readonly rule: PermissionRule; readonly decision: ToolGrant['decision'] }[],
): (index: number) => string | undefined {
  const index = new RuleIndex(listed.map(({ rule }) => rule));
  return (i) => {
    const entry = listed[i];
    if (entry === undefined || entry.decision === 'deny') return undefined;
    for (const k of index.covering(entry.rule)) {
      const other = listed[k];
      if (other !== undefined && order.indexOf(other.decision) < order.indexOf(entry.decision)) {
        return `${other.decision}: ${textOf(other.rule)}`;
      }
    }
    return undefined;
  };
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
