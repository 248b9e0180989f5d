import { javaTokenLimit } from '../../fixes/java/token-limit.js';
import { remedies } from '../../fixes/remedy.js';
import { tokenLimit } from '../../guards/token-limit.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-call-without-token-limit',
  family: 'limit',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic: ['ASI08'],
    cwe: [770],
    atlas: ['AML.T0034.001'],
  },
  summary: 'A model call sets no limit on the length of the answer.',
  why: `Output tokens are the expensive ones. Without a cap, one request can cost as much as the model's maximum, and somebody who asks for
endless answers can run up the bill or block workers.`,
  remedy: `Set the option of the SDK (\`max_completion_tokens\`, \`max_output_tokens\`, \`maxOutputTokens\`, ...) to what the feature needs.
Models that reason count their thinking against the cap, so leave room.`,
  detect: ({ surface }) =>
    surface.modelCalls.flatMap((call) =>
      call.tokenLimit === 'missing' && call.tokenLimitOption !== undefined
        ? [
            {
              location: call.callee,
              message: `No limit on the length of the answer (${call.tokenLimitOption})`,
              confidence: call.resolved ? ('high' as const) : ('low' as const),
              properties: { sdk: call.sdk, option: call.tokenLimitOption },
            },
          ]
        : [],
    ),
  fixes: remedies(tokenLimit, javaTokenLimit),
});
