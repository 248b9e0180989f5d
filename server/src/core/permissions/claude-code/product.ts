import { inProject, local, managed, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { allowEntries } from './entries.js';
import { settingsGrants } from './grants.js';
import { inertEntries, shadowedEntries } from './inert-check.js';
import { settingsChecks } from './settings.js';

/** `${VAR}` is expanded in .mcp.json (code.claude.com/docs/en/mcp). */
const reference = (variable: string): string => `\${${variable}}`;

/** Sources: schemastore `claude-code-settings.json`, code.claude.com/docs/en/{settings,permissions,hooks,skills,sub-agents,mcp}. */
const claudeCode: Product = {
  id: 'claude-code',
  name: 'Claude Code',
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
      checks: [...settingsChecks, allowEntries, inertEntries, shadowedEntries],
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.mcp.json'), ofUser('.claude.json')],
      servers: (file) => readServers(file.root, ['mcpServers', 'projects/*/mcpServers']),
      checks: serverChecks(reference),
    },
  ],
};

export default claudeCode;
