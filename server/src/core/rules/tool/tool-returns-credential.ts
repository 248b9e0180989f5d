import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'tool-returns-credential',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic: ['ASI03'],
    cwe: [200, 209],
    atlas: ['AML.T0098'],
  },
  summary: 'What a tool gives back to the model holds a secret.',
  why: `What a tool returns becomes part of the conversation: the provider sees it, logs keep it, and whoever steers the model can have it repeated or sent
somewhere.`,
  remedy: `Return what the model needs to know (that the key is set, the name of the account), not the key. Use the secret inside the tool.`,
  detect: ({ surface, project }) =>
    flowHits(surface, {
      labels: ['secret'],
      sinks: ['tool-return'],
      // A few letters tell which key it is, and no more.
      where: ({ location: { path, range } }) =>
        !/\[\s*-?\d*\s*:\s*-?\d+\s*\]|\[\s*-\d+\s*:\s*\]|\.(?:slice|substring|substr|at)\(|\*{3}|\bmask|\bredact/i.test(
          project.file(path)?.text.slice(range.start, Math.min(range.end, range.start + 2000)) ?? '',
        ),
      message: ({ sourceName }) => `A secret goes back to the model (${sourceName})`,
    }),
});
