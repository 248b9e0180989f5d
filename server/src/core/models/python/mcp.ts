import type { SdkModel } from '../model.js';

const server =
  '{FastMCP,server.FastMCP,server.fastmcp.FastMCP,server.mcpserver.MCPServer,MCPServer,server.MCPServer}()';
const everywhere = ['0.0.0.0', '::', '[::]', ''];
const hints = {
  all: 'annotations',
  readOnly: 'annotations.readOnlyHint|annotations.read_only_hint',
  destructive: 'annotations.destructiveHint|annotations.destructive_hint',
} as const;

export default {
  id: 'mcp',
  language: 'python',
  packages: ['mcp', 'fastmcp'],
  origin:
    'modelcontextprotocol.io SDK docs (Python: FastMCP, lowlevel Server, ClientSession), mcp 2.3.0 (mcp/server/mcpserver, transport_security.py); gofastmcp.com',
  llm: true,
  entries: [
    {
      match: { decorator: `${server}.tool` },
      parameters: [{ label: 'tool-arg', rest: true }],
      except: ['Context', 'int', 'float', 'bool', 'Literal', 'Enum'],
      tool: { sdk: 'mcp', hints },
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
      tool: { sdk: 'mcp', hints },
    },
    {
      match: { decorator: '{server.Server,server.lowlevel.Server}().call_tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
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
      path: '{FastMCP,server.FastMCP,server.fastmcp.FastMCP,server.mcpserver.MCPServer,server.MCPServer}',
      option: { argument: 'host', values: everywhere },
      unless: [{ argument: 'auth' }, { argument: 'token_verifier' }, { argument: 'auth_server_provider' }],
      severity: 'warning',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: `${server}.{run,run_http_async,run_async}`,
      option: { argument: 'host', values: everywhere },
      severity: 'warning',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: `${server}.settings`,
      assigned: true,
      option: { argument: 'host', values: everywhere },
      severity: 'warning',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: '{server.transport_security.TransportSecuritySettings,TransportSecuritySettings}',
      option: { argument: 'enable_dns_rebinding_protection', values: [false] },
      severity: 'warning',
      remedy: { kind: 'replace', value: 'True' },
      what: 'Nothing checks which host and origin call this MCP server',
    },
    {
      variant: 'MCP-UNPIN-NPX',
      ruleId: 'mcp-server-unpinned',
      path: '{StdioServerParameters,client.stdio.StdioServerParameters}',
      option: { argument: 'command|0', fetches: { arguments: 'args|1' } },
      severity: 'info',
      what: 'This server is downloaded anew at each start, in whatever version is newest',
    },
  ],
} satisfies SdkModel;
