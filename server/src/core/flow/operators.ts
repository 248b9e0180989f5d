import type { Instruction, ValueId } from '../ir/instruction.js';
import { chained } from './chains.js';
import { comparison } from './comparison.js';
import type { Execution } from './execution.js';
import { both, either, negated } from './predicate.js';
import { deepTaint } from './shape.js';
import { guarded, union } from './taint.js';
import { joinedText } from './text.js';
import { ofShape, UNKNOWN, unknown, type Value, withTaint } from './value.js';
import { concatenated } from './value-access.js';
import { join } from './value-join.js';

const comparisons = new Set([
  '==',
  '!=',
  '===',
  '!==',
  'is',
  'is not',
  'in',
  'not in',
  '<',
  '>',
  '<=',
  '>=',
  'instanceof',
]);
/** Give numbers, whatever goes in. */
const arithmetic = new Set(['-', '**', '//', '<<', '>>', '>>>', '^', '&']);

export function evaluateBinary(
  run: Execution,
  instruction: Instruction & { readonly op: 'binary' },
  at: ValueId,
): Value {
  const { operator } = instruction;
  const left = run.value(instruction.left);
  const right = run.value(instruction.right);
  if (comparisons.has(operator)) {
    const predicate = comparison(run, instruction, left, right);
    return predicate === undefined ? UNKNOWN : { ...UNKNOWN, predicate };
  }
  if (arithmetic.has(operator) && left.shape === undefined) return UNKNOWN;
  if (operator === '|') {
    const chain = chained([left, right]);
    if (chain !== undefined) return chain;
  }
  if (operator === '+' || operator === '|') {
    const shape = operator === '|' ? merged(left, right) : concatenated([left, right]);
    if (shape !== undefined) return ofShape(shape);
    return unknown(joinedText(run, at, [left, right]));
  }
  // `path / name`, `text * 3`, `text % values` of unknown kinds.
  const taint = union(deepTaint(left), deepTaint(right));
  return { ...UNKNOWN, taint, apis: operator === '/' ? left.apis : [] };
}

/** `{...} | {...}`. */
function merged(left: Value, right: Value): Value['shape'] {
  if (left.shape?.kind !== 'map' || right.shape?.kind !== 'map') return undefined;
  return join(left, withTaint(right, left.taint)).shape;
}

export function evaluateUnary(run: Execution, instruction: Instruction & { readonly op: 'unary' }): Value {
  const operand = run.value(instruction.operand);
  if (instruction.operator === 'not' || instruction.operator === '!') {
    return operand.predicate === undefined ? UNKNOWN : { ...UNKNOWN, predicate: negated(operand.predicate) };
  }
  return UNKNOWN;
}

/** A type that may be from one of several packages is from the one of which something is known. */
function namedTypes(
  run: Execution,
  { values }: Instruction & { readonly op: 'choose' },
): Value[] | undefined {
  if (!values.every((value) => run.unit.fn.body[value]?.op === 'import')) return undefined;
  const all = values.map((value) => run.value(value));
  // A class of the program is nearer than one of a whole imported package.
  const own = all.filter(({ callables }) => callables.length > 0);
  const known = own.length > 0 ? own : all.filter(({ apis }) => apis.some((api) => !api.isVague));
  return known.length === 0 ? undefined : known;
}

export function evaluateChoice(run: Execution, instruction: Instruction & { readonly op: 'choose' }): Value {
  const values = namedTypes(run, instruction) ?? instruction.values.map((value) => run.value(value));
  const predicates = values.map((value) => value.predicate);
  const predicate =
    instruction.operator === 'and'
      ? both(predicates)
      : instruction.operator === 'or'
        ? either(predicates)
        : undefined;
  const known = instruction.condition === undefined ? undefined : run.value(instruction.condition).predicate;
  const checked = values.map((value, i) => {
    const refinements = i === 0 ? known?.whenTrue : known?.whenFalse;
    const place = run.unit.place(instruction.values[i] ?? -1);
    let taint = value.taint;
    for (const one of refinements ?? []) {
      const same =
        place?.variable === one.place.variable && place.path.join('.') === one.place.path.join('.');
      if (same) taint = guarded(taint, one.cleared, one.guards);
    }
    return withTaint(value, taint);
  });
  const [first = UNKNOWN, ...others] = checked;
  return { ...others.reduce((joined, value) => join(joined, value), first), predicate };
}
