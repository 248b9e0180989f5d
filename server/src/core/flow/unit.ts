import type { VariableId } from '../ir/instruction.js';
import type { Function as IrFunction, Module } from '../ir/module.js';
import type { FactOf, ModelIndex } from '../models/model-index.js';
import { matchesGlob } from '../text/glob.js';
import type { TextRange } from '../text/range.js';
import { nextMarkers } from './control.js';
import { callCounts } from './fan-in.js';
import { type LoopFacts, loopFacts, waitsForPerson } from './loops.js';
import { type Place, placeOf, THIS } from './place.js';
import { recursionGroups } from './recursion.js';
import type { Resolver } from './resolve.js';
import { siteOf } from './site.js';
import { fromSource, fromText, type GuardSides, NO_GUARDS, type Source, type TextSource } from './taint.js';
import { constant, UNKNOWN, type Value } from './value.js';

/** Constant strings of a file that hold secrets, as the scanner found them. */
export interface SecretSpan {
  readonly range: TextRange;
  readonly id: string;
}

/** A file, and what the analysis has worked out about its functions. */
export class ModuleUnit {
  readonly module: Module;
  readonly index: ModelIndex;
  readonly units: readonly Unit[];
  readonly secrets: readonly SecretSpan[];
  #globals: ReadonlyMap<string, VariableId> | undefined;
  #groups: Int32Array | undefined;
  #callCounts: ReadonlyMap<string, number> | undefined;
  #specifiers: readonly string[] | undefined;
  #entryFacts: readonly FactOf<'entry'>[] | undefined;
  #exportNames: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(module: Module, index: ModelIndex, secrets: readonly SecretSpan[]) {
    this.module = module;
    this.index = index;
    this.secrets = secrets;
    this.units = module.functions.map((fn) => new Unit(this, fn));
  }

  /** Variables of the top level by name; of several the last. */
  get globals(): ReadonlyMap<string, VariableId> {
    if (this.#globals === undefined) {
      const globals = new Map<string, VariableId>();
      this.module.variables.forEach((variable, id) => {
        if (variable.owner === 0) globals.set(variable.name, id);
      });
      this.#globals = globals;
    }
    return this.#globals;
  }

  /** Number of instructions. */
  get size(): number {
    return this.units.reduce((size, { fn }) => size + fn.body.length, 0);
  }

  /** Functions that may call each other in a circle have the same number; others have -1. */
  get groups(): Int32Array {
    this.#groups ??= recursionGroups(this.module);
    return this.#groups;
  }

  /** Entries that functions of such a file may be, by their names or parameters. */
  get entryFacts(): readonly FactOf<'entry'>[] {
    this.#entryFacts ??= this.index.namedEntries.filter(({ model: { match }, sdk }) => {
      if ('exports' in match) return matchesGlob(this.path, match.file);
      if ('directive' in match) return this.module.directives.includes(match.directive);
      return this.module.imports.some((specifier) =>
        sdk.packages.some((name) => `${specifier}.`.startsWith(`${name}.`)),
      );
    });
    return this.#entryFacts;
  }

  /** Names under which other files import a function. */
  exportNames(fn: IrFunction): readonly string[] {
    if (fn.parent !== 0 || fn.id === 0) return NO_NAMES;
    this.#exportNames ??= exportsByName(this.module);
    return this.#exportNames.get(fn.name) ?? NO_NAMES;
  }

  /** How often it calls something by each name. */
  get callCounts(): ReadonlyMap<string, number> {
    this.#callCounts ??= callCounts(this.module);
    return this.#callCounts;
  }

  /** Files that its imports mean. A Python module may mean a file by an imported name, too. */
  targets(resolver: Resolver): readonly string[] {
    this.#specifiers ??= specifiersOf(this.module);
    const found = this.#specifiers.flatMap((specifier) => resolver.resolve(this.path, specifier));
    return [...new Set(found)];
  }

  get path(): string {
    return this.module.path;
  }

  get python(): boolean {
    return this.module.language === 'python';
  }
}

const NO_NAMES: readonly string[] = [];

/** The names of exported variables, by the names that these have in the file. */
function exportsByName({ exports, variables }: Module): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const one of exports) {
    const own = one.kind === 'variable' ? variables[one.variable]?.name : undefined;
    if (own === undefined) continue;
    const known = names.get(own);
    if (known === undefined) names.set(own, [one.name]);
    else known.push(one.name);
  }
  return names;
}

