import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'prompt-or-completion-logged',
  family: 'secret',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: { owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], cwe: [532], atlas: ['AML.T0057'] },
  summary: 'A setting writes whole prompts and answers to logs or telemetry.',
  why: `Prompts hold what people typed and what was looked up for them. Logs are kept longer, copied further and read by more people than the
conversation itself.`,
  remedy: `Switch the setting off outside development, or record lengths, ids and redacted text.`,
  detect: ({ surface }) => optionHits(surface, 'prompt-or-completion-logged'),
  fixes: remedies(dangerousOption),
});
