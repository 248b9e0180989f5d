import type { Node } from '../languages/cursor.js';
import type { Project } from '../project.js';
import type { Hit, RuleContext } from '../rules/rule.js';
import type { ModelCall } from '../surface/model-use.js';
import { type Call, callAt } from './call.js';
import { Draft } from './draft.js';
import type { Fix } from './fix.js';
import { promptArguments } from './prompts.js';
import { modelCallOf, type Remedy } from './remedy.js';
import { Source } from './source.js';

/** A model call, and the code around it. */
export interface CallSite {
  readonly model: ModelCall;
  readonly source: Source;
  readonly call: Call;
  /** Arguments that hold the prompt. */
  readonly prompts: readonly Node[];
}

/** A guard that hangs on a model call, whether a rule found something there or not. */
export interface CallGuard extends Remedy {
  forCall(model: ModelCall, project: Project): readonly Fix[];
}

export function siteOf(model: ModelCall, project: Project): CallSite | undefined {
  const source = Source.open(project, model.location.path);
  const call = source === undefined ? undefined : callAt(source, model.location.range);
  if (source === undefined || call === undefined) return undefined;
  return { model, source, call, prompts: promptArguments(source, model, call) };
}

/** A call guard from the function that drafts its fixes. */
export function callGuard(draft: (site: CallSite, draft: Draft) => readonly Fix[]): CallGuard {
  const forCall = (model: ModelCall, project: Project): readonly Fix[] => {
    const site = siteOf(model, project);
    return site === undefined ? [] : draft(site, new Draft(site.source));
  };
  return {
    forCall,
    offer: (hit: Hit, context: RuleContext) => {
      const model = modelCallOf(hit, context);
      return model === undefined ? [] : forCall(model, context.project);
    },
  };
}
