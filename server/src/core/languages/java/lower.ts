import type { Module } from '../../ir/module.js';
import type { SyntaxTree } from '../../syntax-tree.js';
import { ModuleBuilder } from '../builder.js';
import { surveyComments } from '../comments.js';
import { Cursor } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { callExpressions, callLinks, callStatements } from './calls.js';
import { classStatements, declaredTypeNames, lowerTopTypes } from './classes.js';
import { functionExpressions } from './functions.js';
import { lowerImplicitTypes, lowerImports } from './imports.js';
import { literalExpressions } from './literals.js';
import { loopStatements } from './loops.js';
import { Lowering, type Meaning, type Meanings } from './lowering.js';
import { nameExpressions, nameLinks, qualifiedTypes } from './names.js';
import { operatorExpressions, operatorLinks } from './operators.js';
import { plainStatements } from './statements.js';
import { switchExpressions, switchStatements } from './switch.js';

const expressions = {
  ...nameExpressions,
  ...qualifiedTypes,
  ...literalExpressions,
  ...operatorExpressions,
  ...callExpressions,
  ...functionExpressions,
  ...switchExpressions,
};
const links = { ...nameLinks, ...operatorLinks, ...callLinks };
const statements = {
  ...plainStatements,
  ...callStatements,
  ...loopStatements,
  ...switchStatements,
  ...classStatements,
};

const meanings: Meanings = Object.fromEntries(
  Object.keys({ ...expressions, ...links, ...statements }).map((kind): [string, Meaning] => [
    kind,
    { expression: expressions[kind], link: links[kind], statement: statements[kind] },
  ]),
);

/** Turns Java into the intermediate form. Total: broken code gives what can be made of it. */
export function lowerJava(tree: SyntaxTree, text: string, path: string): Module {
  const cursor = new Cursor(tree, text);
  const module = new ModuleBuilder(path, 'java');
  const docs = surveyComments(cursor, module);
  const nowhere = { start: 0, end: 0 };
  const top = module.addFunction({
    name: '<module>',
    qualifiedName: '<module>',
    parent: 0,
    decorators: [],
    isAsync: false,
    range: cursor.range(cursor.root),
    nameRange: nowhere,
    bodyRange: cursor.range(cursor.root),
  });
  const l = new Lowering(cursor, module, docs, meanings, top);
  const declared = declaredTypeNames(cursor);
  lowerImplicitTypes(l, lowerImports(l), declared);
  lowerTopTypes(l);
  l.statements(statementsIn(cursor, cursor.root));
  return module.finish();
}
