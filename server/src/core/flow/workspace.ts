import type { Module } from '../ir/module.js';
import type { ModelIndex } from '../models/model-index.js';
import { connected } from './connected.js';
import { FanIn } from './fan-in.js';
import type { FileFindings } from './findings.js';
import { Implementations } from './implementations.js';
import { Program } from './program.js';
import { PromptFiles, type PromptSource } from './prompt-files.js';
import { Resolver } from './resolve.js';
import { ModuleUnit, type SecretSpan } from './unit.js';

/**
 * The files of a workspace and what was found in each. When a file changes, only that file and those that import it, directly or not,
 * are analysed again: values and functions reach a file through its imports alone.
 */
export class Workspace {
  readonly #indexes: (module: Module) => ModelIndex;
  readonly #promptIndex: ModelIndex;
  readonly #modules = new Map<string, ModuleUnit>();
  readonly #secrets = new Map<string, readonly SecretSpan[]>();
  readonly #found = new Map<string, FileFindings>();
  /** Files that each file imports, as its specifiers were resolved when it was last analysed. */
  readonly #imports = new Map<string, readonly string[]>();
  /** Files that stand behind the interfaces of each file. */
  readonly #behind = new Map<string, readonly string[]>();
  readonly #changed = new Set<string>();
  readonly #fanIn = new FanIn();
  /** Finds what imports mean; made anew when files come or go. */
  #resolver: Resolver | undefined;
  /** The one that `#imports` was worked out with. */
  #resolved: Resolver | undefined;
  #prompts: readonly PromptSource[] = [];
  #program: Program | undefined;

  constructor(indexes: (module: Module) => ModelIndex, promptIndex: ModelIndex) {
    this.#indexes = indexes;
    this.#promptIndex = promptIndex;
  }

  set(module: Module): void {
    const { path } = module;
    const unit = new ModuleUnit(module, this.#indexes(module), this.#secrets.get(path) ?? []);
    if (!this.#modules.has(path)) this.#resolver = undefined;
    const counts = this.#modules.get(path)?.callCounts ?? NO_CALLS;
    if (this.#fanIn.replace(counts, unit.callCounts)) this.#program = undefined;
    this.#modules.set(path, unit);
    this.#changed.add(path);
  }

  remove(path: string): void {
    const counts = this.#modules.get(path)?.callCounts ?? NO_CALLS;
    if (this.#fanIn.replace(counts, NO_CALLS)) this.#program = undefined;
    if (this.#modules.delete(path)) this.#resolver = undefined;
    this.#secrets.delete(path);
    this.#behind.delete(path);
    this.#changed.add(path);
  }

  setSecrets(path: string, spans: readonly SecretSpan[]): void {
    const known = this.#secrets.get(path) ?? [];
    const isSame = known.length === spans.length && known.every((span, i) => sameSpan(span, spans[i]));
    if (isSame) return;
    this.#secrets.set(path, spans);
    const module = this.#modules.get(path);
    if (module !== undefined) this.set(module.module);
  }

  setPrompts(prompts: readonly PromptSource[]): void {
    const isSame =
      prompts.length === this.#prompts.length &&
      prompts.every(({ document, text }, i) => {
        const known = this.#prompts[i];
        return known?.document === document && known.text === text;
      });
    if (isSame) return;
    this.#prompts = prompts;
    this.#program = undefined;
  }

  /** Brings everything up to date. */
  analyse(): ReadonlyMap<string, FileFindings> {
    this.#resolver ??= new Resolver(this.#modules.keys());
    const implementations = new Implementations([...this.#modules.values()].map(({ module }) => module));
    const stale = this.#stale(this.#resolver, implementations);
    this.#program ??= new Program(
      this.#modules,
      new PromptFiles(this.#prompts, this.#promptIndex),
      this.#fanIn,
    );
    this.#program.begin(this.#resolver, stale, implementations);
    for (const path of stale) this.#found.delete(path);
    const present = [...stale].filter((path) => this.#modules.has(path)).sort();
    for (const group of connected(present, this.#imports)) {
      for (const path of group) this.#found.set(path, this.#program.analyse(path));
      // No other group looks into these files.
      this.#program.leave();
    }
    this.#changed.clear();
    return this.#found;
  }

  /** Files whose findings do not hold any more, those that are gone included. */
  #stale(resolver: Resolver, implementations: Implementations): ReadonlySet<string> {
    const stale = new Set(this.#program === undefined ? this.#modules.keys() : this.#changed);
    for (const [path, unit] of this.#modules) {
      // Who implements an interface decides what calls of it do, in every file that imports it.
      const behind = implementations.behind(unit.module);
      if (behind.join('\n') !== (this.#behind.get(path) ?? []).join('\n')) stale.add(path);
      this.#behind.set(path, behind);
    }
    for (const path of this.#resolved === resolver ? this.#changed : this.#modules.keys()) {
      const targets = this.#modules.get(path)?.targets(resolver) ?? [];
      const known = this.#imports.get(path) ?? [];
      if (known.length !== targets.length || known.some((target, i) => target !== targets[i]))
        stale.add(path);
      this.#imports.set(path, targets);
    }
    this.#resolved = resolver;
    const importers = new Map<string, string[]>();
    for (const [path, targets] of [...this.#imports, ...this.#behind]) {
      for (const target of targets) {
        const list = importers.get(target);
        if (list === undefined) importers.set(target, [path]);
        else list.push(path);
      }
    }
    for (const path of stale) for (const importer of importers.get(path) ?? []) stale.add(importer);
    return stale;
  }
}

const NO_CALLS: ReadonlyMap<string, number> = new Map();

const sameSpan = (a: SecretSpan, b: SecretSpan | undefined): boolean =>
  b !== undefined && a.id === b.id && a.range.start === b.range.start && a.range.end === b.range.end;
