import type { ConfigEntry } from '../../config/config-node.js';
import { lower, type Severity } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import type { ConfigFile } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { isActorsOwn, type UntrustedExpression, untrustedExpressions } from './expressions.js';
import { type Look, look, type StartedAgent } from './look.js';
import { passByEnvironment } from './pass-by-environment.js';
import { isNarrow } from './tools.js';
import {
  type Audience,
  canWrite,
  hasEvent,
  holdsSecrets,
  isGated,
  powerOf,
  secretsIn,
  strangersTriggers,
} from './trust.js';
import { inputOf, type Job, placeOfStep, type Step, textOf, type Workflow } from './workflow.js';

const row = (id: string): Variant => ({ id, rule: 'ci-untrusted-input-in-ai-step' });

const trigger = row('GA-TRIGGER');
const checkout = row('GA-CHECKOUT');
const prompt = row('GA-PROMPT');
const nonWriters = row('GA-NONWRITE');
const bots = row('GA-BOTS');
const token = row('GA-PAT');

const levelOf = { strong: 'error', some: 'warning', none: 'info' } as const;

/** Anybody can start an agent that holds a token or secrets. Actions that let strangers in by an input have a row of their own. */
const triggers = look([trigger], function* ({ workflow, agents }) {
  for (const { agent, audience } of agents) {
    const { action, step, name } = agent;
    if (audience !== 'anybody' || action?.talksOnly === true) continue;
    if (action?.checksActor === true) continue;
    const events = strangersTriggers(workflow).map(({ event }) => event);
    const level: Severity = levelOf[powerOf(agent, workflow)];
    yield {
      variant: trigger,
      severity: isNarrow(agent)
        ? canWrite(agent.job, 'contents') || holdsSecrets(agent, workflow)
          ? lower(level)
          : 'info'
        : level,
      range: placeOfStep(step),
      message: `Anybody can start ${name} here (${[...new Set(events)].slice(0, 2).join(', ')}), and nothing checks who it is`,
      remedies: [],
    };
  }
});

const head =
  /head\.(?:sha|ref|label)|head_(?:ref|sha|branch|commit)|refs\/pull\/|head\.repo\.|head_repository|pr_head|pr-head|\.head_sha/i;

/** The commit of a pull request becomes the agent's own project: its settings, instructions and servers too. */
function foreignCheckout(job: Job): Step | undefined {
  return job.steps.find((step) => {
    if (step.action?.startsWith('actions/checkout') === true) {
      // In a folder of its own it is material to look at.
      if (inputOf(step, 'path') !== undefined) return false;
      return ['ref', 'repository'].some((name) => head.test(textOf(inputOf(step, name))));
    }
    return /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\s[^\n;&|]{0,120}\bpull\/|\bgit\s+(?:checkout|switch|merge)\s[^\n;&|]{0,80}(?:HEAD_(?:SHA|REF)|head\.(?:sha|ref)|FETCH_HEAD)/i.test(
      textOf(step.run),
    );
  });
}

const checkouts = look([checkout], function* ({ workflow, agents }) {
  const seen = new Set<Job>();
  for (const { agent, audience } of agents) {
    const { job, name } = agent;
    const target = hasEvent(workflow, 'pull_request_target');
    if (
      seen.has(job) ||
      audience === 'trusted' ||
      !(target || hasEvent(workflow, 'issue_comment', 'workflow_run'))
    )
      continue;
    const step = foreignCheckout(job);
    if (step === undefined) continue;
    seen.add(job);
    yield {
      variant: checkout,
      severity: audience === 'anybody' ? 'error' : target ? 'warning' : 'info',
      range: placeOfStep(step),
      message: `${name} works on code from a stranger's pull request, whose own settings and instructions it follows, with this repository's secrets`,
      remedies: [],
    };
  }
});

/** Text of strangers pasted into a prompt (they instruct the agent) or into a script (they run code). */
const prompts = look([prompt], function* ({ file, workflow, agents }) {
  for (const started of agents) yield* promptRisks(started, workflow, file);
  for (const job of new Set(agents.map(({ agent }) => agent.job))) {
    for (const step of job.steps) {
      if (step.run !== undefined) yield* scriptRisks(step.run, step, workflow, file);
    }
  }
});

function* promptRisks(
  { agent, audience }: StartedAgent,
  workflow: Workflow,
  file: ConfigFile,
): Iterable<Risk> {
  const { action, step } = agent;
  if (action === undefined) return;
  for (const name of [...action.prompts, ...action.args]) {
    const input = inputOf(step, name);
    const found = untrustedExpressions(textOf(input));
    const [first] = found;
    if (input === undefined || first === undefined) continue;
    yield {
      variant: prompt,
      severity: promptSeverity(found, workflow, audience, action.talksOnly === true),
      range: placeIn(file, input, first.text),
      message: `${first.what} is pasted into ${name}: whoever writes it instructs ${agent.name}`,
      remedies: [],
    };
  }
}

