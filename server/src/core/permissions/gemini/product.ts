import { hookChecks } from '../hooks/hook-checks.js';
import { instructionChecks } from '../instructions/checks.js';
import { orderedGrants } from '../ordered-rules.js';
import { inProject, managed, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';
import { commandChecks } from './commands.js';
import { policyChecks, policyRules } from './policy.js';
import { extensionChecks, settingsChecks, trustedFolderChecks } from './settings.js';
import { geminiCapabilities, settingsGrants } from './tools.js';

/** `$VAR` and `${VAR}` are replaced in settings (docs/reference/configuration.md). */
const reference: SecretReference = (variable) => ({ text: `$${variable}` });

/** Sources: google-gemini/gemini-cli docs/reference/{configuration,policy-engine}.md, docs/cli/trusted-folders.md, docs/tools/mcp-server.md; issue 18186. */
const gemini: Product = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  // Lists of all files are joined; what is excluded or always confirmed anywhere holds an allowance back.
  merges: {
    wins: 'strictest',
    covers: (broad, narrow) =>
      broad.tool === narrow.tool &&
      (broad.specifier === undefined || narrow.specifier?.startsWith(broad.specifier) === true),
  },
  files: [
    {
      kind: 'settings',
      format: 'json',
      places: [
        inProject('.gemini/settings.json', '.qwen/settings.json'),
        managed('gemini-cli/settings.json', 'GeminiCli/settings.json'),
      ],
      grants: settingsGrants,
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: [
        ...settingsChecks,
        ...hookChecks({ id: 'GE-HOOK', commands: ['hooks/*/[]/hooks/[]/command'] }),
        ...serverChecks(reference),
      ],
    },
    {
      kind: 'policy',
      format: 'toml',
      places: [
        inProject('.gemini/policies/*.toml'),
        managed('gemini-cli/policies/*.toml', 'GeminiCli/policies/*.toml'),
      ],
      grants: (file) =>
        orderedGrants(
          policyRules(file),
          geminiCapabilities,
          file.scope === 'project' ? 'policies of a workspace are not read at present' : undefined,
        ),
      checks: policyChecks,
    },
    {
      kind: 'trusted-folders',
      format: 'json',
      places: [ofUser('.gemini/trustedFolders.json')],
      checks: trustedFolderChecks,
    },
    {
      kind: 'extension',
      format: 'json',
      places: [inProject('gemini-extension.json')],
      servers: (file) => readServers(file.root, ['mcpServers']).map(({ trusted: _, ...server }) => server),
      checks: [...extensionChecks, ...serverChecks(reference)],
    },
    {
      kind: 'command',
      format: 'toml',
      places: [inProject('.gemini/commands/**/*.toml')],
      checks: [...commandChecks, ...instructionChecks],
    },
  ],
};

export default gemini;
