import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'guardrail-not-blocking',
  family: 'limit',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI08'],
    cwe: [693],
    atlas: ['AML.T0054'],
  },
  summary: 'A guardrail runs beside the model instead of before it.',
  why: `While the check runs, the model already answers and may call tools. What the check finds then comes too late.`,
  remedy: `Run the guardrail first (\`run_in_parallel=False\`) where the agent has tools or the answer is shown as it comes.`,
  detect: ({ surface }) => optionHits(surface, 'guardrail-not-blocking'),
  fixes: remedies(dangerousOption),
});
