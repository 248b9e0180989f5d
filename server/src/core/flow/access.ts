import type { ValueId } from '../ir/instruction.js';
import { INDEX } from '../models/match-path.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import { type Arguments, NO_ARGUMENTS } from './arguments.js';
import type { ClassRef } from './callable.js';
import { withChecks } from './checks.js';
import { holds } from './conditions.js';
import type { Execution } from './execution.js';
import { isMethodName } from './methods.js';
import { isPersonal } from './personal-data.js';
import { negated } from './predicate.js';
import { CLEAN, fromSource, type Taint, union } from './taint.js';
import type { Unit } from './unit.js';
import { constant, ofApi, UNKNOWN, unknown, type Value, withTaint } from './value.js';
import { anyElement, fieldOf } from './value-access.js';
import { joinAll } from './value-join.js';

/** What a name means of an object whose fields and methods have names of their own. */
export type Meant = 'field' | 'method';

/** `object.key` or `object[index]`. */
export function getMember(
  run: Execution,
  at: ValueId,
  object: Value,
  key: string | undefined,
  index: Value | undefined,
  meant?: Meant,
): Value {
  const found: Value[] = [];
  // A caller may know what is there.
  const isTold = object.shape !== undefined && object.same === undefined;
  if (key !== undefined && !isTold && !isMethodName(key)) run.record.ask(object);
  if (key === undefined) {
    if (object.shape !== undefined) found.push(anyElement(object));
    for (const one of object.shape?.classes ?? []) found.push(...run.program.classes.methodsOf(object, one));
  } else {
    // What a list or map holds is no method of it.
    const field = meant === 'method' ? undefined : fieldOf(object, key);
    if (field !== undefined) found.push(boundTo(object, field.value));
    for (const callable of object.callables) {
      const member = run.program.classes.memberOfCallable(run, callable, key);
      if (member !== undefined) found.push(member);
    }
    for (const one of classesOf(object, field !== undefined)) {
      const instance = object.shape?.classes.length === 1 ? object : ofClass(object, one);
      const member = run.program.classes.memberOfInstance(run, at, instance, one, key, meant);
      if (member !== undefined) found.push(member);
    }
  }
  const isSize = key === 'length' || key === 'size';
  if (!isSize) for (const api of object.apis) found.push(apiMember(run, at, object, api, key, index));
  const value =
    isSize && found.length === 0 ? UNKNOWN : found.length === 0 ? unknownMember(object) : joinAll(found);
  const personal = key === undefined ? undefined : personalData(run, at, object, key);
  const whole = personal === undefined ? value : withTaint(value, union(value.taint, personal));
  const told = withPredicate(whole, object, key);
  return key === undefined ? told : withChecks(told, object, key);
}

/** Classes that say what a member is: what an instance itself holds comes first, but it may be one of several things. */
const classesOf = ({ shape }: Value, isHeld: boolean): readonly ClassRef[] =>
  shape === undefined || (isHeld && shape.kind === 'instance' && shape.classes.length === 1)
    ? []
    : shape.classes;

const ofClass = (object: Value, one: ClassRef): Value => ({
  ...object,
  shape: object.shape?.with({ kind: 'instance', classes: [one] }),
});

/** A method that is kept in a field: an arrow function in a class body, a method of an object literal. */
function boundTo(object: Value, member: Value): Value {
  if (object.shape === undefined || member.callables.length === 0) return member;
  const isInstance = object.shape.classes.length > 0;
  const isMethod = ({ fn, owner, readsThis }: Unit): boolean =>
    fn.class === undefined ? !owner.python && fn.isArrow !== true && readsThis : isInstance;
  const callables = member.callables.map((one) =>
    one.kind === 'function' && one.receiver === undefined && isMethod(one.unit)
      ? { ...one, receiver: object }
      : one,
  );
  return { ...member, callables };
}

/** Nothing is known of the member: it holds what the whole holds. */
const unknownMember = (object: Value): Value =>
  object.shape?.exact === true && object.taint.atoms.length === 0 ? UNKNOWN : unknown(object.taint);

