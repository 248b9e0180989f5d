import type { Entry, Instruction, ValueId } from '../ir/instruction.js';
import { getMember, type Meant, readElement } from './access.js';
import { NO_ARGUMENTS } from './arguments.js';
import { evaluateCall } from './calls.js';
import { callDecorators } from './decorators.js';
import { decoratedEntries } from './entries.js';
import type { Execution } from './execution.js';
import { importValue } from './imports.js';
import { invoke } from './invoke.js';
import { evaluateBinary, evaluateChoice, evaluateUnary } from './operators.js';
import { assignedOption } from './options.js';
import { THIS } from './place.js';
import { assignedSink, elementSinks, lookupSinks } from './property-sinks.js';
import { deepTaint, type Field } from './shape.js';
import { CLEAN, hopped, isClean, type Taint, union } from './taint.js';
import { evaluateTemplate } from './text.js';
import {
  listOf,
  mapOf,
  ofApi,
  ofCallable,
  ofShape,
  onlyConstant,
  UNKNOWN,
  unknown,
  type Value,
} from './value.js';
import { anyElement, concatenated, withField } from './value-access.js';
import { joinAll, mergeOthers, withOther } from './value-join.js';
import { loadVariable } from './variables.js';

/** The value of an instruction that computes one; for the others it has its effect. */
export function evaluate(run: Execution, instruction: Instruction, at: ValueId): Value {
  switch (instruction.op) {
    case 'const':
      return run.unit.constant(at);
    case 'template':
      return evaluateTemplate(
        run,
        at,
        instruction.parts.map((part) => run.value(part)),
      );
    case 'load':
      return loadVariable(run, instruction.variable, at);
    case 'store':
      run.assign(instruction.variable, run.value(instruction.value));
      return UNKNOWN;
    case 'global': {
      const api = run.unit.owner.index.global(instruction.name);
      return api === undefined ? UNKNOWN : ofApi(api);
    }
    case 'this':
      return run.lookup(THIS) ?? UNKNOWN;
    case 'super':
      return run.program.classes.baseOf(run);
    case 'get': {
      const index = instruction.index === undefined ? undefined : run.value(instruction.index);
      if (index !== undefined) lookupSinks(run, at, instruction, index);
      const key = instruction.key ?? keyOf(index);
      return getMember(run, at, run.value(instruction.object), key, index, meantBy(run, instruction));
    }
    case 'set':
      evaluateSet(run, instruction, at);
      return UNKNOWN;
    case 'call':
      return evaluateCall(run, instruction, at);
    case 'object':
      return evaluateObject(run, instruction.entries);
    case 'list':
      return evaluateList(run, instruction.items, instruction.kind);
    case 'element':
      return evaluateElement(run, instruction, at);
    case 'binary':
      return evaluateBinary(run, instruction, at);
    case 'unary':
      return evaluateUnary(run, instruction);
    case 'choose':
      return evaluateChoice(run, instruction);
    case 'await':
      return run.value(instruction.value);
    case 'enter':
      return entered(run, at, run.value(instruction.value));
    case 'yield':
      if (instruction.value !== undefined) run.record.yielded(at, run.value(instruction.value));
      return UNKNOWN;
    case 'iterate':
      return readElement(run, at, run.value(instruction.value));
    case 'function':
      return functionValue(run, instruction.function);
    case 'class':
      return classValue(run, instruction.class);
    case 'import':
      return importValue(run, instruction.specifier, instruction.name);
    case 'unknown':
      return unknown(taintOf(instruction.operands.map((operand) => run.value(operand))));
    default:
      return UNKNOWN;
  }
}

/**
 * A generator is a context that gives what it yields (`@contextmanager`); every other list is none. A class of the program says itself what
 * entering gives.
 */
function entered(run: Execution, at: ValueId, context: Value): Value {
  const { shape } = context;
  if (shape?.kind === 'list') return anyElement(context);
  const { classes } = run.program;
  const given = (shape?.classes ?? []).flatMap((one) => {
    const method = classes.method(one, '__enter__') ?? classes.method(one, '__aenter__');
    if (method === undefined) return [];
    const target = {
      kind: 'function',
      unit: method.unit,
      frame: method.class.frame,
      receiver: context,
    } as const;
    return [invoke(run, at, target, NO_ARGUMENTS)];
  });
  return given.length === 0 ? context : joinAll(given);
}

/** Fields and methods of Java may share a name. */
const meantBy = (run: Execution, { isMethod }: Instruction & { readonly op: 'get' }): Meant | undefined =>
  run.unit.owner.module.language !== 'java' ? undefined : isMethod === true ? 'method' : 'field';

