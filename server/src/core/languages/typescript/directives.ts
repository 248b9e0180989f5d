import type { Cursor, Node } from '../cursor.js';

/** 'use server' and the like: strings that stand by themselves at the start of a file or function body. */
export function directivesOf(cursor: Cursor, body: Node): string[] {
  const found: string[] = [];
  for (const statement of cursor.named(body)) {
    const string = directive(cursor, statement);
    if (string !== undefined) found.push(cursor.text(string).slice(1, -1));
    else if (!cursor.is(statement, 'hash_bang_line')) break;
  }
  return found;
}

/** The string of a statement that is nothing else. */
export function directive(cursor: Cursor, statement: Node): Node | undefined {
  if (!cursor.is(statement, 'expression_statement')) return undefined;
  const only = cursor.firstNamed(statement);
  return only !== undefined && cursor.is(only, 'string') ? only : undefined;
}
