import { remedies } from '../../fixes/remedy.js';
import { safeUrl } from '../../guards/safe-place.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { toolArgumentQuery } from '../tool-arguments.js';

export default defineRule({
  id: 'tool-arg-to-url',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05', 'LLM06'],
    owaspLlm2026: ['LLM10', 'LLM03'],
    owaspAgentic: ['ASI02', 'ASI05'],
    cwe: [918],
    atlas: ['AML.T0053'],
  },
  summary: 'An argument that the model chooses decides which address a tool requests.',
  why: `The request leaves from inside your network: it can reach services that nobody else can, and carry data out in its address.`,
  remedy: `Allow a fixed list of hosts over https, refuse private addresses after name resolution, and follow no redirects.`,
  detect: (context) =>
    flowHits(
      context.surface,
      toolArgumentQuery(
        context,
        'url',
        ({ sinkName }) => `A tool argument decides which address is called (${sinkName})`,
      ),
    ),
  fixes: remedies(safeUrl),
});
