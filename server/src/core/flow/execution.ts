import type { Instruction, ValueId, VariableId } from '../ir/instruction.js';
import { checkedAt } from './checks.js';
import type { PendingEntry } from './entries.js';
import { Environment } from './environment.js';
import { evaluate } from './evaluate.js';
import { type Frame, type Levels, liveFrame, RunCache } from './frame.js';
import type { LoopFacts } from './loops.js';
import { type Place, THIS } from './place.js';
import type { Predicate, Refinement } from './predicate.js';
import type { Program } from './program.js';
import { Recorder } from './recorder.js';
import { type Site, type SitePart, siteOf } from './site.js';
import { type Passed, substituteValue } from './substitution.js';
import type { Unit } from './unit.js';
import { UNKNOWN, type Value } from './value.js';
import { updated, valueAt } from './value-access.js';
import { join } from './value-join.js';
import { loadVariable } from './variables.js';

/** A control statement that is being run. */
interface Block {
  readonly kind: 'if' | 'loop' | 'try';
  readonly start: number;
  /** What held before it. */
  readonly outside: Environment;
  /** Index of its next marker. */
  next: number;
  /** What holds at the end of each way through it. */
  readonly ways: ReadonlyMap<VariableId, Value>[];
  readonly predicate: Predicate | undefined;
  /** `else` was seen, `finally` was seen. */
  complete: boolean;
  /** Which time a loop's body is run. */
  pass: number;
  /** Where `continue` leaves a loop's body. */
  readonly rounds: ReadonlyMap<VariableId, Value>[];
  exit: readonly Refinement[];
}

/** A way out of a function: what it gives, and what the parameters hold then. */
export interface Exit {
  readonly value: Value;
  readonly held: ReadonlyMap<VariableId, Value>;
}

/** Stands for the value of a promise beside the variables. */
const keptAt = (at: ValueId): VariableId => THIS - 1 - at;

/** Statements nested deeper than this are run as if they were not nested. */
const MAX_BLOCKS = 40;
/** Loops nested deeper than this are run once. */
const MAX_REPEATED_LOOPS = 3;

/**
 * One abstract run of a function: its instructions in order, the branches one after the other and joined where they meet, loops
 * twice. The values of the instructions are kept by number.
 */
export class Execution implements Frame {
  readonly program: Program;
  readonly unit: Unit;
  readonly parent: Frame | undefined;
  readonly levels: Levels;
  readonly record: Recorder;
  readonly runs = new RunCache();
  readonly values: Value[] = [];
  environment = new Environment();
  live = true;
  #blocks: Block[] = [];
  #dead = false;
  /** Where the function is left without an exception. */
  readonly exits: Exit[] = [];
  /** Functions that a framework calls, found while running. */
  readonly pending: PendingEntry[] = [];
  /** Assignments add to what variables hold instead of replacing it. */
  settling = false;
  /** Variables that functions within this one have written. */
  readonly writtenWithin = new Set<VariableId>();
  readonly #ways = new Map<Unit, Set<string>>();
  /** Functions defined in this one, and those of them that were called. */
  readonly defined = new Set<Unit>();
  readonly invoked = new Set<Unit>();
  readonly #watched: readonly VariableId[];

  constructor(program: Program, unit: Unit, parent: Frame | undefined, levels: Levels) {
    this.program = program;
    this.unit = unit;
    this.parent = parent;
    this.levels = levels;
    this.record = new Recorder(this);
    this.#watched = [THIS, ...unit.fn.parameters.map((parameter) => parameter.variable)];
  }

  site(at: ValueId, part?: SitePart): Site {
    return siteOf(this.unit, at, part);
  }

  value(at: ValueId): Value {
    return this.values[at] ?? UNKNOWN;
  }

  lookup(variable: VariableId): Value | undefined {
    return this.environment.get(variable) ?? this.parent?.lookup(variable);
  }

