import { hookChecks } from '../hooks/hook-checks.js';
import { hiddenUnicode } from '../instructions/checks.js';
import { inProject, managed, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';
import { settingsGrants } from './grants.js';
import { ruleFileCheck, ruleGrants } from './rules.js';
import { fileChecks, modeChecks } from './settings.js';

/** Codex expands nothing: it passes variables on by name (developers.openai.com/codex/mcp). */
const reference: SecretReference = (variable, { kind, name, keyRange, range, server }) => {
  if (keyRange === range) return undefined;
  const gone = { do: 'remove', at: [keyRange] } as const;
  if (kind === 'environment')
    return { steps: [gone, { do: 'append', path: [...server.keys, 'env_vars'], values: [name] }] };
  if (kind !== 'header') return undefined;
  return /^authorization$/i.test(name)
    ? { steps: [gone, { do: 'put', path: [...server.keys, 'bearer_token_env_var'], value: variable }] }
    : {
        steps: [gone, { do: 'put', path: [...server.keys, 'env_http_headers'], value: { [name]: variable } }],
      };
};

/** Sources: openai/codex `codex-rs/core/config.schema.json` @000c857, developers.openai.com/codex. */
const codex: Product = {
  id: 'codex',
  name: 'Codex',
  readsAbove: true,
  // Settings: the closest file. Rules: the strictest, which stand in files of their own.
  merges: {
    wins: 'closest',
    covers: (broad, narrow) => broad.specifier === undefined && narrow.specifier === undefined,
  },
  files: [
    {
      kind: 'settings',
      format: 'toml',
      places: [
        inProject('.codex/config.toml', '.codex/agents/*.toml'),
        ofUser('.codex/*.config.toml'),
        managed('etc/codex/config.toml', 'etc/codex/managed_config.toml'),
      ],
      grants: settingsGrants,
      servers: (file) => readServers(file.root, ['mcp_servers']),
      checks: [
        ...modeChecks,
        ...fileChecks,
        ...hookChecks({ id: 'CX-HOOK', commands: ['hooks/*/[]/hooks/[]/command', 'hooks/*/[]/command'] }),
        ...serverChecks(reference),
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
      grants: ruleGrants,
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
