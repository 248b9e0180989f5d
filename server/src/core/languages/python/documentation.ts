import type { Function as IrFunction } from '../../ir/module.js';
import type { Cursor, Node } from '../cursor.js';
import { constantPieces } from './string-literal.js';

/** The docstring of a body: a string that is its first statement. */
export function documentationOf(cursor: Cursor, body: Node): IrFunction['documentation'] {
  const statement = docstringStatement(cursor, body);
  const expression = statement === undefined ? undefined : cursor.firstNamed(statement);
  const pieces = expression === undefined ? undefined : constantPieces(cursor, expression);
  const first = pieces?.[0];
  const last = pieces?.[pieces.length - 1];
  if (pieces === undefined || first === undefined || last === undefined) return undefined;
  return {
    text: pieces.map((piece) => piece.text).join(''),
    range: { start: first.range.start, end: last.range.end },
  };
}

/** The statement that is a body's docstring. It computes nothing, so it is not lowered. */
export function docstringStatement(cursor: Cursor, body: Node): Node | undefined {
  const statement = cursor.firstNamed(body);
  if (statement === undefined || !cursor.is(statement, 'expression_statement')) return undefined;
  const [expression, ...others] = cursor.named(statement);
  if (expression === undefined || others.length > 0) return undefined;
  return constantPieces(cursor, expression) === undefined ? undefined : statement;
}
