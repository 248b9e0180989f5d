import { dangerousOption } from '../../guards/dangerous-option.js';
import { fixRisk, risksOf } from '../config-risks.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'excessive-tool-grant',
  family: 'permission',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI02', 'ASI03'],
    cwe: [250],
    atlas: ['AML.T0053'],
  },
  summary: 'An agent may use a tool, path or host far beyond what its work needs.',
  why: `A rule such as \`Bash(*)\` or \`Bash(python *)\` approves what follows it, whatever that is: the agent, or text that steers it, can run any program without a
question. The same goes for a whole disk, every address on the network, or every tool of a server.`,
  remedy: `Name the commands, folders, hosts and tools that are used (\`Bash(npm run test)\`, \`WebFetch(domain:docs.example.com)\`), and move what is needed now and then to
*ask*.`,
  detect: risksOf('excessive-tool-grant'),
  fixes: (hit, context) => [...fixRisk(hit, context), ...dangerousOption.offer(hit, context)],
});
