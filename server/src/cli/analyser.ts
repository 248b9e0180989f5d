import type { Analysis } from '../core/analysis.js';
import { Engine } from '../core/engine.js';
import type { Persona } from '../core/finding.js';
import { languageOf } from '../core/languages/language.js';
import type { Policies } from '../core/policy/policies.js';
import type { SourceFile } from '../core/project.js';
import type { LanguageId } from '../core/syntax-tree.js';
import { grammarsInFolder } from '../syntax/node-grammars.js';
import { TreeSitterHost } from '../syntax/tree-sitter-host.js';
import { syntaxErrors } from './syntax-errors.js';

/** What the command line needs of the engine. */
export interface Analyser {
  /** Adds files or replaces their texts. */
  update(files: readonly SourceFile[]): Promise<void>;
  analyse(): Analysis;
  /** Syntax errors that a file would have; its grammar is loaded if the file was handed in. */
  syntaxErrors(file: SourceFile): number;
}

export interface AnalyserOptions {
  readonly grammars: URL;
  /** As read at the start; files that are updated replace them. */
  readonly policies: Policies;
  /** Overrides that of the policies. */
  readonly persona: Persona | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/** The engine, with grammars loaded as files need them. */
export function openAnalyser({ grammars, persona, onProgress, ...options }: AnalyserOptions): Analyser {
  let { policies } = options;
  const host = new TreeSitterHost(grammarsInFolder(grammars));
  const engine = new Engine({
    host,
    onProgress,
    policyFor: (path) => {
      const policy = policies.for(path);
      return persona === undefined ? policy : { ...policy, persona };
    },
  });
  return {
    async update(files) {
      const languages = new Set<LanguageId>();
      for (const { path } of files) {
        const language = languageOf(path);
        if (language !== undefined) languages.add(language);
      }
      await host.load(languages);
      policies = policies.updated(files);
      for (const file of files) engine.set(file);
    },
    analyse: () => engine.analyse(),
    syntaxErrors: (file) => syntaxErrors(file, host),
  };
}
