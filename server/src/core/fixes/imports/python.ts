import type { Node } from '../../languages/cursor.js';
import type { TextEdit } from '../../text/edits.js';
import { range } from '../../text/range.js';
import type { Source } from '../source.js';
import type { Imports, Pending, Wanted } from './imports.js';
import { insertAtTop, type Top } from './top.js';

const importKinds: ReadonlySet<string> = new Set([
  'import_statement',
  'import_from_statement',
  'future_import_statement',
]);

interface Binding {
  readonly module: string;
  readonly name: string | undefined;
  readonly local: string;
}

/** Adds to `from x import ...` where there is one, else after the imports at the top of the file. */
export class PythonImports implements Imports {
  readonly #source: Source;
  readonly #statements: readonly Node[];
  readonly #bindings: readonly Binding[];
  readonly #pending: Pending[] = [];
  readonly #definitions: string[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#statements = source.named(source.root).filter((node) => importKinds.has(source.kind(node)));
    this.#bindings = this.#statements.flatMap((node) => bindingsOf(source, node));
  }

  want(wanted: Wanted): string {
    const same = ({ module, name }: Wanted | Binding): boolean =>
      module === wanted.module && name === wanted.name;
    const known = this.#bindings.find(same) ?? this.#pending.find((pending) => same(pending.wanted));
    if (known !== undefined) return known.local;
    const natural = wanted.name ?? wanted.module;
    const taken = wanted.exact !== true && this.#source.names.has(natural.split('.')[0] ?? '');
    const local = taken
      ? this.#source.freshName(
          `${wanted.name === undefined ? 'std' : 'guard'}_${natural.replace(/\W+/g, '_')}`,
        )
      : natural;
    this.#pending.push({ wanted, local });
    return local;
  }

  define(name: string, value: string): string {
    this.#definitions.push(`${name} = ${value}`);
    return name;
  }

  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    const lines: string[] = [];
    for (const module of new Set(this.#pending.map(({ wanted }) => wanted.module))) {
      const of = this.#pending.filter(({ wanted }) => wanted.module === module);
      for (const { wanted, local } of of) {
        if (wanted.name === undefined) lines.push(`import ${module}${alias(module, local)}`);
      }
      const names = of.flatMap(({ wanted: { name }, local }) =>
        name === undefined ? [] : [name + alias(name, local)],
      );
      if (names.length === 0) continue;
      const merged = this.#merge(module, names);
      if (merged === undefined) lines.push(`from ${module} import ${names.join(', ')}`);
      else edits.push(merged);
    }
    if (lines.length + this.#definitions.length > 0)
      edits.push(insertAtTop(this.#source, topOfFile(this.#source), lines, this.#definitions));
    return edits;
  }

  /** Into an existing `from module import a, b`. */
  #merge(module: string, names: readonly string[]): TextEdit | undefined {
    const source = this.#source;
    const statement = this.#statements.find(
      (node) =>
        source.kind(node) === 'import_from_statement' &&
        moduleOf(source, node) === module &&
        !source.has(node, 'wildcard_import'),
    );
    const last = statement === undefined ? undefined : source.inField(statement, 'name').at(-1);
    if (last === undefined) return undefined;
    const onItsOwnLine = source.startsLine(source.start(last));
    const separator = onItsOwnLine ? `,${source.style.newline}${source.indentAt(source.start(last))}` : ', ';
    const at = source.end(last);
    return { range: range(at, at), newText: names.map((name) => separator + name).join('') };
  }
}

const alias = (name: string, local: string): string => (name === local ? '' : ` as ${local}`);

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
    return module === '' ? { module: name, name: undefined, local } : { module, name, local };
  });
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
