import type { Node } from '../../languages/cursor.js';
import type { Source } from '../source.js';
import type { Binding, Dialect } from './imports.js';
import type { Top } from './top.js';

const importKinds: ReadonlySet<string> = new Set([
  'import_statement',
  'import_from_statement',
  'future_import_statement',
]);

/** Modules of the standard library that fixes use: by custom they come first. */
const standard: ReadonlySet<string> = new Set(['html', 'json', 'os', 'subprocess']);

export function pythonImports(source: Source): Dialect {
  const statements = source.named(source.root).filter((node) => importKinds.has(source.kind(node)));
  return {
    bindings: statements.flatMap((node) => bindingsOf(source, node)),
    top: topOfFile(source),
    first: (line) => firstImport(source, statements, line),
    goesFirst: (module) =>
      standard.has(module) && statements.some((node) => !source.is(node, 'future_import_statement')),
    sameModule: (a, b) => a === b,
    otherName: ({ module, name }) =>
      name === undefined ? `std_${module.replace(/\W+/g, '_')}` : `guard_${name}`,
    specifier: ({ wanted, local }) => {
      const name = wanted.name ?? wanted.module;
      return name + alias(name, local);
    },
    statements: (module, pending) => {
      const named = pending.flatMap(({ wanted: { name }, local }) =>
        name === undefined ? [] : [name + alias(name, local)],
      );
      const whole = pending.flatMap(({ wanted, local }) =>
        wanted.name === undefined ? [`import ${module}${alias(module, local)}`] : [],
      );
      return named.length === 0 ? whole : [...whole, `from ${module} import ${named.join(', ')}`];
    },
    constant: (name, value) => `${name} = ${value}`,
    list: (statement) => source.inField(statement, 'name'),
  };
}

const alias = (name: string | undefined, local: string): string => (name === local ? '' : ` as ${local}`);

const moduleOf = (source: Source, statement: Node): string => {
  const module = source.child(statement, 'module_name');
  return module === undefined ? '' : source.text(module).replace(/\s+/g, '');
};

function bindingsOf(source: Source, statement: Node): Binding[] {
  const module = moduleOf(source, statement);
  return source.inField(statement, 'name').map((node) => {
    const inner = source.child(node, 'name');
    const name = source.text(inner ?? node);
    const as = source.child(node, 'alias');
    const local = as === undefined ? name : source.text(as);
    return module === ''
      ? { module: name, name: undefined, local, statement, node, inList: false }
      : { module, name, local, statement, node, inList: true };
  });
}

/** In the order of the alphabet among the `import x` that open the file's imports; above a `from x import y` with a blank line. */
function firstImport(source: Source, statements: readonly Node[], line: string): Top {
  const own = statements.filter((node) => !source.is(node, 'future_import_statement'));
  const following = own.find((node) => !source.is(node, 'import_statement') || source.text(node) > line);
  const before = following === undefined ? own.at(-1) : undefined;
  const offset =
    following !== undefined
      ? source.lineStart(source.start(following))
      : before === undefined
        ? 0
        : source.nextLine(source.end(before));
  const isAmongModules =
    following === undefined || source.is(following, 'import_statement') || following !== own[0];
  return { offset, afterImport: isAmongModules, blankBefore: false };
}

/** Where a new import goes: after the run of imports at the top, else after the docstring, else before the first statement. */
function topOfFile(source: Source): Top {
  const statements = source.named(source.root);
  let last: Node | undefined;
  let afterImport = false;
  for (const node of statements) {
    const isImport = importKinds.has(source.kind(node)) || holdsOnlyImports(source, node);
    const isDocstring = node === statements[0] && isString(source, node);
    if (!isImport && !isDocstring) break;
    last = node;
    afterImport = isImport && source.kind(node) !== 'future_import_statement';
  }
  if (last !== undefined) {
    // Two statements may share a line: "import a; import b".
    return { offset: source.nextLine(source.end(last)), afterImport, blankBefore: !afterImport };
  }
  const first = statements[0];
  const offset = headerEnd(source.source, first === undefined ? source.source.length : source.start(first));
  return { offset, afterImport: false, blankBefore: false };
}

/** Past the comments that open the file, unless they belong to the statement right below them. */
function headerEnd(text: string, statement: number): number {
  const header = /^\uFEFF?(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r))*/.exec(text)?.[0] ?? '';
  if (header.length >= statement) {
    const pragmas =
      /^\uFEFF?(?:#!|#.{0,10}coding)[^\r\n]*(?:\r\n|\n|\r)(?:#.{0,10}coding[^\r\n]*(?:\r\n|\n|\r))?/.exec(
        text,
      )?.[0] ?? '';
    return Math.max(pragmas.length, text.startsWith('\uFEFF') ? 1 : 0);
  }
  return header.length;
}

const isString = (source: Source, node: Node): boolean =>
  source.is(node, 'expression_statement') &&
  source.named(node).every((inner) => source.is(inner, 'string') || source.is(inner, 'concatenated_string'));

/** `if TYPE_CHECKING:` and `try: import a / except ImportError: ...` belong to the imports. */
function holdsOnlyImports(source: Source, node: Node): boolean {
  const kind = source.kind(node);
  if (kind === 'if_statement') {
    const condition = source.child(node, 'condition');
    return condition !== undefined && /(?:^|\.)TYPE_CHECKING$/.test(source.text(condition));
  }
  if (kind !== 'try_statement') return false;
  const body = source.child(node, 'body');
  return body !== undefined && source.named(body).every((inner) => importKinds.has(source.kind(inner)));
}
