import { range, type TextRange } from '../../text/range.js';
import { agentPrograms } from './flags.js';
import type { AgentProgram, Flag } from './programs.js';
import { type AgentRun, agentRuns } from './runs.js';

/** A dangerous option in a command line. */
export interface FoundFlag {
  readonly flag: Flag;
  /** As written: "--permission-mode bypassPermissions". */
  readonly text: string;
  /** Span of the option in the text that was searched, its value included where it follows at once. */
  readonly range: TextRange;
  /** The line runs inside a container. */
  readonly contained: boolean;
}

/** Longer than any command line that a person writes. */
const maxArguments = 300;

/** Dangerous options of agents in shell text; offsets count from `base`. */
export function findFlags(
  text: string,
  base = 0,
  programs: readonly AgentProgram[] = agentPrograms,
): readonly FoundFlag[] {
  const found: FoundFlag[] = [];
  for (const run of agentRuns(text, programs)) found.push(...flagsOf(run, text, base, programs));
  return found;
}

/** The dangerous options among the arguments of one call. */
export function flagsOf(
  run: AgentRun,
  text: string,
  base = 0,
  programs: readonly AgentProgram[] = agentPrograms,
): readonly FoundFlag[] {
  const telling = programs.flatMap(({ flags }) => flags.filter((flag) => flag.telling === true));
  const known = [...(run.agent?.flags ?? []), ...telling];
  const options = optionsOf(run.args.slice(0, maxArguments));
  const found: FoundFlag[] = [];
  let from = run.start;
  for (const option of options) {
    const flag = known.find((one) => one.option.test(option.joined));
    if (flag === undefined || options.some((other) => flag.unless?.test(other.joined) === true)) continue;
    const [head = '', ...values] = option.words;
    if (found.some((other) => other.flag === flag && other.text.startsWith(head))) continue;
    const at = wordAt(text, head, from);
    const start = at < 0 || at > run.end ? run.start : at;
    from = start + head.length;
    const [value] = values;
    const behind = value === undefined ? undefined : /^[ \t]+(["']?)/.exec(text.slice(from, from + 20));
    const valueAt = behind === null || behind === undefined ? -1 : from + behind[0].length;
    const follows = value !== undefined && valueAt >= 0 && text.startsWith(value, valueAt);
    const end = follows ? valueAt + value.length + (behind?.[1]?.length ?? 0) : from;
    found.push({
      flag,
      text: follows ? `${head} ${value}` : head,
      range: range(base + start, base + end),
      contained: run.contained,
    });
  }
  return found;
}

/** Where a word stands as a whole: `-f` is no part of `--output-format`. */
function wordAt(text: string, word: string, from: number): number {
  let at = text.indexOf(word, from);
  const isPart = (index: number): boolean =>
    /[\w-]/.test(text.charAt(index - 1)) || /[\w-]/.test(text.charAt(index + word.length));
  while (at >= 0 && isPart(at)) at = text.indexOf(word, at + 1);
  return at;
}

/** Options with what stands behind them joined by `=`: nothing, one word, and all words up to the next option. */
function optionsOf(args: readonly string[]): readonly { joined: string; words: readonly string[] }[] {
  return args.flatMap((arg, i) => {
    if (!arg.startsWith('-') || arg === '-') return [];
    const alone = { joined: arg, words: [arg] };
    if (arg.includes('=')) return [alone];
    const next = args.findIndex((other, k) => k > i && other.startsWith('-'));
    const values = args.slice(i + 1, next < 0 ? undefined : next).slice(0, 50);
    const [value] = values;
    if (value === undefined) return [alone];
    const single = { joined: `${arg}=${value}`, words: [arg, value] };
    return values.length === 1
      ? [single, alone]
      : [single, { joined: `${arg}=${values.join(' ')}`, words: [arg] }, alone];
  });
}
