import { entryAt } from '../../config/path.js';
import { hookScripts } from '../hooks/hook-scripts.js';
import { hiddenUnicode, instructionChecks } from '../instructions/checks.js';
import { inProject, local, managed, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';
import { agentChecks, agentGrants } from './agents.js';
import { allowEntries } from './entries.js';
import { settingsGrants } from './grants.js';
import { claudeHookChecks } from './hooks.js';
import { inertEntries, shadowedEntries } from './inert-check.js';
import { marketplaceChecks } from './plugin.js';
import { covers } from './rule.js';
import { headerHelpers, settingsChecks } from './settings.js';
import { skillChecks, skillGrants } from './skills.js';

/** `${VAR}` is expanded in .mcp.json (code.claude.com/docs/en/mcp). */
const reference: SecretReference = (variable) => ({ text: `\${${variable}}` });

/** Sources: schemastore `claude-code-settings.json`, code.claude.com/docs/en/{settings,permissions,hooks,skills,sub-agents,mcp}. */
const claudeCode: Product = {
  id: 'claude-code',
  name: 'Claude Code',
  merges: { wins: 'strictest', covers },
  files: [
    {
      kind: 'settings',
      format: 'json',
      places: [
        inProject('.claude/settings.json'),
        local('.claude/settings.local.json'),
        managed('managed-settings.json', 'managed-settings.d/*.json'),
      ],
      grants: settingsGrants,
      checks: [
        ...settingsChecks,
        allowEntries,
        inertEntries,
        shadowedEntries,
        ...claudeHookChecks,
        hiddenUnicode,
      ],
    },
    {
      kind: 'agent',
      format: 'front-matter',
      places: [inProject('.claude/agents/**/*.md', 'agents/*.md')],
      holds: (root, text) =>
        entryAt(root, 'name') !== undefined && entryAt(root, 'description') !== undefined && text.length > 0,
      grants: agentGrants,
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: [...agentChecks, ...claudeHookChecks, ...serverChecks(reference), ...instructionChecks],
    },
    {
      kind: 'skill',
      format: 'front-matter',
      places: [
        inProject('.claude/skills/*/SKILL.md', '.claude/skills/**/SKILL.md', 'skills/*/SKILL.md', 'SKILL.md'),
      ],
      grants: skillGrants,
      checks: [...skillChecks, ...claudeHookChecks, ...instructionChecks],
    },
    {
      kind: 'command',
      format: 'front-matter',
      places: [inProject('.claude/commands/**/*.md', 'commands/**/*.md')],
      holds: (root, text) =>
        entryAt(root, 'allowed-tools') !== undefined ||
        entryAt(root, 'description') !== undefined ||
        /!`|\$ARGUMENTS/.test(text),
      grants: skillGrants,
      checks: [...skillChecks, ...claudeHookChecks, ...instructionChecks],
    },
    hookScripts('CC-HOOK', '.claude/hooks'),
    {
      kind: 'hooks',
      format: 'json',
      places: [inProject('hooks/hooks.json')],
      checks: [...claudeHookChecks],
    },
    {
      kind: 'plugin',
      format: 'json',
      places: [inProject('.claude-plugin/plugin.json')],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: [...claudeHookChecks, ...serverChecks(reference)],
    },
    {
      kind: 'marketplace',
      format: 'json',
      places: [inProject('.claude-plugin/marketplace.json')],
      checks: [...marketplaceChecks, hiddenUnicode],
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.mcp.json'), ofUser('.claude.json')],
      servers: (file) => readServers(file.root, ['mcpServers', 'projects/*/mcpServers']),
      checks: [...serverChecks(reference), headerHelpers],
    },
  ],
};

export default claudeCode;
