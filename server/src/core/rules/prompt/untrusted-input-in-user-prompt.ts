import { remedies } from '../../fixes/remedy.js';
import { delimiting } from '../../guards/delimiting.js';
import { consequence } from '../consequence.js';
import { flowHits } from '../flow-hits.js';
import { isMarkedAsData } from '../prompt-flows.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'untrusted-input-in-user-prompt',
  family: 'prompt',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI01'],
    cwe: [1427],
    atlas: ['AML.T0051.000'],
  },
  summary: 'Text from a request goes into a user message without a mark, a check or a limit on its length.',
  why: `A user message is where such text belongs, so this alone is no hole. It becomes one when the answer is used for something, or when
the model has tools: then the writer of the text decides what happens. Mixed into a template without a mark, the text can also pass for
your own words.`,
  remedy: `- Mark the text as data with a fence that it cannot guess, and cap its length.
- Check it for injection where the answer or the tools matter, and guard those too: no mark stops every attack.`,
  detect: ({ surface }) => {
    const reach = (call: number | undefined) => (call === undefined ? undefined : consequence(surface, call));
    return flowHits(surface, {
      labels: ['request'],
      sinks: ['prompt-user'],
      where: (flow) =>
        !isMarkedAsData(flow) &&
        (flow.embedded || !(flow.guards.includes('length-limit') || flow.guards.includes('validation'))),
      message: ({ modelCall, embedded }) => {
        const after = reach(modelCall);
        const what = embedded
          ? 'Request text is mixed into the prompt unmarked'
          : 'Request text is the prompt';
        return after === undefined ? what : `${what}, and ${after}`;
      },
      adjust: ({ modelCall }) => (reach(modelCall) === undefined ? {} : { severity: 'warning' }),
    });
  },
  fixes: remedies(delimiting),
});
