import type { Module } from '../ir/module.js';
import type { Detail } from './abstraction.js';

/** From so many call sites on, a function is run without the inside of its arguments, and from so many on with nothing but their taint. */
const MANY_CALLS = 100;
const VERY_MANY_CALLS = 300;

const detailFor = (calls: number): Detail =>
  calls > VERY_MANY_CALLS ? 'bare' : calls > MANY_CALLS ? 'identity' : 'full';

/** How often a file calls something by each name. */
export function callCounts(module: Module): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { body } of module.functions) {
    for (const instruction of body) {
      if (instruction.op !== 'call') continue;
      const callee = body[instruction.callee];
      const name =
        callee?.op === 'get'
          ? callee.key
          : callee?.op === 'load'
            ? module.variables[callee.variable]?.name
            : undefined;
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * How often names are called in a workspace. A function that is called from very many places is a helper for everything; telling its
 * callers apart would cost as much as running it for each of them.
 */
export class FanIn {
  readonly #counts = new Map<string, number>();

  /** Counts what a file calls now in place of what it called before. Returns whether the detail for some name is another one. */
  replace(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
    let changed = false;
    const update = (name: string, difference: number): void => {
      if (difference === 0) return;
      const count = this.#counts.get(name) ?? 0;
      this.#counts.set(name, count + difference);
      changed ||= detailFor(count) !== detailFor(count + difference);
    };
    for (const [name, count] of after) update(name, count - (before.get(name) ?? 0));
    for (const [name, count] of before) if (!after.has(name)) update(name, -count);
    return changed;
  }

  detail(name: string): Detail {
    return name === '' ? 'full' : detailFor(this.#counts.get(name) ?? 0);
  }
}
