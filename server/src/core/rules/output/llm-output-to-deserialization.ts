import { remedies } from '../../fixes/remedy.js';
import { safeLoad } from '../../guards/safe-load.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-deserialization',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: { owaspLlm2025: ['LLM05'], owaspLlm2026: ['LLM10'], owaspAgentic: ['ASI05'], cwe: [502] },
  summary: 'Text that a model wrote is loaded by a deserializer that can run code.',
  why: `\`pickle\`, \`yaml.load\` and their like build any object the data asks for, and run code on the way.`,
  remedy: `Use a format of plain data with a schema: JSON, \`yaml.safe_load\`, safetensors.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['deserialization'],
      message: ({ sinkName }) => `Model output is loaded by a deserializer that runs code (${sinkName})`,
    }),
  fixes: remedies(safeLoad),
});
