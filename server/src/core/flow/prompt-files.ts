import type { ModelIndex } from '../models/model-index.js';
import { promptModule } from '../prompts/as-module.js';
import type { PromptDocument } from '../prompts/prompt-document.js';
import type { Role } from '../surface/model-use.js';
import { matchesGlob } from '../text/glob.js';
import { guardBits } from './bits.js';
import { type Site, siteOf } from './site.js';
import { guarded, hopped, type Taint, type TextSource } from './taint.js';
import { ModuleUnit, type Unit } from './unit.js';
import type { Value } from './value.js';

/** A prompt file of the workspace. */
export interface PromptSource {
  readonly document: PromptDocument;
  readonly text: string;
}

/** A message of a prompt file, as a value that knows where it stands. */
export interface FileMessage {
  readonly role: Role;
  readonly text: Value;
  readonly site: Site;
}

/** A prompt file that code can load. */
export class PromptFile {
  readonly document: PromptDocument;
  /** The whole file. */
  readonly text: string;
  readonly unit: Unit;

  constructor({ document, text }: PromptSource, unit: Unit) {
    this.document = document;
    this.text = text;
    this.unit = unit;
  }

  get messages(): readonly FileMessage[] {
    return this.document.messages.map(({ role }, i) => ({
      role,
      text: this.unit.constant(i),
      site: siteOf(this.unit, i),
    }));
  }

  /**
   * What data has become that fills a placeholder of a message: it has come this way, and stands between marks if the placeholder does.
   */
  fill(message: number, name: string, taint: Taint): Taint | undefined {
    const { placeholders, messages } = this.document;
    const at = this.#placeholder(message, name);
    const placeholder = placeholders[at];
    if (placeholder === undefined) return undefined;
    const site = siteOf(this.unit, messages.length + at);
    const filled = hopped(taint, { site, message: `fills a placeholder of ${nameOf(this.document.path)}` });
    return placeholder.fenced === true ? guarded(filled, 0, guardBits.bit('delimiting')) : filled;
  }

  /** What fills the placeholder stands between marks. */
  fences(message: number, name: string): boolean {
    return this.document.placeholders[this.#placeholder(message, name)]?.fenced === true;
  }

  /** A message has a placeholder of this name. */
  takesIn(message: number, name: string): boolean {
    return this.#placeholder(message, name) !== -1;
  }

  #placeholder(message: number, name: string): number {
    return this.document.placeholders.findIndex(
      (one) => one.message === message && (one.name === name || one.section === name),
    );
  }
}

/** Files that one place in the code stands for; data goes through each of them on its way. */
const mostAtOnce = 12;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The prompt files of a workspace, found by the paths and names that code writes. */
export class PromptFiles {
  readonly #files: readonly PromptFile[];
  readonly #byUnit: ReadonlyMap<Unit, PromptFile>;
  readonly #byName = new Map<string, PromptFile[]>();

  constructor(sources: readonly PromptSource[], index: ModelIndex) {
    this.#files = sources.flatMap((source) => {
      const [unit] = new ModuleUnit(promptModule(source.document, source.text), index, []).units;
      return unit === undefined ? [] : [new PromptFile(source, unit)];
    });
    this.#byUnit = new Map(this.#files.map((file) => [file.unit, file]));
    for (const file of this.#files) {
      const name = nameOf(file.document.path);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
  }

  /** The file that holds a text. */
  holding(text: TextSource): PromptFile | undefined {
    return this.#byUnit.get(text.site.unit);
  }

  /**
   * The file that code means by a path: relative to the code, to a folder above it, or to a folder that only shows when the program runs. Of
   * several the one that shares most of its folders with the code.
   */
  find(from: string, written: string): PromptFile | undefined {
    const wanted = written.split('/').filter((part) => part !== '' && part !== '.');
    while (wanted[0] === '..') wanted.shift();
    if (wanted.includes('..') || wanted.length === 0) return undefined;
    const end = `/${wanted.join('/')}`;
    const fitting = (this.#byName.get(wanted.at(-1) ?? '') ?? []).filter(({ document }) =>
      `/${document.path}`.endsWith(end),
    );
    return nearest(fitting, from);
  }

  /** The files that code means by a pattern, of those that are nearest to it. */
  matching(from: string, pattern: string): readonly PromptFile[] {
    const glob = `**/${pattern}`;
    const all = this.#files.filter(({ document }) => matchesGlob(document.path, glob));
    const most = Math.max(0, ...all.map(({ document }) => shared(document.path, from)));
    return all.filter(({ document }) => shared(document.path, from) === most).slice(0, mostAtOnce);
  }

  /** The dotprompt file that Genkit loads under a name; variants (`name.variant.prompt`) have a name of their own. */
  named(from: string, name: string): PromptFile | undefined {
    return this.find(from, `${name}.prompt`) ?? this.find(from, name);
  }

  /** The files of one format that belong to some code: those nearest to it. */
  ofFormat(from: string, format: string): readonly PromptFile[] {
    const all = this.#files.filter(({ document }) => document.format === format);
    const most = Math.max(0, ...all.map(({ document }) => shared(document.path, from)));
    return all.filter(({ document }) => shared(document.path, from) === most);
  }
}

function nearest(files: readonly PromptFile[], from: string): PromptFile | undefined {
  let best: PromptFile | undefined;
  for (const file of files) {
    const better = best === undefined || shared(file.document.path, from) > shared(best.document.path, from);
    if (better) best = file;
  }
  return best;
}

/** Number of folders that two paths begin with. */
function shared(a: string, b: string): number {
  const mine = a.split('/');
  const other = b.split('/');
  let count = 0;
  while (count < mine.length - 1 && count < other.length - 1 && mine[count] === other[count]) count++;
  return count;
}
