import { commandsOf, programName, type SimpleCommand } from '../shell/words.js';
import { agentPrograms } from './flags.js';
import type { AgentProgram } from './programs.js';

/** A call of an agent in shell text. */
export interface AgentRun {
  /** Absent where the program is a variable that says nothing about it. */
  readonly agent?: AgentProgram;
  readonly args: readonly string[];
  /** It runs inside a container or another sandbox. */
  readonly contained: boolean;
  /** Span of the command in the text that was searched. */
  readonly start: number;
  readonly end: number;
}

/** One cheap look decides for most texts that no agent is started there. */
const anyAgent =
  /--dangerously|danger-full-access|\b(?:claude|codex|copilot|cursor-agent|agent|gemini|qwen|cline|cn|opencode|goose|amp|aider|kiro|kiro-cli|q|crush|openhands)\b/i;

const containers =
  /^(?:docker|podman|nerdctl|devcontainer|docker-compose|bwrap|firejail|nsjail|sandbox-exec|systemd-nspawn|lxc|distrobox)$/;

/** Programs that start what is named behind them. */
const starters =
  /^(?:npx|bunx|pnpx|pnpm|yarn|npm|bun|uvx|uv|pipx|sudo|doas|env|exec|nohup|time|command|xargs|watch|timeout|gtimeout|tmux|screen|script|caffeinate|nice|gosu|su-exec|su|runuser|unbuffer|expect|stdbuf|setsid|parallel|mise|asdf|volta|dotenv|dotenvx|doppler|op|infisical|cross-env|cross-env-shell|env-cmd|run-s|run-p|npm-run-all|with|if|then|else|do|while|until|!|start|call|flock|cronitor|chronic|tee)$/;

/** Programs whose arguments are shell text themselves. */
const interpreters =
  /^(?:sh|bash|zsh|dash|ash|ksh|fish|cmd|powershell|pwsh|su|ssh|tmux|screen|script|eval|watch|concurrently|xargs|parallel|wsl|runuser)$/;

const definitions = /^(?:alias|export|set|readonly|local|declare|typeset|setx)$/;

/** `npm install -g @anthropic-ai/claude-code` starts nothing. */
const notStarted =
  /^(?:install|i|add|update|upgrade|uninstall|remove|view|info|show|outdated|link|pull|build|push|tag|rmi?|inspect|which|ci|audit|search)$/;

/** Sub-commands that set an agent up or ask it about itself. */
const idle =
  /^(?:--version|-v|-V|--help|-h|mcp|config|configure|install|update|upgrade|doctor|login|logout|auth|plugin|plugins|setup-token|completion|completions|extensions|features|info|stats|models|init)$/;

/** More calls than any file has; what is said about the first ones is enough. */
const maxRuns = 200;

/** Deep enough for `ssh host "tmux new 'bash -c …'"`. */
const maxDepth = 4;

/** Every call of an agent in a piece of shell text, also in strings that other programs run, in aliases and in variables. */
export function agentRuns(
  text: string,
  programs: readonly AgentProgram[] = agentPrograms,
): readonly AgentRun[] {
  if (programs === agentPrograms && !anyAgent.test(text)) return [];
  const found: AgentRun[] = [];
  const todo: { line: string; depth: number; contained: boolean; start: number; end: number }[] = [
    { line: text, depth: 0, contained: false, start: 0, end: text.length },
  ];
  for (const next of todo) {
    for (const command of commandsOf(next.line)) {
      const start = next.depth === 0 ? command.start : next.start;
      const end = next.depth === 0 ? command.end : next.end;
      if (found.length >= maxRuns) return found;
      const read = readCommand(command, programs);
      if (read.run !== undefined) {
        const contained = next.contained || read.run.contained;
        found.push({ ...read.run, contained, start, end });
      }
      if (next.depth >= maxDepth) continue;
      for (const line of read.nested)
        todo.push({ line, depth: next.depth + 1, contained: next.contained || read.contained, start, end });
    }
  }
  return found;
}

interface Reading {
  readonly run?: Pick<AgentRun, 'agent' | 'args' | 'contained'>;
  readonly nested: readonly string[];
  readonly contained: boolean;
}

