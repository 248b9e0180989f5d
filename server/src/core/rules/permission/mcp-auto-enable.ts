import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'mcp-auto-enable',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [829],
    atlas: ['AML.T0010.005'],
  },
  summary: 'MCP servers or their tools are approved before anybody has seen them.',
  why: `A server in a repository's configuration is a program that starts on your machine. Approving all of them, now and later, means that whoever can change the file can
run code in every session; approving all tools of one means that writes and deletions pass too.`,
  remedy: `List the servers you know by name (\`enabledMcpjsonServers\`), and approve reading tools one by one.`,
  detect: risksOf('mcp-auto-enable'),
  fixes: fixRisk,
});
