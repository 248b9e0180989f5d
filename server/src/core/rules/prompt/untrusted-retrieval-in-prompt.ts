import { remedies } from '../../fixes/remedy.js';
import { delimiting } from '../../guards/delimiting.js';
import type { Label } from '../../surface/flow.js';
import { consequence } from '../consequence.js';
import { flowHits } from '../flow-hits.js';
import { isMarkedAsData } from '../prompt-flows.js';
import { defineRule } from '../rule.js';

const names: Partial<Record<Label, string>> = {
  web: 'Text from the web',
  retrieved: 'Retrieved text',
  file: 'Text from a file',
};

export default defineRule({
  id: 'untrusted-retrieval-in-prompt',
  family: 'prompt',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM08'],
    owaspLlm2026: ['LLM01', 'LLM09'],
    owaspAgentic: ['ASI01', 'ASI06'],
    cwe: [1427],
    atlas: ['AML.T0051.001', 'AML.T0070'],
  },
  summary:
    'Text that somebody else wrote (a page, a mail, a document, a search hit) goes into a prompt unmarked.',
  why: `The person who asks is not the one who wrote this text. Instructions hidden in it are followed as if they came from the user, and in the
system prompt as if they came from you.`,
  remedy: `Keep it out of the system prompt, mark it as data with a fence that it cannot guess, and guard what the answer can do.`,
  detect: ({ surface }) => {
    const reach = (call: number | undefined) => (call === undefined ? undefined : consequence(surface, call));
    return flowHits(surface, {
      labels: ['web', 'retrieved', 'file'],
      sinks: ['prompt-system', 'prompt-user'],
      where: (flow) => !isMarkedAsData(flow),
      message: ({ label, sink, modelCall }) => {
        const what = `${names[label] ?? 'Foreign text'} goes into the ${sink === 'prompt-system' ? 'system prompt' : 'prompt unmarked'}`;
        const after = reach(modelCall);
        return after === undefined ? what : `${what}, and ${after}`;
      },
      adjust: ({ label, sink, modelCall }) => {
        const dangerous = reach(modelCall) !== undefined;
        // Programs keep their own prompts in files: without a consequence that is no finding for everybody.
        if (label === 'file' && !dangerous) return { severity: 'info', persona: 'strict' };
        return sink === 'prompt-system' || dangerous ? {} : { severity: 'info' };
      },
    });
  },
  fixes: remedies(delimiting),
});
