import type { FunctionId, VariableId } from '../ir/instruction.js';

/**
 * Names of one region of a program. A `class` scope is seen by the code of the class body alone, not by its methods
 * (https://docs.python.org/3/reference/executionmodel.html#resolution-of-names).
 */
export class Scope {
  readonly kind: 'function' | 'block' | 'class';
  /** Function that holds the variables declared here. */
  readonly owner: FunctionId;
  readonly parent: Scope | undefined;
  readonly #names = new Map<string, VariableId>();

  constructor(kind: Scope['kind'], owner: FunctionId, parent?: Scope) {
    this.kind = kind;
    this.owner = owner;
    this.parent = parent;
  }

  declare(name: string, variable: VariableId): void {
    this.#names.set(name, variable);
  }

  /** The variable declared in this very scope. */
  own(name: string): VariableId | undefined {
    return this.#names.get(name);
  }

  /** The variable that `name` means here; `undefined` when nothing in the file binds it. */
  lookup(name: string): VariableId | undefined {
    let leftFunction = false;
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const found = scope.kind === 'class' && leftFunction ? undefined : scope.own(name);
      if (found !== undefined) return found;
      leftFunction ||= scope.kind === 'function';
    }
    return undefined;
  }

  /** Names declared here, in order. */
  entries(): IterableIterator<[string, VariableId]> {
    return this.#names.entries();
  }
}