  assign(variable: VariableId, value: Value): boolean {
    if (!this.live) return false;
    this.runs.clear();
    const held = this.settling ? this.environment.get(variable) : undefined;
    this.environment.set(variable, held === undefined ? value : join(held, value));
    const owner = variable === THIS ? this.unit.fn.id : this.unit.module.variables[variable]?.owner;
    const around = owner === this.unit.fn.id ? undefined : liveFrame(this.parent, owner);
    if (around === undefined) return true;
    around.writtenWithin?.add(variable);
    const before = this.#blocks.length === 0 ? undefined : around.lookup(variable);
    return around.assign(variable, before === undefined ? value : join(before, value));
  }

  returned(passed: Passed): void {
    if (!this.live) return;
    for (const variable of this.writtenWithin) {
      const held = this.environment.get(variable);
      if (held === undefined) continue;
      const told = substituteValue(held, passed);
      if (told !== held) this.environment.set(variable, told);
    }
  }

  keep(at: ValueId, value: Value): void {
    if (!this.live) return;
    const kept = keptAt(at);
    const held = this.environment.get(kept);
    this.writtenWithin.add(kept);
    this.environment.set(kept, held === undefined ? value : join(held, value));
  }

  /** What a promise was resolved with. */
  kept(at: ValueId): Value | undefined {
    return this.environment.get(keptAt(at));
  }

  /** Applies a change to what is kept at a place. What another name of the place shows changes with it. */
  change(place: Place, change: (value: Value) => Value): void {
    this.#changeOne(place, change);
    const alias = this.unit.alias(place.variable);
    if (alias !== undefined) this.#changeOne({ ...alias, path: [...alias.path, ...place.path] }, change);
  }

