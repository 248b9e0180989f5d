import { remedies } from '../../fixes/remedy.js';
import { selectOnly } from '../../guards/select-only.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { statementOf } from '../statement.js';

export default defineRule({
  id: 'llm-output-to-sql',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI02'],
    cwe: [89, 1426],
  },
  summary: 'Text that a model wrote is part of an SQL statement instead of a bound value.',
  why: `A model that writes SQL can be talked into writing any SQL: dropping tables, reading other customers' rows, or calling functions
of the database that read files.`,
  remedy: `- Bind values as parameters and keep the statement constant.
- If the model must write the query: accept a single SELECT only, run it in a read-only transaction with a statement timeout, and with a
  role that sees only what the user may see. A parser check alone is not enough, as SELECT can call functions.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['sql'],
      message: (flow) =>
        flow.embedded
          ? `Model output is put into ${statementOf(flow)} (${flow.sinkName})`
          : `Model output runs as ${statementOf(flow)} (${flow.sinkName})`,
    }),
  fixes: remedies(selectOnly),
});
