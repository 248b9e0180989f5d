import type { SdkModel } from '../model.js';

export default {
  id: 'mcp',
  language: 'javascript',
  packages: ['@modelcontextprotocol/*', 'fastmcp', 'mcp-handler', '@vercel/mcp-adapter'],
  origin: 'modelcontextprotocol.io SDK docs (TypeScript: McpServer, Server, Client); npm fastmcp',
  llm: true,
  entries: [
    {
      match: { callback: '**.McpServer().{tool,registerTool}' },
      parameters: [
        { label: 'tool-arg', schema: '1.inputSchema|1|2' },
        { none: true, rest: true },
      ],
      tool: { sdk: 'mcp' },
    },
    {
      match: { callback: '**.McpServer().{prompt,registerPrompt,resource,registerResource}' },
      parameters: [{ label: 'tool-arg', rest: true }],
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
      tool: { sdk: 'mcp' },
    },
  ],
  sources: [
    {
      path: '**.Client().{callTool,readResource,getPrompt}()',
      label: 'tool-result',
      name: 'MCP tool result',
    },
  ],
} satisfies SdkModel;
