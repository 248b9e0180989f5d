import { hookChecks } from '../hooks/hook-checks.js';
import { hiddenUnicode, instructionChecks } from '../instructions/checks.js';
import { inProject, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';
import { agentChecks, agentGrants } from './agents.js';
import { ruleChecks, ruleGrants } from './rules.js';

const reference: SecretReference = (variable) => ({ text: `\${${variable}}` });

/**
 * Kiro and its predecessor Amazon Q. Sources: kiro.dev/docs/cli/custom-agents/configuration-reference, kiro.dev/docs/permissions, kiro.dev/docs/custom-agents,
 * aws/amazon-q-developer-cli docs/built-in-tools.md.
 */
const kiro: Product = {
  id: 'kiro',
  name: 'Kiro',
  files: [
    {
      kind: 'agent',
      format: 'json',
      places: [
        inProject('.kiro/agents/*.json', '.amazonq/cli-agents/*.json', '.amazonq/agents/*.json'),
        ofUser('.aws/amazonq/cli-agents/*.json'),
      ],
      grants: (file) => [...agentGrants(file), ...ruleGrants(file)],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: [
        ...agentChecks,
        ...ruleChecks,
        ...hookChecks({ id: 'KI-HOOK', commands: ['hooks/*/[]/command'] }),
        ...serverChecks(reference),
      ],
    },
    {
      // Version 1 of the editor and version 3 of the command line: configuration in front of the prompt.
      kind: 'agent',
      format: 'front-matter',
      places: [inProject('.kiro/agents/**/*.md')],
      grants: (file) => [...agentGrants(file), ...ruleGrants(file)],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: [
        ...agentChecks,
        ...ruleChecks,
        ...hookChecks({ id: 'KI-HOOK', commands: ['hooks/*/[]/command'] }),
        ...serverChecks(reference),
        ...instructionChecks,
      ],
    },
    {
      kind: 'rules',
      format: 'yaml',
      places: [inProject('.kiro/settings/permissions.yaml', '.kiro/settings/permissions.yml')],
      grants: ruleGrants,
      checks: ruleChecks,
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.kiro/settings/mcp.json')],
      servers: (file) => readServers(file.root, ['mcpServers', 'powers/mcpServers']),
      checks: serverChecks(reference),
    },
    {
      kind: 'hook',
      format: 'json',
      places: [inProject('.kiro/hooks/*.kiro.hook', '.kiro/hooks/*.json')],
      checks: [
        ...hookChecks({
          id: 'KI-HOOK',
          commands: ['then/command', 'hooks/*/[]/command', 'hooks/[]/action/command', 'action/command'],
        }),
        hiddenUnicode,
      ],
    },
  ],
};

export default kiro;
