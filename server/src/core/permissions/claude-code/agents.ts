import { at, entryAt, scalarText } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check, setting } from '../check.js';
import { bringsStrangers } from '../instructions/strangers.js';
import { isOneOf } from '../match.js';
import type { ConfigFile } from '../product.js';
import { setTo } from '../remedies.js';
import type { Variant } from '../risk.js';
import { listedTools } from '../tool-lists.js';
import { capabilitiesOf, grantOf } from './grants.js';
import { parseRule } from './rule.js';

/** Tools that an agent definition names. They are offered; whether they ask is decided by the settings, or by its own mode. */
export function agentGrants(file: ConfigFile): readonly ToolGrant[] {
  const mode = scalarText(at(file.root, 'permissionMode'));
  const decision = mode === 'bypassPermissions' ? 'allow' : 'ask';
  return listedTools(at(file.root, 'tools')).flatMap(({ text, range }) => {
    const rule = parseRule(text);
    return rule === undefined ? [] : [{ ...grantOf(rule, decision), effective: true, range }];
  });
}

const trifecta: Variant = { id: 'CC-AGENT-TRIFECTA', rule: 'tool-chain-exfiltration', confidence: 'medium' };

export const agentChecks: readonly Check[] = [
  setting({
    id: 'CC-AGENT-BYPASS',
    rule: 'agent-permission-bypass',
    at: 'permissionMode',
    when: isOneOf('bypassPermissions', 'acceptEdits', 'auto'),
    severity: ({ node }) => (scalarText(node) === 'bypassPermissions' ? 'error' : 'info'),
    says: ({ node }) =>
      scalarText(node) === 'bypassPermissions'
        ? 'This agent runs every tool without asking, whatever the settings say'
        : `This agent works in mode ${scalarText(node)}, whatever the settings say`,
    remedy: setTo('default'),
  }),
  setting({
    id: 'CC-AGENT-TOOLS',
    rule: 'excessive-tool-grant',
    at: 'tools',
    when: (node) => listedTools(node).some(({ text }) => text === '*' || text === 'all'),
    severity: 'warning',
    says: 'This agent is given every tool, also those of servers that are added later',
  }),
  check([{ id: 'CC-AGENT-NOTOOLS', rule: 'excessive-tool-grant', persona: 'strict' }], function* (file) {
    const name = entryAt(file.root, 'name');
    if (
      name === undefined ||
      entryAt(file.root, 'tools') !== undefined ||
      entryAt(file.root, 'disallowedTools') !== undefined
    )
      return;
    yield {
      variant: { id: 'CC-AGENT-NOTOOLS', rule: 'excessive-tool-grant', persona: 'strict' },
      severity: 'info',
      range: name.range,
      message: 'An agent without a list of tools inherits all of them',
      remedies: [],
    };
  }),
  check([trifecta], function* (file) {
    const tools = entryAt(file.root, 'tools');
    const names = listedTools(tools?.value).map(({ text }) => parseRule(text)?.tool ?? text);
    const acts = names.find((name) => capabilitiesOf(name).some((can) => can === 'shell'));
    const reaches = names.find(
      (name) => name === 'WebFetch' || name === 'WebSearch' || name.startsWith('mcp__'),
    );
    if (tools === undefined || acts === undefined || reaches === undefined || !bringsStrangers(file)) return;
    yield {
      variant: trifecta,
      severity: 'warning',
      range: tools.range,
      message: `This agent handles texts of strangers, and can run commands (${acts}) and reach outside (${reaches})`,
      remedies: [],
    };
  }),
];
