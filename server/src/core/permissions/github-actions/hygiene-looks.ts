import { entriesOf, scalarText } from '../../config/path.js';
import type { Variant } from '../risk.js';
import { placeOf } from '../scripts/command-texts.js';
import { agentPrograms } from '../scripts/flags.js';
import { launchOf } from '../servers/launch.js';
import { commandsOf } from '../shell/words.js';
import { type Look, look } from './look.js';
import { canWrite, strangersTriggers } from './trust.js';
import { inputOf, textOf } from './workflow.js';

const permissions: Variant = { id: 'GA-PERMS', rule: 'excessive-tool-grant' };
const absent: Variant = { ...permissions, persona: 'strict' };
const pin: Variant = { id: 'GA-PIN', rule: 'agent-code-unpinned' };
const cliPin: Variant = { id: 'GA-CLIPIN', rule: 'agent-code-unpinned' };
const leak: Variant = { id: 'GA-LEAK', rule: 'agent-credential-exfil' };

/** The token of a job that runs an agent is the agent's token. */
const jobPermissions = look([permissions, absent], function* ({ workflow, agents }) {
  const isAction = workflow.triggers.length === 0;
  const seen = new Set<number>();
  for (const job of workflow.jobs) {
    const agent = agents.find((one) => one.agent.job === job && one.agent.action?.talksOnly !== true)?.agent;
    if (agent === undefined || isAction) continue;
    const granted = job.permissions;
    if (granted === undefined) {
      const [first] = entriesOf(job.node);
      if (first !== undefined)
        yield {
          variant: absent,
          severity: 'info',
          range: first.range,
          message: `Without permissions this job gives ${agent.name} the repository's default token, which may write`,
          remedies: [],
        };
      continue;
    }
    const all = scalarText(granted.value) === 'write-all';
    const both = canWrite(job, 'contents') && canWrite(job, 'id-token');
    if ((!all && !both) || seen.has(granted.keyRange.start)) continue;
    seen.add(granted.keyRange.start);
    yield {
      variant: permissions,
      // With both, the app's own token is made; that alone is the documented set-up.
      severity:
        all || (strangersTriggers(workflow).length > 0 && agent.action?.checksActor !== true)
          ? 'warning'
          : 'info',
      range: granted.range,
      message: all
        ? `${agent.name} gets a token that may change everything in the repository`
        : `${agent.name} may change the code and log in elsewhere as this repository`,
      remedies: [],
    };
  }
});

/** A tag or a branch of an action can be moved to other code. */
const actionPins = look([pin, cliPin], function* ({ agents }) {
  const seen = new Set<string>();
  for (const { agent } of agents) {
    const { step, action, name } = agent;
    const { uses } = step;
    const ref = /@([^@\s]+)$/.exec(textOf(uses))?.[1];
    if (
      action !== undefined &&
      uses !== undefined &&
      ref !== undefined &&
      !/^[0-9a-f]{40}$/.test(ref) &&
      !seen.has(textOf(uses))
    ) {
      seen.add(textOf(uses));
      yield {
        variant: pin,
        severity: 'info',
        range: uses.range,
        message: `${ref} can be moved to other code, which then runs with the secrets of this job; a commit cannot`,
        remedies: [],
      };
    }
    const version = inputOf(step, 'gemini_cli_version', 'codex-version', 'claude_code_version', 'version');
    if (
      action !== undefined &&
      version !== undefined &&
      /^(?:latest|main|nightly|preview|next|beta)$/.test(textOf(version))
    ) {
      yield {
        variant: cliPin,
        severity: 'info',
        range: version.range,
        message: `${name} is installed in whatever version is there today`,
        remedies: [],
      };
    }
  }
});

/** `npm install -g @anthropic-ai/claude-code` in a script of a job that then starts it. */
const installs = look([cliPin], function* ({ file, workflow }) {
  for (const job of workflow.jobs) {
    for (const { run } of job.steps) {
      if (run === undefined) continue;
      for (const { words } of commandsOf(textOf(run))) {
        const launch = launchOf(words.map((text) => ({ text, range: run.range })));
        if (launch === undefined || !/^(?:npm|pnpm|yarn|bun|pip|pip3|pipx|uv)$/.test(launch.program))
          continue;
        const args = launch.args.map(({ text }) => text);
        if (!args.some((arg) => /^(?:install|i|add|global)$/.test(arg))) continue;
        const spec = args.find((arg) => {
          const name = arg.replace(/(?!^)(?:@|[=<>~!]=?).*$/, '');
          return agentPrograms.some(({ packages }) => packages.test(name));
        });
        if (spec === undefined || spec.includes('$') || /(?!^)@v?\d+\.\d+\.\d+|==\d/.test(spec)) continue;
        yield {
          variant: cliPin,
          severity: 'info',
          range: placeOf(file, run.value, spec) ?? run.range,
          message: `${spec} is installed in whatever version is there today`,
          remedies: [],
        };
      }
    }
  }
});

const leaks = look([leak], function* ({ workflow, agents }) {
  for (const { agent } of agents) {
    const { step, job } = agent;
    const output = inputOf(step, 'show_full_output');
    if (output !== undefined && textOf(output) === 'true') {
      yield {
        variant: leak,
        severity: 'warning',
        range: output.range,
        message:
          'Everything that tools answer, keys and files included, is printed to a log that others can read',
        remedies: [
          {
            id: 'safe-value',
            title: 'Keep tool output out of the log',
            safety: 'unsafe',
            steps: [{ do: 'replace', at: output.value.range, value: false }],
          },
        ],
      };
    }
    const artifacts = inputOf(step, 'upload_artifacts');
    if (artifacts !== undefined && textOf(artifacts) === 'true') {
      yield {
        variant: leak,
        severity: 'info',
        range: artifacts.range,
        message: 'The whole output of the agent can be downloaded by everybody who sees this repository',
        remedies: [
          {
            id: 'safe-value',
            title: 'Do not upload the output',
            safety: 'unsafe',
            steps: [{ do: 'replace', at: artifacts.value.range, value: 'false' }],
          },
        ],
      };
    }
    const debug = [...step.env, ...job.env, ...workflow.env].find(
      ({ key, value }) =>
        /^ACTIONS_(?:STEP|RUNNER)_DEBUG$/.test(key) && /^(?:true|1)$/.test(scalarText(value) ?? ''),
    );
    if (debug !== undefined) {
      yield {
        variant: leak,
        severity: 'warning',
        range: debug.range,
        message: 'In debug mode agents print everything that their tools answer, keys and files included',
        remedies: [
          {
            id: 'remove',
            title: `Remove ${debug.key}`,
            safety: 'unsafe',
            steps: [{ do: 'remove', at: [debug.keyRange] }],
          },
        ],
      };
    }
  }
});

export const hygieneLooks: readonly Look[] = [jobPermissions, actionPins, installs, leaks];
