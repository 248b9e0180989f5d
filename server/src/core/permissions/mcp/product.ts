import { type FileKind, inProject, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import type { SecretReference } from '../servers/secrets.js';
import { readServers } from '../servers/server.js';

/** Clients whose MCP file holds servers and nothing else; clients with settings of their own have a folder of their own. */
const servers = (
  root: 'mcpServers' | 'servers',
  kind: Omit<FileKind, 'format' | 'servers' | 'checks'>,
  reference?: SecretReference,
): FileKind => ({
  ...kind,
  format: 'json',
  servers: (file) => readServers(file.root, [root]),
  checks: serverChecks(reference),
});

const mcp: Product = {
  id: 'mcp',
  name: 'MCP clients',
  files: [
    // Claude Desktop has no reference syntax: environment variables are not expanded.
    servers('mcpServers', { kind: 'claude-desktop', places: [ofUser('claude_desktop_config.json')] }),
    servers('mcpServers', { kind: 'antigravity', places: [ofUser('.gemini/antigravity/mcp_config.json')] }),
    servers('mcpServers', {
      kind: 'amazon-q',
      places: [ofUser('.aws/amazonq/mcp.json'), inProject('.amazonq/mcp.json')],
    }),
    servers('mcpServers', {
      kind: 'generic',
      places: [
        inProject('mcp.json', 'mcp_config.json', 'mcp-config.json', 'mcp_servers.json', 'mcp-servers.json'),
      ],
    }),
  ],
};

export default mcp;
