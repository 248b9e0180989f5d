import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'tool-dispatch-without-allowlist',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI02'],
    cwe: [470, 913],
    atlas: ['AML.T0053'],
  },
  summary:
    'The model chooses by name which function of the program runs, and every function is there to choose.',
  why: `The name of a tool comes from the model, and what the model reads can make it ask for another one. Looked up in a module or an object, the
name finds everything that is there: functions that were never meant as tools, and what the language itself puts there.`,
  remedy: `Look the name up in a map that holds the tools and nothing else, and refuse what is not in it.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output', 'tool-arg'],
      sinks: ['dispatch'],
      // A fixed start (`getattr(self, "tool_" + name)`) is a list of its own.
      where: ({ embedded }) => !embedded,
      message: ({ sinkName }) => `The model chooses which function runs (${sinkName})`,
    }),
});
