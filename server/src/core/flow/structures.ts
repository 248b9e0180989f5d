import { factsOfKind } from '../models/model-index.js';
import type { Given } from './arguments.js';
import type { Execution } from './execution.js';

/** Parts of answers that hold the text somewhere in them. */
const AROUND_TEXT =
  /^(?:choices|message|messages|candidates|parts|output|outputs|data|delta|results|toolCalls|tool_calls|object|usage)$/;

/** The answer of a model as an object, or a part of it that is no text: a server sends it as JSON, not as a page. */
export function isStructure(run: Execution, { value, site }: Given): boolean {
  const { apis } = value;
  if (apis.length === 0) return false;
  // What a chain answers may have been made a text by what stands behind its model.
  const isWhole = (api: (typeof apis)[number]): boolean =>
    factsOfKind(api, 'answer').some(
      ({ model, sdk }) => (model.metadata ?? []).length > 0 && (sdk.links ?? []).length === 0,
    );
  if (apis.every(isWhole)) return true;
  const isPart = apis.every((api) => api.facts.some(({ kind }) => kind === 'part'));
  const key = site?.unit === run.unit ? lastKey(run, site.at) : undefined;
  return isPart && key !== undefined && AROUND_TEXT.test(key);
}

/** Name of the member that was read last, also by way of a variable that is assigned once. */
function lastKey({ unit }: Execution, value: number): string | undefined {
  let at = value;
  for (let step = 0; step < 6; step++) {
    const instruction = unit.fn.body[at];
    if (instruction?.op === 'get') {
      if (instruction.key !== undefined && !/^\d+$/.test(instruction.key)) return instruction.key;
      at = instruction.object;
    } else if (instruction?.op === 'load') {
      const store = unit.fn.body[unit.stored.get(instruction.variable) ?? -1];
      if (store?.op !== 'store') return undefined;
      at = store.value;
    } else return undefined;
  }
  return undefined;
}
