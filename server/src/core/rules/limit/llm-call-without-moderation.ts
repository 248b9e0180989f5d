import { remedies } from '../../fixes/remedy.js';
import { moderation } from '../../guards/moderation.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-call-without-moderation',
  family: 'limit',
  since: '0.1.0',
  severity: 'info',
  confidence: 'medium',
  persona: 'audit',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI09'],
    cwe: [693],
    atlas: ['AML.T0054'],
  },
  summary: 'Request text goes to a model and nothing checks either side for harmful content.',
  why: `Providers refuse much, not everything. What your product says in your name should be looked at before somebody reads it.`,
  remedy: `Send input and answer through a moderation call or a guardrail, and decide what happens when it does not answer.`,
  detect: ({ surface }) => {
    const fromRequests = new Set(
      surface.flows.flatMap(({ label, sink, modelCall }) =>
        label === 'request' && sink === 'prompt-user' && modelCall !== undefined ? [modelCall] : [],
      ),
    );
    return surface.modelCalls
      .filter(
        ({ inputGuards, outputGuards }, index) =>
          fromRequests.has(index) && ![...inputGuards, ...outputGuards].includes('moderation'),
      )
      .map(({ callee, sdk }) => ({
        location: callee,
        message: 'Nothing checks this conversation for harmful content',
        properties: { sdk },
      }));
  },
  fixes: remedies(moderation),
});
