import type { ConfigEntry } from '../../config/config-node.js';
import { at, stringNodesOf } from '../../config/path.js';
import { readConfig } from '../../config/read.js';
import { commandPattern, isUnrestricted, parseRule, shellTools } from '../claude-code/rule.js';
import { flagsOf } from '../scripts/find-flags.js';
import { agentPrograms } from '../scripts/flags.js';
import { withoutHereDocuments } from '../scripts/here-documents.js';
import { type AgentRun, agentRuns } from '../scripts/runs.js';
import { commandDanger } from '../shell/commands.js';
import { commandsOf } from '../shell/words.js';
import { splitTools } from '../tool-lists.js';
import type { AgentStep } from './agents.js';
import { inputOf, textOf } from './workflow.js';

/** Arguments of an agent's command line with the entry that holds them. */
export interface Arguments {
  readonly entry: ConfigEntry;
  readonly run: AgentRun;
  /** The text in which the run's offsets count. */
  readonly line: string;
}

/** The command lines of a step: the `args` input of an action, or the calls in a script. */
export function argumentsOf({ step, action }: AgentStep): readonly Arguments[] {
  if (action === undefined) {
    const { run } = step;
    if (run === undefined) return [];
    const line = withoutHereDocuments(textOf(run));
    return agentRuns(line).map((call) => ({ entry: run, run: call, line }));
  }
  const entry = inputOf(step, ...action.args);
  const agent = agentPrograms.find(
    ({ programs }) => action.program !== undefined && programs.test(action.program),
  );
  if (entry === undefined || agent === undefined) return [];
  const line = textOf(entry).replace(/\r?\n/g, ' ');
  const args = listed(line) ?? commandsOf(`x ${line}`)[0]?.words.slice(1) ?? [];
  return [{ entry, line, run: { agent, args, contained: false, start: 0, end: line.length } }];
}

/** codex-action takes a JSON list as well. */
function listed(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  const { root } = readConfig('json', text);
  return root?.kind === 'list' ? stringNodesOf(root).map(({ value }) => value) : undefined;
}

export interface AllowedTools {
  readonly entry: ConfigEntry;
  readonly tools: readonly string[];
}

/** The tools that a Claude step may use without a question, from its arguments and from the input of the action's first version. */
export function allowedTools(agent: AgentStep): AllowedTools | undefined {
  const old = inputOf(agent.step, 'allowed_tools');
  const fromInput =
    old === undefined
      ? []
      : textOf(old)
          .split(/[\n,]/)
          .map((tool) => tool.trim());
  const called = argumentsOf(agent).find(({ run }) => run.args.some((arg) => allowOption.test(arg)));
  const fromArguments = called === undefined ? [] : toolsIn(called.run.args);
  const entry = called?.entry ?? old;
  return entry === undefined
    ? undefined
    : { entry, tools: [...fromInput, ...fromArguments].filter((tool) => tool !== '') };
}

const allowOption = /^--allowed-?[tT]ools(?:=|$)/;

function toolsIn(args: readonly string[]): readonly string[] {
  const index = args.findIndex((arg) => allowOption.test(arg));
  const joined = /^[^=]+=(.*)$/s.exec(args[index] ?? '')?.[1];
  const next = args.findIndex((arg, i) => i > index && arg.startsWith('--'));
  const values = args.slice(index + 1, next < 0 ? undefined : next);
  return splitTools([...(joined === undefined ? [] : [joined]), ...values].join(','));
}

export type ToolReach = 'shell' | 'code' | 'edit' | undefined;

/** The furthest that tools go: any command, programs that run what they are given, or the files of the repository. */
export function reachOf(tools: readonly string[]): { readonly reach: ToolReach; readonly tool: string } {
  let edit: string | undefined;
  let code: string | undefined;
  for (const text of tools) {
    const rule = parseRule(text);
    if (rule === undefined) continue;
    if (shellTools.has(rule.tool)) {
      if (isUnrestricted(rule)) return { reach: 'shell', tool: text };
      const danger = commandDanger(commandPattern(rule.specifier ?? ''));
      if (danger === 'everything' || danger === 'shell') return { reach: 'shell', tool: text };
      if (danger === 'runner' || danger === 'network') code ??= text;
    } else if (/^(?:Edit|Write|MultiEdit)$/.test(rule.tool) && isUnrestricted(rule)) edit ??= text;
  }
  if (code !== undefined) return { reach: 'code', tool: code };
  return { reach: edit === undefined ? undefined : 'edit', tool: edit ?? '' };
}

/** The settings that Gemini CLI is given, as JSON in an input. */
export const geminiSettings = ({ step }: AgentStep): ConfigEntry | undefined =>
  inputOf(step, 'settings', 'settings_json');

/** True when what the agent may use is listed and holds no shell at large. */
export function isNarrow(agent: AgentStep): boolean {
  if (
    argumentsOf(agent).some(({ run, line }) =>
      flagsOf(run, line).some(({ flag }) => flag.severity === 'error'),
    )
  )
    return false;
  const allowed = allowedTools(agent);
  if (allowed !== undefined && allowed.tools.length > 0) {
    const { reach } = reachOf(allowed.tools);
    return reach === undefined || reach === 'edit';
  }
  const settings = geminiSettings(agent);
  if (settings === undefined || agent.name !== 'Gemini CLI') return false;
  const { root } = readConfig('json', textOf(settings));
  const core = at(root, 'tools', 'core') ?? at(root, 'coreTools');
  return core?.kind === 'list' && !stringNodesOf(core).some(({ value }) => bareShell.test(value.trim()));
}

export const bareShell = /^(?:run_shell_command|ShellTool|Shell)(?:\(\s*\*?\s*\))?$/;
