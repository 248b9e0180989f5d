import { remedies } from '../../fixes/remedy.js';
import { delimiting } from '../../guards/delimiting.js';
import { userMessage } from '../../guards/user-message.js';
import { flowHits } from '../flow-hits.js';
import { isMarkedAsData } from '../prompt-flows.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'untrusted-input-in-system-prompt',
  family: 'prompt',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI01'],
    cwe: [1427],
    atlas: ['AML.T0051.000'],
  },
  summary: 'Text from a request becomes part of the instructions that the model trusts most.',
  why: `Models follow the system or developer message over everything else. Whoever writes into it can replace your rules, have the prompt
printed, or make the agent use its tools for them.`,
  remedy: `Keep the instructions constant. Put what comes from outside into a user message, marked as data, and validate what has only a few
valid values (a language, a tone) against a list.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['request', 'cli'],
      sinks: ['prompt-system'],
      where: (flow) => !isMarkedAsData(flow),
      message: ({ label }) =>
        `${label === 'cli' ? 'Command-line input' : 'Request text'} becomes part of the system prompt`,
      // The local user talks to their own model: nobody is attacked.
      adjust: ({ label }) => (label === 'cli' ? { severity: 'info', persona: 'strict' } : {}),
    }),
  fixes: remedies(delimiting, userMessage),
});
