import type { ValueId } from '../ir/instruction.js';
import type { Class } from '../ir/module.js';
import { factsOfKind } from '../models/model-index.js';
import { NO_ARGUMENTS } from './arguments.js';
import type { Callable, ClassRef } from './callable.js';
import type { Execution } from './execution.js';
import { invoke } from './invoke.js';
import { ENUMERATIONS, JAVA_ENUMERATIONS } from './known-values.js';
import { overloadsOf, provided } from './overloads.js';
import { THIS } from './place.js';
import type { Program } from './program.js';
import { typedField } from './schemas.js';
import { type Field, Shape } from './shape.js';
import { union } from './taint.js';
import { typedValue } from './types.js';
import type { Unit } from './unit.js';
import { ofApi, ofCallable, ofShape, UNKNOWN, type Value, withTaint } from './value.js';
import { joinAll, joinFields } from './value-join.js';

/** Base classes are followed this far. */
const MAX_BASES = 8;

/** An instance as far as its class alone tells, and the levels of facts that this took. */
export interface InstanceFacts {
  readonly value: Value;
  readonly facts: number;
  readonly height: number;
  readonly cut: boolean;
}

/** What is known of the classes of a program: members, bases, what their instances hold. */
export class Classes {
  readonly #program: Program;
  /** Values set on the class itself, by the code around it. */
  readonly #statics = new WeakMap<object, Map<Class, Map<string, Field>>>();
  /** Instances as far as the class alone tells, by the levels they were worked out with. */
  readonly #instances = new WeakMap<object, Map<Class, InstanceFacts[]>>();

  constructor(program: Program) {
    this.#program = program;
  }

  setStatic(ref: ClassRef, key: string, field: Field): void {
    const byClass = getOrMake(this.#statics, ref.frame, () => new Map<Class, Map<string, Field>>());
    const fields = byClass.get(ref.definition) ?? new Map<string, Field>();
    byClass.set(ref.definition, fields.set(key, joinFields(fields.get(key), field) ?? field));
  }

  static(ref: ClassRef, key: string): Value | undefined {
    return this.#statics.get(ref.frame)?.get(ref.definition)?.get(key)?.value;
  }

  /** The class and its base classes in the program, nearest first. */
  lineage(ref: ClassRef): readonly ClassRef[] {
    const found: ClassRef[] = [ref];
    for (let i = 0; i < found.length && found.length < MAX_BASES; i++) {
      const current = found[i];
      if (current === undefined) break;
      for (const base of this.#bases(current)) {
        for (const callable of base.callables) {
          if (
            callable.kind === 'class' &&
            !found.some((one) => one.definition === callable.class.definition)
          ) {
            found.push(callable.class);
          }
        }
      }
    }
    return found;
  }

  #bases(ref: ClassRef): readonly Value[] {
    return ref.definition.bases.map((base) => ref.frame.value(base) ?? UNKNOWN);
  }

