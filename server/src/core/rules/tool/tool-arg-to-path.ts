import { remedies } from '../../fixes/remedy.js';
import { safePath } from '../../guards/safe-place.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { toolArgumentQuery } from '../tool-arguments.js';

export default defineRule({
  id: 'tool-arg-to-path',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05', 'LLM06'],
    owaspLlm2026: ['LLM10', 'LLM03'],
    owaspAgentic: ['ASI02', 'ASI05'],
    cwe: [22],
    atlas: ['AML.T0053'],
  },
  summary: 'An argument that the model chooses is used as a file path by a tool.',
  why: `The model fills in a tool's arguments, and everything it reads can steer it: \`../\` leads from the folder you meant to your keys.`,
  remedy: `Join the argument to a fixed folder, resolve the result, and refuse what does not lie inside.`,
  detect: (context) =>
    flowHits(
      context.surface,
      toolArgumentQuery(
        context,
        'path',
        ({ sinkName }) => `A tool argument names the file to use (${sinkName})`,
      ),
    ),
  fixes: remedies(safePath),
});
