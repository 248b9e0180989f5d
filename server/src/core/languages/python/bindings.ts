import { byKind, type Cursor, type Node } from '../cursor.js';

/** Names that a region of code binds. By Python's rules a binding anywhere makes a name local everywhere. */
export interface Bindings {
  readonly local: Set<string>;
  readonly global: Set<string>;
  readonly nonlocal: Set<string>;
}

type Visit = (cursor: Cursor, node: Node, bound: Bindings) => void;

const bindName: Visit = (cursor, node, bound) => addText(cursor, cursor.child(node, 'name'), bound.local);
const bindLeft: Visit = (cursor, node, bound) => addTarget(cursor, cursor.child(node, 'left'), bound.local);

/** Kinds whose inside is another scope: only what they bind around them counts. */
const scopes: Readonly<Record<string, Visit>> = {
  function_definition: bindName,
  class_definition: bindName,
  lambda: () => {},
};

const binders: Readonly<Record<string, Visit>> = {
  assignment: bindLeft,
  augmented_assignment: bindLeft,
  for_statement: bindLeft,
  named_expression: bindName,
  as_pattern_target: (cursor, node, bound) => addTarget(cursor, node, bound.local),
  type_alias_statement: (cursor, node, bound) =>
    addFirstName(cursor, cursor.child(node, 'left'), bound.local),
  import_statement: addImported,
  import_from_statement: addImported,
  global_statement: (cursor, node, bound) => addAll(cursor, cursor.named(node), bound.global),
  nonlocal_statement: (cursor, node, bound) => addAll(cursor, cursor.named(node), bound.nonlocal),
  case_pattern: addCaptures,
  union_pattern: addCaptures,
  keyword_pattern: addCaptures,
  as_pattern: addCaptures,
  splat_pattern: (cursor, node, bound) => addText(cursor, cursor.firstNamed(node), bound.local),
};

/** Finds what a subtree binds, in one pass over its nodes; nested scopes are skipped. */
export function bindingFinder(cursor: Cursor): (region: Node) => Bindings {
  const scopeVisits = byKind(cursor.tree.kinds, scopes);
  const visits = byKind(cursor.tree.kinds, binders);
  return (region) => {
    const bound: Bindings = { local: new Set(), global: new Set(), nonlocal: new Set() };
    const end = cursor.next(region);
    for (let node = region; node < end; ) {
      const kind = cursor.kindId(node);
      const scope = cursor.isNamed(node) ? scopeVisits[kind] : undefined;
      (scope ?? visits[kind])?.(cursor, node, bound);
      node = scope === undefined ? node + 1 : cursor.next(node);
    }
    return bound;
  };
}

/** Names in an assignment target; `a.b` and `a[b]` bind none. */
export function targetNames(cursor: Cursor, target: Node): Set<string> {
  const names = new Set<string>();
  addTarget(cursor, target, names);
  return names;
}

/** The name that a dotted name in a pattern captures: one without a dot. `a.b` is compared instead. */
export function capturedName(cursor: Cursor, dottedName: Node): Node | undefined {
  const [name, ...rest] = cursor.named(dottedName);
  return rest.length === 0 ? name : undefined;
}

function addText(cursor: Cursor, node: Node | undefined, names: Set<string>): void {
  const name = node === undefined ? '' : cursor.text(node);
  if (name !== '') names.add(name);
}

function addAll(cursor: Cursor, nodes: readonly Node[], names: Set<string>): void {
  for (const node of nodes) addText(cursor, node, names);
}

function addTarget(cursor: Cursor, target: Node | undefined, names: Set<string>): void {
  if (target === undefined) return;
  const end = cursor.next(target);
  for (let node = target; node < end; ) {
    const kind = cursor.kind(node);
    if (kind === 'identifier') addText(cursor, node, names);
    node = kind === 'attribute' || kind === 'subscript' || kind === 'call' ? cursor.next(node) : node + 1;
  }
}

function addFirstName(cursor: Cursor, node: Node | undefined, names: Set<string>): void {
  if (node === undefined) return;
  const end = cursor.next(node);
  let inner = node;
  while (inner < end && !cursor.is(inner, 'identifier')) inner++;
  if (inner < end) addText(cursor, inner, names);
}

/** `import a.b` binds `a`, `import a.b as c` binds `c`, `from a import b` binds `b`. */
function addImported(cursor: Cursor, statement: Node, bound: Bindings): void {
  for (const name of cursor.inField(statement, 'name')) {
    addText(cursor, cursor.child(name, 'alias') ?? cursor.firstNamed(name), bound.local);
  }
}

/** Children of a pattern that capture: names without a dot, and what follows `as`. */
function addCaptures(cursor: Cursor, pattern: Node, bound: Bindings): void {
  const bindsAs = cursor.is(pattern, 'as_pattern') && cursor.is(cursor.parent(pattern), 'case_pattern');
  for (const node of cursor.named(pattern)) {
    if (cursor.is(node, 'dotted_name')) addText(cursor, capturedName(cursor, node), bound.local);
    else if (bindsAs && cursor.is(node, 'identifier')) addText(cursor, node, bound.local);
  }
}
