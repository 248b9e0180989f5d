import { at, stringNodesOf } from '../../config/path.js';
import { readConfig } from '../../config/read.js';
import { lower, type Severity } from '../../finding.js';
import type { ConfigFile } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { placeOf } from '../scripts/command-texts.js';
import { switchOf } from '../scripts/environment.js';
import { flagsOf } from '../scripts/find-flags.js';
import { flagRisk } from '../scripts/flag-risks.js';
import type { AgentStep } from './agents.js';
import { type Look, look } from './look.js';
import { allowedTools, argumentsOf, bareShell, geminiSettings, reachOf } from './tools.js';
import { type Audience, hasEvent, powerOf } from './trust.js';
import { inputOf, textOf, type Workflow } from './workflow.js';

const bypass: Variant = { id: 'GA-BYPASS', rule: 'agent-permission-bypass' };
const tools: Variant = { id: 'GA-TOOLS', rule: 'excessive-tool-grant' };
const codexUser: Variant = { id: 'GA-CODEX-UNSAFE', rule: 'agent-permission-bypass' };
const codexSandbox: Variant = { id: 'GA-CODEX-SB', rule: 'agent-permission-bypass' };
const gemini: Variant = { id: 'GA-GEMINI', rule: 'excessive-tool-grant' };
const trust: Variant = { id: 'GA-GEMINI', rule: 'agent-permission-bypass' };

/** Flags that switch protections off, in scripts and in the arguments of actions. In a pipeline nobody answers questions, so milder modes are notes. */
const flags = look([bypass, tools], function* ({ file, agents }) {
  for (const { agent, audience } of agents) {
    for (const { entry, run, line } of argumentsOf(agent)) {
      for (const found of flagsOf(run, line)) {
        // Lists of allowed tools are judged by who can start the agent.
        const isList = found.flag.rule === 'excessive-tool-grant' && run.agent?.name === 'Claude Code';
        if (isList) continue;
        const place =
          placeOf(file, entry.value, found.text) ??
          placeOf(file, entry.value, found.text.split(' ')[0] ?? found.text);
        const risk = flagRisk(found, place, entry.range, false, file.text);
        const exact = place !== undefined && place.end - place.start === found.text.length;
        yield {
          ...risk,
          variant: found.flag.rule === 'agent-permission-bypass' ? bypass : tools,
          severity: risk.severity === 'error' ? 'error' : 'info',
          message: audience === 'anybody' ? `${risk.message}, and anybody can start it` : risk.message,
          remedies: exact ? risk.remedies : [],
        };
      }
    }
  }
});

/** What a list of allowed tools gives to whoever writes the issue, the comment or the pull request. */
function toolSeverity(
  reach: 'shell' | 'code' | 'edit',
  agent: AgentStep,
  workflow: Workflow,
  audience: Audience,
): Severity | undefined {
  const strong = powerOf(agent, workflow) === 'strong';
  if (audience === 'trusted') return reach === 'shell' ? 'info' : undefined;
  if (reach === 'shell') return audience === 'anybody' ? 'error' : 'warning';
  if (audience === 'gated') return reach === 'code' ? 'info' : undefined;
  return reach === 'edit' && strong ? 'error' : 'warning';
}

const meanings = {
  shell: 'any command',
  code: 'programs that run whatever they are given',
  edit: 'any file of the repository',
} as const;

const toolLists = look([tools], function* ({ file, workflow, agents }) {
  for (const { agent, audience } of agents) {
    const allowed = allowedTools(agent);
    if (allowed === undefined) continue;
    const { reach, tool } = reachOf(allowed.tools);
    const severity = reach === undefined ? undefined : toolSeverity(reach, agent, workflow, audience);
    if (reach === undefined || severity === undefined) continue;
    yield {
      variant: tools,
      severity,
      range: placeOf(file, allowed.entry.value, tool) ?? allowed.entry.range,
      message: `${tool} gives ${meanings[reach]} to an agent that ${audience === 'trusted' ? 'nobody watches' : 'reads what strangers write'}`,
      remedies: [],
    };
  }
});