function readCommand(command: SimpleCommand, programs: readonly AgentProgram[]): Reading {
  const nothing: Reading = { nested: [], contained: false };
  let words = command.words.map((word, i) =>
    i === 0 ? word.replace(/^(?:[@+]+-?|-)(?=[A-Za-z])/, '') : word,
  );
  // `CLAUDE := claude …` of a make file.
  if (/^[:?+!]?=$/.test(words[1] ?? '')) words = words.slice(2);
  const assigned = words.filter((word) => /^[A-Za-z_][\w-]*\+?=/.test(word));
  while (/^[A-Za-z_]\w*\+?=/.test(words[0] ?? '')) words = words.slice(1);
  const program = programName(words[0] ?? '');
  if (words.length === 0 || definitions.test(program))
    return { ...nothing, nested: assigned.map((word) => word.slice(word.indexOf('=') + 1)) };
  // `echo "alias c='claude …'" >> ~/.bashrc` defines the alias for the next shell.
  if (/^(?:echo|printf)$/.test(program) && words.some((word) => word.startsWith('>')))
    return { ...nothing, nested: words.slice(1).filter((word) => /^\s*alias\s/.test(word)) };
  const contained = containers.test(program);
  const isVariable = /^\$/.test(words[0] ?? '');
  const started = startedAgent(words, programs, contained);
  if (started !== undefined) {
    const { agent, at } = started;
    const args = words.slice(at + 1);
    const first = args.find((arg) => !arg.startsWith('-')) ?? args[0];
    const works = agent.works === undefined || (first !== undefined && agent.works.test(first));
    if (!works || idle.test(args[0] ?? '')) return nothing;
    return { run: { agent, args, contained }, nested: [], contained };
  }
  if (isVariable) return { ...nothing, run: { args: words.slice(1), contained: false } };
  // `ARGS+=(--dangerously-skip-permissions)`; a pattern of `case` stands in front of its bracket instead.
  if ((words[0] ?? '').startsWith('--') && command.after === '(')
    return { ...nothing, run: { args: words, contained: false } };
  if (contained || interpreters.test(program) || starters.test(program))
    return { nested: words.slice(1).filter((word) => /\s/.test(word)), contained };
  return nothing;
}

function startedAgent(
  words: readonly string[],
  programs: readonly AgentProgram[],
  contained: boolean,
): { agent: AgentProgram; at: number } | undefined {
  const first = programName(words[0] ?? '');
  const through = contained || starters.test(first) || interpreters.test(first);
  for (const [at, word] of words.entries()) {
    if (at > 0 && !through) return undefined;
    if (at > 0 && notStarted.test(word)) return undefined;
    // An image or a user may be called "agent" or "q", too.
    const couldBeName = at > 0 && (contained || /^-/.test(words[at - 1] ?? ''));
    const called = calledAs(word, at, couldBeName);
    const agent = programs.find((known) => isCalled(called, known));
    if (agent !== undefined) return { agent, at };
  }
  return undefined;
}

/** What a word may be to call an agent: the name of a program, of a package, or the parts of a variable's name. */
interface CalledAs {
  readonly program?: string;
  readonly package?: string;
  readonly variable: readonly string[];
}

/** By its program, by its package, or by a variable that is named after it (`"$CLAUDE_BIN"`). */
function calledAs(word: string, at: number, couldBeName: boolean): CalledAs {
  if (word.startsWith('$')) {
    const name = /^\$\{?([A-Za-z_]\w*)/.exec(word)?.[1]?.toLowerCase();
    if (name !== undefined) return { variable: at === 0 ? name.split('_') : [] };
  }
  const common = couldBeName && /^(?:agent|q|cn|amp)$/.test(word);
  return {
    ...(common || word.endsWith('/') ? {} : { program: programName(word) }),
    package: word.replace(/(?!^)@[\w.^~-]+$/, ''),
    variable: [],
  };
}

const isCalled = (called: CalledAs, { programs, packages }: AgentProgram): boolean =>
  (called.program !== undefined && programs.test(called.program)) ||
  (called.package !== undefined && packages.test(called.package)) ||
  called.variable.some((part) => programs.test(part));
