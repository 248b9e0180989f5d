import {
  destructivePrograms,
  destructiveSubcommands,
  everydayTools,
  looks,
  namesTarget,
  networkPrograms,
  occasionalRunners,
  readOnlySubcommands,
  runners,
  runningSubcommands,
  shells,
} from './command-tables.js';
import { programName } from './words.js';

/**
 * What an allowed command prefix really allows: any program (`shell`), any program through another one (`runner`), sending and fetching data
 * (`network`), something that cannot be undone (`destructive`), or a tool with all its options and sub-commands, some of which are one of these
 * (`broad`).
 */
export type CommandDanger = 'everything' | 'shell' | 'runner' | 'network' | 'destructive' | 'broad';

/** A command as an allow list names it. */
export interface CommandPattern {
  /** The fixed words in front of the first wildcard. */
  readonly words: readonly string[];
  /** Anything may follow them. */
  readonly open: boolean;
}

const codeOptions =
  /^(?:-c|-e|-p|-pe|-ne|-lc|-ic|-Command|-EncodedCommand|-enc|--eval|--exec|--command|\/c|\/k|-r)$/i;

/** The danger of a command that an allow list lets through, if there is one. Exact commands are the author's own choice and pass. */
export function commandDanger({ words, open }: CommandPattern): CommandDanger | undefined {
  if (!open) return undefined;
  const rest = withoutWrappers(words);
  const danger = plainDanger(rest);
  const asRoot = /^(?:sudo|doas)$/.test(programName(words[0] ?? ''));
  return danger === undefined || danger === 'broad' ? (asRoot ? 'destructive' : danger) : danger;
}

function plainDanger(rest: readonly string[], depth = 0): CommandDanger | undefined {
  const [first, ...args] = rest;
  if (first === undefined) return 'everything';
  const program = programName(first);
  if (isCloudRead(program, args)) return undefined;
  const subcommand = args.find((arg) => !arg.startsWith('-'));
  if (subcommand === 'compose' && /^(?:docker|podman|nerdctl)$/.test(program))
    return plainDanger(['docker-compose', ...args.slice(args.indexOf('compose') + 1)], depth);
  if (shells.has(program)) return shellDanger(args);
  if (networkPrograms.has(program))
    return args.some((arg) => /^[a-z]+:\/\/[^/]+\/?|^localhost\b|^127\./i.test(arg)) ? undefined : 'network';
  const destructive = destructiveSubcommands[program];
  if (destructive?.some((name) => args.includes(name)) === true)
    return args.some((arg) => looks.has(arg)) ? undefined : 'destructive';
  if (destructivePrograms.has(program.replace(/^mkfs\..+/, 'mkfs')))
    return destructiveUnless(program, subcommand);
  if (isRunner(program)) return runnerDanger(program, args, depth);
  if (occasionalRunners.has(program) && runningAt(program, args) === undefined)
    return subcommand === undefined ? 'broad' : undefined;
  if (runningSubcommands[program] === undefined) return undefined;
  if (subcommand === undefined) return everydayTools.has(program) ? 'broad' : 'runner';
  const at = runningAt(program, args);
  return at === undefined ? undefined : runnerDanger(program, args.slice(at + 1), depth);
}

/** Where the sub-command that runs others stands: the first word, or the second (`git bisect run`). */
function runningAt(program: string, args: readonly string[]): number | undefined {
  const running = runningSubcommands[program];
  const plain = args.filter((arg) => !arg.startsWith('-')).slice(0, 2);
  const name = plain.find((arg) => running?.includes(arg) === true);
  return name === undefined ? undefined : args.indexOf(name);
}

const isRunner = (program: string): boolean =>
  runners.has(program) || /^(?:python|pypy|ruby|perl|php|lua|node|tclsh|swipl)[\d.]+$/.test(program);

/** `bash -lc *` runs anything; `bash scripts/test.sh *` runs one script. */
const shellDanger = (args: readonly string[]): CommandDanger | undefined =>
  args.every((arg) => arg.startsWith('-') || codeOptions.test(arg)) ? 'shell' : undefined;

