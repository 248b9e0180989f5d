import type { Project } from '../../project.js';
import { readCall } from '../call.js';
import { packageFolder } from '../environment-files.js';
import { ownModule } from '../imports/own-module.js';
import { isWithin } from '../paths.js';
import { Source } from '../source.js';
import type { Family } from '../style.js';
import type { Manager } from './manager.js';
import { managers } from './managers.js';
import { type Wrapper, wrappersIn } from './wrappers.js';

/** How a project reads from a secret manager, as far as it concerns one file. */
export interface Use {
  readonly manager: Manager;
  /** A function of the project for it, and where to import it from; nothing to import where it is in scope. */
  readonly wrapper?: Wrapper & { readonly module?: string };
  /** The last call of the wrapper with literal arguments. */
  readonly call?: WrapperCall;
  /** A client in a variable at the top level of the file, and the offset past its definition. */
  readonly client?: { readonly name: string; readonly end: number };
  /** What a new client needs is there. */
  readonly canMake: boolean;
  /** A direct read elsewhere, as `Manager.named` matches it. */
  readonly example?: string;
  /** Names of secrets that are read through the wrapper (keys, where it gives many values), or directly. */
  readonly names: readonly string[];
  /** Most keys of the project come from here, not from the environment. */
  readonly usual: boolean;
}

/** Literal arguments of a call, and the key that is read from what it gives. */
export interface WrapperCall {
  readonly args: readonly string[];
  readonly key: string | undefined;
}

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Secret managers that the package of a file uses, in the file's language. */
export function usesOf(source: Source): readonly Use[] {
  const neighbors = packages.around(source);
  const { files } = neighbors;
  const ecosystem = source.family === 'python' ? 'python' : 'npm';
  const dependencies = source.project.dependencies(source.path, ecosystem);
  return managers.flatMap((manager): readonly Use[] => {
    const users = neighbors.users.get(manager) ?? [];
    const client = clientIn(source, manager);
    const isUsed =
      users.length > 0 || client !== undefined || manager.packages.some((name) => dependencies.has(name));
    if (!isUsed) return [];
    const direct = users.flatMap(({ text }) => [...text.matchAll(manager.named)]);
    const found = findWrapper(source, manager, users, files);
    const called = found.calls.flatMap(({ args, key }) => key ?? args.at(-1) ?? []);
    const names = called.length > 0 ? called : direct.map(nameIn);
    const example = direct.at(-1)?.[0];
    const call = found.calls.at(-1);
    return [
      {
        manager,
        names,
        canMake: isAvailable(manager.in[source.family]?.needs, users, dependencies),
        usual: found.calls.length + direct.length > neighbors.environmentReads,
        ...(found.wrapper && { wrapper: found.wrapper }),
        ...(call && { call }),
        ...(client && { client }),
        ...(example && { example }),
      },
    ];
  });
}

/** A package that the manifest names, or that other files import. */
const isAvailable = (
  name: string | undefined,
  users: readonly Text[],
  dependencies: ReadonlyMap<string, string>,
): boolean =>
  name === undefined ||
  dependencies.has(name) ||
  users.some(({ text }) => text.includes(name) || text.includes(name.replaceAll('-', '.')));

function clientIn(source: Source, manager: Manager): Use['client'] {
  const made = manager.in[source.family]?.client;
  if (made === undefined || !manager.library.test(source.source)) return undefined;
  for (const statement of source.named(source.root)) {
    const inner = source.child(statement, 'declaration') ?? statement;
    for (const node of source.named(inner)) {
      const name = source.child(node, 'left') ?? source.child(node, 'name');
      const value = source.child(node, 'right') ?? source.child(node, 'value');
      if (name === undefined || value === undefined || !source.is(name, 'identifier')) continue;
      const callee = readCall(source, value)?.callee;
      // `Client().read(...)` is no client.
      if (callee !== undefined && made.test(source.text(value)) && !made.test(source.text(callee)))
        return { name: source.text(name), end: source.end(node) };
    }
  }
  return undefined;
}

const nameIn = ([, ...groups]: RegExpMatchArray): string => groups.find((group) => group !== undefined) ?? '';

/** The code of one package in one language. */
interface Neighbors {
  readonly files: readonly Text[];
  /** Files that read from each manager. */
  readonly users: ReadonlyMap<Manager, readonly Text[]>;
  /** How many keys are read from the environment; not counted where no manager is used. */
  readonly environmentReads: number;
}

/** Every finding about a key asks this, and a package may have thousands of files: answers are kept for as long as the project is. */
class Packages {
  readonly #known = new WeakMap<Project, Map<string, Neighbors>>();