function specifiersOf(module: Module): readonly string[] {
  const found = new Set(module.imports);
  for (const one of module.exports) if (one.kind === 'from') found.add(one.specifier);
  if (module.language !== 'python') return [...found];
  for (const { body } of module.functions) {
    for (const instruction of body) {
      if (instruction.op !== 'import' || instruction.name === undefined) continue;
      const { specifier, name } = instruction;
      found.add(specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`);
    }
  }
  return [...found];
}

/** A function, and what can be said about its code without running it. Worked out when it is needed. */
export class Unit {
  readonly owner: ModuleUnit;
  readonly fn: IrFunction;
  /** Unique in a program and stable as long as the file's functions keep their order. */
  readonly key: string;
  readonly #constants = new Map<number, Value>();
  readonly #sources = new Map<string, Source>();
  readonly #places = new Map<number, Place | undefined>();
  readonly #loops = new Map<number, LoopFacts>();
  #markers: Int32Array | undefined;
  #readsThis: boolean | undefined;
  #stored: ReadonlyMap<VariableId, number> | undefined;

  constructor(owner: ModuleUnit, fn: IrFunction) {
    this.owner = owner;
    this.fn = fn;
    this.key = `${owner.path}#${fn.id}`;
  }

  get module(): Module {
    return this.owner.module;
  }

  /** For each marker of control flow, the next marker of the same statement. */
  get markers(): Int32Array {
    this.#markers ??= nextMarkers(this.fn.body);
    return this.#markers;
  }

  /** `this` is read in it, or in an arrow function in it. */
  get readsThis(): boolean {
    this.#readsThis ??=
      this.fn.body.some((instruction) => instruction.op === 'this') ||
      this.fn.body.some((instruction) => {
        const inner = instruction.op === 'function' ? this.owner.units[instruction.function] : undefined;
        return inner?.fn.isArrow === true && inner.readsThis;
      });
    return this.#readsThis;
  }

  place(value: number): Place | undefined {
    if (this.#places.has(value)) return this.#places.get(value);
    const place = placeOf(this.fn, value);
    this.#places.set(value, place);
    return place;
  }

  /** Variables that the body assigns, with the one instruction that does so, or -1 when there are several. */
  get stored(): ReadonlyMap<VariableId, number> {
    if (this.#stored === undefined) {
      const stored = new Map<VariableId, number>();
      this.fn.body.forEach((instruction, at) => {
        if (instruction.op === 'store') {
          stored.set(instruction.variable, stored.has(instruction.variable) ? -1 : at);
        }
      });
      this.#stored = stored;
    }
    return this.#stored;
  }

  /** What the code of the loop that starts at an instruction says about it. */
  loop(start: number): LoopFacts {
    const known = this.#loops.get(start);
    if (known !== undefined) return known;
    const made = loopFacts(this, start);
    this.#loops.set(start, made);
    return made;
  }

  /** The body waits for a person. */
  get waits(): boolean {
    return this.fn.body.some(
      (instruction) => instruction.op === 'call' && waitsForPerson(this.fn.body, instruction.callee),
    );
  }

  /** The body writes into the instance that it is a method of. */
  get writesInstance(): boolean {
    const self = this.owner.python ? this.fn.parameters[0]?.variable : THIS;
    return this.fn.body.some(
      (instruction) => instruction.op === 'set' && this.place(instruction.object)?.variable === self,
    );
  }

  /**
   * The place that a variable is another name for: it is assigned once, from that place. What is written into the one is
   * seen through the other.
   */
  alias(variable: VariableId): Place | undefined {
    const at = this.stored.get(variable);
    const instruction = at === undefined || at < 0 ? undefined : this.fn.body[at];
    return instruction?.op === 'store' ? this.place(instruction.value) : undefined;
  }

  source(
    at: number,
    label: Source['label'],
    name: string,
    modelCall?: Source['modelCall'],
    part?: 'parameter',
    guards: GuardSides = NO_GUARDS,
  ): Source {
    const key = `${at}:${label}:${part ?? ''}:${name}:${guards.input}:${guards.output}`;
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const made: Source = { label, name, modelCall, site: siteOf(this, at, part), guards };
    this.#sources.set(key, made);
    return made;
  }

  /** A guard that hangs on what an instruction makes. */
  guardSource(at: number, name: string, guards: GuardSides): Source {
    return this.source(at, 'guard', name, undefined, undefined, guards);
  }

  /** The value of a `const` instruction: a text knows where it stands, and whether a secret is in it. */
  constant(at: number): Value {
    const known = this.#constants.get(at);
    if (known !== undefined) return known;
    const made = this.#makeConstant(at);
    this.#constants.set(at, made);
    return made;
  }

  #makeConstant(at: number): Value {
    const instruction = this.fn.body[at];
    if (instruction?.op !== 'const') return UNKNOWN;
    const { value } = instruction;
    if (typeof value !== 'string' || value === '') return constant(value);
    const text: TextSource = { site: siteOf(this, at), text: value };
    const { start, end } = instruction.range;
    const secret = this.owner.secrets.find((span) => span.range.start < end && start < span.range.end);
    const taint = fromText(text);
    if (secret === undefined) return constant(value, taint);
    const source = this.source(at, 'secret', secret.id);
    return constant(value, { atoms: fromSource(source).atoms, texts: taint.texts });
  }
}
