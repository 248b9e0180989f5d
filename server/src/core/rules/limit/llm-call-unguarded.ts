import { type Remedy, remedies } from '../../fixes/remedy.js';
import { aiMiddleware } from '../../guards/ai-middleware.js';
import { checkedAnswer } from '../../guards/checked-answer.js';
import { moderation, moderationOfBoth } from '../../guards/moderation.js';
import { piiVault } from '../../guards/pii-vault.js';
import type { GuardKind } from '../../surface/flow.js';
import type { ModelCall } from '../../surface/model-use.js';
import { defineRule, type Hit } from '../rule.js';

/** Guards that look at what the text says. Fences and limits are worth having, but let everything through. */
const looksAtText: ReadonlySet<GuardKind> = new Set([
  'pii-redaction',
  'moderation',
  'injection-check',
  'validation',
  'allowlist',
]);

const isGuarded = (guards: readonly GuardKind[]): boolean => guards.some((guard) => looksAtText.has(guard));

/** Redaction works both ways: what never left cannot come back. */
const outputIsGuarded = ({ inputGuards, outputGuards }: ModelCall): boolean =>
  isGuarded(outputGuards) || inputGuards.includes('pii-redaction');

/** What closes the open side or sides, best first. */
const guards: Readonly<Record<string, readonly Remedy[]>> = {
  input: [aiMiddleware, piiVault, moderation],
  both: [aiMiddleware, piiVault, moderationOfBoth],
  output: [checkedAnswer, moderationOfBoth],
};

export default defineRule({
  id: 'llm-call-unguarded',
  family: 'limit',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01', 'LLM02', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM02', 'LLM10'],
    owaspAgentic: ['ASI09'],
    cwe: [693, 1427],
    atlas: ['AML.T0054'],
  },
  summary:
    'Text of a person goes to a model, or text of a model goes to a person, and nothing looks at it on the way.',
  why: `What a person types may hold personal data that should not leave, or instructions that you do not want followed. What the model
answers may hold what it should not say. A guard on each side is one line; without one, nobody would notice.`,
  remedy: `Hang a guard on the call: redact personal data and restore it in the answer, moderate, validate the shape of the answer, or check for
injection. Guards of the SDK (middleware, guardrails) and of a wrapper in your own code count.`,
  detect: ({ surface }) => {
    const requestGoesIn = new Set<number>();
    const answerGoesOut = new Set<number>();
    for (const { label, sink, modelCall } of surface.flows) {
      if (modelCall === undefined) continue;
      if (label === 'request' && (sink === 'prompt-user' || sink === 'prompt-system'))
        requestGoesIn.add(modelCall);
      if (label === 'model-output' && sink === 'response') answerGoesOut.add(modelCall);
    }
    return surface.modelCalls.flatMap((call, index): Hit[] => {
      const input = requestGoesIn.has(index) && !isGuarded(call.inputGuards);
      const output = answerGoesOut.has(index) && !outputIsGuarded(call);
      if (!input && !output) return [];
      const message =
        input && output
          ? 'Nothing guards what goes into this model call or what comes out'
          : input
            ? 'Request text goes to the model without a guard'
            : 'Model text goes to a person without a guard';
      return [
        {
          location: call.callee,
          message,
          confidence: call.resolved ? 'high' : 'low',
          properties: { sdk: call.sdk, side: input && output ? 'both' : input ? 'input' : 'output' },
        },
      ];
    });
  },
  fixes: (hit, context) => remedies(...(guards[hit.properties?.side ?? ''] ?? []))(hit, context),
});
