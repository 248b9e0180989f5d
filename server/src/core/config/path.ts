import type { TextRange } from '../text/range.js';
import type { ConfigEntry, ConfigNode } from './config-node.js';

export const entriesOf = (node: ConfigNode | undefined): readonly ConfigEntry[] =>
  node?.kind === 'map' ? node.entries : [];

export const itemsOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node?.kind === 'list' ? node.items : [];

/** The entry of a map; the last one where a key is repeated, which is the one that counts. */
export const entryAt = (node: ConfigNode | undefined, key: string): ConfigEntry | undefined =>
  entriesOf(node)
    .filter((entry) => entry.key === key)
    .at(-1);

/** The value below a path of keys and indexes: `at(root, 'permissions', 'allow', 0)`. */
export function at(
  node: ConfigNode | undefined,
  ...path: readonly (string | number)[]
): ConfigNode | undefined {
  let here = node;
  for (const step of path) here = typeof step === 'number' ? itemsOf(here)[step] : entryAt(here, step)?.value;
  return here;
}

export const stringOf = (node: ConfigNode | undefined): string | undefined =>
  node?.kind === 'string' ? node.value : undefined;

/** The strings of a list; a lone string counts as a list of one. Other items are left out. */
export function stringNodesOf(node: ConfigNode | undefined): readonly (ConfigNode & { kind: 'string' })[] {
  const nodes = node?.kind === 'string' ? [node] : itemsOf(node);
  return nodes.flatMap((item) => (item.kind === 'string' ? [item] : []));
}

/** Text of a scalar as a shell or an environment would see it. */
export function scalarText(node: ConfigNode | undefined): string | undefined {
  if (node === undefined || node.kind === 'map' || node.kind === 'list' || node.kind === 'null')
    return undefined;
  return String(node.value);
}

/** A value that a pattern selected, and how it was got to. */
export interface Selected {
  readonly node: ConfigNode;
  /** The entry whose value it is; absent for items of lists and for the root. */
  readonly entry?: ConfigEntry;
  /** The map or list that holds it. */
  readonly parent?: ConfigNode;
  /** Keys (and indexes in digits) from the root. */
  readonly keys: readonly string[];
}

/**
 * A path pattern: keys separated by `/`; `*` is any key, `[]` any item of a list, `**` any run of keys and items (also none). A key that holds
 * dots (`chat.agent.enabled`) also stands for nested maps, as editors read their settings.
 */
export type KeyPattern = string;

/** The values that a pattern selects, in document order. Repeated keys: the last one alone, except below `*`. */
export function select(root: ConfigNode | undefined, pattern: KeyPattern): readonly Selected[] {
  if (root === undefined) return [];
  let found: readonly Selected[] = [{ node: root, keys: [] }];
  for (const step of pattern.split('/')) {
    if (found.length === 0) return found;
    found =
      step === '**' ? found.flatMap((f) => [...descendants(f)]) : found.flatMap((f) => children(f, step));
  }
  return found;
}

function children(from: Selected, step: string): readonly Selected[] {
  if (step === '[]')
    return itemsOf(from.node)
      .map((_, i) => item(from, i))
      .flatMap((s) => s ?? []);
  if (step === '*') return entriesOf(from.node).map((entry) => below(from, entry));
  const exact = entryAt(from.node, step);
  if (exact !== undefined) return [below(from, exact)];
  return step.includes('.') ? dotted(from, step) : [];
}

/** `a.b.c` written as `{ "a": { "b.c": … } }` or `{ "a.b": { "c": … } }`. */
function dotted(from: Selected, step: string): readonly Selected[] {
  for (let dot = step.indexOf('.'); dot > 0; dot = step.indexOf('.', dot + 1)) {
    const entry = entryAt(from.node, step.slice(0, dot));
    if (entry?.value.kind === 'map') return children(below(from, entry), step.slice(dot + 1));
  }
  return [];
}

const below = (from: Selected, entry: ConfigEntry): Selected => ({
  node: entry.value,
  entry,
  parent: from.node,
  keys: [...from.keys, entry.key],
});

function item(from: Selected, index: number): Selected | undefined {
  const node = itemsOf(from.node)[index];
  return node === undefined ? undefined : { node, parent: from.node, keys: [...from.keys, String(index)] };
}

/** The value itself and everything below it, in document order. A node that aliases repeat is visited once. */
export function* descendants(from: Selected): Generator<Selected> {
  const seen = new Set<ConfigNode>();
  const todo = [from];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (seen.has(next.node)) continue;
    seen.add(next.node);
    yield next;
    const here = next;
    const nested = [
      ...entriesOf(here.node).map((entry) => below(here, entry)),
      ...itemsOf(here.node).flatMap((_, i) => item(here, i) ?? []),
    ];
    todo.push(...nested.reverse());
  }
}

/** The values around an offset, outermost first. An offset at either border of a value counts as inside. */
export function enclosing(root: ConfigNode | undefined, offset: number): readonly Selected[] {
  const chain: Selected[] = [];
  let here: Selected | undefined = root === undefined ? undefined : { node: root, keys: [] };
  while (here !== undefined && chain.length < 1000) {
    const from: Selected = here;
    chain.push(from);
    const entry = entriesOf(from.node)
      .filter((e) => holds(e.range, offset))
      .at(-1);
    const index = itemsOf(from.node).findIndex((node) => holds(node.range, offset));
    here = entry === undefined ? item(from, index) : below(from, entry);
  }
  return chain;
}

const holds = (span: TextRange, offset: number): boolean => span.start <= offset && offset <= span.end;
