import { flowHits, placeKey } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'tool-credential-to-untrusted-host',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02', 'LLM06'],
    owaspLlm2026: ['LLM02', 'LLM03'],
    owaspAgentic: ['ASI03'],
    cwe: [522, 918],
    atlas: ['AML.T0098'],
  },
  summary: 'A tool sends a secret along with a request whose address the model chooses.',
  why: `The model fills in the address, and everything it reads can steer it. One request to somebody else's server, and the key is theirs.`,
  remedy: `Send the secret to fixed hosts only: keep the host in the program and let the model choose the path at most, or compare the host with a list before the request.`,
  detect: ({ surface }) => {
    const steered = new Set(
      surface.flows
        .filter(({ label, sink }) => sink === 'url' && (label === 'tool-arg' || label === 'model-output'))
        .map(({ call }) => placeKey(call)),
    );
    return flowHits(surface, {
      labels: ['secret'],
      sinks: ['credential'],
      where: ({ call }) => steered.has(placeKey(call)),
      message: ({ sourceName }) => `A secret is sent to an address that the model chooses (${sourceName})`,
    });
  },
});