/** A constant index is as good as a key. */
function keyOf(index: Value | undefined): string | undefined {
  const known = index === undefined ? undefined : onlyConstant(index);
  return typeof known === 'string' || typeof known === 'number' ? String(known) : undefined;
}

const taintOf = (values: readonly Value[]): Taint =>
  values.reduce((taint, value) => union(taint, deepTaint(value)), CLEAN);

function functionValue(run: Execution, id: number): Value {
  const unit = run.unit.owner.units[id];
  if (unit === undefined) return UNKNOWN;
  run.defined.add(unit);
  decoratedEntries(run, unit);
  const value = ofCallable({ kind: 'function', unit, frame: run });
  callDecorators(run, unit, value);
  return value;
}

function classValue(run: Execution, id: number): Value {
  const definition = run.unit.module.classes[id];
  if (definition === undefined) return UNKNOWN;
  // In TypeScript the methods are no instructions of their own.
  for (const method of definition.methods.values()) {
    const unit = run.unit.owner.units[method];
    if (unit !== undefined && !run.defined.has(unit)) decoratedEntries(run, unit);
  }
  return ofCallable({ kind: 'class', class: { module: run.unit.owner, definition, frame: run } });
}

function evaluateSet(run: Execution, instruction: Instruction & { readonly op: 'set' }, at: ValueId): void {
  const value = run.value(instruction.value);
  const object = run.value(instruction.object);
  const index = instruction.index === undefined ? undefined : run.value(instruction.index);
  const key = instruction.key ?? keyOf(index);
  if (key !== undefined) {
    assignedSink(run, at, instruction, key, value);
    assignedOption(run, at, object, key, value);
  }
  const field: Field = { value: stored(run, at, key, value), site: run.site(instruction.value) };
  for (const callable of object.callables) {
    if (callable.kind === 'class' && key !== undefined) {
      run.program.classes.setStatic(callable.class, key, field);
    }
  }
  const place = run.unit.place(instruction.object);
  if (place !== undefined) run.change(place, (before) => withField(before, key, field));
}

/** The step is worth telling only where the value is looked for elsewhere: fields of objects, not entries of local tables. */
function stored(run: Execution, at: ValueId, key: string | undefined, value: Value): Value {
  if (isClean(value.taint) || value.taint.atoms.length === 0) return value;
  const message = key === undefined ? 'stored here' : `stored in "${key}"`;
  return { ...value, taint: hopped(value.taint, { site: run.site(at), message }) };
}

function evaluateObject(run: Execution, entries: readonly Entry[]): Value {
  const fields = new Map<string, Field>();
  let others: readonly Field[] = [];
  let exact = true;
  let taint = CLEAN;
  for (const entry of entries) {
    const value = run.value(entry.value);
    const field: Field = { value, site: run.site(entry.value) };
    const key = entry.key ?? (entry.computed === undefined ? undefined : keyOf(run.value(entry.computed)));
    if (entry.spread === true) {
      for (const [name, inner] of value.shape?.fields ?? []) fields.set(name, inner);
      others = mergeOthers(others, value.shape?.others ?? []);
      taint = union(taint, value.taint);
      exact &&= value.shape?.exact ?? false;
    } else if (key !== undefined) fields.set(key, field);
    else {
      others = withOther(others, field);
      exact = false;
    }
  }
  const made = mapOf(fields, exact, others);
  return taint === CLEAN ? made : { ...made, taint };
}

function evaluateList(
  run: Execution,
  items: readonly { readonly value: ValueId; readonly spread?: true }[],
  kind: 'list' | 'tuple' | 'set',
): Value {
  const field = (value: ValueId): Field => ({ value: run.value(value), site: run.site(value) });
  if (!items.some((item) => item.spread))
    return listOf(
      items.map((item) => field(item.value)),
      kind,
    );
  const parts = items.map((item) => (item.spread ? run.value(item.value) : listOf([field(item.value)])));
  const shape = concatenated(parts);
  return shape === undefined ? UNKNOWN : ofShape(shape.with({ kind }));
}

function evaluateElement(
  run: Execution,
  instruction: Instruction & { readonly op: 'element' },
  at: ValueId,
): Value {
  const props = evaluateObject(run, instruction.props);
  const children = instruction.children.map((child) => run.value(child));
  elementSinks(run, at, instruction, props);
  // A component is a function of its props.
  if (instruction.component !== undefined) {
    const child =
      children.length === 0
        ? undefined
        : { value: listOf(children.map((value) => ({ value, site: undefined }))), site: undefined };
    const given = child === undefined ? props : withField(props, 'children', child);
    run.program.renderComponent(run, at, run.value(instruction.component), given);
  }
  return unknown(taintOf([props, ...children]));
}
