import type { Analysis, Note } from '../core/analysis.js';
import { Engine } from '../core/engine.js';
import { languageOf } from '../core/languages/language.js';
import { isPolicyFile, Policies, type PolicyAbove } from '../core/policy/policies.js';
import type { Policy } from '../core/policy/policy.js';
import type { SourceFile } from '../core/project.js';
import { rules } from '../core/rules/index.js';
import type { LanguageId } from '../core/syntax-tree.js';
import { LineIndex } from '../core/text/line-index.js';
import type { Runtime } from './runtime.js';
import type { Settings } from './settings.js';
import { lastSegment, parentOf, pathBelow, uriOf } from './uri.js';

/**
 * One workspace folder and its engine. Documents that are open in the client count as the client has them, all others as
 * they are on disk.
 */
export class Session {
  readonly root: string;
  readonly ready: Promise<void>;
  readonly #runtime: Runtime;
  readonly #engine: Engine;
  readonly #open = new Map<string, { text: string; lines: LineIndex }>();
  readonly #policyFiles = new Map<string, SourceFile>();
  #policiesAbove: readonly PolicyAbove[] = [];
  #policies = new Policies([], [], []);
  #settings: Settings;
  #pending: Promise<void> = Promise.resolve();
  #notes: readonly Note[] = [];
  #fileCount = 0;
  #analysis: Analysis | undefined;
  /** Milliseconds of the last analysis. */
  elapsed = 0;

  constructor(root: string, runtime: Runtime, settings: Settings, kind: 'folder' | 'single-files') {
    this.root = root;
    this.#runtime = runtime;
    this.#settings = settings;
    this.#engine = new Engine({ host: runtime.host, policyFor: (path) => this.#policyFor(path) });
    this.ready = kind === 'folder' ? this.#load() : Promise.resolve();
  }

  async #load(): Promise<void> {
    const { files, notes, policiesAbove } = await this.#runtime.reader.readAll(this.root);
    this.#policiesAbove = policiesAbove;
    const languages = new Set<LanguageId>();
    for (const file of files) {
      const language = languageOf(file.path);
      if (language !== undefined) languages.add(language);
      if (!this.#open.has(file.path)) this.#set(file);
    }
    await this.#runtime.host.load(languages);
    this.#notes = notes.filter(({ kind }) => kind !== 'policy');
    this.#fileCount = files.length;
    this.#policies = new Policies(this.#policyFiles.values(), policiesAbove, ruleIds);
    this.#analysis = undefined;
  }

  get fileCount(): number {
    return Math.max(this.#fileCount, this.#open.size);
  }

  get openPaths(): Iterable<string> {
    return this.#open.keys();
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  pathOf(uri: string): string | undefined {
    return pathBelow(this.root, uri);
  }

  uriOf(path: string): string {
    return uriOf(this.root, path);
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    this.#analysis = undefined;
  }

  /** Waits until the folder has been read and every change handed in so far is in. */
  async settled(): Promise<void> {
    await this.ready;
    await this.#pending;
  }

  /** Runs changes one after the other, in the order in which they come. */
  #inOrder(change: () => Promise<void>): Promise<void> {
    const done = this.#pending.then(change);
    this.#pending = done.catch(() => {});
    return done;
  }

  /** Opens a document or takes over its new text. Loads the grammar for it first. */
  update(path: string, text: string): Promise<void> {
    return this.#inOrder(() => this.#update(path, text));
  }

  async #update(path: string, text: string): Promise<void> {
    this.#open.set(path, { text, lines: new LineIndex(text) });
    const language = languageOf(path);
    if (language !== undefined) await this.#runtime.host.load([language]);
    this.#runtime.host.retain(path);
    this.#set({ path, text });
    this.#analysis = undefined;
  }

  /** Goes back to the file on disk. */
  close(path: string): Promise<void> {
    return this.#inOrder(async () => {
      this.#open.delete(path);
      this.#runtime.host.release(path);
      await this.#refresh(path);
    });
  }

  /** The file changed outside the client. */
  refresh(path: string): Promise<void> {
    return this.#inOrder(() => this.#refresh(path));
  }

  async #refresh(path: string): Promise<void> {
    if (this.#open.has(path)) return;
    const file = await this.#runtime.reader.read(this.root, path);
    const language = languageOf(path);
    if (file !== undefined && language !== undefined) await this.#runtime.host.load([language]);
    if (file === undefined) this.#delete(path);
    else this.#set(file);
    this.#analysis = undefined;
  }

  #set(file: SourceFile): void {
    this.#engine.set(file);
    if (isPolicyFile(file.path)) this.#policyFiles.set(file.path, file);
    this.#readPolicies(file.path);
  }

  #delete(path: string): void {
    this.#engine.delete(path);
    this.#policyFiles.delete(path);
    this.#readPolicies(path);
  }

  #readPolicies(changed: string): void {
    if (isPolicyFile(changed)) {
      this.#policies = new Policies(this.#policyFiles.values(), this.#policiesAbove, ruleIds);
    }
  }

  /** A persona chosen in the editor wins over that of the policy file, as it does on the command line. */
  #policyFor(path: string): Policy {
    const policy = this.#policies.for(path);
    return this.#settings.persona === undefined ? policy : { ...policy, persona: this.#settings.persona };
  }

  /** Up to date with every change handed in so far. */
  analysis(): Analysis {
    if (this.#analysis === undefined) {
      const start = this.#runtime.host.now();
      const analysis = this.#engine.analyse();
      this.elapsed = this.#runtime.host.now() - start;
      this.#analysis = { ...analysis, notes: [...this.#notes, ...this.#policies.notes, ...analysis.notes] };
    }
    return this.#analysis;
  }

  lines(path: string): LineIndex {
    return this.#open.get(path)?.lines ?? new LineIndex(this.analysis().project.file(path)?.text ?? '');
  }
}

const ruleIds = rules.map(({ id }) => id);

/** Finds the session of a document: the innermost workspace folder, else one for its own folder. */
export class Sessions {
  readonly #runtime: Runtime;
  readonly #folders = new Map<string, Session>();
  readonly #strays = new Map<string, Session>();
  #settings: Settings;

  constructor(runtime: Runtime, settings: Settings) {
    this.#runtime = runtime;
    this.#settings = settings;
  }

  get all(): readonly Session[] {
    return [...this.#folders.values(), ...this.#strays.values()];
  }

  addFolder(uri: string): Session {
    const known = this.#folders.get(uri);
    if (known !== undefined) return known;
    const session = new Session(uri, this.#runtime, this.#settings, 'folder');
    this.#folders.set(uri, session);
    return session;
  }

  removeFolder(uri: string): Session | undefined {
    const session = this.#folders.get(uri);
    this.#folders.delete(uri);
    return session;
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    for (const session of this.all) session.configure(settings);
  }

  of(uri: string): { readonly session: Session; readonly path: string } {
    const inside = [...this.#folders.values()]
      .flatMap((session) => {
        const path = session.pathOf(uri);
        return path === undefined ? [] : [{ session, path }];
      })
      .sort((a, b) => a.path.length - b.path.length)[0];
    if (inside !== undefined) return inside;
    const folder = parentOf(uri);
    const known =
      this.#strays.get(folder) ?? new Session(folder, this.#runtime, this.#settings, 'single-files');
    this.#strays.set(folder, known);
    return { session: known, path: known.pathOf(uri) ?? lastSegment(uri) };
  }
}
