import { remedies } from '../../fixes/remedy.js';
import { runCode } from '../../guards/run-code.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-code-exec',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI05'],
    cwe: [94, 95, 1426],
    atlas: ['AML.T0050', 'AML.T0102'],
  },
  summary: 'Text that a model wrote is evaluated as code in this process.',
  why: `The model's answer is steered by everything it has read. Evaluated here, it runs with all rights of this process, and no filter
over names or builtins holds: in-process "safe" evaluators have been bypassed again and again.`,
  remedy: `- If the answer is data, parse it as data: \`ast.literal_eval\`, \`json.loads\` with a schema, \`JSON.parse\` with a schema.
- If it must be code, run it outside this process: a container, a micro-VM or a hosted sandbox, with a timeout and no secrets.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['code-exec'],
      message: ({ sinkName }) => `Model output runs as code (${sinkName})`,
    }),
  fixes: remedies(runCode),
});
