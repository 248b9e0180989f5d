import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'agent-hook-unsafe',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI05'],
    cwe: [78, 22, 835],
    atlas: ['AML.T0081'],
  },
  summary: 'A hook of an agent runs a dangerous command, or approves what it should check.',
  why: `Hooks run by themselves at every event, with your rights, and what they are given (file names, commands, prompts) is partly written by the model. A hook that
downloads code, runs text, or answers *allow* to everything opens what the permission rules close.`,
  remedy: `Call a script of the project by its full path (\`"$CLAUDE_PROJECT_DIR"/...\`), quote every value, pin what is fetched, and let guards answer *ask* or *deny*.`,
  detect: risksOf('agent-hook-unsafe'),
  fixes: fixRisk,
});
