import type { Instruction, ValueId, VariableId } from '../ir/instruction.js';
import { lastName, writtenChain } from './names.js';
import type { Unit } from './unit.js';

/** What can be said about a loop from its code. */
export interface LoopFacts {
  readonly at: number;
  /** Written as endless. */
  readonly forever: boolean;
  /** A counter, deadline or budget ends it. */
  readonly bounded: boolean;
  /** Waits for a person in each round. */
  readonly interactive: boolean;
}

const orderings = new Set(['<', '>', '<=', '>=']);
const equalities = new Set(['==', '===', '!=', '!==']);

/** Names of functions that wait for a person. */
const WAITS =
  /^(?:input|raw_input|prompt|question|readline|readLine|ask|recv|receive_text|receive_json|receive)$/;

/** The same in Java, where `prompt()` speaks to a model. */
const JAVA_WAITS = /^(?:nextLine|readLine|readln|readPassword)$/;

export function loopFacts(unit: Unit, start: number): LoopFacts {
  const { body } = unit.fn;
  const loop = body[start];
  const end = endOf(unit, start);
  const inside = body.slice(start, end);
  const forever = loop?.op === 'loop' && loop.forever === true;
  const hasTest = inside.some((instruction) => instruction.op === 'test');
  const overItems = loop?.op === 'loop' && loop.kind === 'for' && !hasTest && !forever;
  return {
    at: start,
    forever,
    bounded:
      overItems ||
      hasBound(unit, start, end) ||
      inside.some((one) => one.op === 'call' && spends(body, one.callee)),
    interactive: inside.some(
      (instruction) => instruction.op === 'call' && waitsForPerson(body, instruction.callee),
    ),
  };
}

const endOf = (unit: Unit, start: number): number => {
  let at = start;
  while (unit.fn.body[at]?.op !== 'end') {
    const next = unit.markers[at];
    if (next === undefined || next === 0 || next <= at) return unit.fn.body.length;
    at = next;
  }
  return at;
};

/** `budget.spend()` throws when nothing is left. */
function spends(body: readonly Instruction[], callee: ValueId): boolean {
  const instruction = body[callee];
  return instruction?.op === 'get' && instruction.key === 'spend';
}

export function waitsForPerson(body: readonly Instruction[], callee: ValueId): boolean {
  const instruction = body[callee];
  if (instruction?.op === 'global') return WAITS.test(instruction.name);
  if (instruction?.op !== 'get' || instruction.key === undefined) return false;
  return (instruction.isMethod === true ? JAVA_WAITS : WAITS).test(instruction.key);
}

/** Some condition that leaves the loop compares numbers: a counter against a limit, a clock against a deadline, a cost against a budget. */
function hasBound(unit: Unit, start: number, end: number): boolean {
  const { body } = unit.fn;
  const changed = new Set<VariableId>();
  for (let at = start; at < end; at++) {
    const instruction = body[at];
    if (instruction?.op === 'store') changed.add(instruction.variable);
  }
  for (let at = start; at < end; at++) {
    const instruction = body[at];
    const leaves = instruction?.op === 'test' || (instruction?.op === 'if' && leavesLoop(unit, at));
    if (leaves && compares(body, instruction.condition, changed)) return true;
    if (instruction?.op === 'call' && handsLimit(unit, instruction, changed)) return true;
  }
  return false;
}

/** `beginRound(step, maxSteps)`: what counts the rounds goes to a function together with its limit. */
function handsLimit(
  unit: Unit,
  { args }: Instruction & { readonly op: 'call' },
  changed: ReadonlySet<VariableId>,
): boolean {
  const { body } = unit.fn;
  const isCounter = args.some(({ value }) => {
    const given = body[value];
    return given?.op === 'load' && changed.has(given.variable) && isCounted(unit, given.variable);
  });
  return isCounter && args.some(({ value }) => LIMITS.test(lastName(writtenChain(unit, value)) ?? ''));
}

/** The variable goes up or down by a number. */
const isCounted = ({ fn: { body } }: Unit, variable: VariableId): boolean =>
  body.some((instruction) => {
    const change =
      instruction.op === 'store' && instruction.variable === variable ? body[instruction.value] : undefined;
    return change?.op === 'binary' && (isNumber(body, change.left) || isNumber(body, change.right));
  });

const LIMITS = /^(?:max|limit)|(?:[a-z]Limit|_limit|Max|_max)$|^MAX_|_LIMIT$/;

/** One side of the `if` breaks out, returns or throws. */
function leavesLoop(unit: Unit, start: number): boolean {
  let depth = 0;
  for (let at = start + 1; at < unit.fn.body.length; at++) {
    const { op } = unit.fn.body[at] ?? { op: 'end' };
    if (op === 'end') {
      if (depth === 0) return false;
      depth--;
    } else if (op === 'if' || op === 'loop' || op === 'try') depth++;
    else if (op === 'return' || op === 'throw' || (op === 'break' && depth === 0)) return true;
  }
  return false;
}

const MAX_PARTS = 32;

function compares(
  body: readonly Instruction[],
  condition: ValueId,
  changed: ReadonlySet<VariableId>,
): boolean {
  const open = [condition];
  for (let i = 0; i < open.length && i < MAX_PARTS; i++) {
    const instruction = body[open[i] ?? -1];
    if (instruction?.op === 'choose') open.push(...instruction.values);
    else if (instruction?.op === 'unary') open.push(instruction.operand);
    else if (instruction?.op === 'binary') {
      const sides = [instruction.left, instruction.right];
      if (orderings.has(instruction.operator) && sides.some((side) => varies(body, side, changed)))
        return true;
      if (
        equalities.has(instruction.operator) &&
        sides.some((side) => isNumber(body, side)) &&
        sides.some((side) => varies(body, side, changed))
      ) {
        return true;
      }
    }
  }
  return false;
}

const isNumber = (body: readonly Instruction[], value: ValueId): boolean => {
  const instruction = body[value];
  return instruction?.op === 'const' && typeof instruction.value === 'number';
};

/** The value is another one in the next round: an assigned variable, a field, a call (`time.time()`, `len(x)`). */
function varies(body: readonly Instruction[], value: ValueId, changed: ReadonlySet<VariableId>): boolean {
  const instruction = body[value];
  if (instruction?.op === 'load') return changed.has(instruction.variable);
  if (instruction?.op === 'binary')
    return varies(body, instruction.left, changed) || varies(body, instruction.right, changed);
  return instruction?.op === 'get' || instruction?.op === 'call';
}
