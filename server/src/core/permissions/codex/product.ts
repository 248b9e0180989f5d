import { hookChecks } from '../hooks/hook-checks.js';
import { hiddenUnicode } from '../instructions/checks.js';
import { inProject, managed, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { ruleFileCheck } from './rules.js';
import { fileChecks, modeChecks } from './settings.js';

/** Sources: openai/codex `codex-rs/core/config.schema.json` @000c857, developers.openai.com/codex. */
const codex: Product = {
  id: 'codex',
  name: 'Codex',
  files: [
    {
      kind: 'settings',
      format: 'toml',
      places: [
        inProject('.codex/config.toml', '.codex/agents/*.toml'),
        ofUser('.codex/*.config.toml'),
        managed('etc/codex/config.toml', 'etc/codex/managed_config.toml'),
      ],
      servers: (file) => readServers(file.root, ['mcp_servers']),
      checks: [
        ...modeChecks,
        ...fileChecks,
        ...hookChecks({ id: 'CX-HOOK', commands: ['hooks/*/[]/hooks/[]/command', 'hooks/*/[]/command'] }),
        ...serverChecks(),
      ],
    },
    {
      kind: 'hooks',
      format: 'json',
      places: [inProject('.codex/hooks.json')],
      checks: [
        ...hookChecks({ id: 'CX-HOOK', commands: ['hooks/*/[]/hooks/[]/command', 'hooks/*/[]/command'] }),
        hiddenUnicode,
      ],
    },
    {
      kind: 'rules',
      format: 'front-matter',
      places: [inProject('.codex/rules/**/*.rules')],
      checks: [ruleFileCheck],
    },
    {
      kind: 'plugin',
      format: 'json',
      places: [inProject('.codex-plugin/plugin.json')],
      servers: (file) => readServers(file.root, ['mcpServers', 'mcp_servers']),
      checks: serverChecks(),
    },
  ],
};

export default codex;
