import type { Node } from '../../languages/cursor.js';
import { isCommonJs } from '../script-module.js';
import type { Source } from '../source.js';
import type { Binding, Dialect, Pending } from './imports.js';
import type { Top } from './top.js';

export function scriptImports(source: Source): Dialect {
  const { quote, semicolon } = source.style;
  const commonJs = isCommonJs(source);
  const statements = source.named(source.root).filter((node) => isImport(source, node));
  const top = topOfFile(source, new Set(statements));
  const from = (what: string, module: string): string =>
    commonJs
      ? `const ${what} = require(${quote}${module}${quote})${semicolon}`
      : `import ${what} from ${quote}${module}${quote}${semicolon}`;
  const specifier = ({ wanted: { name = '' }, local }: Pending): string =>
    name === local ? name : `${name}${commonJs ? ': ' : ' as '}${local}`;
  return {
    bindings: statements.flatMap((node) => bindingsOf(source, node)),
    top,
    first: () => top,
    goesFirst: () => false,
    // "fs" and "node:fs" are one module.
    sameModule: (a, b) => a.replace(/^node:/, '') === b.replace(/^node:/, ''),
    otherName: ({ module, name, as }) => {
      const natural = as ?? name ?? module;
      return `guard${natural.charAt(0).toUpperCase()}${natural.slice(1).replace(/\W+/g, '')}`;
    },
    specifier,
    statements: (module, pending) => {
      const lines = pending.flatMap(({ wanted: { name }, local }) => {
        if (name === 'default') return [from(local, module)];
        return name === undefined ? [from(commonJs ? local : `* as ${local}`, module)] : [];
      });
      for (const type of [true, false]) {
        const named = pending.filter(
          ({ wanted }) =>
            wanted.name !== undefined && wanted.name !== 'default' && (wanted.type === true) === type,
        );
        if (named.length > 0)
          lines.push(from(`${type ? 'type ' : ''}{ ${named.map(specifier).join(', ')} }`, module));
      }
      return lines;
    },
    constant: (name, value) => `const ${name} = ${value}${semicolon}`,
    list: (statement) => {
      const list = [...source.within(statement)].find((node) =>
        /^(?:named_imports|object_pattern)$/.test(source.kind(node)),
      );
      return list === undefined ? [] : source.named(list);
    },
  };
}

/** `import ...`, or a declaration that takes something from `require(...)`. */
function isImport(source: Source, node: Node): boolean {
  const kind = source.kind(node);
  if (kind === 'import_statement') return true;
  const isDeclaration = kind === 'lexical_declaration' || kind === 'variable_declaration';
  return (
    isDeclaration && source.named(node).some((declarator) => requiredBy(source, declarator) !== undefined)
  );
}

function bindingsOf(source: Source, statement: Node): Binding[] {
  if (source.is(statement, 'import_statement')) return importBindings(source, statement);
  return source.named(statement).flatMap((declarator) => requireBindings(source, statement, declarator));
}

function importBindings(source: Source, statement: Node): Binding[] {
  const from = source.child(statement, 'source');
  const module = from === undefined ? '' : source.text(from).slice(1, -1);
  const clause = source.named(statement).find((child) => source.is(child, 'import_clause'));
  const typeOnly = source.has(statement, 'type');
  return (clause === undefined || typeOnly ? [] : source.named(clause)).flatMap((node): Binding[] => {
    const kind = source.kind(node);
    const whole = { module, statement, node, inList: false };
    if (kind === 'identifier') return [{ ...whole, name: 'default', local: source.text(node) }];
    if (kind === 'namespace_import') {
      const local = source.firstNamed(node);
      return local === undefined ? [] : [{ ...whole, name: undefined, local: source.text(local) }];
    }
    return source
      .named(node)
      .flatMap((specifier) =>
        source.has(specifier, 'type')
          ? []
          : named(source, { module, statement, node: specifier }, 'name', 'alias'),
      );
  });
}

function named(
  source: Source,
  at: Pick<Binding, 'module' | 'statement' | 'node'>,
  nameField: string,
  localField: string,
): Binding[] {
  const name = source.child(at.node, nameField);
  const local = source.child(at.node, localField) ?? name;
  if (name === undefined || local === undefined) return [];
  return [{ ...at, name: source.text(name), local: source.text(local), inList: true }];
}

/** "x" of `a = require("x")`. */
function requiredBy(source: Source, declarator: Node): string | undefined {
  const value = source.child(declarator, 'value');
  return value === undefined
    ? undefined
    : /^require\(\s*["']([^"'\n]+)["']\s*\)$/.exec(source.text(value))?.[1];
}

function requireBindings(source: Source, statement: Node, declarator: Node): Binding[] {
  const module = requiredBy(source, declarator);
  const target = source.child(declarator, 'name');
  if (module === undefined || target === undefined) return [];
  if (source.is(target, 'identifier')) {
    const whole = { module, statement, node: target, local: source.text(target), inList: false };
    return [
      { ...whole, name: undefined },
      { ...whole, name: 'default' },
    ];
  }
  return source.named(target).flatMap((node): Binding[] => {
    const text = source.text(node);
    return source.is(node, 'shorthand_property_identifier_pattern')
      ? [{ module, statement, node, name: text, local: text, inList: true }]
      : named(source, { module, statement, node }, 'key', 'value');
  });
}

/** Where a new import goes: after the last import of the run at the top, else after the directives and the file's own comment. */
function topOfFile(source: Source, imports: ReadonlySet<Node>): Top {
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
