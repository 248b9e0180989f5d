import type { Note } from '../analysis.js';
import type { Module } from '../ir/module.js';
import type { SdkModel } from '../models/model.js';
import { ModelIndex } from '../models/model-index.js';
import type { Surface } from '../surface/surface.js';
import { collect } from './findings.js';
import { knownPaths } from './known-values.js';
import { Program } from './program.js';
import { PromptFiles, type PromptSource } from './prompt-files.js';
import type { Recorder } from './recorder.js';
import { Resolver } from './resolve.js';
import { siteKey, siteOf } from './site.js';
import { flowsOf } from './surface-flows.js';
import { agentsOf, clientsOf, loopsOf, modelCallsOf, optionsOf, toolsOf } from './surface-uses.js';
import { ModuleUnit, type SecretSpan } from './unit.js';

/** What the code of a workspace does with language models. */
export interface FlowSurface
  extends Pick<Surface, 'modelCalls' | 'clients' | 'agents' | 'tools' | 'loops' | 'options' | 'flows'> {
  readonly notes: readonly Note[];
}

/** Instructions that may be run for each instruction of the program; far more than ordinary code needs. */
const STEPS_PER_INSTRUCTION = 60;
const LEAST_STEPS = 200_000;

/**
 * Finds what flows where in the code of a workspace.
 *
 * Each function is run abstractly (`Execution`): its instructions in order, with values that say what is known (`Value`: library
 * identity, constants, fields, functions) and what travels with them (`Taint`). A function is run once for every *shape* of its
 * arguments; what travels with them is symbolic (a `Slot`), so that one run serves all callers, and a caller puts its own taint into
 * the result (`substitution.ts`). A run is a pure function of code, shape and the levels that calls may still go down (`Levels`): there is no
 * fixpoint and no order to get wrong, and what was worked out before can always be used again (`RunCache`).
 *
 * Objects are values: writing into one makes another one at the place it was reached through (`Place`). Library values are access
 * paths (`ApiNode`), on which the models match. Guards clear atoms of taint; a test refines the place that it tests (`Predicate`).
 */
export class FlowAnalysis {
  readonly #python: ModelIndex;
  readonly #javascript: ModelIndex;
  readonly #modules = new Map<string, ModuleUnit>();
  readonly #secrets = new Map<string, readonly SecretSpan[]>();
  #prompts: readonly PromptSource[] = [];

  constructor(models: readonly SdkModel[]) {
    this.#python = new ModelIndex('python', models, knownPaths.python);
    this.#javascript = new ModelIndex('javascript', models, knownPaths.javascript);
  }

  /** Adds a file or replaces it. */
  setModule(module: Module): void {
    const index = module.language === 'python' ? this.#python : this.#javascript;
    this.#modules.set(module.path, new ModuleUnit(module, index, this.#secrets.get(module.path) ?? []));
  }

  removeModule(path: string): void {
    this.#modules.delete(path);
    this.#secrets.delete(path);
  }

  /** Says which constant strings of a file hold secrets: they are sources with the label `secret`, named by their `id`. */
  setSecrets(path: string, spans: readonly SecretSpan[]): void {
    this.#secrets.set(path, spans);
    const module = this.#modules.get(path);
    if (module !== undefined) this.setModule(module.module);
  }

  /** Says which prompt files code may load. */
  setPrompts(prompts: readonly PromptSource[]): void {
    this.#prompts = prompts;
  }

  run(): FlowSurface {
    const paths = [...this.#modules.keys()].sort();
    let size = 0;
    for (const module of this.#modules.values()) for (const { fn } of module.units) size += fn.body.length;
    const program = new Program(
      this.#modules,
      new Resolver(paths),
      LEAST_STEPS + size * STEPS_PER_INSTRUCTION,
      new PromptFiles(this.#prompts, this.#python),
    );
    const recorders: Recorder[] = [];
    const notes: Note[] = [];
    for (const path of paths) {
      const own = program.analyse(path);
      recorders.push(...own);
      if (own.some((recorder) => recorder.exhausted)) {
        notes.push({
          path,
          kind: 'budget',
          message: 'too much code to follow all flows; some may be missing',
        });
      }
    }
    const findings = collect(recorders);
    const loops = loopsOf(findings);
    const modelCalls = modelCallsOf(findings, loops);
    const tools = toolsOf(findings);
    const flows = flowsOf(findings.hits, {
      modelCall: (site) => {
        const index = modelCalls.at.get(siteKey(site));
        const call = index === undefined ? undefined : modelCalls.list[index];
        return index === undefined || call === undefined ? undefined : { index, resolved: call.resolved };
      },
      tool: (unit) => tools.at.get(siteKey(siteOf(unit, 0, 'function'))),
    });
    return {
      modelCalls: modelCalls.list,
      clients: clientsOf(findings),
      agents: agentsOf(findings, tools),
      tools: tools.list,
      loops: loops.list,
      options: optionsOf(findings),
      flows,
      notes,
    };
  }
}
