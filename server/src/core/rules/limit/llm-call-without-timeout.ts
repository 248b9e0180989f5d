import { remedies } from '../../fixes/remedy.js';
import { timeout } from '../../guards/timeout.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-call-without-timeout',
  family: 'limit',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  // SDKs wait ten minutes by default: long, but an end.
  persona: 'strict',
  taxonomy: {
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic: ['ASI08'],
    cwe: [400, 1088],
    atlas: ['AML.T0029'],
  },
  summary: 'A model call waits for as long as the provider takes.',
  why: `Models are slow at times. Without a timeout of your own, requests pile up behind one that hangs; with raw HTTP libraries it can hang for ever.`,
  remedy: `Set a timeout on the client, or an abort signal on the call.`,
  detect: ({ surface }) =>
    surface.modelCalls
      .filter(({ timeout }) => timeout === 'missing')
      .map(({ sdk, callee, resolved }) => ({
        location: callee,
        message: 'No timeout on this model call',
        confidence: resolved ? ('high' as const) : ('low' as const),
        properties: { sdk },
        // `requests`, `fetch` and `axios` have no timeout at all unless one is set.
        ...(sdk === 'http' ? { persona: 'regular' as const } : {}),
      })),
  fixes: remedies(timeout),
});
