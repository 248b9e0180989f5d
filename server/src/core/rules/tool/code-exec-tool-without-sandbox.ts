import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'code-exec-tool-without-sandbox',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI05'],
    cwe: [94, 250],
    atlas: ['AML.T0053', 'AML.T0105'],
  },
  summary: 'An agent gets a tool that runs code or commands on this machine, in or beside this process.',
  why: `Such a tool runs whatever the model writes, and the model writes what its input makes it write. Without a sandbox that leaves the
process, the first successful injection has the rights of your service: its files, its environment, its network.`,
  remedy: `Use the framework's container or hosted executor (Docker, E2B, Modal, a micro-VM), with a timeout, without secrets and with the
network closed where possible. Filters over builtins or imports are no sandbox.`,
  detect: ({ surface }) => optionHits(surface, 'code-exec-tool-without-sandbox'),
  fixes: remedies(dangerousOption),
});
