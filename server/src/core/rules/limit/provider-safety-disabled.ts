import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'provider-safety-disabled',
  family: 'limit',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI09'],
    cwe: [693],
    atlas: ['AML.T0054'],
  },
  summary: "The provider's content filter is switched off.",
  why: `The filter is the last thing between a harmful answer and the person who reads it, and it costs nothing.`,
  remedy: `Leave the provider's default, or set the mildest level that the feature needs and moderate the answer yourself.`,
  detect: ({ surface }) => optionHits(surface, 'provider-safety-disabled'),
  fixes: remedies(dangerousOption),
});
