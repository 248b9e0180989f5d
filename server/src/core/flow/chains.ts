import { factsOfKind } from '../models/model-index.js';
import { templateOf } from './templates.js';
import type { Value } from './value.js';
import { withField } from './value-access.js';

/**
 * `prompt | model | parser`: a chain that holds a model counts as the model, with the template in front of it. A chain of which no link
 * is a model yet keeps its template.
 */
export function chained(links: readonly Value[]): Value | undefined {
  const template = links.map(templateOf).find((one) => one !== undefined);
  const model = [...links].reverse().find(isModel);
  const chain = model ?? links.find((link) => templateOf(link) !== undefined);
  if (chain === undefined || template === undefined) return chain;
  return withField(chain, '{}', template);
}

const isModel = (value: Value): boolean => value.apis.some((api) => factsOfKind(api, 'link').length > 0);
