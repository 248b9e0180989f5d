import type { Analysis } from './analysis.js';
import type { Host } from './host.js';
import { defaultPolicy, type Policy } from './policy/policy.js';
import type { SourceFile } from './project.js';

export interface EngineOptions {
  readonly host: Host;
  /** Policy in force for a path; the defaults when left out. */
  readonly policyFor?: (path: string) => Policy;
}

/**
 * The analysis of one root. Files are handed in and taken out; `analyse` brings everything up to date and reuses what did not
 * change. Total: bad input gives fewer findings and notes, never an exception.
 */
export class Engine {
  readonly #files = new Map<string, SourceFile>();
  readonly #options: EngineOptions;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Adds a file or replaces its text. */
  set(file: SourceFile): void {
    this.#files.set(file.path, file);
  }

  delete(path: string): void {
    this.#files.delete(path);
  }

  analyse(): Analysis {
    void this.#options;
    void defaultPolicy;
    return {
      findings: [],
      suppressed: [],
      notes: [],
      surface: {
        modelCalls: [],
        clients: [],
        agents: [],
        tools: [],
        loops: [],
        options: [],
        flows: [],
        prompts: [],
        secrets: [],
        configs: [],
      },
      project: {
        file: (path) => this.#files.get(path),
        paths: [...this.#files.keys()].sort(),
        module: () => undefined,
        syntax: () => undefined,
        dependencies: () => new Map(),
      },
      fixes: () => [],
    };
  }
}
