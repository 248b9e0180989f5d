import type { SdkModel } from '../model.js';

const importing = [
  '@modelcontextprotocol/sdk/server/*',
  '@modelcontextprotocol/server',
  '@modelcontextprotocol/server/*',
  '@modelcontextprotocol/express',
  '@modelcontextprotocol/node',
  '@modelcontextprotocol/hono',
  'fastmcp',
];
const everywhere = ['0.0.0.0', '::'];

/** Web servers that an MCP server runs behind. */
export default {
  id: 'mcp-serving',
  language: 'javascript',
  packages: ['express', 'fastify', '@hono/node-server', 'hono', 'http', 'cors', '@fastify/cors'],
  origin: 'expressjs.com/api app.listen, npm cors, npm @modelcontextprotocol/server 2.4.0',
  options: [
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: '{express:default().listen,fastify:{default,fastify}().listen,@hono/node-server:serve,http:createServer().listen}',
      importing,
      option: { argument: '1|0.host|0.hostname', values: everywhere },
      severity: 'warning',
      remedy: { kind: 'replace', value: "'127.0.0.1'" },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: '{cors:default,@fastify/cors:default,hono:cors.cors}',
      importing,
      option: { argument: '0.origin|0.origin[]', values: ['*'] },
      severity: 'warning',
      what: 'Every web page may call the tools of this MCP server',
    },
  ],
} satisfies SdkModel;