function promptSeverity(
  found: readonly UntrustedExpression[],
  workflow: Workflow,
  audience: Audience,
  talksOnly: boolean,
): Severity {
  const reachable = strangersTriggers(workflow);
  // Called by another workflow: that one decides.
  if (reachable.length === 0) return hasEvent(workflow, 'workflow_call') ? 'warning' : 'info';
  const othersText = found.some(({ what }) =>
    workflow.triggers.some(({ event, types }) => !isActorsOwn(what, event, types)),
  );
  const level: Severity = audience === 'anybody' || othersText ? 'error' : 'warning';
  return talksOnly ? lower(level) : level;
}

function* scriptRisks(run: ConfigEntry, step: Step, workflow: Workflow, file: ConfigFile): Iterable<Risk> {
  const found = untrustedExpressions(textOf(run));
  const [first] = found;
  if (first === undefined) return;
  const open = strangersTriggers(workflow).length > 0 || hasEvent(workflow, 'workflow_call');
  const remedy = passByEnvironment(file, step, run, found);
  yield {
    variant: prompt,
    severity: open ? 'error' : hasEvent(workflow, 'pull_request') ? 'warning' : 'info',
    range: placeIn(file, run, first.text),
    message: `${first.what} becomes part of this script: whoever writes it runs commands beside the agent's secrets`,
    remedies: remedy === undefined ? [] : [remedy],
  };
}

function placeIn(file: ConfigFile, entry: ConfigEntry, text: string): TextRange {
  const start = file.text.indexOf(text, entry.value.range.start);
  return start < 0 || start + text.length > entry.value.range.end
    ? entry.range
    : { start, end: start + text.length };
}

const openings = look([nonWriters, bots, token], function* ({ workflow, agents }) {
  for (const { agent } of agents) {
    const { step, name } = agent;
    const users = inputOf(step, 'allowed_non_write_users') ?? inputOf(step, 'allow-users');
    const list = textOf(users).trim();
    if (users !== undefined && list !== '' && agent.action?.checksActor === true) {
      const all = list.split(',').some((user) => user.trim() === '*');
      const level: Severity = levelOf[powerOf(agent, workflow)];
      const severity = all ? level : lower(level);
      yield {
        variant: nonWriters,
        severity: isGated(agent, workflow) ? lower(severity) : severity,
        range: users.range,
        message: all
          ? `Anybody may start ${name}, without rights in the repository`
          : `${list} may start ${name} without rights in the repository`,
        remedies: [
          {
            id: 'remove',
            title: 'Let only people with write access start it',
            safety: 'unsafe',
            steps: [{ do: 'remove', at: [users.keyRange] }],
          },
        ],
      };
      const used = inputOf(step, 'github_token');
      const [secret] = secretsIn(textOf(used));
      if (used !== undefined && secret !== undefined && secret !== 'GITHUB_TOKEN') {
        yield {
          variant: token,
          severity: 'error',
          range: used.range,
          message: `Strangers start ${name} with ${secret}, a token that the job's permissions do not limit`,
          remedies: [
            {
              id: 'safe-value',
              title: 'Use the token of the job',
              safety: 'unsafe',
              steps: [{ do: 'replace', at: used.value.range, value: '${{ secrets.GITHUB_TOKEN }}' }],
            },
          ],
        };
      }
    }
    yield* botRisks(step, name);
  }
});

function* botRisks(step: Step, name: string): Iterable<Risk> {
  const allowed = inputOf(step, 'allowed_bots');
  const flag = inputOf(step, 'allow-bots');
  const entry =
    allowed !== undefined &&
    textOf(allowed)
      .split(',')
      .some((bot) => bot.trim() === '*')
      ? allowed
      : textOf(flag) === 'true'
        ? flag
        : undefined;
  if (entry === undefined) return;
  yield {
    variant: bots,
    severity: 'warning',
    range: entry.range,
    message: `Every bot may start ${name}, also one that strangers make write what they want`,
    remedies: [
      {
        id: 'remove',
        title: 'Name the bots that may start it',
        safety: 'unsafe',
        steps: [{ do: 'remove', at: [entry.keyRange] }],
      },
    ],
  };
}

export const inputLooks: readonly Look[] = [triggers, checkouts, prompts, openings];
