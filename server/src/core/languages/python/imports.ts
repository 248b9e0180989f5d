import type { Argument, ValueId } from '../../ir/instruction.js';
import type { TextRange } from '../../text/range.js';
import type { Node } from '../cursor.js';
import type { Frame } from './frame.js';

const withoutSpaces = (text: string): string => text.replace(/[\s\\]+/g, '');

/** `import a.b` binds the package `a`; `import a.b as c` binds the module itself. */
export function lowerImport(frame: Frame, node: Node): void {
  const { cursor } = frame;
  for (const item of cursor.inField(node, 'name')) {
    const alias = cursor.child(item, 'alias');
    const dotted = alias === undefined ? item : cursor.child(item, 'name');
    const module = dotted === undefined ? '' : withoutSpaces(cursor.text(dotted));
    if (module === '') continue;
    frame.builder.addImport(module);
    const range = frame.range(item);
    const specifier = alias === undefined ? (module.split('.')[0] ?? module) : module;
    const value = frame.emit({ op: 'import', specifier, range });
    frame.store(alias === undefined ? specifier : cursor.text(alias), value, range);
  }
}

/** `from m import a as b, c` and `from m import *`. */
export function lowerImportFrom(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const module = cursor.child(node, 'module_name');
  const specifier = module === undefined ? '' : withoutSpaces(cursor.text(module));
  if (specifier === '') return;
  frame.builder.addImport(specifier);
  if (cursor.has(node, 'wildcard_import')) {
    frame.emit({ op: 'import', specifier, range: frame.range(node) });
    if (!frame.file.starImports.includes(specifier)) frame.file.starImports.push(specifier);
    if (frame.scope === frame.file.moduleScope) {
      frame.builder.exports.push({ kind: 'from', name: '*', specifier, imported: '*' });
    }
  }
  for (const item of cursor.inField(node, 'name')) {
    const alias = cursor.child(item, 'alias');
    const nameNode = alias === undefined ? item : cursor.child(item, 'name');
    const name = nameNode === undefined ? '' : withoutSpaces(cursor.text(nameNode));
    if (name === '') continue;
    const range = frame.range(item);
    const value = frame.emit({ op: 'import', specifier, name, range });
    frame.store(alias === undefined ? name : cursor.text(alias), value, range);
  }
}

/**
 * `importlib.import_module("a.b")` gives the module itself, `__import__("a.b")` its package. `undefined` for other calls, and for names that are
 * no constants.
 */
export function lowerDynamicImport(
  frame: Frame,
  call: Node,
  args: readonly Argument[],
  range: TextRange,
): ValueId | undefined {
  const { cursor } = frame;
  const callee = cursor.child(call, 'function');
  const name = callee === undefined ? undefined : (cursor.child(callee, 'attribute') ?? callee);
  const [first] = args;
  if (name === undefined || first === undefined || !cursor.is(name, 'identifier')) return undefined;
  const called = cursor.text(name);
  const module = frame.instruction(first.value);
  if (module?.op !== 'const' || typeof module.value !== 'string' || module.value === '') return undefined;
  if (called !== 'import_module' && called !== '__import__') return undefined;
  frame.builder.addImport(module.value);
  const specifier = called === '__import__' ? (module.value.split('.')[0] ?? module.value) : module.value;
  return frame.emit({ op: 'import', specifier, range });
}
