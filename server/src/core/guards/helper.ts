/** Names that a helper takes from elsewhere; without `names`, the module itself (`import json`). */
export interface HelperImport {
  readonly from: string;
  readonly names?: readonly string[];
  /** Types only (`import type`). */
  readonly type?: true;
}

/** A part of the guard module that is written as a whole or not at all. */
export interface Helper {
  readonly name: string;
  /** All names it binds at the top level. */
  readonly defines: readonly string[];
  /** Those of them that are meant for use from outside. */
  readonly exports: readonly string[];
  /** Helpers that it refers to. */
  readonly needs: readonly string[];
  readonly imports: readonly HelperImport[];
  readonly code: string;
}

/** The guard module of one language, cut into helpers so that only those in use are written. */
export interface HelperModule {
  /** Marker line and description. */
  readonly header: string;
  /** In the order in which they are written: what a helper needs at load time comes before it. */
  readonly helpers: readonly Helper[];
}

/** First words of the marker line of every generated guard module, whatever its comment sign; a version follows. */
export const marker = 'sallyport: prompt-guards';

/** The helpers that export `names`, with all that they need, in writing order. */
export function selectHelpers(module: HelperModule, names: Iterable<string>): readonly Helper[] {
  const wanted = new Set<string>();
  const todo = module.helpers
    .filter((helper) => [...names].some((name) => helper.exports.includes(name)))
    .map((helper) => helper.name);
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (wanted.has(name)) continue;
    wanted.add(name);
    todo.push(...(module.helpers.find((helper) => helper.name === name)?.needs ?? []));
  }
  return module.helpers.filter((helper) => wanted.has(helper.name));
}
