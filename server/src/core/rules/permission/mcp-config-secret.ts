import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'mcp-config-secret',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic: ['ASI03'],
    cwe: [312, 798],
    atlas: ['AML.T0083'],
  },
  summary: 'A credential is written in plain text into an agent configuration.',
  why: `Agent configurations are committed, synchronised, pasted into issues, and read by the agents themselves. A key in one of them is a key that others will have.`,
  remedy: `Revoke the key, and let the configuration refer to it: \`\${VAR}\` in \`.mcp.json\`, \`\${input:id}\` in VS Code, \`\${env:VAR}\` in Cursor, \`{env:VAR}\` in OpenCode,
\`bearer_token_env_var\` in Codex.`,
  detect: risksOf('mcp-config-secret'),
  fixes: fixRisk,
});
