import type { SdkModel } from '../model.js';

const server = '{FastMCP,server.FastMCP,server.fastmcp.FastMCP,server.mcpserver.MCPServer}()';

export default {
  id: 'mcp',
  language: 'python',
  packages: ['mcp', 'fastmcp'],
  origin: 'modelcontextprotocol.io SDK docs (Python: FastMCP, lowlevel Server, ClientSession); gofastmcp.com',
  llm: true,
  entries: [
    {
      match: { decorator: `${server}.tool` },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['Context', 'int', 'float', 'bool', 'Literal', 'Enum'],
      tool: { sdk: 'mcp' },
    },
    {
      match: { decorator: `${server}.{resource,prompt}` },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['Context', 'int', 'float', 'bool', 'Literal', 'Enum'],
    },
    {
      match: { callback: `${server}.{add_tool,tool}` },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['Context'],
      tool: { sdk: 'mcp' },
    },
    {
      match: { decorator: '{server.Server,server.lowlevel.Server}().call_tool' },
      parameters: [{ none: true }, { label: 'tool-arg' }],
      tool: { sdk: 'mcp' },
    },
  ],
  sources: [
    {
      path: '{ClientSession,client.session.ClientSession}().{call_tool,read_resource,get_prompt}()',
      label: 'tool-result',
      name: 'MCP tool result',
    },
    {
      path: '{Client,client.Client}().{call_tool,read_resource,get_prompt}()',
      label: 'tool-result',
      name: 'MCP tool result',
    },
  ],
  sinks: [
    {
      kind: 'tool-description',
      match: { path: `{${server}.tool,${server}.add_tool,types.Tool}` },
      argument: 'description',
      name: 'tool description',
    },
  ],
  options: [
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: '{FastMCP,server.FastMCP,server.fastmcp.FastMCP}',
      option: { argument: 'host', values: ['0.0.0.0', '::'] },
      unless: [{ argument: 'auth' }, { argument: 'token_verifier' }, { argument: 'auth_server_provider' }],
      severity: 'warning',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: `${server}.{run,run_http_async,run_async}`,
      option: { argument: 'host', values: ['0.0.0.0', '::'] },
      severity: 'warning',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The MCP server listens on every network without asking who calls',
    },
  ],
} satisfies SdkModel;
