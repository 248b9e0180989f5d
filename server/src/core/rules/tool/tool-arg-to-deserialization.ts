import { remedies } from '../../fixes/remedy.js';
import { safeLoad } from '../../guards/safe-load.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { toolArgumentQuery } from '../tool-arguments.js';

export default defineRule({
  id: 'tool-arg-to-deserialization',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05', 'LLM06'],
    owaspLlm2026: ['LLM10', 'LLM03'],
    owaspAgentic: ['ASI02', 'ASI05'],
    cwe: [502],
    atlas: ['AML.T0053'],
  },
  summary: 'An argument that the model chooses is loaded by a deserializer that can run code.',
  why: `\`pickle\`, \`yaml.load\` and their like build any object the data asks for, and run code on the way.`,
  remedy: `Use a format of plain data with a schema: JSON, \`yaml.safe_load\`, safetensors.`,
  detect: (context) =>
    flowHits(
      context.surface,
      toolArgumentQuery(
        context,
        'deserialization',
        ({ sinkName }) => `A tool argument is loaded by a deserializer that runs code (${sinkName})`,
      ),
    ),
  fixes: remedies(safeLoad),
});
