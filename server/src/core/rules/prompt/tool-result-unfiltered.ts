import { remedies } from '../../fixes/remedy.js';
import { delimiting } from '../../guards/delimiting.js';
import { consequence } from '../consequence.js';
import { flowHits } from '../flow-hits.js';
import { isMarkedAsData } from '../prompt-flows.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'tool-result-unfiltered',
  family: 'prompt',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI01', 'ASI07'],
    cwe: [1427],
    atlas: ['AML.T0051.001', 'AML.T0099'],
  },
  summary: 'The result of a tool or of another agent is fed back to the model as it is.',
  why: `A tool of somebody else's server returns what that server likes: instructions as well as data. The model follows them with the rights of
your agent.`,
  remedy: `Pick the fields that are needed, mark the text as data, check it for injection, and let dangerous tools ask a person.`,
  detect: ({ surface }) => {
    const reach = (call: number | undefined) => (call === undefined ? undefined : consequence(surface, call));
    return flowHits(surface, {
      labels: ['tool-result'],
      sinks: ['prompt-system', 'prompt-user'],
      where: (flow) => !isMarkedAsData(flow) && !flow.guards.includes('validation'),
      message: ({ modelCall }) => {
        const after = reach(modelCall);
        return after === undefined
          ? 'A tool result goes back to the model as it is'
          : `A tool result goes back to the model as it is, and ${after}`;
      },
      adjust: ({ modelCall }) => (reach(modelCall) === undefined ? {} : { severity: 'warning' }),
    });
  },
  fixes: remedies(delimiting),
});
