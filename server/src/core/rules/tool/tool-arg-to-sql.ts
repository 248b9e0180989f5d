import { remedies } from '../../fixes/remedy.js';
import { selectOnly } from '../../guards/select-only.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { statementOf } from '../statement.js';
import { toolArgumentQuery } from '../tool-arguments.js';

export default defineRule({
  id: 'tool-arg-to-sql',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05', 'LLM06'],
    owaspLlm2026: ['LLM10', 'LLM03'],
    owaspAgentic: ['ASI02', 'ASI05'],
    cwe: [89],
    atlas: ['AML.T0053'],
  },
  summary: 'An argument that the model chooses is part of an SQL statement in a tool.',
  why: `The model fills in a tool's arguments, and everything it reads can steer it: another tenant's rows or a dropped table are one sentence away.`,
  remedy: `Bind arguments as parameters. If the model writes the query, accept one SELECT, in a read-only transaction, with a role that sees only what the user may see.`,
  detect: (context) =>
    flowHits(
      context.surface,
      toolArgumentQuery(
        context,
        'sql',
        (flow) => `A tool argument is put into ${statementOf(flow)} (${flow.sinkName})`,
      ),
    ),
  fixes: remedies(selectOnly),
});
