import { callGuard } from '../fixes/call-guard.js';
import { timeoutOption } from '../fixes/limits.js';
import { setOption } from '../fixes/options.js';
import { fixOf } from '../fixes/remedy.js';

/** A cap on how long one call may take. */
export const timeout = callGuard(({ model, call }, draft) => {
  const option = timeoutOption(model);
  if (model.timeout !== 'missing' || option === undefined) return [];
  if (!setOption(draft, call, option.selector, option.value)) return [];
  return fixOf(draft, {
    id: 'limit-time',
    title: 'Give up on the call after 60 seconds',
    safety: 'safe',
    preferred: false,
  });
});
