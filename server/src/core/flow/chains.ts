import { factsOfKind } from '../models/model-index.js';
import type { Execution } from './execution.js';
import type { Value } from './value.js';

/**
 * `prompt | model | parser`: a chain that holds a model counts as the model; what is known of the others (templates, the value's
 * fields) is kept by joining them.
 */
export function chained(_run: Execution, links: readonly Value[]): Value | undefined {
  const model = [...links]
    .reverse()
    .find((link) => link.apis.some((api) => factsOfKind(api, 'link').length > 0));
  return model;
}
