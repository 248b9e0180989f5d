import type { Cursor, Node } from '../cursor.js';
import type { Lowering } from './lowering.js';
import { usualType } from './usual-types.js';

/** Types of `java.lang` that code names; they need no import (JLS 7.3). Exceptions and annotations carry no data. */
const javaLang = new Set(
  (
    'Appendable Boolean Byte Character CharSequence Class Comparable Double Enum Float Integer Iterable Long Math Number Object ' +
    'Process ProcessBuilder ProcessHandle Record Runnable Runtime Short StrictMath String StringBuffer StringBuilder System Thread ' +
    'ThreadLocal Throwable Void ScopedValue Override Deprecated SuppressWarnings FunctionalInterface SafeVarargs AutoCloseable'
  ).split(' '),
);

const isJavaLang = (name: string): boolean => javaLang.has(name) || /(?:Exception|Error)$/.test(name);

interface ImportedNames {
  /** The file imports something. */
  readonly hasImports: boolean;
  /** Packages whose types are all imported. */
  readonly wildcards: readonly string[];
  readonly packageName: string;
}

/** Binds what the imports of a file name. */
export function lowerImports(l: Lowering): ImportedNames {
  const { cursor } = l;
  const wildcards: string[] = [];
  const declarations = cursor.named(cursor.root);
  const packageNode = declarations.find((node) => cursor.is(node, 'package_declaration'));
  const packageName = packageNode === undefined ? '' : nameIn(cursor, packageNode);
  for (const node of declarations) {
    if (!cursor.is(node, 'import_declaration')) continue;
    const path = nameIn(cursor, node);
    const isStatic = cursor.has(node, 'static');
    if (path === '') continue;
    if (cursor.has(node, 'asterisk')) {
      if (!isStatic) wildcards.push(path);
      l.module.addImport(isStatic ? path : `${path}.*`);
      if (isStatic) bindMembers(l, node, path, packageName);
      continue;
    }
    const dot = path.lastIndexOf('.');
    const name = path.slice(dot + 1);
    const type = isStatic ? path.slice(0, dot) : path;
    const value = importType(l, node, type, packageName);
    const bound = isStatic ? l.emit({ op: 'get', object: value, key: name }, node) : value;
    l.store(l.declare(name, undefined, l.top), bound, node);
  }
  const hasImports = declarations.some((node) => cursor.is(node, 'import_declaration'));
  return { wildcards, packageName, hasImports };
}

const nameIn = (cursor: Cursor, node: Node): string => {
  const name = cursor.named(node).find((child) => /identifier$/.test(cursor.kind(child)));
  return name === undefined ? '' : cursor.text(name).replace(/\s+/g, '');
};

/**
 * A type by its full name. Projects are often shown, or laid out, without the folders that all their packages share, or without any: a type of
 * the project may also be found from the folder of the file, or in it.
 */
function importType(l: Lowering, node: Node, path: string, packageName: string): number {
  const specifiers = isOfSameProject(path, packageName)
    ? [path, relativeTo(packageName, path), `.${path.slice(path.lastIndexOf('.') + 1)}`]
    : [path];
  const values = [...new Set(specifiers)].map((specifier) => {
    l.module.addImport(specifier);
    return l.emit({ op: 'import', specifier }, node);
  });
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : l.emit({ op: 'choose', values }, node);
}

/** `..service.Chat` is `service.Chat` in the package around; one dot stands for the package itself. */
function relativeTo(packageName: string, path: string): string {
  const own = packageName.split('.');
  const names = path.split('.');
  let shared = 0;
  while (shared < own.length && own[shared] === names[shared]) shared++;
  return `${'.'.repeat(own.length - shared + 1)}${names.slice(shared).join('.')}`;
}

/** The first two names of a package are those of whoever owns the code. */
function isOfSameProject(path: string, packageName: string): boolean {
  const owner = packageName.split('.').slice(0, 2).join('.');
  return owner !== '' && path.startsWith(`${owner}.`);
}

