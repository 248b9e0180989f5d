import type { Cursor } from '../languages/cursor.js';

/** What syntax a fix has to write. */
export type Family = 'python' | 'script';

/** Habits of a file that inserted code follows. */
export interface Style {
  readonly newline: '\n' | '\r\n' | '\r';
  /** One step of indentation: blanks or a tab. */
  readonly indent: string;
  readonly quote: '"' | "'";
  /** Statements end with a semicolon (TypeScript and JavaScript). */
  readonly semicolon: ';' | '';
}

export function styleOf(cursor: Cursor, family: Family): Style {
  const text = cursor.source;
  const newline = /\r\n|\n|\r/.exec(text)?.[0];
  return {
    newline: newline === '\r\n' || newline === '\r' ? newline : '\n',
    indent: indentOf(text, family),
    quote: quoteOf(cursor, family),
    semicolon: family === 'script' && endsInSemicolons(cursor) ? ';' : '',
  };
}

/** The smallest indentation that occurs; deeper lines are multiples of it. */
function indentOf(text: string, family: Family): string {
  let smallest: string | undefined;
  for (const [, blanks = ''] of text.slice(0, SAMPLE).matchAll(/^([ \t]+)[^\s*#/]/gm)) {
    if (blanks.startsWith('\t')) return '\t';
    if (blanks.length > 1 && (smallest === undefined || blanks.length < smallest.length)) smallest = blanks;
  }
  return smallest ?? (family === 'python' ? '    ' : '  ');
}

function quoteOf(cursor: Cursor, family: Family): '"' | "'" {
  const marks = cursor.source.slice(0, SAMPLE).match(/(?<=[\s([{,=:])["'](?!["'])/g) ?? [];
  const double = marks.filter((mark) => mark === '"').length;
  if (double === marks.length - double) return family === 'python' ? '"' : "'";
  return double > marks.length - double ? '"' : "'";
}

const simpleStatements: ReadonlySet<string> = new Set([
  'import_statement',
  'expression_statement',
  'lexical_declaration',
  'variable_declaration',
  'return_statement',
]);

function endsInSemicolons(cursor: Cursor): boolean {
  let balance = 0;
  for (let node = 0; node < cursor.tree.length; node++) {
    if (!simpleStatements.has(cursor.kind(node))) continue;
    balance += cursor.source.charAt(cursor.end(node) - 1) === ';' ? 1 : -1;
  }
  return balance >= 0;
}

/** How much of a file is looked at, in UTF-16 units. */
const SAMPLE = 100_000;
