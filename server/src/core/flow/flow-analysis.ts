import type { Note } from '../analysis.js';
import type { Module } from '../ir/module.js';
import type { SdkModel } from '../models/model.js';
import type { Surface } from '../surface/surface.js';
import { compiled } from './compiled-models.js';
import { merged } from './findings.js';
import type { PromptSource } from './prompt-files.js';
import { siteKey, siteOf } from './site.js';
import { compareText, flowsOf } from './surface-flows.js';
import { agentsOf, approvedBy, effectsOf, ignoredGuardsOf, toolsOf } from './surface-tools.js';
import { clientsOf, loopsOf, modelCallsOf, optionsOf } from './surface-uses.js';
import type { SecretSpan } from './unit.js';
import { Workspace } from './workspace.js';

/** What the code of a workspace does with language models. */
export interface FlowSurface
  extends Pick<
    Surface,
    | 'modelCalls'
    | 'clients'
    | 'agents'
    | 'tools'
    | 'loops'
    | 'options'
    | 'effects'
    | 'ignoredGuards'
    | 'flows'
  > {
  readonly notes: readonly Note[];
}

/**
 * Finds what flows where in the code of a workspace.
 *
 * Each function is run abstractly (`Execution`): its instructions in order, with values that say what is known (`Value`: library
 * identity, constants, fields, functions) and what travels with them (`Taint`). A function is run once for every *shape* of its
 * arguments; what travels with them is symbolic (a `Slot`), so that one run serves all callers, and a caller puts its own taint into
 * the result (`substitution.ts`). A run is a pure function of code, shape and the levels that calls may still go down (`Levels`): there is no
 * fixpoint, and what was worked out before can be used again (`RunCache`). Order matters only to functions that are called with very many shapes
 * (`detailAfter`).
 *
 * Objects are values: writing into one makes another one at the place it was reached through (`Place`). Library values are access
 * paths (`ApiNode`), on which the models match. Guards clear atoms of taint; a test refines the place that it tests (`Predicate`).
 */
export class FlowAnalysis {
  readonly #workspace: Workspace;

  constructor(models: readonly SdkModel[]) {
    const { python, javascript, java } = compiled(models);
    this.#workspace = new Workspace(
      ({ language }) => (language === 'python' ? python : language === 'java' ? java : javascript),
      python,
    );
  }

  /** Adds a file or replaces it. */
  setModule(module: Module): void {
    this.#workspace.set(module);
  }

  removeModule(path: string): void {
    this.#workspace.remove(path);
  }

  /** Says which constant strings of a file hold secrets: they are sources with the label `secret`, named by their `id`. */
  setSecrets(path: string, spans: readonly SecretSpan[]): void {
    this.#workspace.setSecrets(path, spans);
  }

  /** Says which prompt files code may load. */
  setPrompts(prompts: readonly PromptSource[]): void {
    this.#workspace.setPrompts(prompts);
  }

  /** Everything found, in the order of files and places. Analyses only what has changed since the last time, and what depends on it. */
  run(): FlowSurface {
    const files = this.#workspace.analyse();
    const findings = merged([...files.values()].map((file) => file.findings));
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
    const agents = agentsOf(findings, tools);
    return {
      modelCalls: modelCalls.list,
      clients: clientsOf(findings),
      agents,
      tools: approvedBy(agents, tools.list),
      loops: loops.list,
      options: optionsOf(findings),
      effects: effectsOf(findings),
      ignoredGuards: ignoredGuardsOf(findings),
      flows,
      notes: [...files]
        .filter(([, file]) => file.exhausted)
        .map(([path]): Note => ({ path, kind: 'budget', message: BUDGET }))
        .sort((a, b) => compareText(a.path, b.path)),
    };
  }
}

const BUDGET = 'too much code to follow all flows; some may be missing';
