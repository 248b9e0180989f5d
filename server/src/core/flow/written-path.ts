import type { ValueId } from '../ir/instruction.js';
import type { Function as IrFunction } from '../ir/module.js';
import type { Unit } from './unit.js';

/** Calls within calls are followed so deep. */
const maxDepth = 8;

/** Functions and methods that put their arguments together to a path. */
const joins = /^(?:join|resolve|joinpath|Path|PurePath|PosixPath)$/;
/** Methods that give what their receiver's path leads to, or that path in another form. */
const follows =
  /^(?:read|read_text|readText|text|open|resolve|absolute|expanduser|as_posix|toString|decode|strip|trim|then)$/;

/**
 * The end of a path as code writes it: "prompts/chat.txt" for `Path(__file__).parent / "prompts" / "chat.txt"`, `path.join(__dirname, 'prompts', 'chat.txt')`
 * and `f"{base}/prompts/chat.txt"`. `undefined` when the name of the file is not constant.
 */
export function writtenPath(unit: Unit, value: ValueId): string | undefined {
  const written = pathOf(unit, unit.fn, value, 0);
  if (written === undefined) return undefined;
  // After something unknown only whole names count.
  const start = written.lastIndexOf(UNKNOWN_PART);
  const known = start === -1 ? written : written.slice(start + 1).replace(/^[^/]*/, '');
  return known === '' || known.endsWith('/') || !known.includes('.') ? undefined : known;
}

/**
 * The same where the name of the file, or of a folder above it, is put in by the program: "prompts/*.yaml" for `f"prompts/{name}.yaml"` and
 * `Path("prompts").glob("*.yaml")`. `undefined` when all is constant, or nothing says where the files are.
 */
export function writtenPattern(unit: Unit, value: ValueId): string | undefined {
  const written = pathOf(unit, unit.fn, value, 0);
  if (written === undefined || !written.includes(UNKNOWN_PART)) return undefined;
  const parts = written.split('/').filter((part) => part !== '' && part !== '.');
  const first = parts.findIndex((part) => /^\w[\w.-]*$/.test(part));
  const known = first === -1 ? [] : parts.slice(first);
  return known.length > 1 && known.join('').includes(UNKNOWN_PART)
    ? known.join('/').replaceAll(UNKNOWN_PART, '*')
    : undefined;
}

/** Stands for a part that is not known. */
const UNKNOWN_PART = '\0';
/** Functions that list the files of a folder, and those that take a pattern. */
const lists = /^(?:listdir|scandir|iterdir|readdir|readdirSync)$/;
const globs = /^(?:r?glob|globSync|i?glob)$/;

function pathOf(unit: Unit, fn: IrFunction, at: ValueId, depth: number): string | undefined {
  const instruction = fn.body[at];
  if (instruction === undefined || depth > maxDepth) return undefined;
  const part = (value: ValueId): string => pathOf(unit, fn, value, depth + 1) ?? UNKNOWN_PART;
  switch (instruction.op) {
    case 'const':
      return typeof instruction.value === 'string' ? instruction.value : undefined;
    case 'template':
      return instruction.parts.map(part).join('');
    case 'binary':
      if (instruction.operator === '/') return `${part(instruction.left)}/${part(instruction.right)}`;
      return instruction.operator === '+' ? part(instruction.left) + part(instruction.right) : undefined;
    case 'await':
    case 'enter':
    case 'iterate':
      return pathOf(unit, fn, instruction.value, depth + 1);
    case 'load':
      return variablePath(unit, fn, instruction.variable, depth + 1);
    case 'call': {
      const callee = fn.body[instruction.callee];
      const name =
        callee?.op === 'get'
          ? callee.key
          : callee?.op === 'global' || callee?.op === 'import'
            ? callee.name
            : undefined;
      const given = instruction.args.filter((argument) => argument.name === undefined);
      const named = instruction.args.find(({ name: key }) => key !== undefined && /path|file|name/.test(key));
      if (name !== undefined && globs.test(name)) {
        const base = callee?.op === 'get' ? [part(callee.object)] : [];
        return [...base, ...given.slice(0, 1).map(({ value }) => part(value))]
          .join('/')
          .replace(/\*+/g, UNKNOWN_PART);
      }
      if (name !== undefined && lists.test(name)) return UNKNOWN_PART;
      if (name !== undefined && joins.test(name) && given.length > 0) {
        const base = callee?.op === 'get' && name === 'joinpath' ? [part(callee.object)] : [];
        return [...base, ...given.map(({ value }) => part(value))].join('/');
      }
      const first = given[0] ?? named;
      // `path.expanduser()`, and `os.path.expanduser(path)`.
      const followed =
        callee?.op === 'get' && (first === undefined || (name !== undefined && follows.test(name)))
          ? pathOf(unit, fn, callee.object, depth + 1)
          : undefined;
      if (followed !== undefined) return followed;
      return first === undefined ? undefined : pathOf(unit, fn, first.value, depth + 1);
    }
    default:
      return undefined;
  }
}

/** A variable that is assigned once, in the function or at the top of the file. */
function variablePath(unit: Unit, fn: IrFunction, variable: number, depth: number): string | undefined {
  const owner = unit.module.variables[variable]?.owner ?? fn.id;
  const home = owner === unit.fn.id ? unit : unit.owner.units[owner];
  const at = home?.stored.get(variable);
  const store = at === undefined || at < 0 ? undefined : home?.fn.body[at];
  return home === undefined || store?.op !== 'store' ? undefined : pathOf(home, home.fn, store.value, depth);
}
