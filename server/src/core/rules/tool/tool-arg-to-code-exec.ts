import { remedies } from '../../fixes/remedy.js';
import { runCode } from '../../guards/run-code.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { toolArgumentQuery } from '../tool-arguments.js';

export default defineRule({
  id: 'tool-arg-to-code-exec',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05', 'LLM06'],
    owaspLlm2026: ['LLM10', 'LLM03'],
    owaspAgentic: ['ASI02', 'ASI05'],
    cwe: [94],
    atlas: ['AML.T0053', 'AML.T0050'],
  },
  summary: 'An argument that the model chooses is evaluated as code by a tool.',
  why: `The model fills in a tool's arguments, and everything it reads can steer it. A tool that evaluates them lets all of those run code with the rights of this process.`,
  remedy: `Take parameters with a fixed meaning instead of code. If code is the purpose, run it outside this process: a container or a micro-VM, with a timeout and
without secrets.`,
  detect: (context) =>
    flowHits(
      context.surface,
      toolArgumentQuery(context, 'code-exec', ({ sinkName }) => `A tool argument runs as code (${sinkName})`),
    ),
  fixes: remedies(runCode),
});