const codex = look([codexUser, codexSandbox], function* ({ agents }) {
  for (const { agent } of agents) {
    const { step, job, action } = agent;
    if (action?.name !== 'Codex') continue;
    const strategy = inputOf(step, 'safety-strategy');
    if (strategy !== undefined && textOf(strategy) === 'unsafe' && !/windows/i.test(job.runsOn)) {
      yield replaceable(
        codexUser,
        strategy,
        'Codex keeps the rights of the runner, sudo included: it can read the keys of the job from memory',
        'drop-sudo',
      );
    }
    const sandbox = inputOf(step, 'sandbox');
    if (sandbox !== undefined && textOf(sandbox) === 'danger-full-access')
      yield replaceable(
        codexSandbox,
        sandbox,
        'The commands of Codex run without a sandbox',
        'workspace-write',
      );
    const profile = inputOf(step, 'permission-profile');
    if (profile !== undefined && /full-access|danger|unrestricted/i.test(textOf(profile)))
      yield replaceable(codexSandbox, profile, 'The commands of Codex run without a sandbox', ':workspace');
  }
});

const replaceable = (
  variant: Variant,
  entry: {
    readonly range: Risk['range'];
    readonly key: string;
    readonly value: { readonly range: Risk['range'] };
  },
  message: string,
  value: string,
): Risk => ({
  variant,
  severity: 'error',
  range: entry.range,
  message,
  remedies: [
    {
      id: 'safe-value',
      title: `Set ${entry.key} to ${value}`,
      safety: 'unsafe',
      steps: [{ do: 'replace', at: entry.value.range, value }],
    },
  ],
});

/** The action starts Gemini CLI with --yolo: the list of tools is all that holds it. */
const geminiTools = look([gemini, trust], function* ({ file, workflow, agents }) {
  for (const { agent, audience } of agents) {
    if (agent.action === undefined || agent.name !== 'Gemini CLI') continue;
    const settings = geminiSettings(agent);
    const { root } = readConfig('json', textOf(settings));
    const core = at(root, 'tools', 'core') ?? at(root, 'coreTools');
    const bare = stringNodesOf(core).find(({ value }) => bareShell.test(value.trim()));
    if (settings !== undefined && bare !== undefined) {
      yield {
        variant: gemini,
        severity: audience === 'anybody' ? 'error' : 'warning',
        range: placeOf(file, settings.value, `"${bare.value}"`) ?? settings.range,
        message: `${bare.value} gives every shell command to Gemini CLI, which this action starts with --yolo`,
        remedies: [],
      };
    }
    yield* trusted(agent, workflow, file);
  }
});

/** A workspace that may hold a stranger's code should not be trusted. */
function* trusted(agent: AgentStep, workflow: Workflow, file: ConfigFile): Iterable<Risk> {
  const entry = [...agent.step.env, ...agent.job.env].find(
    (one) => one.key === 'GEMINI_CLI_TRUST_WORKSPACE' && switchOf(one.key, textOf(one)) !== undefined,
  );
  if (entry === undefined || file.root === undefined) return;
  const foreign = hasEvent(workflow, 'pull_request', 'pull_request_target', 'workflow_run', 'issue_comment');
  yield {
    variant: trust,
    severity: foreign ? 'warning' : 'info',
    range: entry.range,
    message:
      'The settings, servers and commands of whatever is checked out here take effect without a question',
    remedies: [],
  };
}

/** Variables of other agents, which do what their flags do. */
const switches = look(
  [bypass, { id: 'GA-BYPASS', rule: 'excessive-tool-grant' }],
  function* ({ workflow, agents }) {
    for (const job of new Set(agents.map(({ agent }) => agent.job))) {
      const anybody = agents.some(({ agent, audience }) => agent.job === job && audience === 'anybody');
      for (const entry of [...workflow.env, ...job.env, ...job.steps.flatMap(({ env }) => env)]) {
        const found = switchOf(entry.key, textOf(entry));
        if (found === undefined || found.variant === 'GE-FLAG') continue;
        yield {
          variant: { id: 'GA-BYPASS', rule: found.rule },
          severity: anybody ? found.severity : lower(found.severity),
          range: entry.range,
          message: `${entry.key} lets the agent run ${found.says}`,
          remedies: [],
        };
      }
    }
  },
);

export const toolLooks: readonly Look[] = [flags, toolLists, codex, geminiTools, switches];
