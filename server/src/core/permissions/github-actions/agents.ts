import { withoutHereDocuments } from '../scripts/here-documents.js';
import { agentRuns } from '../scripts/runs.js';
import { inputOf, type Job, type Step, textOf } from './workflow.js';

/** An action that runs an agent or asks a model. */
export interface AgentAction {
  readonly actions: RegExp;
  readonly name: string;
  /** Inputs that become the prompt or instructions. */
  readonly prompts: readonly string[];
  /** The program whose arguments `args` holds. */
  readonly program?: 'claude' | 'codex';
  readonly args: readonly string[];
  /** By default only people with write access start it; `opens` tells whether the inputs of a step let others in. */
  readonly checksActor: boolean;
  readonly opens?: (step: Step) => boolean;
  /** It answers, and runs no tools. */
  readonly talksOnly?: true;
}

const everybody = (step: Step, ...names: readonly string[]): boolean =>
  names.some((name) =>
    textOf(inputOf(step, name))
      .split(',')
      .some((user) => user.trim() === '*'),
  );

/**
 * Sources: action.yml and docs/security.md of anthropics/claude-code-action, action.yml of openai/codex-action and
 * google-github-actions/run-gemini-cli (which always starts the CLI with --yolo), actions/ai-inference, sst/opencode github/.
 */
export const agentActions: readonly AgentAction[] = [
  {
    actions: /^anthropics\/claude-code-action$/,
    name: 'Claude Code',
    prompts: [
      'prompt',
      'direct_prompt',
      'override_prompt',
      'custom_instructions',
      'system_prompt',
      'append_system_prompt',
    ],
    program: 'claude',
    args: ['claude_args'],
    checksActor: true,
    opens: (step) => textOf(inputOf(step, 'allowed_non_write_users')).trim() !== '',
  },
  {
    actions: /^anthropics\/claude-code-(?:base-action|action\/base-action)$/,
    name: 'Claude Code',
    prompts: ['prompt', 'system_prompt', 'append_system_prompt'],
    program: 'claude',
    args: ['claude_args'],
    checksActor: false,
  },
  {
    actions: /^openai\/codex-action$/,
    name: 'Codex',
    prompts: ['prompt'],
    program: 'codex',
    args: ['codex-args'],
    checksActor: true,
    opens: (step) => everybody(step, 'allow-users'),
  },
  {
    actions:
      /^(?:google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|qwenlm\/qwen-code-action)$/,
    name: 'Gemini CLI',
    prompts: ['prompt'],
    args: [],
    checksActor: false,
  },
  {
    actions: /^(?:sst|anomalyco)\/opencode(?:\/github)?$/,
    name: 'OpenCode',
    prompts: ['prompt'],
    args: [],
    checksActor: true,
  },
  {
    // Another workflow that is called by a name which says what it does; whom it lets in stands in its own file.
    actions:
      /^(?:\.|[\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^@]*(?:claude|codex|gemini|copilot|opencode|openhands|agent|llm|(?:^|[/_.-])ai(?=[_.-]))[^@/]*\.ya?ml$/,
    name: 'The called workflow',
    prompts: [
      ...[
        'prompt',
        'instructions',
        'instruction',
        'task',
        'message',
        'query',
        'question',
        'request',
        'input',
        'text',
      ],
      ...[
        'comment',
        'comment_body',
        'comment-body',
        'body',
        'title',
        'issue_body',
        'issue_title',
        'user_prompt',
      ],
      ...['user_request', 'additional_context', 'context', 'description'],
    ],
    args: [],
    checksActor: true,
  },
  {
    actions: /^actions\/ai-inference$/,
    name: 'The model',
    prompts: ['prompt', 'system-prompt'],
    args: [],
    checksActor: false,
    talksOnly: true,
  },
];

/** A step that runs an agent, by an action or in a script. */
export interface AgentStep {
  readonly step: Step;
  readonly job: Job;
  readonly name: string;
  /** Absent for scripts. */
  readonly action?: AgentAction;
}

/** More agents than any job has; what is said about the first ones is enough. */
const limit = 50;

export function agentStepsOf(job: Job): readonly AgentStep[] {
  const steps = job.steps.flatMap((step): AgentStep[] => {
    const action = agentActions.find(({ actions }) => step.action !== undefined && actions.test(step.action));
    if (action !== undefined) return [{ step, job, name: action.name, action }];
    const [run] =
      step.run === undefined
        ? []
        : agentRuns(withoutHereDocuments(textOf(step.run))).filter((one) => one.agent !== undefined);
    return run?.agent === undefined ? [] : [{ step, job, name: run.agent.name }];
  });
  return steps.slice(0, limit);
}
