import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'mcp-server-remote-insecure',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04', 'ASI07'],
    cwe: [319, 300],
    atlas: ['AML.T0109'],
  },
  summary: 'An MCP server is reached over an unprotected or misplaced connection.',
  why: `Without encryption, anybody on the way reads prompts, results and keys, and can change what the tools seem to say. A server that listens on all interfaces, or
addresses inside your cloud, is open to others.`,
  remedy: `Use \`https\`, and listen on \`127.0.0.1\` only.`,
  detect: risksOf('mcp-server-remote-insecure'),
  fixes: fixRisk,
});
