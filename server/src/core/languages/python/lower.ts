import type { Module } from '../../ir/module.js';
import type { SyntaxTree } from '../../syntax-tree.js';
import { ModuleBuilder } from '../builder.js';
import { byKind, Cursor } from '../cursor.js';
import { Scope } from '../scope.js';
import { bindingFinder } from './bindings.js';
import { documentationOf } from './documentation.js';
import { expressions } from './expressions.js';
import { type FileContext, Frame } from './frame.js';
import { statements } from './statements.js';

/** Lowers a Python file. Total: what cannot be parsed is listed in `errors`, and what is inside is lowered as far as it makes sense. */
export function lowerPython(tree: SyntaxTree, text: string, path: string): Module {
  const cursor = new Cursor(tree, text);
  const builder = new ModuleBuilder(path, 'python');
  const documentation = documentationOf(cursor, cursor.root);
  const fn = builder.addFunction({
    name: '<module>',
    qualifiedName: '<module>',
    parent: 0,
    decorators: [],
    isAsync: false,
    ...(documentation !== undefined && { documentation }),
    range: { start: 0, end: text.length },
    nameRange: { start: 0, end: 0 },
    bodyRange: { start: 0, end: text.length },
  });
  const moduleScope = new Scope('function', fn.id);
  const bindingsOf = bindingFinder(cursor);
  const names = new Set([...bindingsOf(cursor.root).local, ...survey(cursor, builder)]);
  for (const name of names) moduleScope.declare(name, builder.addVariable(name, fn.id));
  const file: FileContext = {
    cursor,
    builder,
    expressions: byKind(tree.kinds, expressions),
    statements: byKind(tree.kinds, statements),
    bindingsOf,
    moduleScope,
    starImports: [],
  };
  new Frame(file, fn, moduleScope, '').statements(cursor.root);
  for (const [name, variable] of moduleScope.entries()) {
    builder.exports.push({ kind: 'variable', name, variable });
  }
  return builder.finish();
}

/** Collects comments and errors, and finds the names that functions declare `global`. */
function survey(cursor: Cursor, builder: ModuleBuilder): Set<string> {
  const globals = new Set<string>();
  const { tree } = cursor;
  const wanted = byKind(tree.kinds, { comment: 'comment', global_statement: 'global' } as const);
  for (let node = 0; node < tree.length; node++) {
    const found = wanted[cursor.kindId(node)];
    if (found === 'comment') {
      const text = cursor.text(node).replace(/^#+/, '').trim();
      builder.comments.push({ range: cursor.range(node), text });
    } else if (found === 'global') {
      for (const name of cursor.named(node)) globals.add(cursor.text(name));
    } else if (cursor.isError(node)) {
      builder.errors.push(cursor.range(node));
    }
  }
  return globals;
}
