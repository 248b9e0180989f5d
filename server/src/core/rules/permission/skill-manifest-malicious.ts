import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'skill-manifest-malicious',
  family: 'permission',
  since: '0.1.0',
  severity: 'error',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM03'],
    owaspLlm2026: ['LLM01', 'LLM04'],
    owaspAgentic: ['ASI01', 'ASI04'],
    cwe: [1427, 506],
    atlas: ['AML.T0081'],
  },
  summary: 'A skill or command runs a dangerous program before the model sees its text.',
  why: `In skills and commands, \`\` !\`command\` \`\` is run by the product itself while it builds the prompt: no model decides, and often nobody is asked. With network access, secrets or
arguments in it, loading the skill is the attack.`,
  remedy: `Use fixed commands that only read (\`git status\`), and leave the rest to the agent, which asks.`,
  detect: risksOf('skill-manifest-malicious'),
  fixes: fixRisk,
});
