import type { SdkModel } from '../model.js';

const importing = ['mcp', 'mcp.*', 'fastmcp', 'fastmcp.*'];
const everywhere = ['0.0.0.0', '::', ''];

/** Web servers that an MCP server runs behind. */
export default {
  id: 'mcp-serving',
  language: 'python',
  packages: ['uvicorn', 'starlette', 'fastapi'],
  origin: 'uvicorn.org/settings, starlette.io/middleware; mcp 2.3.0 (mcp/server/transport_security.py)',
  options: [
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: 'uvicorn:{run,Config}',
      importing,
      option: { argument: 'host', values: everywhere },
      severity: 'warning',
      remedy: { kind: 'replace', value: '"127.0.0.1"' },
      what: 'The MCP server listens on every network without asking who calls',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: 'starlette:middleware.cors.CORSMiddleware',
      importing,
      option: { argument: 'allow_origins[]|1[]', values: ['*'] },
      severity: 'warning',
      what: 'Every web page may call the tools of this MCP server',
    },
    {
      variant: 'MCP-SRV-BIND',
      ruleId: 'unauthenticated-agent-endpoint',
      path: '{starlette:middleware.Middleware,starlette:applications.Starlette().add_middleware,fastapi:FastAPI().add_middleware}',
      importing,
      option: { argument: 'allow_origins[]', values: ['*'] },
      severity: 'warning',
      what: 'Every web page may call the tools of this MCP server',
    },
  ],
} satisfies SdkModel;
