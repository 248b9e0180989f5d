import type { Node } from '../cursor.js';
import { insideQuotes } from './keys.js';
import type { Lowering, StatementLowering } from './lowering.js';
import { leftmost, namesInPattern } from './names.js';
import { unescapeText } from './text.js';

/** Imports are bound before any code of the file runs, wherever they stand. */
export const importHoists: Readonly<Record<string, StatementLowering>> = { import_statement: lowerImport };

export const moduleStatements: Readonly<Record<string, StatementLowering>> = {
  export_statement: lowerExport,
};

/** `export function` is hoisted like the function itself. */
export const exportHoists: Readonly<Record<string, StatementLowering>> = {
  export_statement: (l, node) => {
    const declaration = l.cursor.child(node, 'declaration');
    if (declaration !== undefined) l.hoist(declaration);
  },
};

function stringIn(l: Lowering, node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const { start, end } = insideQuotes(l.cursor, node);
  return unescapeText(l.cursor.source.slice(start, end));
}

/** A name in an import or export list, which may be a string. */
const nameText = (l: Lowering, node: Node): string =>
  (l.cursor.is(node, 'string') ? stringIn(l, node) : undefined) ?? l.cursor.text(node);

function lowerImport(l: Lowering, node: Node): void {
  const { cursor } = l;
  const clause = cursor.named(node).find((child) => /^import_(?:require_)?clause$/.test(cursor.kind(child)));
  const source = cursor.child(node, 'source') ?? (clause && cursor.child(clause, 'source'));
  const specifier = stringIn(l, source);
  if (specifier === undefined) return;
  l.module.addImport(specifier);
  const bind = (local: Node, name?: string): void => {
    if (cursor.isMissing(local)) return;
    const value = l.emit({ op: 'import', specifier, ...(name === undefined ? {} : { name }) }, local);
    l.store(l.declare(cursor.text(local)), value, local);
  };
  if (clause === undefined) return;
  const isRequire = cursor.is(clause, 'import_require_clause');
  for (const child of cursor.named(clause)) {
    switch (cursor.kind(child)) {
      case 'identifier':
        bind(child, isRequire ? undefined : 'default');
        break;
      case 'namespace_import': {
        const local = cursor.firstNamed(child);
        if (local !== undefined) bind(local);
        break;
      }
      case 'named_imports':
        for (const item of cursor.named(child)) {
          const name = cursor.child(item, 'name');
          if (name !== undefined) bind(cursor.child(item, 'alias') ?? name, nameText(l, name));
        }
    }
  }
}

function lowerExport(l: Lowering, node: Node): void {
  const { cursor } = l;
  const declaration = cursor.child(node, 'declaration');
  const value = cursor.child(node, 'value');
  const specifier = stringIn(l, cursor.child(node, 'source'));
  if (declaration !== undefined) {
    l.statement(declaration);
    exportDeclared(l, declaration, cursor.has(node, 'default'));
  } else if (value !== undefined) {
    exportDefault(l, value);
  } else if (specifier !== undefined) {
    exportFrom(l, node, specifier);
  } else if (cursor.has(node, '=')) {
    l.store(l.commonJsExports(), l.inner(node), node);
  } else {
    const clause = cursor.named(node).find((child) => cursor.is(child, 'export_clause'));
    for (const { name, exported } of clause === undefined ? [] : specifiers(l, clause)) {
      const variable = l.frame.scope.lookup(name);
      if (variable !== undefined) l.frame.exportName(exported, variable);
    }
  }
}

function exportDeclared(l: Lowering, declaration: Node, isDefault: boolean): void {
  for (const name of declaredNames(l, declaration)) {
    const variable = l.frame.scope.lookup(name);
    if (variable !== undefined) l.frame.exportName(isDefault ? 'default' : name, variable);
  }
}

function declaredNames(l: Lowering, declaration: Node): string[] {
  const { cursor } = l;
  switch (cursor.kind(declaration)) {
    case 'ambient_declaration':
      return [];
    case 'lexical_declaration':
    case 'variable_declaration':
    case 'using_declaration':
      return cursor
        .named(declaration)
        .flatMap((declarator) => namesInPattern(cursor, cursor.child(declarator, 'name')))
        .map((name) => cursor.text(name));
    default: {
      const name = cursor.child(declaration, 'name') ?? cursor.firstNamed(declaration);
      return name === undefined ? [] : [cursor.text(leftmost(cursor, name))];
    }
  }
}

/** `export default name` exports what is there already; anything else gets a variable of its own. */
function exportDefault(l: Lowering, value: Node): void {
  const { cursor } = l;
  const known = cursor.is(value, 'identifier') ? l.frame.scope.lookup(cursor.text(value)) : undefined;
  if (known !== undefined) {
    l.frame.exportName('default', known);
    return;
  }
  const variable = l.declare('default');
  l.store(variable, l.expression(value), value);
  l.frame.exportName('default', variable);
}

function specifiers(l: Lowering, clause: Node): { readonly name: string; readonly exported: string }[] {
  return l.cursor.named(clause).flatMap((item) => {
    const name = l.cursor.child(item, 'name');
    if (name === undefined) return [];
    const alias = l.cursor.child(item, 'alias');
    return [{ name: nameText(l, name), exported: nameText(l, alias ?? name) }];
  });
}

/** `export { a as b } from "x"`, `export * from "x"`, `export * as all from "x"`. */
function exportFrom(l: Lowering, node: Node, specifier: string): void {
  const { cursor, module } = l;
  module.addImport(specifier);
  const list = cursor
    .named(node)
    .find((child) => /^(?:export_clause|namespace_export)$/.test(cursor.kind(child)));
  if (list !== undefined && cursor.is(list, 'export_clause')) {
    for (const { name, exported } of specifiers(l, list)) {
      module.exports.push({ kind: 'from', name: exported, specifier, imported: name });
    }
    return;
  }
  const as = list === undefined ? undefined : cursor.firstNamed(list);
  const name = as === undefined ? '*' : nameText(l, as);
  module.exports.push({ kind: 'from', name, specifier, imported: '*' });
}
