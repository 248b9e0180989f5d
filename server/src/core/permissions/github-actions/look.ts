import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { type AgentStep, agentStepsOf } from './agents.js';
import { type Audience, audienceOf } from './trust.js';
import { readWorkflow, type Workflow } from './workflow.js';

/** An agent in a workflow, and who can start it. */
export interface StartedAgent {
  readonly agent: AgentStep;
  readonly audience: Audience;
}

/** A workflow file while it is looked at. */
export interface Sight {
  readonly file: ConfigFile;
  readonly workflow: Workflow;
  readonly agents: readonly StartedAgent[];
}

/** One look at a workflow with its agents. */
export interface Look {
  readonly variants: readonly Variant[];
  readonly run: (sight: Sight) => Iterable<Risk>;
}

export const look = (variants: readonly Variant[], run: Look['run']): Look => ({ variants, run });

export function sightOf(file: ConfigFile): Sight {
  const workflow = readWorkflow(file.root);
  const agents = workflow.jobs.flatMap((job) =>
    agentStepsOf(job).map((agent) => ({ agent, audience: audienceOf(agent, workflow) })),
  );
  return { file, workflow, agents };
}

/** All looks as one check, so that the workflow is taken apart once. */
export const workflowCheck = (looks: readonly Look[]): Check =>
  check(
    looks.flatMap(({ variants }) => variants),
    function* (file) {
      const sight = sightOf(file);
      if (sight.agents.length === 0) return;
      for (const { run } of looks) yield* run(sight);
    },
  );