  around({ project, path, family }: Source): Neighbors {
    const home = packageFolder(project, path);
    const known = this.#known.get(project) ?? new Map<string, Neighbors>();
    this.#known.set(project, known);
    const key = `${family}:${home}`;
    const found = known.get(key) ?? neighborsIn(project, home, family);
    known.set(key, found);
    return found;
  }
}

const packages = new Packages();

function neighborsIn(project: Project, home: string, family: Family): Neighbors {
  const files = project.paths
    .filter((path) => isWithin(home, path) && familyOf(path) === family)
    .flatMap((path) => project.file(path) ?? []);
  const users = new Map<Manager, Text[]>();
  for (const file of files) {
    for (const manager of managers) {
      if (!manager.library.test(file.text) || !manager.reads.test(file.text)) continue;
      const others = users.get(manager);
      if (others === undefined) users.set(manager, [file]);
      else others.push(file);
    }
  }
  const reads = users.size === 0 ? 0 : files.reduce((sum, { text }) => sum + environmentReads(text), 0);
  return { files, users, environmentReads: reads };
}

const familyOf = (path: string): Family | undefined =>
  /\.pyi?$/.test(path) ? 'python' : /\.[cm]?[jt]sx?$/.test(path) ? 'script' : undefined;

/** Keys that are read from the environment, but for those with which one logs in to the manager itself. */
const environmentReads = (text: string): number =>
  [...text.matchAll(KEY_READ)].filter(
    ([, name = '']) => !/^(?:VAULT|AWS|AZURE|GOOGLE|OP|INFISICAL|DOPPLER)_/.test(name),
  ).length;

const KEY_READ =
  /(?:\benviron(?:\.get)?[[(]\s*["']|\bgetenv\(\s*["']|\bprocess\.env\.|\bprocess\.env\[\s*["'])(\w*(?:KEY|TOKEN|SECRET|PASSWORD)\w*)/g;

interface Found {
  readonly wrapper?: Wrapper & { readonly module?: string };
  readonly calls: readonly WrapperCall[];
}

/** The first function that can be called from the file, the file's own before others. */
function findWrapper(
  source: Source,
  manager: Manager,
  users: readonly Text[],
  files: readonly Text[],
): Found {
  const ordered = [...users].sort((a, b) => Number(b.path === source.path) - Number(a.path === source.path));
  for (const { path, text } of ordered) {
    const other = path === source.path ? source : Source.open(source.project, path);
    for (const wrapper of other === undefined ? [] : wrappersIn(other, manager)) {
      const calls = files.flatMap(({ text: code }) =>
        code.includes(wrapper.exported) ? callsOf(code, wrapper.callee) : [],
      );
      const fits = calls.filter(
        ({ args, key }) => wrapper.needsExample === (args.length > 1 || key !== undefined),
      );
      if (wrapper.needsExample && fits.length === 0) continue;
      if (path === source.path) return { wrapper, calls: fits };
      const importers = files.filter((file) => file.text.includes(wrapper.exported)).map((file) => file.text);
      const module = isExported(text, path, wrapper.exported)
        ? ownModule(source, path, importers)
        : undefined;
      if (module !== undefined) return { wrapper: { ...wrapper, module }, calls: fits };
    }
  }
  return { calls: [] };
}

const isExported = (text: string, path: string, name: string): boolean =>
  path.endsWith('.py') ||
  new RegExp(
    `\\bexport\\s+(?:async\\s+)?(?:function|const|let|class)\\s+${name}\\b|\\bexport\\s*\\{[^}]*\\b${name}\\b|\\bexports\\.${name}\\b|\\bmodule\\.exports\\s*=\\s*\\{[^}]*\\b${name}\\b`,
  ).test(text);

/** Calls with one or two literal arguments: `get("a")`, `get("a", "b")`, `get("a")["b"]`, `(await get("a")).b`. */
function callsOf(text: string, callee: string): readonly WrapperCall[] {
  const literal = `["'\`]([^"'\`\\n\${}]{1,200})["'\`]`;
  const pattern = new RegExp(
    `(?<![\\w.])${callee.replaceAll('.', '\\.')}\\(\\s*(?:\\w+\\s*=\\s*)?${literal}\\s*(?:,\\s*${literal}\\s*)?\\)\\s*\\)?(?:\\[\\s*["']([^"'\\n]{1,100})["']|\\.([\\w$]+)(?!\\s*\\())?`,
    'g',
  );
  return [...text.matchAll(pattern)].flatMap(([, first, second, index, property]) =>
    first === undefined
      ? []
      : [{ args: second === undefined ? [first] : [first, second], key: index ?? property }],
  );
}
