import type { Node } from '../../languages/cursor.js';
import type { TextEdit } from '../../text/edits.js';
import { range } from '../../text/range.js';
import { isCommonJs } from '../script-module.js';
import type { Source } from '../source.js';
import type { Imports, Pending, Wanted } from './imports.js';
import { insertAtTop, type Top } from './top.js';

interface Binding {
  readonly module: string;
  /** Undefined for the module as a whole. */
  readonly name: string | undefined;
  readonly local: string;
}

/** An `import` or a top-level `const ... = require(...)`. */
interface Statement {
  readonly node: Node;
  readonly module: string;
  readonly bindings: readonly Binding[];
  /** `{ a, b }`, into which names can be merged. */
  readonly braces: Node | undefined;
}

/** Adds to `import { ... } from 'x'` or `const { ... } = require('x')` where there is one, else after the imports. */
export class ScriptImports implements Imports {
  readonly #source: Source;
  readonly #statements: readonly Statement[];
  readonly #pending: Pending[] = [];
  readonly #definitions: string[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#statements = source.named(source.root).flatMap((node) => readStatement(source, node));
  }

  want(wanted: Wanted): string {
    const same = ({ module, name }: Wanted | Binding): boolean =>
      bare(module) === bare(wanted.module) && name === wanted.name;
    const known =
      this.#statements.flatMap(({ bindings }) => bindings).find(same) ??
      this.#pending.find((pending) => same(pending.wanted));
    if (known !== undefined) return known.local;
    const natural = wanted.as ?? wanted.name ?? wanted.module;
    const taken = wanted.exact !== true && this.#source.names.has(natural);
    const local = taken
      ? this.#source.freshName(`guard${natural.charAt(0).toUpperCase()}${natural.slice(1)}`)
      : natural;
    this.#pending.push({ wanted, local });
    return local;
  }

  define(name: string, value: string): string {
    this.#definitions.push(`const ${name} = ${value}${this.#source.style.semicolon}`);
    return name;
  }

  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    const lines: string[] = [];
    for (const module of new Set(this.#pending.map(({ wanted }) => wanted.module))) {
      const of = this.#pending.filter(({ wanted }) => wanted.module === module);
      const whole = of.filter(({ wanted }) => wanted.name === undefined || wanted.name === 'default');
      for (const { wanted, local } of whole) lines.push(this.#line(wanted, local));
      const named = of.filter((pending) => !whole.includes(pending));
      if (named.length === 0) continue;
      const types = named.filter(({ wanted }) => wanted.type === true);
      if (types.length > 0) lines.push(this.#namedLine(module, types).replace(/^import /, 'import type '));
      const values = named.filter(({ wanted }) => wanted.type !== true);
      if (values.length === 0) continue;
      const merged = this.#merge(module, values);
      if (merged === undefined) lines.push(this.#namedLine(module, values));
      else edits.push(merged);
    }
    if (lines.length + this.#definitions.length > 0)
      edits.push(
        insertAtTop(this.#source, topOfFile(this.#source, this.#statements), lines, this.#definitions),
      );
    return edits;
  }

  #line({ module, name }: Wanted, local: string): string {
    const { quote, semicolon } = this.#source.style;
    const from = `${quote}${module}${quote}`;
    if (isCommonJs(this.#source)) return `const ${local} = require(${from})${semicolon}`;
    return `import ${name === 'default' ? local : `* as ${local}`} from ${from}${semicolon}`;
  }

  #namedLine(module: string, named: readonly Pending[]): string {
    const { quote, semicolon } = this.#source.style;
    const names = named.map((pending) => this.#specifier(pending)).join(', ');
    return isCommonJs(this.#source)
      ? `const { ${names} } = require(${quote}${module}${quote})${semicolon}`
      : `import { ${names} } from ${quote}${module}${quote}${semicolon}`;
  }

  #specifier({ wanted, local }: Pending): string {
    const name = wanted.name ?? '';
    return name === local ? name : `${name}${isCommonJs(this.#source) ? ': ' : ' as '}${local}`;
  }

  #merge(module: string, named: readonly Pending[]): TextEdit | undefined {
    const source = this.#source;
    const braces = this.#statements.find(
      (statement) => bare(statement.module) === bare(module) && statement.braces !== undefined,
    )?.braces;
    if (braces === undefined) return undefined;
    const names = named.map((pending) => this.#specifier(pending));
    const last = source.named(braces).at(-1);
    if (last === undefined) {
      const at = source.start(braces) + 1;
      return { range: range(at, at), newText: ` ${names.join(', ')} ` };
    }
    const separator = source.startsLine(source.start(last))
      ? `,${source.style.newline}${source.indentAt(source.start(last))}`
      : ', ';
    const at = source.end(last);
    return { range: range(at, at), newText: names.map((name) => separator + name).join('') };
  }
}

/** "fs" and "node:fs" are one module. */
const bare = (module: string): string => module.replace(/^node:/, '');

function readStatement(source: Source, node: Node): Statement[] {
  if (source.is(node, 'import_statement')) return [readImport(source, node)];
  if (!source.is(node, 'lexical_declaration') && !source.is(node, 'variable_declaration')) return [];
  return source.named(node).flatMap((declarator) => readRequire(source, node, declarator));
}

const unquote = (text: string): string => text.slice(1, -1);

function readImport(source: Source, node: Node): Statement {
  const from = source.child(node, 'source');
  const module = from === undefined ? '' : unquote(source.text(from));
  const clause = source.named(node).find((child) => source.is(child, 'import_clause'));
  const typeOnly = source.has(node, 'type');
  const bindings: Binding[] = [];
  let braces: Node | undefined;
  for (const part of clause === undefined || typeOnly ? [] : source.named(clause)) {
    const kind = source.kind(part);
    if (kind === 'identifier') bindings.push({ module, name: 'default', local: source.text(part) });
    if (kind === 'namespace_import') {
      const local = source.named(part)[0];
      if (local !== undefined) bindings.push({ module, name: undefined, local: source.text(local) });
    }
    if (kind === 'named_imports') {
      braces = part;
      for (const specifier of source.named(part)) {
        if (!source.has(specifier, 'type'))
          bindings.push(...bindingOf(source, module, specifier, 'name', 'alias'));
      }
    }
  }
  return { node, module, bindings, braces };
}

function bindingOf(
  source: Source,
  module: string,
  node: Node,
  nameField: string,
  localField: string,
): Binding[] {
  const name = source.child(node, nameField);
  const local = source.child(node, localField) ?? name;
  return name === undefined || local === undefined
    ? []
    : [{ module, name: source.text(name), local: source.text(local) }];
}

function readRequire(source: Source, node: Node, declarator: Node): Statement[] {
  const name = source.child(declarator, 'name');
  const value = source.child(declarator, 'value');
  if (name === undefined || value === undefined || !source.is(value, 'call_expression')) return [];
  const found = /^require\(\s*(["'])([^"']+)\1\s*\)$/.exec(source.text(value));
  const module = found?.[2];
  if (module === undefined) return [];
  if (source.is(name, 'identifier')) {
    const local = source.text(name);
    return [
      {
        node,
        module,
        bindings: [
          { module, name: undefined, local },
          { module, name: 'default', local },
        ],
        braces: undefined,
      },
    ];
  }
  if (!source.is(name, 'object_pattern')) return [];
  const bindings = source.named(name).flatMap((part) => {
    const text = source.text(part);
    return source.is(part, 'shorthand_property_identifier_pattern')
      ? [{ module, name: text, local: text }]
      : bindingOf(source, module, part, 'key', 'value');
  });
  return [{ node, module, bindings, braces: name }];
}

/** Where a new import goes: after the last import of the run at the top, else after the directives and the file's own comment. */
function topOfFile(source: Source, statements: readonly Statement[]): Top {
  const imports = new Set(statements.map(({ node }) => node));
  let last: Node | undefined;
  let afterImport = false;
  let first: Node | undefined;
  for (const node of source.named(source.root)) {
    const isImport = imports.has(node);
    const directive = source.is(node, 'expression_statement') && /^["'][^"']*["'];?$/.test(source.text(node));
    if (!isImport && !directive && !source.is(node, 'hash_bang_line')) {
      first = node;
      break;
    }
    last = node;
    afterImport = isImport;
  }
  if (last !== undefined)
    return { offset: source.nextLine(source.end(last)), afterImport, blankBefore: !afterImport };
  const comments = source
    .children(source.root)
    .filter(
      (node) => source.isExtra(node) && (first === undefined || source.start(node) < source.start(first)),
    );
  return { offset: headerEnd(source, comments), afterImport: false, blankBefore: false };
}

/** Comments for tools and licenses stay on top; a comment right above the first statement stays with it. */
function headerEnd(source: Source, comments: readonly Node[]): number {
  let end = source.source.startsWith('\uFEFF') ? 1 : 0;
  for (const comment of comments) {
    const after = source.nextLine(source.end(comment));
    const isHeader =
      /^(?:#!|\/[/*]+\s*(?:@|eslint|global|biome|prettier|tslint|<reference)|\/\*!)/.test(
        source.text(comment),
      ) || /^[ \t]*(?:\r\n|\n|\r)/.test(source.source.slice(after));
    if (isHeader) end = after;
  }
  return end;
}
