/** Endings that a specifier may leave out, in the order in which they are tried. */
const SCRIPT_ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.d.ts',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.jsx',
  '/index.mjs',
];
const PYTHON_ENDINGS = ['.py', '/__init__.py', '.pyi', '/__init__.pyi'];

const JAVA_ENDINGS = ['.java'];

/**
 * Finds the file of the workspace that an import means. Relative specifiers are exact; absolute ones are looked for from every
 * folder above the importing file (so `src/` layouts and monorepos work), the nearest first, and then anywhere by the end of the path when
 * only one file fits.
 */
export class Resolver {
  readonly #paths: ReadonlySet<string>;
  readonly #byLastName = new Map<string, string[]>();
  readonly #found = new Map<string, readonly string[]>();

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
    for (const path of [...this.#paths].sort()) {
      const name = lastName(stem(path));
      const same = this.#byLastName.get(name);
      if (same === undefined) this.#byLastName.set(name, [path]);
      else same.push(path);
    }
  }

  /** Paths of the file, at most one today; empty when the specifier means a library. */
  resolve(from: string, specifier: string): readonly string[] {
    const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')));
    const kind = isPython(from) ? 'python' : from.endsWith('.java') ? 'java' : 'script';
    const key = `${folder}\n${specifier}\n${kind}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found =
      kind === 'python'
        ? this.#python(folder, specifier)
        : kind === 'java'
          ? this.#java(folder, specifier)
          : this.#script(folder, specifier);
    const result = found === undefined || found === from ? [] : [found];
    this.#found.set(key, result);
    return result;
  }

  #python(folder: string, specifier: string): string | undefined {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const names = specifier
      .slice(dots)
      .split('.')
      .filter((name) => name !== '');
    if (dots > 0) {
      const base = up(folder, dots - 1);
      return base === undefined ? undefined : this.#at(joinPath(base, names.join('/')), PYTHON_ENDINGS);
    }
    if (names.length === 0) return undefined;
    return (
      this.#above(folder, names.join('/'), PYTHON_ENDINGS) ?? this.#anywhere(names.join('/'), PYTHON_ENDINGS)
    );
  }

  #script(folder: string, specifier: string): string | undefined {
    if (specifier.startsWith('.')) return this.#scriptAt(joinPath(folder, specifier));
    // `@/lib/llm`, `~/lib/llm`, `#lib/llm`, `src/lib/llm`, `$lib/llm`: aliases of folders of the project.
    const alias = /^(?:[@~]\/|#|\$)?(.+)$/.exec(specifier);
    const isAlias = /^(?:[@~]\/|#|\$lib\/|src\/|app\/|lib\/)/.test(specifier);
    const rest = alias?.[1] ?? '';
    if (!isAlias) return undefined;
    const withoutEnding = rest.replace(/\.[mc]?jsx?$/, '');
    for (const root of ['', 'src', 'app']) {
      const found = this.#above(folder, joinPath(root, withoutEnding), SCRIPT_ENDINGS);
      if (found !== undefined) return found;
    }
    return this.#anywhere(withoutEnding, SCRIPT_ENDINGS);
  }

  /** `.Name` lies beside the file, `..folder.Name` in a folder beside its own, or where the code lies that a test is about; `a.b.Outer.Inner` stands in the file of `Outer`. */
  #java(folder: string, specifier: string): string | undefined {
    if (specifier.startsWith('.')) {
      const dots = /^\.*/.exec(specifier)?.[0].length ?? 1;
      const name = `${specifier.slice(dots).split('.').join('/')}.java`;
      const tested = folder.replace(/(^|\/)src\/test\//, '$1src/main/');
      return [folder, tested]
        .flatMap((one) => up(one, dots - 1) ?? [])
        .map((base) => joinPath(base, name))
        .find((path) => this.#paths.has(path));
    }
    const names = specifier.split('.');
    const type = names.findIndex((name) => /^[A-Z]/.test(name));
    const target = (type === -1 ? names : names.slice(0, type + 1)).join('/');
    return this.#above(folder, target, JAVA_ENDINGS) ?? this.#anywhere(target, JAVA_ENDINGS);
  }

  #scriptAt(target: string): string | undefined {
    // "./guards.js" in TypeScript means guards.ts.
    return this.#at(target, SCRIPT_ENDINGS) ?? this.#at(target.replace(/\.([mc]?)jsx?$/, ''), SCRIPT_ENDINGS);
  }

  #at(target: string, endings: readonly string[]): string | undefined {
    for (const ending of endings) {
      const path = target === '' && ending.startsWith('/') ? ending.slice(1) : target + ending;
      if (this.#paths.has(path)) return path;
    }
    return undefined;
  }

  #above(folder: string, target: string, endings: readonly string[]): string | undefined {
    for (let base: string | undefined = folder; base !== undefined; base = up(base, 1)) {
      const found =
        this.#at(joinPath(base, target), endings) ?? this.#at(joinPath(base, `src/${target}`), endings);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #anywhere(target: string, endings: readonly string[]): string | undefined {
    // One name alone is too little: `openai` may be a library beside some `tools/openai.py`.
    if (!target.includes('/')) return undefined;
    const found = (this.#byLastName.get(lastName(target)) ?? []).filter((path) =>
      endings.some((ending) => path.endsWith(`/${target}${ending}`)),
    );
    return found.length === 1 ? found[0] : undefined;
  }
}

const isPython = (path: string): boolean => /\.pyi?$/.test(path);

const stem = (path: string): string => path.replace(/\.[^./]+$/, '').replace(/\/(?:__init__|index)$/, '');

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder `levels` above; `undefined` above the root. */
function up(folder: string, levels: number): string | undefined {
  let at = folder;
  for (let i = 0; i < levels; i++) {
    if (at === '') return undefined;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
  }
  return at;
}

function joinPath(folder: string, relative: string): string {
  const out = folder.split('/').filter((part) => part !== '');
  for (const part of relative.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '.' && part !== '') out.push(part);
  }
  return out.join('/');
}
