import type { FunctionId, Instruction, ValueId, VariableId } from '../ir/instruction.js';
import type { Function as IrFunction, Module } from '../ir/module.js';
import type { TextRange } from '../text/range.js';

/** What of one module holds text that some program sends as system prompt. */
export interface SystemValues {
  /** The variable holds nothing else (the text, a text made of it, messages with it), or a function that returns it. */
  gives(variable: VariableId): boolean;
  /** True for a value that is or holds such text. */
  holds(fn: IrFunction, value: ValueId): boolean;
}

/** Names under which a module exports system prompts. */
export type ExportedPrompts = (specifier: string, name: string) => boolean;

/** Rounds after which no longer chain of variables and functions is followed. */
const maxRounds = 6;
/** Parts of one value that are looked at. */
const maxParts = 400;

/**
 * Follows the constants at `texts` (which reach the system message of a call somewhere) through the variables, texts, lists and
 * functions of a module. A variable counts when everything that is stored in it does.
 */
export function systemValues(
  module: Module,
  texts: readonly TextRange[],
  imported: ExportedPrompts,
): SystemValues {
  const starts = new Set(texts.map(({ start, end }) => `${start}:${end}`));
  const variables = new Set<VariableId>();
  const functions = new Set<FunctionId>();

  const isText = (instruction: Instruction): boolean => {
    if (instruction.op === 'import')
      return instruction.name !== undefined && imported(instruction.specifier, instruction.name);
    if (instruction.op !== 'const') return false;
    const { range, content } = instruction;
    return (
      starts.has(`${range.start}:${range.end}`) ||
      (content !== undefined && starts.has(`${content.start}:${content.end}`))
    );
  };

  const holds = (fn: IrFunction, value: ValueId): boolean => {
    const todo = [value];
    for (let steps = 0; todo.length > 0 && steps < maxParts; steps++) {
      const instruction = fn.body[todo.pop() ?? -1];
      if (instruction === undefined) continue;
      if (isText(instruction)) return true;
      if (instruction.op === 'load' && variables.has(instruction.variable)) return true;
      if (instruction.op === 'call' && returnsPrompt(fn, instruction.callee)) return true;
      todo.push(...partsOf(instruction, fn));
    }
    return false;
  };

  const returnsPrompt = (fn: IrFunction, callee: ValueId): boolean => {
    const named = fn.body[callee];
    if (named?.op === 'import') return isText(named);
    return named?.op === 'load' && gives(named.variable);
  };

  const gives = (variable: VariableId): boolean =>
    variables.has(variable) || definitions.get(variable)?.some((id) => functions.has(id)) === true;

  const definitions = definedFunctions(module);
  const stores = storedValues(module);
  for (let round = 0; round < maxRounds; round++) {
    const before = variables.size + functions.size;
    for (const [variable, values] of stores)
      if (values.every(([fn, value]) => holds(fn, value))) variables.add(variable);
    for (const fn of module.functions)
      if (fn.body.some((one) => one.op === 'return' && one.value !== undefined && holds(fn, one.value)))
        functions.add(fn.id);
    if (variables.size + functions.size === before) break;
  }
  return { gives, holds };
}

/** What goes into a value as it is. */
function partsOf(instruction: Instruction, fn: IrFunction): readonly ValueId[] {
  switch (instruction.op) {
    case 'template':
      return instruction.parts;
    case 'object':
      return instruction.entries.map(({ value }) => value);
    case 'list':
      return instruction.items.map(({ value }) => value);
    case 'choose':
      return instruction.values;
    case 'await':
      return [instruction.value];
    case 'binary':
      return instruction.operator === '+' ? [instruction.left, instruction.right] : [];
    case 'call': {
      // `dedent(text)`, `text.strip()`, `text.format(...)`
      const callee = fn.body[instruction.callee];
      const name = callee?.op === 'get' ? callee.key : callee?.op === 'import' ? callee.name : undefined;
      if (name === undefined || !keeps.test(name)) return [];
      return callee?.op === 'get' ? [callee.object] : instruction.args.map(({ value }) => value);
    }
    default:
      return [];
  }
}

const keeps = /^(?:dedent|cleandoc|strip|trim|trimStart|trimEnd|format|replace|replaceAll|join|concat|map)$/;

function storedValues(module: Module): ReadonlyMap<VariableId, readonly (readonly [IrFunction, ValueId])[]> {
  const stores = new Map<VariableId, [IrFunction, ValueId][]>();
  for (const fn of module.functions) {
    for (const instruction of fn.body) {
      if (instruction.op !== 'store') continue;
      const known = stores.get(instruction.variable);
      if (known === undefined) stores.set(instruction.variable, [[fn, instruction.value]]);
      else known.push([fn, instruction.value]);
    }
  }
  return stores;
}

/** Functions by the variable that holds them. */
function definedFunctions(module: Module): ReadonlyMap<VariableId, readonly FunctionId[]> {
  const defined = new Map<VariableId, FunctionId[]>();
  for (const fn of module.functions) {
    for (const instruction of fn.body) {
      if (instruction.op !== 'store') continue;
      const value = fn.body[instruction.value];
      if (value?.op !== 'function') continue;
      defined.set(instruction.variable, [...(defined.get(instruction.variable) ?? []), value.function]);
    }
  }
  return defined;
}
