import { defineRule } from '../rule.js';

export default defineRule({
  id: 'system-prompt-missing',
  family: 'prompt',
  since: '0.1.0',
  severity: 'info',
  confidence: 'low',
  persona: 'audit',
  taxonomy: { owaspLlm2025: ['LLM01'], owaspLlm2026: ['LLM01'], owaspAgentic: ['ASI01'] },
  summary: 'Request text goes to a model that was given no instructions of its own.',
  why: `Without a system message the first text that comes decides what the conversation is about.`,
  remedy: `Say in a system message what the model is for, and what it should decline.`,
  detect: ({ surface }) => {
    const withSystem = new Set<number>();
    const fromRequests = new Set<number>();
    for (const { label, sink, modelCall } of surface.flows) {
      if (modelCall === undefined) continue;
      if (sink === 'prompt-system') withSystem.add(modelCall);
      if (sink === 'prompt-user' && label === 'request') fromRequests.add(modelCall);
    }
    return surface.modelCalls
      .filter(
        ({ texts, resolved }, index) =>
          resolved &&
          fromRequests.has(index) &&
          !withSystem.has(index) &&
          !texts.some(({ role }) => role === 'system'),
      )
      .map(({ callee, sdk }) => ({
        location: callee,
        message: 'This model call has no system message',
        properties: { sdk },
      }));
  },
});