  #changeOne(place: Place, change: (value: Value) => Value): void {
    const before = loadVariable(this, place.variable, 0);
    this.assign(place.variable, updated(before, place.path, change));
  }

  /** From here on the places are known to be guarded. */
  refine(refinements: readonly Refinement[]): void {
    if (refinements.length > 0) this.runs.clear();
    for (const { place, cleared, guards } of refinements) {
      const before = this.lookup(place.variable);
      if (before === undefined) continue;
      this.record.guard(guards, valueAt(before, place.path).taint);
      this.environment.set(place.variable, checkedAt(before, place.path, cleared, guards));
    }
  }

  /** Runs the whole body. */
  run(): void {
    const { body } = this.unit.fn;
    for (let at = 0; at < body.length; ) {
      const instruction = body[at];
      if (instruction === undefined) break;
      if (this.#dead) {
        const block = this.#blocks.at(-1);
        if (block === undefined) break;
        if (at < block.next) {
          at = block.next;
          continue;
        }
      }
      if (!this.program.spend()) {
        this.record.exhausted = true;
        break;
      }
      at = this.#step(instruction, at);
    }
    if (!this.#dead) this.#leave(UNKNOWN);
  }

  /** The ways in which it has called a function so far, by the keys of the arguments. */
  waysOf(unit: Unit): Set<string> {
    const known = this.#ways.get(unit);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.#ways.set(unit, made);
    return made;
  }

  /** Nothing after this is reached. */
  stop(): void {
    this.#dead = true;
  }

  /** The loops around the instruction that is being run, innermost first. */
  loops(): readonly LoopFacts[] {
    return this.#blocks
      .filter((block) => block.kind === 'loop')
      .map((block) => this.unit.loop(block.start))
      .reverse();
  }

  #step(instruction: Instruction, at: number): number {
    switch (instruction.op) {
      case 'if':
        this.#open('if', at, this.value(instruction.condition).predicate);
        break;
      case 'loop':
        this.#open('loop', at, undefined);
        break;
      case 'try':
        this.#open('try', at, undefined);
        break;
      case 'test': {
        const predicate = this.value(instruction.condition).predicate;
        const loop = this.#innermostLoop();
        if (loop !== undefined) loop.exit = predicate?.whenFalse ?? [];
        this.refine(predicate?.whenTrue ?? []);
        break;
      }
      case 'else':
      case 'catch':
      case 'finally':
        this.#turn(instruction.op, at);
        break;
      case 'end':
        return this.#close(at);
      case 'break':
      case 'continue':
        this.#jump(instruction.op);
        break;
      case 'return': {
        const value = instruction.value === undefined ? UNKNOWN : this.value(instruction.value);
        this.record.returned(at, value);
        this.#leave(value);
        this.#dead = true;
        break;
      }
      case 'throw':
        this.#dead = true;
        break;
      default:
        this.values[at] = evaluate(this, instruction, at);
    }
    return at + 1;
  }

  #leave(value: Value): void {
    const held = new Map<VariableId, Value>();
    for (const variable of this.#watched) {
      const current = this.environment.get(variable);
      if (current !== undefined) held.set(variable, current);
    }
    this.exits.push({ value, held });
  }

  #open(kind: Block['kind'], start: number, predicate: Predicate | undefined): void {
    const outside = this.environment;
    const next = this.unit.markers[start] ?? 0;
    this.#blocks.push({
      kind,
      start,
      outside,
      next,
      ways: [],
      predicate,
      complete: false,
      pass: 1,
      rounds: [],
      exit: [],
    });
    if (this.#blocks.length <= MAX_BLOCKS) this.environment = new Environment(outside);
    if (kind === 'if') this.refine(predicate?.whenTrue ?? []);
  }

  /** Keeps what holds at the end of the way that was just run. */
  #endWay(block: Block): void {
    if (!this.#dead) block.ways.push(this.environment.changesSince(block.outside));
  }

  #turn(op: 'else' | 'catch' | 'finally', at: number): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    this.runs.clear();
    block.next = this.unit.markers[at] ?? 0;
    if (op === 'finally') {
      this.#endWay(block);
      this.#settle(block);
      block.complete = true;
      // It runs whatever happens.
      this.#dead = false;
      return;
    }
    const tried = this.environment.changesSince(block.outside);
    this.#endWay(block);
    this.environment = new Environment(block.outside);
    this.#dead = false;
    if (op === 'else') {
      block.complete = true;
      this.refine(block.predicate?.whenFalse ?? []);
    } else {
      // Anything of the `try` part may have happened before the exception.
      this.environment.meet([tried, new Map()]);
    }
  }

  #close(at: number): number {
    const block = this.#blocks.at(-1);
    if (block === undefined) return at + 1;
    this.runs.clear();
    if (block.kind === 'loop') return this.#closeLoop(block, at);
    this.#blocks.pop();
    if (block.kind === 'try' && block.complete) {
      this.#dead ||= block.ways.length === 0;
      return at + 1;
    }
    this.#endWay(block);
    if (block.kind === 'if' && !block.complete) {
      const skipped = new Environment(block.outside);
      this.environment = skipped;
      this.#dead = false;
      this.refine(block.predicate?.whenFalse ?? []);
      block.ways.push(skipped.changesSince(block.outside));
    }
    this.#settle(block);
    return at + 1;
  }

  /** Goes on below the block with what its ways have in common. */
  #settle(block: Block): void {
    this.environment = block.outside;
    this.#dead = block.ways.length === 0;
    if (!this.#dead) block.outside.meet(block.ways);
  }

  #closeLoop(block: Block, at: number): number {
    const round = this.#dead ? [] : [this.environment.changesSince(block.outside)];
    const rounds = [...block.rounds, ...round];
    const nested = this.#blocks.filter((other) => other.kind === 'loop').length;
    const grown = block.outside.meet([...rounds, new Map()]);
    if (grown && block.pass === 1 && nested <= MAX_REPEATED_LOOPS && this.#blocks.length <= MAX_BLOCKS) {
      block.pass = 2;
      block.next = this.unit.markers[block.start] ?? 0;
      this.environment = new Environment(block.outside);
      this.#dead = false;
      return block.start + 1;
    }
    this.#blocks.pop();
    this.environment = block.outside;
    this.#dead = false;
    if (block.ways.length > 0) block.outside.meet([...block.ways, new Map()]);
    else this.refine(block.exit);
    return at + 1;
  }

  #innermostLoop(): Block | undefined {
    for (let i = this.#blocks.length - 1; i >= 0; i--)
      if (this.#blocks[i]?.kind === 'loop') return this.#blocks[i];
    return undefined;
  }

  #jump(op: 'break' | 'continue'): void {
    const loop = this.#innermostLoop();
    if (loop !== undefined) {
      (op === 'break' ? loop.ways : loop.rounds).push(this.environment.changesSince(loop.outside));
    }
    this.#dead = true;
  }
}
