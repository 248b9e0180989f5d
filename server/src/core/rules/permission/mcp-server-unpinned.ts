import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'mcp-server-unpinned',
  family: 'permission',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [494, 829],
    atlas: ['AML.T0010.005', 'AML.T0109'],
  },
  summary: 'An MCP server is fetched anew at every start, in whatever version is there.',
  why: `\`npx some-server\` downloads and runs the newest release. When its author's account is taken over, the next start of your editor runs the attacker's code with your
rights and keys.`,
  remedy: `Write the exact version (\`some-server@1.4.2\`, \`some-server==1.4.2\`, an image digest) and raise it on purpose.`,
  detect: risksOf('mcp-server-unpinned'),
  fixes: fixRisk,
});
