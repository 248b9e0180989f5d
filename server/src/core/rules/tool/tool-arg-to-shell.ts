import { remedies } from '../../fixes/remedy.js';
import { safeArgv } from '../../guards/safe-argv.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';
import { toolArgumentQuery } from '../tool-arguments.js';

export default defineRule({
  id: 'tool-arg-to-shell',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05', 'LLM06'],
    owaspLlm2026: ['LLM10', 'LLM03'],
    owaspAgentic: ['ASI02', 'ASI05'],
    cwe: [78],
    atlas: ['AML.T0053', 'AML.T0050'],
  },
  summary: 'An argument that the model chooses is run as a shell command by a tool.',
  why: `The model fills in a tool's arguments, and everything it reads can steer it: a web page, a mail, another tool's result. A tool that
passes them to a shell gives all of those a shell on this machine.`,
  remedy: `- Offer tools for the few things that are needed instead of a command line.
- Take a name from a fixed list, build the argument list yourself, and run it without a shell.
- If free commands are the purpose, run them in a container and ask a person first.`,
  detect: (context) =>
    flowHits(
      context.surface,
      toolArgumentQuery(
        context,
        'shell',
        ({ sinkName }) => `A tool argument runs as a shell command (${sinkName})`,
      ),
    ),
  fixes: remedies(safeArgv),
});