  /** Base classes that come from libraries. */
  libraryBases(ref: ClassRef): Value['apis'] {
    return this.lineage(ref).flatMap((one) => this.#bases(one).flatMap((base) => base.apis));
  }

  isEnumeration(ref: ClassRef): boolean {
    return this.libraryBases(ref).some((api) =>
      factsOfKind(api, 'known').some(({ model }) => model === ENUMERATIONS || model === JAVA_ENUMERATIONS),
    );
  }

  method(ref: ClassRef, key: string): { readonly unit: Unit; readonly class: ClassRef } | undefined {
    for (const one of this.lineage(ref)) {
      const id = one.definition.methods.get(key);
      const unit = id === undefined ? undefined : one.module.units[id];
      if (unit !== undefined) return { unit, class: one };
    }
    return undefined;
  }

  /** `Class.name`, `module.name`. */
  memberOfCallable(run: Execution, callable: Callable, key: string): Value | undefined {
    if (callable.kind === 'module') return this.#program.exportOf(run, callable.path, key);
    if (callable.kind !== 'class') return undefined;
    const method = this.method(callable.class, key);
    if (method !== undefined) {
      const receiver = method.unit.fn.methodKind === 'class' ? ofCallable(callable) : undefined;
      return overloadsOf(method, key, receiver);
    }
    for (const one of this.lineage(callable.class)) {
      const value = this.static(one, key);
      if (value !== undefined) return value;
    }
    return joinPresent(this.libraryBases(callable.class).map((api) => api.child(key)));
  }

  /** `instance.name`, where the instance itself holds nothing under that name. */
  memberOfInstance(
    run: Execution,
    at: ValueId,
    object: Value,
    ref: ClassRef,
    key: string,
    meant?: 'field' | 'method',
  ): Value | undefined {
    const method = meant === 'field' ? undefined : this.method(ref, key);
    const given = method === undefined ? undefined : provided(run, method, ref, key);
    if (given !== undefined) return given;
    if (method !== undefined && method.unit.fn.isAbstract !== true) {
      const { unit } = method;
      if (unit.fn.methodKind === 'getter') {
        const args = { ...NO_ARGUMENTS, receiver: { value: object, site: run.site(at) } };
        return invoke(run, at, { kind: 'function', unit, frame: method.class.frame, receiver: object }, args);
      }
      const receiver = unit.fn.methodKind === 'class' ? ofCallable({ kind: 'class', class: ref }) : object;
      return overloadsOf(method, key, receiver);
    }
    const typed = this.#declared(run, object, ref, key);
    // Whatever the field holds, a number or a choice of constants brings no text from outside.
    const passed = typed?.taint ?? object.taint;
    const whole = (value: Value): Value => withTaint(value, union(value.taint, passed));
    for (const one of this.lineage(ref)) {
      const value = this.static(one, key);
      const described = value === undefined ? undefined : typedField(run, value, passed);
      if (described !== undefined) return typed === undefined ? described : withTaint(typed, described.taint);
      if (value !== undefined) return whole(value);
    }
    const held = this.instance(run, ref).shape?.fields.get(key);
    if (held !== undefined && object.shape?.key === undefined) return whole(held.value);
    if (typed !== undefined) return typed;
    const inherited = joinPresent(this.libraryBases(ref).map((api) => api.child('()')?.child(key)));
    return inherited === undefined ? undefined : whole(inherited);
  }

  /** Every method that can be called from outside, on the instance. */
  methodsOf(object: Value, ref: ClassRef): readonly Value[] {
    return [...ref.definition.methods].flatMap(([name, id]) => {
      const unit = ref.module.units[id];
      if (unit === undefined || name.startsWith('__') || unit.fn.methodKind === 'getter') return [];
      const receiver = unit.fn.methodKind === 'static' ? undefined : object;
      return [ofCallable({ kind: 'function', unit, frame: ref.frame, ...(receiver && { receiver }) })];
    });
  }

  /** What the declared type of a field says about it. */
  #declared(run: Execution, object: Value, ref: ClassRef, key: string): Value | undefined {
    for (const one of this.lineage(ref)) {
      const type = one.definition.fields.get(key);
      if (type !== undefined) return typedValue(run, one.module, type, object.taint);
    }
    return undefined;
  }

  /** What an instance holds whose construction is not seen: the fields that its methods set. */
  instance(run: Execution, ref: ClassRef): Value {
    const facts = run.levels.facts - 1;
    if (facts < 0) {
      run.record.deepened({ calls: 0, facts: 0 }, { calls: false, facts: true });
      return bareInstance(ref);
    }
    const byClass = getOrMake(this.#instances, ref.frame, () => new Map<Class, InstanceFacts[]>());
    const kept = byClass.get(ref.definition) ?? [];
    let found = kept.find((one) => (one.cut ? one.facts === facts : one.height <= facts));
    if (found === undefined) {
      found = this.#program.instanceOf(ref, facts);
      if (!ref.frame.live) byClass.set(ref.definition, [...kept, found]);
    }
    run.record.deepened({ calls: 0, facts: found.height + 1 }, { calls: false, facts: found.cut });
    return found.value;
  }

  /** `super()` and `super`: the base classes with the instance of the method that is running. */
  baseOf(run: Execution): Value {
    const classId = run.unit.fn.class;
    const definition = classId === undefined ? undefined : run.unit.module.classes[classId];
    const first = run.unit.fn.parameters[0]?.variable;
    const self = run.lookup(THIS) ?? (first === undefined ? undefined : run.lookup(first));
    if (definition === undefined || run.parent === undefined) return UNKNOWN;
    const ref: ClassRef = { module: run.unit.owner, definition, frame: run.parent };
    const bases = this.#bases(ref)
      .flatMap((base) => base.callables)
      .filter((one) => one.kind === 'class');
    return joinAll(
      bases.map((base) => ({
        ...(self ?? UNKNOWN),
        shape: (self?.shape ?? bareShape(base.class)).with({ classes: [base.class] }),
      })),
    );
  }

  hasBase(ref: ClassRef, matches: (api: Value['apis'][number]) => boolean): boolean {
    return this.libraryBases(ref).some(matches);
  }
}

const bareShape = (ref: ClassRef): Shape => new Shape({ kind: 'instance', exact: false, classes: [ref] });

export const bareInstance = (ref: ClassRef): Value => ofShape(bareShape(ref));

function joinPresent(apis: readonly (Value['apis'][number] | undefined)[]): Value | undefined {
  const found = apis.filter((api) => api !== undefined).map((api) => ofApi(api));
  return found.length === 0 ? undefined : joinAll(found);
}

function getOrMake<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
