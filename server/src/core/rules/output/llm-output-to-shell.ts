import { remedies } from '../../fixes/remedy.js';
import { safeArgv } from '../../guards/safe-argv.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-shell',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI05'],
    cwe: [78, 1426],
    atlas: ['AML.T0050', 'AML.T0102'],
  },
  summary: 'Text that a model wrote is run as a shell command or chooses the program to run.',
  why: `Whoever can put text before the model (a user, a web page, a file it reads) can make it answer with another command. That
command then runs with the rights of this process: it can read secrets, delete files and open connections.`,
  remedy: `Let the model choose from a fixed set of commands, and check the answer before it runs:

- split it into an argument list, allow only known programs, and run it without a shell;
- or run it in a sandbox that leaves this process (container, micro-VM);
- and ask a person before anything that cannot be undone.

Quoting alone does not help when the model chooses the program.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['shell'],
      message: ({ sinkName }) => `Model output runs as a shell command (${sinkName})`,
      // Its API describes shell and computer tools, which the program carries out.
      adjust: ({ modelCall }) =>
        modelCall !== undefined && surface.modelCalls[modelCall]?.sdk === 'anthropic'
          ? { variant: 'PY-ANT' }
          : {},
    }),
  fixes: remedies(safeArgv),
});
