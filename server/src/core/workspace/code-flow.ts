import { FlowAnalysis, type FlowSurface } from '../flow/flow-analysis.js';
import type { Module } from '../ir/module.js';
import type { SdkModel } from '../models/model.js';
import type { FileFacts } from './facts.js';

/** Keeps a flow analysis in step with the code files of a workspace; what did not change is not handed in again. */
export class CodeFlow {
  readonly #analysis: FlowAnalysis;
  readonly #modules = new Map<string, Module>();

  constructor(models: readonly SdkModel[]) {
    this.#analysis = new FlowAnalysis(models);
  }

  /** What these code files, and no others, do with language models, and with the prompt files among `others`. */
  of(files: readonly FileFacts[], others: readonly FileFacts[] = []): FlowSurface {
    const gone = new Set(this.#modules.keys());
    for (const { file, module } of files) {
      if (module === undefined) continue;
      gone.delete(file.path);
      if (this.#modules.get(file.path) === module) continue;
      this.#modules.set(file.path, module);
      this.#analysis.setModule(module);
    }
    for (const path of gone) {
      this.#modules.delete(path);
      this.#analysis.removeModule(path);
    }
    this.#analysis.setPrompts(
      others.flatMap(({ prompt, file: { text } }) =>
        prompt === undefined || prompt.format === 'chat-data' ? [] : [{ document: prompt, text }],
      ),
    );
    return this.#analysis.run();
  }
}
