import type { VariableId } from '../ir/instruction.js';
import type { ModelIndex } from '../models/model-index.js';
import { type Abstraction, type Detail, detailAfter, Identities } from './abstraction.js';
import { NO_ARGUMENTS } from './arguments.js';
import type { ClassRef } from './callable.js';
import { bareInstance, Classes, type InstanceFacts } from './classes.js';
import { exportedEntries, namedEntries, runEntry } from './entries.js';
import { Execution } from './execution.js';
import type { FanIn } from './fan-in.js';
import { type FileFindings, Harvest } from './findings.js';
import { finish } from './finish.js';
import type { Frame, Levels } from './frame.js';
import { Implementations } from './implementations.js';
import { CIRCLES, invoke, invokeWithAnything } from './invoke.js';
import type { PromptFiles } from './prompt-files.js';
import { Resolver } from './resolve.js';
import type { Run } from './run.js';
import type { ModuleUnit, Unit } from './unit.js';
import { ofApi, ofCallable, UNKNOWN, type Value } from './value.js';
import { joinAll } from './value-join.js';
import { runSteps } from './workflows.js';

/** Calls are followed so deep below each function. */
const CALL_LEVELS = 10;
/** Facts about modules and classes may depend on facts about others so deep. */
const FACT_LEVELS = 4;

/** Instructions that may be run for a file, and more for each that it has; ordinary code needs about five. */
const LEAST_STEPS = 300_000;
const STEPS_PER_INSTRUCTION = 200;

/** What so many instructions gave is kept for the next time; a library of some size has more. */
const MOST_KEPT = 100_000;
/** What so many gave is the most that is kept at any time: some 500 MB. */
const MOST_HELD = 400_000;

/** A module whose top-level code has been run. */
interface ModuleRun {
  readonly execution: Execution;
  readonly facts: number;
}

/** The files of a workspace while they are analysed: what imports mean, and what has been worked out so far. */
export class Program {
  readonly identities = new Identities();
  readonly classes: Classes = new Classes(this);
  readonly promptFiles: PromptFiles;
  readonly fanIn: FanIn;
  readonly #modules: ReadonlyMap<string, ModuleUnit>;
  readonly #runCounts = new Map<Unit, number>();
  readonly #moduleRuns = new Map<string, ModuleRun[]>();
  #resolver = new Resolver([]);
  #implementations = new Implementations([]);
  #steps = 0;
  /** Instructions that were run for what is held. */
  #held = 0;

  constructor(modules: ReadonlyMap<string, ModuleUnit>, promptFiles: PromptFiles, fanIn: FanIn) {
    this.#modules = modules;
    this.fanIn = fanIn;
    this.promptFiles = promptFiles;
  }

  /** Forgets what was worked out about files that have changed, and about those that depend on them. */
  begin(resolver: Resolver, stale: ReadonlySet<string>, implementations: Implementations): void {
    this.#implementations = implementations;
    this.#resolver = resolver;
    for (const path of stale) this.#moduleRuns.delete(path);
    // Otherwise functions would be told less and less the longer somebody types.
    this.#runCounts.clear();
  }

  /** What stands behind the interfaces of the program. */
  get implementations(): Implementations {
    return this.#implementations;
  }

  get resolver(): Resolver {
    return this.#resolver;
  }