/** Runners within runners that are looked into: `docker exec web npx tsx`. */
const maxDepth = 4;

/** `args` are what stands behind a runner. It is dangerous as long as they do not name a program that is none itself. */
function runnerDanger(program: string, args: readonly string[], depth: number): CommandDanger | undefined {
  const code = args.find((arg) => codeOptions.test(arg));
  if (code !== undefined && /^(?:python|node|deno|bun|ruby|perl|php|lua|osascript|pypy|tsx)/.test(program))
    return 'shell';
  const named = args.findIndex((arg) => !arg.startsWith('-') && !/^[A-Za-z_]\w*=/.test(arg));
  if (named < 0) return 'runner';
  const at = runningAt(program, args);
  if (at !== undefined) return runnerDanger('', args.slice(at + 1), depth + 1);
  const inner = args.slice(namesTarget.test(program) ? named + 1 : named);
  if (inner.length === 0 || depth >= maxDepth) return undefined;
  const danger = plainDanger(inner, depth + 1);
  return danger === 'broad' ? undefined : danger;
}

function destructiveUnless(program: string, subcommand: string | undefined): CommandDanger | undefined {
  const harmless = readOnlySubcommands[program];
  return subcommand !== undefined && harmless?.includes(subcommand) === true ? undefined : 'destructive';
}

/** `aws s3 ls`, `gcloud projects list`, `az vm show`: a cloud command that only reads. */
const isCloudRead = (program: string, args: readonly string[]): boolean =>
  /^(?:aws|gcloud|az|gsutil)$/.test(program) &&
  args.some((arg) =>
    /^(?:ls|list|show|get|describe|head|tail|logs|version)(?:-|$)|^(?:get|list|describe)-/.test(arg),
  );

/** `sudo env A=1 timeout 5 npm test`: what is run at the end. */
function withoutWrappers(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let guard = 0; guard < 8; guard++) {
    const program = programName(rest[0] ?? '');
    const isAssignment = /^[A-Za-z_]\w*=/.test(rest[0] ?? '');
    if (isAssignment) rest = rest.slice(1);
    else if (wrappers.has(program)) {
      const next = rest.findIndex(
        (w, i) => i > 0 && !w.startsWith('-') && !/^[\d.]+[smhd]?$|^[A-Za-z_]\w*=/.test(w),
      );
      if (next < 0) return rest;
      rest = rest.slice(next);
    } else break;
  }
  return rest;
}

const wrappers = new Set(
  'sudo doas env nohup time timeout nice setsid stdbuf command builtin xargs exec watch'.split(' '),
);

const subcommandLines = (
  which: (program: string) => boolean,
): readonly (readonly [string, CommandDanger])[] =>
  Object.entries(runningSubcommands)
    .filter(([name]) => which(name))
    .flatMap(([name, subcommands]) => subcommands.map((one) => [`${name} ${one} z`, 'runner'] as const));

/** One short command line per program of the tables above, for allow lists whose entries are tried out rather than read. */
export const dangerousLines: readonly (readonly [line: string, danger: CommandDanger])[] = [
  ...[...shells].map((name) => [`${name} -c z`, 'shell'] as const),
  ...[...networkPrograms].map((name) => [`${name} z.y`, 'network'] as const),
  ...[...destructivePrograms].map((name) => [`${name} z`, 'destructive'] as const),
  ...[...runners].map((name) => [`${name} z`, 'runner'] as const),
  ...subcommandLines((name) => !everydayTools.has(name)),
  // All of an everyday tool is less than its one sub-command that runs others.
  ...[...everydayTools, ...occasionalRunners].map((name) => [`${name} z`, 'broad'] as const),
  ...subcommandLines((name) => everydayTools.has(name)),
  ...Object.entries(destructiveSubcommands).flatMap(([name, subcommands]) =>
    subcommands.map((one) => [`${name} ${one} z`, 'destructive'] as const),
  ),
];
