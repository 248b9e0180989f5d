import { select } from '../fixes/call.js';
import { callGuard } from '../fixes/call-guard.js';
import { fixOf } from '../fixes/remedy.js';

/** The AI SDK wraps the model itself: one edit covers text, streams, objects and tool calls. */
export const aiMiddleware = callGuard(({ model, source, call }, draft) => {
  if (model.sdk !== 'ai' || model.inputGuards.includes('pii-redaction')) return [];
  const given = select(source, call, '0.model');
  if (given === undefined || given === call.positional[0]) return [];
  // A model named by a string ("openai/gpt-5") has no object to wrap.
  if (source.is(given, 'string') || /^wrapLanguageModel\(/.test(source.text(given))) return [];
  const wrap = draft.import({ module: 'ai', name: 'wrapLanguageModel' });
  const middleware = draft.helper('piiMiddleware');
  draft.wrap(given, `${wrap}({ model: `, `, middleware: ${middleware}() })`);
  return fixOf(draft, {
    id: 'redact-pii',
    title: 'Redact personal data, and restore it in the answer',
    safety: 'unsafe',
    preferred: true,
  });
});
