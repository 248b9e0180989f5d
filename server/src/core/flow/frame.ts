import type { ValueId, VariableId } from '../ir/instruction.js';
import type { Run } from './run.js';
import type { Passed } from './substitution.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';

/** The variables of a function in whose body other functions and classes are defined. */
export interface Frame {
  readonly unit: Unit;
  /** The frame around it; none around a module. */
  readonly parent: Frame | undefined;
  /** The function is still running: its variables change, and what depends on them cannot be kept for long. */
  readonly live: boolean;
  /** Variables that functions within it have written while it runs. */
  readonly writtenWithin?: Set<VariableId>;
  /** A variable of this function or of one around it. */
  lookup(variable: VariableId): Value | undefined;
  /** Writes a variable of this function or of one around it; false when it cannot be written any more. */
  assign(variable: VariableId, value: Value): boolean;
  /** A function has returned: what was written from within it or its callbacks is told in terms of what it was passed. */
  returned(passed: Passed): void;
  /** A promise that the instruction makes is resolved with the value. */
  keep(at: ValueId, value: Value): void;
  /** A value that the function's body computed: a default, a decorator, a base class. */
  value(at: ValueId): Value | undefined;
  /** What running the functions defined here gave, by function and arguments. */
  readonly runs: RunCache;
}

/** The nearest function around that is still running, up to the one whose variable is looked for. */
export function liveFrame(frame: Frame | undefined, owner = 0): Frame | undefined {
  for (let around = frame; around !== undefined; around = around.parent) {
    if (around.live) return around;
    if (around.unit.fn.id === owner) return undefined;
  }
  return undefined;
}

/** Finished runs of functions by what they depend on. */
export class RunCache {
  readonly #runs = new Map<Unit, Map<string, Run[]>>();

  /** A run that holds for the levels that are left: one that was not cut short, or one with just as many levels. */
  find(unit: Unit, key: string, levels: Levels): Run | undefined {
    return this.#runs
      .get(unit)
      ?.get(key)
      ?.find((run) => holds(run, levels));
  }

  /** Forgets everything: what the runs saw of the variables around them has changed. */
  clear(): void {
    if (this.#runs.size > 0) this.#runs.clear();
  }

  add(unit: Unit, key: string, run: Run): void {
    let byKey = this.#runs.get(unit);
    if (byKey === undefined) {
      byKey = new Map();
      this.#runs.set(unit, byKey);
    }
    const runs = byKey.get(key);
    if (runs === undefined) byKey.set(key, [run]);
    else runs.push(run);
  }
}

/** How deep calls, and facts about modules and classes, go. */
export interface Height {
  readonly calls: number;
  readonly facts: number;
}

/** How deep they are still followed. */
export interface Levels extends Height {
  /** How often the circle of functions that call each other may still be gone round. */
  readonly circles: number;
}

function holds(run: Run, levels: Levels): boolean {
  if (run.levels.circles !== levels.circles) return false;
  const calls = run.cut.calls ? run.levels.calls === levels.calls : run.height.calls <= levels.calls;
  const facts = run.cut.facts ? run.levels.facts === levels.facts : run.height.facts <= levels.facts;
  return calls && facts;
}
