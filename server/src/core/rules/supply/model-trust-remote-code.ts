import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'model-trust-remote-code',
  family: 'supply',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic: ['ASI04'],
    cwe: [829, 494],
    atlas: ['AML.T0010.003'],
  },
  summary: 'Code that comes with a downloaded model, data set or tool runs on this machine.',
  why: `The option runs Python files from the model's repository at load time. Whoever can change that repository runs code here.`,
  remedy: `Use a model that needs no code of its own, or pin \`revision\` to a commit whose code you have read.`,
  detect: ({ surface }) => optionHits(surface, 'model-trust-remote-code'),
  fixes: remedies(dangerousOption),
});
