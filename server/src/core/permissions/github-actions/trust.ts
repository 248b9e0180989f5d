import { entriesOf, scalarText } from '../../config/path.js';
import type { AgentStep } from './agents.js';
import { type Job, type Trigger, textOf, type Workflow, wordsOf } from './workflow.js';

/** Events that strangers cause and that run with the repository's secrets: anybody can open an issue or write a comment. */
const strangersEvents = new Set([
  'issues',
  'issue_comment',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'discussion',
  'discussion_comment',
  'workflow_run',
  // A star, a fork, a page of the wiki: whoever has an account.
  'watch',
  'fork',
  'gollum',
]);

/** Only people with rights in the repository cause these actions, whoever wrote the issue. */
const maintainersTypes = new Set([
  'labeled',
  'unlabeled',
  'assigned',
  'unassigned',
  'milestoned',
  'demilestoned',
  'pinned',
  'locked',
  'unlocked',
  'transferred',
  'answered',
]);

const isStrangers = ({ event, types }: Trigger): boolean =>
  strangersEvents.has(event) && !(types.length > 0 && types.every((type) => maintainersTypes.has(type)));

/** The events by which a stranger can start the workflow. */
export const strangersTriggers = (workflow: Workflow): readonly Trigger[] =>
  workflow.triggers.filter(isStrangers);

export const hasEvent = (workflow: Workflow, ...events: readonly string[]): boolean =>
  workflow.triggers.some(({ event }) => events.includes(event));

/** Words of conditions and checks that let some people through and others not. */
const gates =
  /author_association|github\.(?:triggering_)?actor\b|sender\.login|\.user\.login|collaborators\/|collaboratorPermission|(?:check|get|has)[-_]?(?:user|actor|team|write)[-_]?\w{0,40}permission|user-permission|actor-has|check-(?:user|team|member)|team-?member|membership|\bis[-_]?(?:authorized|member|allowed|maintainer|trusted|collaborator|owner|fork)\b|authorized|head\.repo\.(?:fork|full_name|owner)|label\.name|workflow_run\.(?:event|actor|head_repository)/i;

/** `github.actor != 'dependabot[bot]'` keeps somebody out, and everybody else in. */
const withoutExclusions = (text: string): string =>
  text.replace(/[\w.]{1,80}\s*!=\s*(?:'[^']{0,80}'|"[^"]{0,80}")/g, '');

/** A condition, a check before it or a job that it waits for decides who may start the agent. */
export function isGated({ step, job }: AgentStep, workflow: Workflow): boolean {
  // What a checkout is told says where code comes from, not who may go on.
  const before = job.steps
    .slice(0, Math.max(0, job.steps.indexOf(step)))
    .filter(({ action }) => action?.startsWith('actions/checkout') !== true);
  const own = [job.condition, step.condition, ...before.map(wordsOf)].join('\n');
  if (gates.test(withoutExclusions(own))) return true;
  return neededBy(job, workflow).some((other) =>
    gates.test(withoutExclusions([other.condition, ...other.steps.map(wordsOf)].join('\n'))),
  );
}

/** The jobs that a job waits for, and those that they wait for. */
function neededBy(job: Job, workflow: Workflow): readonly Job[] {
  const found = new Set<Job>();
  const todo = [...job.needs];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const other = workflow.jobs.find((one) => one.id === id);
    if (other === undefined || found.has(other)) continue;
    found.add(other);
    todo.push(...other.needs);
  }
  return [...found];
}

/** Who can start the agent: `anybody`, those whom a condition or the action itself lets through, or people with rights alone. */
export type Audience = 'anybody' | 'gated' | 'trusted';

export function audienceOf(agent: AgentStep, workflow: Workflow): Audience {
  if (strangersTriggers(workflow).length === 0) return 'trusted';
  const { action, step } = agent;
  const checked = action?.checksActor === true && action.opens?.(step) !== true;
  return checked || isGated(agent, workflow) ? 'gated' : 'anybody';
}

/** What the job's token and secrets are good for: code and releases, issues and comments, or nothing. */
export type Power = 'strong' | 'some' | 'none';

const strongScopes =
  /^(?:contents|actions|packages|id-token|deployments|pages|security-events|attestations|workflows|models)$/;

const modelKeys =
  /ANTHROPIC|OPENAI|GEMINI|GOOGLE|CLAUDE|CODEX|COPILOT|MISTRAL|GROQ|OPENROUTER|DEEPSEEK|API_?KEY|OAUTH_TOKEN/i;

/** `secrets.NAME` and `secrets['NAME']`. */
export const secretsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bsecrets(?:\.|\[['"])([A-Za-z_]\w*)/g)].map((match) => match[1] ?? '');

/** Secrets of the job besides its token and the key of the model. */
export const holdsSecrets = ({ job }: AgentStep, workflow: Workflow): boolean =>
  [...workflow.env, ...job.env, ...job.steps.flatMap((step) => [...step.env, ...step.inputs])]
    .flatMap((entry) => secretsIn(textOf(entry)))
    .some((name) => name !== 'GITHUB_TOKEN' && !modelKeys.test(name));

export function powerOf(agent: AgentStep, workflow: Workflow): Power {
  if (holdsSecrets(agent, workflow)) return 'strong';
  const granted = agent.job.permissions?.value;
  // Without a word about permissions the repository's default holds, which may be either.
  if (granted === undefined) return 'some';
  if (scalarText(granted) === 'write-all') return 'strong';
  const writes = entriesOf(granted).filter(({ value }) => scalarText(value) === 'write');
  if (writes.some(({ key }) => strongScopes.test(key))) return 'strong';
  return writes.length > 0 ? 'some' : 'none';
}

export const canWrite = (job: Job, scope: string): boolean =>
  scalarText(job.permissions?.value) === 'write-all' ||
  entriesOf(job.permissions?.value).some(({ key, value }) => key === scope && scalarText(value) === 'write');
