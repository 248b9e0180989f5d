import type { ModelCall } from '../surface/model-use.js';
import { callModelsOf } from './call-models.js';

/** Room for a long answer, and for a model that thinks before it. */
export const TOKEN_LIMIT = '4096';

/** Where the cap on output tokens is set, as a selector of the call or constructor at `limitLocation`. */
export function tokenLimitSelector(model: ModelCall): string | undefined {
  const { tokenLimitOption: option } = model;
  if (option === undefined) return undefined;
  const known = callModelsOf(model)
    .flatMap(({ limit }) => limit?.options ?? [])
    .find((selector) => selector === option || selector.endsWith(`.${option}`));
  return known ?? (model.language === 'python' ? option : `0.${option}`);
}

/** The option that limits how long a call may take, with its value in the unit of the SDK. */
export function timeoutOption(
  model: ModelCall,
): { readonly selector: string; readonly value: string } | undefined {
  const selector = callModelsOf(model).flatMap(({ timeout }) => timeout ?? [])[0];
  if (selector === undefined) return undefined;
  const name = selector.slice(selector.lastIndexOf('.') + 1);
  if (/signal$/i.test(name)) return { selector, value: 'AbortSignal.timeout(60_000)' };
  const inSeconds =
    /seconds$/i.test(name) || (model.language === 'python' && !/ms$|^config\./i.test(selector));
  return { selector, value: inSeconds ? '60' : '60_000' };
}
