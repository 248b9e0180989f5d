import { callAt } from '../fixes/call.js';
import { modelLanguage } from '../fixes/call-models.js';
import { Draft } from '../fixes/draft.js';
import type { Fix } from '../fixes/fix.js';
import { setOption } from '../fixes/options.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import { models } from '../models/index.js';
import type { Project } from '../project.js';
import type { Agent, Loop } from '../surface/model-use.js';

/** A cap on what an agent may use up, so that somebody else than the model ends it. */
export const stepBudget: Remedy = {
  offer: (hit, { surface, project }) => {
    const loop = surface.loops.find(({ head }) => samePlace(head, hit.location));
    if (loop !== undefined) return inLoop(loop, project);
    const agent = surface.agents.find(({ location }) => samePlace(location, hit.location));
    return agent === undefined ? [] : onAgent(agent, project);
  },
};

function inLoop({ location }: Loop, project: Project): readonly Fix[] {
  const source = Source.open(project, location.path);
  if (source === undefined) return [];
  const covering = source.covering(location.range);
  const loop = [covering, ...source.ancestors(covering)].find((node) =>
    /^(?:while|for|for_in|do)_statement$/.test(source.kind(node)),
  );
  const body = loop === undefined ? undefined : source.child(loop, 'body');
  if (loop === undefined || body === undefined) return [];
  const isBlock = source.is(body, 'block') || source.is(body, 'statement_block');
  const first = isBlock ? source.firstNamed(body) : body;
  if (first === undefined) return [];
  const draft = new Draft(source);
  const python = source.family === 'python';
  const budget = source.freshName('budget');
  const made = python ? `${draft.helper('Budget')}()` : `new ${draft.helper('Budget')}()`;
  if (!draft.statementBefore(loop, `${python ? '' : 'const '}${budget} = ${made}`)) return [];
  if (!draft.statementBefore(first, `${budget}.spend()`)) return [];
  return fixOf(draft, {
    id: 'step-budget',
    title: 'Give the loop a budget of rounds, time and tokens',
    safety: 'unsafe',
    preferred: true,
  });
}

/** Rounds that an agent gets. */
const STEPS = '20';

function onAgent(agent: Agent, project: Project): readonly Fix[] {
  const source = Source.open(project, agent.location.path);
  const call = source === undefined ? undefined : callAt(source, agent.location.range);
  const option = models
    .filter(({ id, language }) => id === agent.sdk && language === modelLanguage(agent.language))
    .flatMap((model) => model.agents ?? [])
    .flatMap(({ stepLimit }) => stepLimit?.options ?? [])[0];
  if (source === undefined || call === undefined || option === undefined) return [];
  const draft = new Draft(source);
  if (!setOption(draft, call, option, STEPS)) return [];
  return fixOf(draft, {
    id: 'limit-steps',
    title: `Stop the agent after ${STEPS} steps`,
    safety: 'unsafe',
    preferred: true,
  });
}
