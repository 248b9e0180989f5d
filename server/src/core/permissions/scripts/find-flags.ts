import { range, type TextRange } from '../../text/range.js';
import { launchOf } from '../servers/launch.js';
import { commandsOf, programName, type SimpleCommand } from '../shell/words.js';
import { type AgentProgram, agentPrograms, type Flag } from './flags.js';

/** A dangerous option in a command line. */
export interface FoundFlag {
  readonly flag: Flag;
  /** As written: "--permission-mode bypassPermissions". */
  readonly text: string;
  /** Span of the option in the text that was searched. */
  readonly range: TextRange;
  /** The line runs inside a container. */
  readonly contained: boolean;
}

/** One cheap look decides for most files that no agent is started there. */
const anyAgent = /\b(?:claude|codex|copilot|cursor-agent|agent)\b/;

/** Dangerous options of agents in shell text; offsets count from `base`. */
export function findFlags(
  text: string,
  base = 0,
  programs: readonly AgentProgram[] = agentPrograms,
): readonly FoundFlag[] {
  if (programs === agentPrograms && !anyAgent.test(text)) return [];
  const found: FoundFlag[] = [];
  for (const command of commandsOf(text)) {
    const launched = agentOf(command, programs);
    if (launched === undefined) continue;
    for (const option of optionsOf(launched.args)) {
      const flag = launched.agent.flags.find(({ option: pattern }) => pattern.test(option.joined));
      if (flag === undefined) continue;
      const at = text.indexOf(option.words[0] ?? '', command.start);
      const start = at < 0 ? command.start : at;
      found.push({
        flag,
        text: option.words.join(' '),
        range: range(base + start, base + start + (option.words[0] ?? '').length),
        contained: launched.contained,
      });
    }
  }
  return found;
}

const containers = /^(?:docker|podman|nerdctl|devcontainer|docker-compose)$/;

function agentOf(
  command: SimpleCommand,
  programs: readonly AgentProgram[],
): { agent: AgentProgram; args: readonly string[]; contained: boolean } | undefined {
  const launch = launchOf(command.words.map((text) => ({ text, range: range(0, 0) })));
  if (launch === undefined) return undefined;
  const words = [launch.program, ...launch.args.map((word) => word.text)];
  const contained = containers.test(launch.program);
  for (const [i, word] of words.entries()) {
    const agent = programs.find(
      ({ programs: names, packages }) =>
        (names.test(programName(word)) && (i === 0 || word !== 'agent')) ||
        packages.test(word.replace(/(?!^)@[\w.^~-]+$/, '')),
    );
    // An image or a user may be called "agent" too. Behind `docker run image` and `npx -y` the agent is a later word; elsewhere it is the program itself.
    if (
      agent !== undefined &&
      (i === 0 ||
        contained ||
        /^(?:npx|bunx|pnpx|pnpm|yarn|npm|bun|uvx|uv|pipx|sudo|doas|xargs|watch|timeout|tmux|screen|script|caffeinate|nice|gosu|su-exec|runuser|unbuffer|expect)$/.test(
          words[0] ?? '',
        ))
    ) {
      return { agent, args: words.slice(i + 1), contained };
    }
  }
  return undefined;
}

/** Options with the value behind them joined by `=`, and without. */
function optionsOf(args: readonly string[]): readonly { joined: string; words: readonly string[] }[] {
  return args.flatMap((arg, i) => {
    if (!arg.startsWith('-') || arg === '-') return [];
    const next = args[i + 1];
    const alone = { joined: arg, words: [arg] };
    return next === undefined || arg.includes('=')
      ? [alone]
      : [{ joined: `${arg}=${next}`, words: [arg, next] }, alone];
  });
}
