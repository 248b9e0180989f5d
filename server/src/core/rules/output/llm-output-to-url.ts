import { remedies } from '../../fixes/remedy.js';
import { safeUrl } from '../../guards/safe-place.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-url',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI02'],
    cwe: [918, 601],
    atlas: ['AML.T0086'],
  },
  summary: 'Text that a model wrote decides which address is requested or redirected to.',
  why: `The request leaves from inside your network: it can reach services that nobody else can (cloud metadata, admin pages), or carry data out in its
address.`,
  remedy: `Allow a fixed list of hosts over https, refuse private addresses after name resolution, and follow no redirects.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['url'],
      message: ({ sinkName }) => `Model output decides which address is called (${sinkName})`,
    }),
  fixes: remedies(safeUrl),
});