  /** Forgets what can be worked out again; a file that is being analysed stays the one it is. */
  #makeRoom(path: string): void {
    const own = this.#moduleRuns.get(path) ?? [];
    this.#held = 0;
    this.#moduleRuns.clear();
    this.#moduleRuns.set(path, own);
    for (const { execution } of own) execution.runs.clear();
  }

  /** A group of files is done that no others depend on. */
  leave(): void {
    if (this.#held < MOST_KEPT) return;
    this.#held = 0;
    this.#moduleRuns.clear();
    this.#runCounts.clear();
  }

  /** Counts an instruction; false when the budget is used up. */
  spend(): boolean {
    this.#held++;
    return --this.#steps >= 0;
  }

  index(path: string): ModelIndex | undefined {
    return this.#modules.get(path)?.index;
  }

  /** The most that the next run of a function is told of its arguments. */
  detailFor(unit: Unit): Detail {
    return detailAfter(this.#runCounts.get(unit) ?? 0);
  }

  /** Runs a function for arguments of this shape, or finds the run that was made before. */
  runFunction(unit: Unit, frame: Frame, abstraction: Abstraction, levels: Levels): Run {
    const { key } = abstraction;
    const known = key === undefined ? undefined : frame.runs.find(unit, key, levels);
    if (known !== undefined) return known;
    this.#runCounts.set(unit, (this.#runCounts.get(unit) ?? 0) + 1);
    const execution = new Execution(this, unit, frame, levels);
    for (const { variable, value } of abstraction.bound) execution.environment.set(variable, value);
    execution.run();
    this.#runInnerFunctions(execution);
    execution.live = false;
    const run = finish(execution, abstraction);
    if (key !== undefined) frame.runs.add(unit, key, run);
    return run;
  }

  /** Functions that were defined but never called may be called by anybody. */
  #runInnerFunctions(execution: Execution): void {
    for (const entry of execution.pending.splice(0)) runEntry(execution, entry);
    for (const unit of execution.defined) {
      if (execution.invoked.has(unit) || unit.fn.class !== undefined) continue;
      invokeWithAnything(execution, { kind: 'function', unit, frame: execution });
    }
    for (const definition of execution.unit.module.classes) {
      if (definition.parent !== execution.unit.fn.id) continue;
      this.#runMethods(execution, { module: execution.unit.owner, definition, frame: execution });
    }
  }

  #runMethods(context: Execution, ref: ClassRef): void {
    const instance = this.classes.instance(context, ref);
    for (const id of ref.definition.methods.values()) {
      const unit = ref.module.units[id];
      if (unit === undefined || context.invoked.has(unit)) continue;
      invokeWithAnything(context, methodOf(unit, ref, instance));
    }
  }

  /** The top-level code of a file, run with so many levels of facts left. */
  moduleFrame(path: string, facts: number): Execution | undefined {
    const module = this.#modules.get(path);
    const unit = module?.units[0];
    if (unit === undefined) return undefined;
    const runs = this.#moduleRuns.get(path) ?? [];
    const known = runs.find(({ execution, facts: had }) => {
      const { record } = execution;
      return record.cut.facts ? had === facts : record.height.facts <= facts;
    });
    if (known !== undefined) return known.execution;
    const execution = new Execution(this, unit, undefined, { calls: CALL_LEVELS, facts, circles: CIRCLES });
    execution.run();
    this.#settle(execution);
    execution.live = false;
    this.#moduleRuns.set(path, [...runs, { execution, facts }]);
    return execution;
  }

  /** Variables of the module that functions assign hold that, too. */
  #settle(execution: Execution): void {
    const { owner } = execution.unit;
    for (const unit of owner.units) {
      if (unit.fn.id === 0 || !assignsGlobals(unit)) continue;
      execution.settling = true;
      invokeWithAnything(execution, { kind: 'function', unit, frame: execution });
    }
    execution.settling = false;
  }

  /** The frame of a module as a run sees it: its own, or that of another file. */
  frameFor(run: Execution, path: string): Execution | undefined {
    for (let frame: Frame | undefined = run; frame !== undefined; frame = frame.parent) {
      if (frame.parent === undefined && frame.unit.owner.path === path && frame instanceof Execution)
        return frame;
    }
    if (run.levels.facts <= 0) {
      run.record.deepened({ calls: 0, facts: 0 }, { calls: false, facts: true });
      return undefined;
    }
    const found = this.moduleFrame(path, run.levels.facts - 1);
    if (found !== undefined) {
      run.record.deepened(
        { calls: 0, facts: found.record.height.facts + 1 },
        { calls: false, facts: found.record.cut.facts },
      );
    }
    return found;
  }

  /** What a file exports under a name; `undefined` when it exports no such thing. */
  exportOf(run: Execution, path: string, name: string): Value | undefined {
    let [file, wanted] = [path, name];
    // Re-exports are followed; a chain of them is short.
    for (let hops = 0; hops < 8; hops++) {
      const module = this.#modules.get(file);
      if (module === undefined) return undefined;
      const own = module.module.exports.find((one) => one.name === wanted && one.name !== '*');
      if (own?.kind === 'variable') return this.frameFor(run, file)?.lookup(own.variable) ?? UNKNOWN;
      if (own?.kind === 'from') {
        const [next] = this.resolver.resolve(file, own.specifier);
        if (next === undefined) return this.#fromLibrary(module, own.specifier, own.imported);
        if (own.imported === '*') return ofCallable({ kind: 'module', path: next });
        [file, wanted] = [next, own.imported];
        continue;
      }
      const star = this.#throughStar(run, module, wanted);
      if (star !== undefined) return star;
      return this.#commonJs(run, module, file, wanted);
    }
    return undefined;
  }

  #fromLibrary(module: ModuleUnit, specifier: string, imported: string): Value | undefined {
    const api = module.index.package(specifier);
    const member = imported === '*' ? api : api?.child(imported);
    return member === undefined ? undefined : ofApi(member);
  }

  /** `export * from "./other"`, `from .other import *`. */
  #throughStar(run: Execution, module: ModuleUnit, name: string): Value | undefined {
    for (const one of module.module.exports) {
      if (one.kind !== 'from' || one.name !== '*' || run.levels.facts <= 0) continue;
      const [next] = this.resolver.resolve(module.path, one.specifier);
      if (next === undefined || next === module.path) continue;
      const target = this.#modules.get(next)?.module.exports.find((other) => other.name === name);
      if (target !== undefined) return this.exportOf(run, next, name);
    }
    return undefined;
  }

  /** `module.exports = { name }`, and the default import of such a file. */
  #commonJs(run: Execution, module: ModuleUnit, path: string, name: string): Value | undefined {
    const whole = module.module.exports.find((one) => one.name === 'module.exports');
    if (whole?.kind !== 'variable') return undefined;
    const value = this.frameFor(run, path)?.lookup(whole.variable);
    return name === 'default' ? value : value?.shape?.fields.get(name)?.value;
  }

  /** The value that a dotted name of a type means in a module. */
  namedType(run: Execution, module: ModuleUnit, name: string): Value | undefined {
    const [first = '', ...rest] = name.split('.');
    const variable = module.globals.get(first);
    const isQualified = rest.length > 0 && module.module.language === 'java' && /^[a-z]/.test(first);
    let value: Value | undefined;
    if (variable !== undefined) value = this.frameFor(run, module.path)?.lookup(variable);
    else {
      // A Java type may be written with its package.
      const api = isQualified ? module.index.package(name) : module.index.global(first);
      value = api === undefined ? undefined : ofApi(api);
      if (isQualified) return value;
    }
    for (const key of rest) {
      const inLibrary = value?.apis.flatMap((api) => api.child(key) ?? []).map((api) => ofApi(api)) ?? [];
      const inProgram =
        value?.callables.flatMap((one) => this.classes.memberOfCallable(run, one, key) ?? []) ?? [];
      const members = [...inLibrary, ...inProgram];
      value = members.length === 0 ? undefined : joinAll(members);
    }
    return value;
  }

  /** Classes of the program that implement an interface. */
  implementationsOf(run: Execution, name: string): readonly ClassRef[] {
    return this.implementations.of(name).flatMap(({ path, class: id }) => {
      const module = this.#modules.get(path);
      const definition = module?.module.classes[id];
      const frame = definition?.parent === 0 ? this.frameFor(run, path) : undefined;
      return module === undefined || definition === undefined || frame === undefined
        ? []
        : [{ module, definition, frame }];
    });
  }

  /** An instance of a class of which no construction is seen. */
  instanceOf(ref: ClassRef, facts: number): InstanceFacts {
    const context = this.#context(ref.frame.unit, ref.frame, facts);
    let value = bareInstance(ref);
    for (const one of [...this.classes.lineage(ref)].reverse()) {
      for (const name of ['__init__', 'constructor']) {
        const unit = one.module.units[one.definition.methods.get(name) ?? -1];
        if (unit !== undefined)
          value = invokeWithAnything(context, methodOf(unit, one, value)).receiver ?? value;
      }
    }
    for (const [name, id] of ref.definition.methods) {
      const unit = ref.module.units[id];
      if (unit === undefined || name === '__init__' || name === 'constructor' || !unit.writesInstance)
        continue;
      value = invokeWithAnything(context, methodOf(unit, ref, value)).receiver ?? value;
    }
    const key = `${ref.module.path}#${ref.definition.id}@${facts}.${this.identities.of(ref.frame)}`;
    const shape = value.shape?.with({ classes: [ref], key });
    const { height, cut } = context.record;
    return { value: { ...value, shape }, facts, height: height.facts, cut: cut.facts };
  }

  /** A place to call functions from, without code of its own. */
  #context(unit: Unit, frame: Frame | undefined, facts: number): Execution {
    return new Execution(this, unit, frame, { calls: CALL_LEVELS, facts, circles: CIRCLES });
  }

  renderComponent(run: Execution, at: number, component: Value, props: Value): void {
    for (const callable of component.callables) {
      if (callable.kind !== 'function') continue;
      invoke(run, at, callable, { ...NO_ARGUMENTS, positional: [{ value: props, site: run.site(at) }] });
    }
  }

  /** Everything that a file does: its top-level code, its entries, and its functions as anybody may call them. */
  analyse(path: string): FileFindings {
    const module = this.#modules.get(path);
    this.#steps = LEAST_STEPS + STEPS_PER_INSTRUCTION * (module?.size ?? 0);
    const frame = this.moduleFrame(path, FACT_LEVELS);
    const findings = new Harvest();
    if (frame === undefined || module === undefined) return { findings, exhausted: false };
    const context = this.#context(frame.unit, undefined, FACT_LEVELS);
    const makeRoom = (): void => {
      if (this.#held < MOST_HELD) return;
      findings.below(context.record.callees);
      context.record.callees.clear();
      this.#makeRoom(path);
    };
    for (const entry of [...frame.pending, ...exportedEntries(module, frame)]) runEntry(context, entry);
    for (const unit of module.units) {
      const { fn } = unit;
      if (fn.id === 0 || fn.parent !== 0 || fn.class !== undefined) continue;
      const target = { kind: 'function', unit, frame } as const;
      invokeWithAnything(context, target);
      for (const fact of namedEntries(unit))
        runEntry(context, { target, fact, args: NO_ARGUMENTS, name: undefined });
      makeRoom();
    }
    for (const definition of module.module.classes) {
      if (definition.parent !== 0) continue;
      const ref: ClassRef = { module, definition, frame };
      this.#runMethods(context, ref);
      this.#runMethodEntries(context, ref);
      runSteps(context, ref, this.classes.instance(context, ref));
      makeRoom();
    }
    findings.of(frame.record).of(context.record);
    makeRoom();
    return { findings, exhausted: frame.record.exhausted || context.record.exhausted };
  }

  /** Methods that a framework calls because of the class they are in. */
  #runMethodEntries(context: Execution, ref: ClassRef): void {
    for (const api of this.classes.libraryBases(ref)) {
      for (const fact of api.facts) {
        if (fact.kind !== 'entry' || !('base' in fact.model.match)) continue;
        for (const name of fact.model.match.methods) {
          const unit = ref.module.units[ref.definition.methods.get(name) ?? -1];
          if (unit === undefined) continue;
          const target = methodOf(unit, ref, this.classes.instance(context, ref));
          runEntry(context, { target, fact, args: NO_ARGUMENTS, name: undefined });
        }
      }
    }
  }
}

const methodOf = (unit: Unit, ref: ClassRef, instance: Value) => {
  const { methodKind } = unit.fn;
  const receiver = methodKind === 'class' ? ofCallable({ kind: 'class', class: ref }) : instance;
  return { kind: 'function', unit, frame: ref.frame, ...(methodKind !== 'static' && { receiver }) } as const;
};

/** The function assigns variables of the module. */
const assignsGlobals = (unit: Unit): boolean => {
  for (const variable of unit.stored.keys() as Iterable<VariableId>) {
    if (unit.module.variables[variable]?.owner === 0) return true;
  }
  return false;
};
