import type { SdkModel } from '../model.js';

const everywhere = ['0.0.0.0', '::'];
const names = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint', 'title'];

/** `readOnlyHint` and `destructiveHint` in the annotations that a selector names. */
const hintsIn = (all: string) => ({
  all,
  readOnly: `${all}.readOnlyHint`,
  destructive: `${all}.destructiveHint`,
});
/** Annotations stand before the handler, after a name and whatever else is given: told from a schema by what they hold. */
const positionalHints = {
  all: [1, 2, 3].flatMap((at) => names.map((name) => `${at}.${name}`)).join('|'),
  readOnly: '1.readOnlyHint|2.readOnlyHint|3.readOnlyHint',
  destructive: '1.destructiveHint|2.destructiveHint|3.destructiveHint',
};

export default {
  id: 'mcp',
  language: 'javascript',
  packages: ['@modelcontextprotocol/*', 'fastmcp', 'mcp-handler', '@vercel/mcp-adapter'],
  origin: 'modelcontextprotocol.io SDK docs (TypeScript: McpServer, Server, Client); npm fastmcp',
  llm: true,
  entries: [
    {
      match: { callback: '**.McpServer().registerTool' },
      parameters: [
        { label: 'tool-arg', schema: '1.inputSchema' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'mcp', hints: hintsIn('1.annotations') },
    },
    {
      match: { callback: '**.McpServer().tool' },
      parameters: [
        { label: 'tool-arg', schema: '1|2' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'mcp', hints: positionalHints },
    },
    {
      match: { callback: '**.McpServer().{prompt,registerPrompt,resource,registerResource}' },
      parameters: [{ label: 'tool-arg', rest: true }],
    },
    {
      match: {
        callback:
          '{mcp-handler:createMcpHandler,mcp-handler:default,@vercel/mcp-adapter:createMcpHandler,@vercel/mcp-adapter:createMcpRouteHandler}',
      },
      parameters: [{ type: '@modelcontextprotocol/sdk/server/mcp.js:McpServer()' }],
    },
    {
      match: { callback: '**.Server().setRequestHandler' },
      parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
      tool: { sdk: 'mcp' },
    },
    {
      match: { callback: 'fastmcp:FastMCP().addTool', property: 'execute' },
      parameters: [
        { label: 'tool-arg', schema: '0.parameters' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'mcp', hints: hintsIn('0.annotations') },
    },
  ],
  sources: [
    {
      path: '**.Client().{callTool,readResource,getPrompt}()',
      label: 'tool-result',
      name: 'MCP tool result',
    },
  ],
  options: [
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: 'fastmcp:FastMCP().start',
      option: { argument: '0.httpStream.host', values: everywhere },
      severity: 'warning',
      remedy: { kind: 'replace', value: "'127.0.0.1'" },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: '**.{StreamableHTTPServerTransport,NodeStreamableHTTPServerTransport,SSEServerTransport}',
      option: { argument: '0.enableDnsRebindingProtection|1.enableDnsRebindingProtection', values: [false] },
      severity: 'warning',
      remedy: { kind: 'replace', value: 'true' },
      what: 'Nothing checks which host and origin call this MCP server',
    },
    {
      variant: 'MCP-UNPIN-NPX',
      ruleId: 'mcp-server-unpinned',
      path: '**.StdioClientTransport',
      option: { argument: '0.command', fetches: { arguments: '0.args' } },
      severity: 'info',
      what: 'This server is downloaded anew at each start, in whatever version is newest',
    },
  ],
} satisfies SdkModel;
