import type { VariableId } from '../ir/instruction.js';
import type { Value } from './value.js';
import { join } from './value-join.js';

export type Bindings = ReadonlyMap<VariableId, Value>;

/**
 * What variables hold at one point of a function. A branch gets a layer of its own on top, which is joined into the one below where
 * the branches meet; nothing is copied.
 */
export class Environment {
  readonly below: Environment | undefined;
  readonly #values = new Map<VariableId, Value>();

  constructor(below?: Environment) {
    this.below = below;
  }

  get(variable: VariableId): Value | undefined {
    for (let layer: Environment | undefined = this; layer !== undefined; layer = layer.below) {
      const value = layer.#values.get(variable);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  set(variable: VariableId, value: Value): void {
    this.#values.set(variable, value);
  }

  /** Adds what was set in this layer. */
  copyInto(changes: Map<VariableId, Value>): void {
    for (const [variable, value] of this.#values) changes.set(variable, value);
  }

  /** What was set in this layer and those between it and `below`. */
  changesSince(below: Environment): Map<VariableId, Value> {
    const layers: Environment[] = [];
    for (
      let layer: Environment | undefined = this;
      layer !== undefined && layer !== below;
      layer = layer.below
    ) {
      layers.push(layer);
    }
    const changes = new Map<VariableId, Value>();
    for (let i = layers.length - 1; i >= 0; i--) {
      layers[i]?.copyInto(changes);
    }
    return changes;
  }

  /**
   * Takes over what holds where ways meet: each way is given by its changes since this layer. What only some ways set is joined with
   * what was there before. Returns whether a variable that was known before holds more now.
   */
  meet(ways: readonly Bindings[]): boolean {
    let grown = false;
    const variables = new Set<VariableId>();
    for (const way of ways) for (const variable of way.keys()) variables.add(variable);
    for (const variable of variables) {
      const before = this.get(variable);
      let value: Value | undefined;
      for (const way of ways) {
        const set = way.get(variable) ?? before;
        if (set !== undefined) value = value === undefined ? set : join(value, set);
      }
      if (value === undefined || value === before) continue;
      if (before !== undefined) grown = true;
      this.#values.set(variable, value);
    }
    return grown;
  }
}

export const NO_CHANGES: Bindings = new Map();
