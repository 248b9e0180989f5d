import type { Note } from '../analysis.js';
import type { Host } from '../host.js';
import type { Module } from '../ir/module.js';
import { languageOf, lower } from '../languages/language.js';
import { withoutOpenLines } from '../languages/python/half-typed.js';
import type { AgentConfig } from '../permissions/agent-config.js';
import { readAgentConfigs } from '../permissions/read.js';
import type { SourceFile } from '../project.js';
import type { PromptDocument } from '../prompts/prompt-document.js';
import { readPrompt } from '../prompts/read.js';
import type { LanguageId } from '../syntax-tree.js';
import { LineIndex } from '../text/line-index.js';
import { scanImports } from './imports.js';

/** What one file says by itself. Kept as long as its text stays the same; the costly parts are computed when first asked for. */
export class FileFacts {
  readonly file: SourceFile;
  readonly language: LanguageId | undefined;
  /** Import specifiers, found without parsing. */
  readonly imports: readonly string[];
  readonly configs: readonly AgentConfig[];
  readonly prompt: PromptDocument | undefined;
  readonly #host: Host;
  #module: Module | undefined | 'not lowered' = 'not lowered';

  constructor(file: SourceFile, host: Host) {
    this.file = file;
    this.#host = host;
    this.language = languageOf(file.path);
    this.imports = this.language === undefined ? [] : scanImports(file.text, this.language);
    this.configs = readAgentConfigs(file.path, file.text);
    this.prompt = readPrompt(file.path, file.text);
  }

  /** The file in intermediate form; parsed and lowered on first use. */
  get module(): Module | undefined {
    if (this.#module === 'not lowered') this.#module = this.#lower();
    return this.#module;
  }

  get lowered(): boolean {
    return this.#module !== 'not lowered';
  }

  #lower(): Module | undefined {
    const { path, text } = this.file;
    if (this.language === undefined) return undefined;
    const tree = this.#host.parse(this.language, text, path);
    if (tree === undefined) return undefined;
    const module = lower(this.language, tree, text, path);
    return module.errors.length === 0 ? module : this.#mended(module);
  }

  /** A half-typed line takes the functions below it along; without it they are there again. What is wrong in the text is still said. */
  #mended(module: Module): Module {
    const { path, text } = this.file;
    const mended = this.language === 'python' ? withoutOpenLines(text) : undefined;
    if (mended === undefined) return module;
    const tree = this.#host.parse('python', mended, `${path}#mended`);
    const better = tree === undefined ? undefined : lower('python', tree, mended, path);
    return better === undefined || better.functions.length <= module.functions.length
      ? module
      : { ...better, errors: module.errors };
  }

  /** What a reader should know about how far this file was understood. */
  notes(): readonly Note[] {
    const { path, text } = this.file;
    const notes: Note[] = [];
    const lines = new LineIndex(text);
    for (const config of this.configs) {
      const problem = config.document.problems[0];
      if (problem !== undefined) {
        const line = lines.lineAt(problem.range.start) + 1;
        notes.push({
          path,
          kind: 'syntax',
          message: `not valid ${formatNames[config.document.format]} at line ${line} (${reason(problem.message)}); the rest was read`,
          range: problem.range,
        });
        break;
      }
    }
    if (!this.lowered || this.language === undefined) return notes;
    if (this.module === undefined) {
      notes.push({ path, kind: 'budget', message: 'parsing took too long, so the code in it was left out' });
    } else if (this.module.errors[0] !== undefined) {
      const line = lines.lineAt(this.module.errors[0].start) + 1;
      notes.push({
        path,
        kind: 'syntax',
        message: `syntax error at line ${line}; the rest was analyzed`,
        range: this.module.errors[0],
      });
    }
    if (this.module?.truncated === true) {
      notes.push({ path, kind: 'budget', message: 'nested too deeply in places, which were left out' });
    }
    return notes;
  }
}

const formatNames = {
  json: 'JSON',
  yaml: 'YAML',
  toml: 'TOML',
  'front-matter': 'front matter',
  text: 'text',
} as const;

/** A parser's message as part of a sentence. */
const reason = (message: string): string =>
  (message.charAt(0).toLowerCase() + message.slice(1)).split('\n')[0]?.replace(/[.:]\s*$/, '') ?? '';
