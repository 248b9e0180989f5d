import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'unauthenticated-agent-endpoint',
  family: 'tool',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI03', 'ASI07'],
    cwe: [306],
    atlas: ['AML.T0132'],
  },
  summary: 'A server for agents listens on every network and asks nobody who they are.',
  why: `Everybody who reaches the port can call every tool behind it; a web page in your browser may be enough.`,
  remedy: `Listen on 127.0.0.1, or require a token and check \`Origin\` and \`Host\`.`,
  detect: ({ surface }) => optionHits(surface, 'unauthenticated-agent-endpoint'),
  fixes: remedies(dangerousOption),
});
