import { callAt } from '../fixes/call.js';
import { callGuard } from '../fixes/call-guard.js';
import { TOKEN_LIMIT, tokenLimitSelector } from '../fixes/limits.js';
import { setOption } from '../fixes/options.js';
import { fixOf } from '../fixes/remedy.js';

/** A cap on the length of the answer, in the option that this version of the SDK has for it. */
export const tokenLimit = callGuard(({ model, source }, draft) => {
  const selector = tokenLimitSelector(model);
  const { limitLocation: place } = model;
  const call = place.path === source.path ? callAt(source, place.range) : undefined;
  if (model.tokenLimit !== 'missing' || selector === undefined || call === undefined) return [];
  if (!setOption(draft, call, selector, TOKEN_LIMIT)) return [];
  return fixOf(draft, {
    id: 'limit-tokens',
    title: `Limit the answer to ${TOKEN_LIMIT} tokens`,
    safety: 'safe',
    preferred: true,
  });
});
