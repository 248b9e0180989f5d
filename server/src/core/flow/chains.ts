import { isLink } from '../models/model-index.js';
import { callFunction } from './callbacks.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import type { Field } from './shape.js';
import { templateOf } from './templates.js';
import { listOf, type Value } from './value.js';
import { elementsOf, withField } from './value-access.js';

/** Where a chain keeps the functions that its answers go through. */
const STAGES = '()stages';

/**
 * `prompt | model | parser`: a chain that holds a model counts as the model, with the template in front of it and the functions behind
 * it. A chain of which no link is a model yet keeps its template.
 */
export function chained(links: readonly Value[]): Value | undefined {
  const template = links.map(templateOf).find((one) => one !== undefined);
  const at = links.map(isModel).lastIndexOf(true);
  const model = links[at];
  const chain = model ?? links.find((link) => templateOf(link) !== undefined);
  if (chain === undefined) return undefined;
  const told = template === undefined ? chain : withField(chain, '{}', template);
  const behind = model === undefined ? [] : links.slice(at + 1).filter((link) => link.callables.length > 0);
  if (behind.length === 0) return told;
  const stages = [...stagesOf(told), ...behind.map((value): Field => ({ value, site: undefined }))];
  return withField(told, STAGES, { value: listOf(stages), site: undefined });
}

/** The answer of a model after the functions of the chain that it was asked through. */
export function throughStages(run: Execution, call: Call, answer: Value): Value {
  const chain = call.args.receiver?.value;
  if (chain === undefined) return answer;
  return stagesOf(chain).reduce(
    (value, stage) => callFunction(run, call, stage.value, [value]) ?? value,
    answer,
  );
}

const stagesOf = (chain: Value): readonly Field[] => {
  const kept = chain.shape?.fields.get(STAGES);
  return kept === undefined ? [] : elementsOf(kept.value);
};

const isModel = (value: Value): boolean => value.apis.some(isLink);
