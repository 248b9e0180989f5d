import { aiMiddleware } from '../guards/ai-middleware.js';
import { checkedAnswer } from '../guards/checked-answer.js';
import { moderation } from '../guards/moderation.js';
import { piiVault } from '../guards/pii-vault.js';
import { timeout } from '../guards/timeout.js';
import { tokenLimit } from '../guards/token-limit.js';
import type { Project } from '../project.js';
import type { ModelCall } from '../surface/model-use.js';
import type { Fix } from './fix.js';

const guards = [aiMiddleware, piiVault, moderation, checkedAnswer, tokenLimit, timeout] as const;

/** "Guard this call...": every guard that fits a model call and is not there yet, whether a rule found something or not. */
export const guardActions = (call: ModelCall, project: Project): readonly Fix[] =>
  guards.flatMap((guard) => guard.forCall(call, project)).map((fix) => ({ ...fix, preferred: false }));
