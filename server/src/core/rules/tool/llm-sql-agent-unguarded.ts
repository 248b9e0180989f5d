import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-sql-agent-unguarded',
  family: 'tool',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI02'],
    cwe: [89, 250],
    atlas: ['AML.T0101'],
  },
  summary: 'An agent writes and runs its own SQL, and nothing holds it to reading.',
  why: `Such a chain runs whatever statement the model comes up with, with the rights of its connection. A question can be phrased so that the answer is a
\`DELETE\`.`,
  remedy: `Connect with a role that may only read the tables needed, in read-only transactions with a timeout, and check each statement before it runs.`,
  detect: ({ surface }) => optionHits(surface, 'llm-sql-agent-unguarded'),
  fixes: remedies(dangerousOption),
});
