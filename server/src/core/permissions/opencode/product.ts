import { entryAt } from '../../config/path.js';
import { instructionChecks } from '../instructions/checks.js';
import { inProject, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';
import { configChecks, permissionChecks } from './checks.js';
import { coversGrant, openCodeGrants } from './rules.js';

const reference: SecretReference = (variable) => ({ text: `{env:${variable}}` });

/** Sources: opencode.ai/docs/permissions (version 1: last match wins), opencode.ai/v2/docs/permissions, opencode.ai/docs/{config,plugins,share,agents}, kilo.ai/docs/customize/agent-permissions. */
const opencode: Product = {
  id: 'opencode',
  name: 'OpenCode',
  readsAbove: true,
  // The files are merged into one, the project's behind the person's: the last match wins.
  merges: { wins: 'closest', covers: coversGrant },
  files: [
    {
      kind: 'config',
      format: 'json',
      places: [
        ofUser(
          '.config/opencode/opencode.json',
          '.config/opencode/opencode.jsonc',
          '.config/opencode/config.json',
          '.config/kilo/kilo.json',
          '.config/kilo/kilo.jsonc',
        ),
        inProject(
          'opencode.json',
          'opencode.jsonc',
          '.opencode/opencode.json',
          '.opencode/opencode.jsonc',
          'kilo.json',
          'kilo.jsonc',
          '.kilo/kilo.json',
          '.kilo/kilo.jsonc',
        ),
      ],
      grants: openCodeGrants,
      servers: (file) => readServers(file.root, ['mcp']),
      checks: [...configChecks, ...serverChecks(reference)],
    },
    {
      kind: 'agent',
      format: 'front-matter',
      places: [
        inProject(
          '.opencode/agent/**/*.md',
          '.opencode/agents/**/*.md',
          '.opencode/mode/**/*.md',
          '.kilo/agent/**/*.md',
          '.kilo/agents/**/*.md',
        ),
        ofUser('.config/opencode/agent/**/*.md', '.config/opencode/agents/**/*.md'),
      ],
      holds: (root) =>
        ['description', 'permission', 'tools', 'mode'].some((key) => entryAt(root, key) !== undefined),
      grants: openCodeGrants,
      checks: [...permissionChecks, ...instructionChecks],
    },
  ],
};

export default opencode;
