import { setting } from '../check.js';
import { hookChecks } from '../hooks/hook-checks.js';
import { hiddenUnicode, instructionChecks } from '../instructions/checks.js';
import { isText } from '../match.js';
import { breadthOf } from '../paths.js';
import { type ConfigFile, inProject, ofUser, type Product } from '../product.js';
import { remove } from '../remedies.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';
import { copilotAgentChecks, copilotGrants } from './agents.js';
import { settingsGrants } from './grants.js';
import { approvalChecks, environmentChecks, executableChecks } from './settings.js';
import { taskChecks } from './tasks.js';

/** `${input:id}` asks once and keeps the answer in the system's key store (code.visualstudio.com, MCP configuration reference). */
const inputReference =
  (path: readonly string[]): SecretReference =>
  (variable) => {
    const id = variable.toLowerCase().replace(/_/g, '-');
    const input = { type: 'promptString', id, description: variable, password: true };
    return { text: `\${input:${id}}`, steps: [{ do: 'append', path, values: [input] }] };
  };

const settings = [...approvalChecks, ...environmentChecks, ...executableChecks];
const serversIn =
  (...patterns: readonly string[]) =>
  (file: ConfigFile) =>
    readServers(file.root, patterns);

/** Sources: microsoft/vscode-docs `copilot-settings.md`, `agent-tools.md`, `mcp-configuration.md`; docs.github.com for the Copilot CLI. */
const vscode: Product = {
  id: 'vscode',
  name: 'VS Code',
  // Settings that are maps are merged key by key: those of a folder, of the workspace, of the person.
  merges: {
    wins: 'closest',
    covers: (broad, narrow) => broad.tool === narrow.tool && broad.specifier === narrow.specifier,
  },
  files: [
    {
      kind: 'settings',
      format: 'json',
      places: [
        inProject('.vscode/settings.json'),
        ofUser(
          'Code/User/settings.json',
          'Code - Insiders/User/settings.json',
          'VSCodium/User/settings.json',
          '.vscode-server/data/Machine/settings.json',
        ),
      ],
      grants: settingsGrants,
      servers: serversIn('mcp/servers'),
      checks: [...settings, ...serverChecks(inputReference(['mcp', 'inputs']))],
    },
    {
      kind: 'workspace',
      format: 'json',
      places: [inProject('*.code-workspace')],
      grants: settingsGrants,
      servers: serversIn('settings/mcp/servers'),
      checks: [...settings, ...taskChecks, ...serverChecks()],
    },
    {
      kind: 'devcontainer',
      format: 'json',
      places: [
        inProject(
          '.devcontainer/devcontainer.json',
          '.devcontainer/*/devcontainer.json',
          '.devcontainer.json',
        ),
      ],
      grants: settingsGrants,
      servers: serversIn('customizations/vscode/mcp/servers'),
      checks: [...settings, ...serverChecks()],
    },
    { kind: 'tasks', format: 'json', places: [inProject('.vscode/tasks.json')], checks: taskChecks },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.vscode/mcp.json'), ofUser('Code/User/mcp.json', 'Code - Insiders/User/mcp.json')],
      servers: serversIn('servers', 'mcpServers'),
      checks: serverChecks(inputReference(['inputs'])),
    },
    {
      kind: 'agent',
      format: 'front-matter',
      places: [inProject('.github/agents/*.md', '*.agent.md', '*.chatmode.md')],
      grants: copilotGrants,
      servers: serversIn('mcp-servers', 'mcpServers'),
      checks: [
        ...copilotAgentChecks,
        ...serverChecks((variable) => ({ text: `\${{ secrets.${variable} }}` })),
        ...instructionChecks,
      ],
    },
    {
      kind: 'prompt',
      format: 'front-matter',
      places: [inProject('*.prompt.md')],
      grants: copilotGrants,
      checks: [...copilotAgentChecks.slice(0, 1), ...instructionChecks],
    },
    {
      kind: 'hooks',
      format: 'json',
      places: [inProject('.github/hooks/*.json')],
      checks: [
        ...hookChecks({
          id: 'VS-HOOK',
          commands: ['hooks/*/[]/bash', 'hooks/*/[]/powershell', 'hooks/*/[]/command'],
        }),
        hiddenUnicode,
      ],
    },
    {
      kind: 'copilot-cli',
      format: 'json',
      places: [ofUser('.copilot/config.json', '.copilot/settings.json')],
      checks: [
        setting({
          id: 'CP-CLI',
          rule: 'excessive-tool-grant',
          at: ['trusted_folders/[]', 'trustedFolders/[]'],
          when: isText((path) => ['filesystem', 'home'].includes(breadthOf(path))),
          severity: 'error',
          says: 'Everything below this folder is trusted, whatever is downloaded there',
          remedy: remove(),
        }),
      ],
    },
    {
      kind: 'copilot-mcp',
      format: 'json',
      places: [ofUser('.copilot/mcp-config.json'), inProject('.github/mcp.json', '.copilot/mcp-config.json')],
      servers: serversIn('mcpServers'),
      checks: serverChecks((variable) => ({ text: `\${${variable}}` })),
    },
  ],
};

export default vscode;