function apiMember(
  run: Execution,
  at: ValueId,
  object: Value,
  api: Api,
  key: string | undefined,
  index: Value | undefined,
): Value {
  const taint = memberTaint(object, api, key);
  const element = api.child(INDEX);
  const named = key === undefined ? undefined : api.child(key);
  const given = index ?? (key === undefined ? undefined : constant(key));
  const args: Arguments =
    given === undefined ? NO_ARGUMENTS : { ...NO_ARGUMENTS, positional: [{ value: given, site: undefined }] };
  const apis = [named, key === undefined || isIndexed(element) ? element : undefined].filter(
    (one) => one !== undefined,
  );
  const sources = apis.reduce((all, one) => union(all, readTaint(run, at, one, args, taint)), taint);
  return { ...unknown(sources), apis };
}

/** What is read from the answer of a model, however it was fetched, comes from the model. */
export const readTaint = (run: Execution, at: ValueId, api: Api, args: Arguments, held: Taint): Taint =>
  held.atoms.some((atom) => isOutput(atom.origin)) ? CLEAN : sourceTaint(run, at, api, args);

/** A model speaks of what is under any key. */
const isIndexed = (element: Api | undefined): boolean =>
  element !== undefined && factsOfKind(element, 'source').length > 0;

/** What is read from the answer of a model is text of the model, but for the names that say otherwise. */
function memberTaint(object: Value, api: Api, key: string | undefined): Taint {
  if (key === undefined) return object.taint;
  const isMetadata = factsOfKind(api, 'answer').some((fact) => fact.model.metadata?.includes(key) === true);
  if (!isMetadata) return object.taint;
  return { ...object.taint, atoms: object.taint.atoms.filter((atom) => !isOutput(atom.origin)) };
}

const isOutput = (origin: Taint['atoms'][number]['origin']): boolean =>
  typeof origin !== 'number' && origin.label === 'model-output';

/** Labels of data that a library value gives. */
function sourceTaint(run: Execution, at: ValueId, api: Api, args: Arguments): Taint {
  let taint = UNKNOWN.taint;
  for (const { model, name } of factsOfKind(api, 'source')) {
    if (!(model.when ?? []).every((condition) => holds(run, condition, args))) continue;
    const source = run.unit.source(at, model.label, model.name ?? name);
    taint = union(taint, fromSource(source));
  }
  return taint;
}

/** Fields of records that say by their name that they are about a person. */
function personalData(run: Execution, at: ValueId, object: Value, key: string): Taint | undefined {
  if (!isPersonal(key) || object.apis.length > 0 || object.callables.length > 0) return undefined;
  const isRecord = object.taint.atoms.some((atom) => typeof atom.origin !== 'number');
  return fromSource(run.unit.source(at, 'pii', key), isRecord ? 0 : 1);
}

/** What a check found out is told by the properties of its result: `result.valid`, `result.flagged`. */
function withPredicate(value: Value, object: Value, key: string | undefined): Value {
  const { predicate } = object;
  if (predicate === undefined) return value;
  const isBad = key !== undefined && BAD_NEWS.test(key);
  return { ...value, predicate: isBad ? negated(predicate) : predicate };
}

const BAD_NEWS =
  /flag|block|reject|detect|unsafe|malicious|violat|tripwire|invalid|fail|error|injection|toxic|harm/i;

/** One element of what is iterated. */
export function readElement(run: Execution, at: ValueId, value: Value): Value {
  const found: Value[] = [];
  const { shape } = value;
  if (shape?.kind === 'map' && run.unit.owner.python) {
    found.push(unknown(value.taint), ...[...shape.fields.keys()].map((key) => constant(key)));
  } else if (shape !== undefined) found.push(anyElement(value));
  for (const api of value.apis) {
    const element = api.child(INDEX);
    if (element !== undefined) {
      found.push(
        withTaint(ofApi(element), union(value.taint, readTaint(run, at, element, NO_ARGUMENTS, value.taint))),
      );
    }
  }
  if (found.length === 0) found.push(unknown(value.taint));
  const element = joinAll(found);
  return value.predicate === undefined ? element : { ...element, predicate: value.predicate };
}
