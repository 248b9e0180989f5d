import type { ClassId } from '../ir/instruction.js';
import type { Class, Module } from '../ir/module.js';

/** A class of the program, by where it stands. */
export interface Implementation {
  readonly path: string;
  readonly class: ClassId;
}

/** An interface with more implementations than this says nothing about any of them. */
const MAX_IMPLEMENTATIONS = 4;
/** Libraries that implement an interface of the program when they are given its class. */
const MAKERS = new Set(['AiServices']);

/**
 * What stands behind the interfaces of a program, as dependency injection would find it: the classes that implement them, and libraries that
 * do. Known by their simple names, in Java alone.
 */
export class Implementations {
  readonly #classes = new Map<string, Implementation[]>();
  readonly #makers = new Map<string, string[]>();

  constructor(modules: Iterable<Module>) {
    for (const module of modules) {
      if (module.language !== 'java') continue;
      for (const definition of module.classes) {
        for (const name of baseNames(module, definition))
          push(this.#classes, name, { path: module.path, class: definition.id });
      }
      for (const name of madeTypes(module)) push(this.#makers, name, module.path);
    }
  }

  of(name: string): readonly Implementation[] {
    const found = this.#classes.get(name) ?? [];
    return found.length > MAX_IMPLEMENTATIONS ? [] : found;
  }

  /** A library implements it (`AiServices.builder(Assistant.class)`). */
  isMade(name: string): boolean {
    return this.#makers.has(name);
  }

  /** Files that decide what calls of the interfaces of a file do. */
  behind({ language, classes }: Module): readonly string[] {
    if (language !== 'java') return [];
    return classes.flatMap(({ name }) => [
      ...this.of(name).map(({ path }) => path),
      ...(this.#makers.get(name) ?? []),
    ]);
  }
}

function push<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [value]);
  else known.push(value);
}

function baseNames(module: Module, { bases, parent, name }: Class): readonly string[] {
  const body = module.functions[parent]?.body ?? [];
  return bases.flatMap((base) => {
    const instruction = body[base];
    const found =
      instruction?.op === 'load'
        ? module.variables[instruction.variable]?.name
        : instruction?.op === 'get'
          ? instruction.key
          : undefined;
    return found === undefined || found === name ? [] : [found];
  });
}

/** Types that are given to a maker: `AiServices.create(Assistant.class, model)`. */
function madeTypes({ functions, variables, imports }: Module): readonly string[] {
  if (!imports.some((specifier) => MAKERS.has(specifier.slice(specifier.lastIndexOf('.') + 1)))) return [];
  return functions.flatMap(({ body }) =>
    body.flatMap((instruction) => {
      if (instruction.op !== 'call') return [];
      const callee = body[instruction.callee];
      const maker = callee?.op === 'get' ? body[callee.object] : undefined;
      const [first] = instruction.args;
      const type = first === undefined ? undefined : body[first.value];
      if (maker?.op !== 'load' || type?.op !== 'load') return [];
      const isMaker = MAKERS.has(variables[maker.variable]?.name ?? '');
      return isMaker ? [variables[type.variable]?.name ?? ''] : [];
    }),
  );
}