/** `import static a.B.*`: the names that the file uses without saying where they are from are looked for in `B`. */
function bindMembers(l: Lowering, node: Node, path: string, packageName: string): void {
  const type = importType(l, node, path, packageName);
  for (const name of namesCalledAlone(l.cursor)) {
    if (l.top.own(name) !== undefined) continue;
    l.store(l.declare(name, undefined, l.top), l.emit({ op: 'get', object: type, key: name }, node), node);
  }
}

/** Methods that are called without a receiver and not declared in the file. */
function namesCalledAlone(cursor: Cursor): ReadonlySet<string> {
  const called = new Set<string>();
  const declared = new Set<string>();
  for (let node = 0; node < cursor.tree.length; node++) {
    const kind = cursor.kind(node);
    if (kind !== 'method_invocation' && kind !== 'method_declaration') continue;
    const name = cursor.child(node, 'name');
    if (name === undefined) continue;
    if (kind === 'method_declaration') declared.add(cursor.text(name));
    else if (cursor.child(node, 'object') === undefined) called.add(cursor.text(name));
  }
  for (const name of declared) called.delete(name);
  return called;
}

/** The offset at which a file begins, where what no import says is bound. */
const NOWHERE = { start: 0, end: 0 };

/** Binds the types that the file names and neither declares nor imports: those of its package, of whole imported packages, of `java.lang`. */
export function lowerImplicitTypes(
  l: Lowering,
  { wildcards, packageName, hasImports }: ImportedNames,
  declared: ReadonlySet<string>,
): void {
  for (const name of typeNames(l.cursor)) {
    if (declared.has(name) || l.top.own(name) !== undefined) continue;
    const specifiers = isJavaLang(name)
      ? [`java.lang.${name}`]
      : [
          ...(hasImports ? [] : [usualType(name) ?? []].flat()),
          `.${name}`,
          ...[packageName, ...wildcards].flatMap((path) => inPackage(path, name, packageName)),
        ];
    const values = specifiers.map((specifier) => {
      l.module.addImport(specifier);
      return l.emit({ op: 'import', specifier }, NOWHERE);
    });
    const [only] = values;
    const value =
      values.length === 1 && only !== undefined ? only : l.emit({ op: 'choose', values }, NOWHERE);
    l.store(l.declare(name, undefined, l.top), value, NOWHERE);
  }
}

/** A type of a whole imported package, which may lie in a folder beside that of the file. */
function inPackage(path: string, name: string, packageName: string): readonly string[] {
  if (path === '') return [];
  const type = `${path}.${name}`;
  return path !== packageName && isOfSameProject(type, packageName)
    ? [type, relativeTo(packageName, type)]
    : [type];
}

/** Names that may be types: in the place of a type, or with a capital letter where something is read from them; constants are none. */
function typeNames(cursor: Cursor): ReadonlySet<string> {
  const names = new Set<string>();
  const constants = new Set<string>();
  for (let node = 0; node < cursor.tree.length; node++) {
    const kind = cursor.kind(node);
    if (kind !== 'type_identifier' && kind !== 'identifier') continue;
    const text = cursor.text(node);
    if (!/^[A-Z][\w$]{0,99}$/.test(text)) continue;
    if (cursor.field(node) === 'name' && cursor.is(cursor.parent(node), 'variable_declarator'))
      constants.add(text);
    else if (isTypeName(cursor, node, kind)) names.add(text);
  }
  for (const name of constants) names.delete(name);
  return names;
}

function isTypeName(cursor: Cursor, node: Node, kind: string): boolean {
  const parent = cursor.parent(node);
  const around = cursor.kind(parent);
  if (around.startsWith('scoped_')) return cursor.firstNamed(parent) === node;
  if (kind === 'type_identifier') return true;
  return /annotation$/.test(around) || cursor.field(node) === 'object' || around === 'method_reference';
}
