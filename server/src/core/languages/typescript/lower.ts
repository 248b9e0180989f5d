import type { Module } from '../../ir/module.js';
import type { LanguageId, SyntaxTree } from '../../syntax-tree.js';
import { ModuleBuilder } from '../builder.js';
import { surveyComments } from '../comments.js';
import { Cursor } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import { callLinks } from './calls.js';
import { classDeclarations, classExpressions } from './classes.js';
import { typeHoists, typeScriptExpressions, typeScriptStatements } from './declarations.js';
import { directivesOf } from './directives.js';
import { functionDeclarations, functionExpressions } from './functions.js';
import { jsxExpressions } from './jsx.js';
import { literalExpressions } from './literals.js';
import { loopStatements } from './loops.js';
import { Lowering, type Meaning, type Meanings } from './lowering.js';
import { exportHoists, importHoists, moduleStatements } from './modules.js';
import { declareVariables } from './names.js';
import { operatorExpressions } from './operators.js';
import { referenceExpressions, referenceLinks } from './references.js';
import { plainStatements } from './statements.js';
import { switchStatements } from './switch.js';

const expressions = {
  ...referenceExpressions,
  ...literalExpressions,
  ...operatorExpressions,
  ...functionExpressions,
  ...classExpressions,
  ...jsxExpressions,
  ...typeScriptExpressions,
};
const links = { ...referenceLinks, ...callLinks };
const statements = {
  ...plainStatements,
  ...loopStatements,
  ...switchStatements,
  ...moduleStatements,
  ...classDeclarations,
  ...typeScriptStatements,
  // Hoisted: done by the time their statement is reached.
  ...Object.fromEntries(Object.keys(functionDeclarations).map((kind) => [kind, () => {}])),
};
const hoisted = { ...importHoists, ...typeHoists, ...functionDeclarations, ...exportHoists };

const meanings: Meanings = Object.fromEntries(
  Object.keys({ ...expressions, ...links, ...statements, ...hoisted }).map((kind): [string, Meaning] => [
    kind,
    { expression: expressions[kind], link: links[kind], statement: statements[kind], hoisted: hoisted[kind] },
  ]),
);

/** A file that is no ECMAScript module but exports: then `exports` is an object from the start. */
const isCommonJs = (text: string): boolean =>
  /\bexports\b/.test(text) && !/^[ \t]*(?:import\b(?!\s*\()|export\b)/m.test(text);

/** Turns TypeScript or JavaScript, with or without JSX, into the intermediate form. Total. */
export function lowerTypeScript(tree: SyntaxTree, text: string, path: string, language: LanguageId): Module {
  const cursor = new Cursor(tree, text);
  const module = new ModuleBuilder(path, language);
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
  for (const directive of directivesOf(cursor, cursor.root)) module.directives.push(directive);
  const l = new Lowering(cursor, module, docs, meanings, top);
  if (isCommonJs(text)) l.store(l.commonJsExports(), l.emit({ op: 'object', entries: [] }, nowhere), nowhere);
  declareVariables(cursor, cursor.root, (name) => l.declare(name));
  l.statements(statementsIn(cursor, cursor.root));
  return module.finish();
}
