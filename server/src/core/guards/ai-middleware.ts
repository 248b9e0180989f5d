import { type Call, select } from '../fixes/call.js';
import { callGuard } from '../fixes/call-guard.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';

/** The AI SDK wraps the model itself: one edit covers text, streams, objects and tool calls. */
export const aiMiddleware = callGuard(({ model, source, call }, draft) => {
  if (model.sdk !== 'ai' || model.inputGuards.includes('pii-redaction')) return [];
  const given = modelObject(source, call);
  if (given === undefined || source.text(given).includes('piiMiddleware')) return [];
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

/** The model of a call; none when it is a name ("openai/gpt-5"), which has no object to wrap. */
function modelObject(source: Source, call: Call): Node | undefined {
  const given = select(source, call, '0.model');
  const isName = given !== undefined && /^(?:string|template_string)$/.test(source.kind(given));
  return given === call.positional[0] || isName ? undefined : given;
}

export const takesMiddleware = (source: Source, call: Call): boolean =>
  modelObject(source, call) !== undefined;
