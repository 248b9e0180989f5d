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

const shells = new Set(
  'sh bash zsh fish dash ksh csh tcsh ash busybox cmd powershell pwsh eval exec source . sudo doas su runas wsl'.split(
    ' ',
  ),
);

/** Programs whose first argument that is no option names what is run. */
const runners = new Set(
  (
    'npx bunx pnpx uvx pipx python python2 python3 py pypy pypy3 ipython node nodejs deno bun ruby perl php lua rscript tsx ts-node java jshell groovy julia elixir iex ghci runghc runhaskell tclsh guile racket sbcl clojure clj scala octave raku crystal ' +
    'env xargs parallel watch nohup time timeout nice setsid stdbuf script strace expect command builtin ssh sshpass mosh osascript start ' +
    'rundll32 mshta wscript cscript msbuild'
  ).split(' '),
);

/** Programs that run others through an option or a script only: noted, not warned about. */
const occasionalRunners = new Set('find gfind fd awk gawk mawk make gmake'.split(' '));

/** Programs that run what follows one of these sub-commands. */
const runningSubcommands: Readonly<Record<string, readonly string[]>> = {
  npm: ['exec', 'x', 'create', 'init'],
  pnpm: ['dlx', 'exec', 'create'],
  yarn: ['dlx', 'exec', 'create'],
  bun: ['x', 'create'],
  uv: ['run', 'tool', 'x'],
  pipx: ['run'],
  poetry: ['run'],
  pdm: ['run'],
  hatch: ['run'],
  rye: ['run'],
  conda: ['run'],
  mamba: ['run'],
  bundle: ['exec'],
  go: ['run', 'generate'],
  cargo: ['run', 'install'],
  deno: ['run', 'eval', 'task'],
  dotnet: ['run', 'exec', 'script'],
  nix: ['run', 'shell', 'develop'],
  pixi: ['run', 'exec'],
  docker: ['run', 'exec'],
  'docker-compose': ['run', 'exec'],
  podman: ['run', 'exec'],
  nerdctl: ['run', 'exec'],
  crictl: ['exec'],
  lxc: ['exec'],
  vagrant: ['ssh'],
  kubectl: ['exec', 'run', 'debug'],
  oc: ['exec', 'run'],
  gh: ['api', 'extension', 'alias'],
  git: ['config'],
};

/** Tools whose everyday sub-commands are harmless: all of them together are noted, not warned about. */
const everydayTools = new Set(
  'git gh npm pnpm yarn cargo go poetry pdm hatch rye pixi conda mamba bundle dotnet docker-compose vagrant'.split(
    ' ',
  ),
);

const networkPrograms = new Set(
  'curl wget nc ncat netcat socat telnet scp sftp ftp rsync rclone croc wormhole http https httpie xh aria2c lynx invoke-webrequest invoke-restmethod iwr irm certutil bitsadmin'.split(
    ' ',
  ),
);

const destructivePrograms = new Set(
  (
    'rm rmdir unlink shred dd mkfs truncate chmod chown chgrp kill killall pkill del erase rd format diskpart remove-item crontab systemctl launchctl shutdown reboot ' +
    'aws gcloud az gsutil azcopy doctl eksctl ibmcloud ansible ansible-playbook terraform tofu pulumi helm flyctl fly vercel netlify heroku firebase wrangler dropdb'
  ).split(' '),
);

const destructiveSubcommands: Readonly<Record<string, readonly string[]>> = {
  git: ['push', 'reset', 'clean', 'filter-branch', 'filter-repo', 'update-ref', 'reflog'],
  gh: ['delete'],
  npm: ['publish', 'unpublish', 'deprecate', 'owner', 'access', 'token', 'dist-tag'],
  pnpm: ['publish'],
  yarn: ['publish', 'npm'],
  bun: ['publish'],
  cargo: ['publish', 'yank', 'owner'],
  twine: ['upload'],
  poetry: ['publish'],
  uv: ['publish'],
  gem: ['push', 'yank'],
  docker: ['push', 'rm', 'rmi', 'system', 'volume'],
  podman: ['push', 'rm', 'rmi', 'system', 'volume'],
  kubectl: ['delete', 'apply', 'replace', 'patch', 'drain', 'scale', 'edit', 'create'],
  oc: ['delete', 'apply'],
  find: ['-delete', '-exec', '-execdir', '-ok'],
};

/** Programs with so many sub-commands that all of them together mean anything. */
const readOnlySubcommands: Readonly<Record<string, readonly string[]>> = {
  terraform: ['plan', 'validate', 'fmt', 'show', 'output', 'version', 'providers', 'graph', 'state'],
  tofu: ['plan', 'validate', 'fmt', 'show', 'output', 'version'],
  helm: ['list', 'ls', 'status', 'template', 'lint', 'show', 'history', 'get', 'search', 'version', 'diff'],
  pulumi: ['preview', 'stack', 'about', 'version', 'config'],
  systemctl: ['status', 'is-active', 'list-units', 'show', 'cat'],
  launchctl: ['list', 'print'],
  crontab: ['-l'],
  vercel: ['ls', 'list', 'logs', 'inspect', 'whoami', 'build', 'dev', 'env'],
  netlify: ['status', 'dev', 'build'],
  firebase: ['emulators:start', 'serve'],
  wrangler: ['dev', 'whoami', 'tail'],
  fly: ['status', 'logs'],
  flyctl: ['status', 'logs'],
  heroku: ['logs', 'ps'],
};

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

function plainDanger(rest: readonly string[]): CommandDanger | undefined {
  const [first, ...args] = rest;
  if (first === undefined) return 'everything';
  const program = programName(first);
  if (isCloudRead(program, args)) return undefined;
  const subcommand = args.find((arg) => !arg.startsWith('-'));
  if (subcommand === 'compose' && /^(?:docker|podman|nerdctl)$/.test(program))
    return plainDanger(['docker-compose', ...args.slice(args.indexOf('compose') + 1)]);
  if (shells.has(program)) return shellDanger(args);
  if (networkPrograms.has(program))
    return args.some((arg) => /^[a-z]+:\/\/[^/]+\/?|^localhost\b|^127\./i.test(arg)) ? undefined : 'network';
  const destructive = destructiveSubcommands[program];
  if (destructive?.some((name) => args.includes(name)) === true) return 'destructive';
  if (destructivePrograms.has(program)) return destructiveUnless(program, subcommand);
  if (isRunner(program)) return runnerDanger(program, args, subcommand);
  if (occasionalRunners.has(program)) return subcommand === undefined ? 'broad' : undefined;
  const running = runningSubcommands[program];
  if (running === undefined) return undefined;
  if (subcommand === undefined) return everydayTools.has(program) ? 'broad' : 'runner';
  return running.includes(subcommand)
    ? runnerDanger(program, args.slice(args.indexOf(subcommand) + 1), undefined)
    : undefined;
}

const isRunner = (program: string): boolean =>
  runners.has(program) || /^(?:python|pypy|ruby|perl|php|lua)[\d.]+$/.test(program);

/** `bash -lc *` runs anything; `bash scripts/test.sh *` runs one script. */
const shellDanger = (args: readonly string[]): CommandDanger | undefined =>
  args.every((arg) => arg.startsWith('-') || codeOptions.test(arg)) ? 'shell' : undefined;

function runnerDanger(
  program: string,
  args: readonly string[],
  subcommand: string | undefined,
): CommandDanger | undefined {
  const code = args.find((arg) => codeOptions.test(arg));
  if (code !== undefined && /^(?:python|node|deno|bun|ruby|perl|php|lua|osascript|pypy|tsx)/.test(program))
    return 'shell';
  const named = subcommand ?? args.find((arg) => !arg.startsWith('-') && !/^[A-Za-z_]\w*=/.test(arg));
  if (named === undefined) return 'runner';
  const running = runningSubcommands[program]?.includes(named) === true;
  return running ? runnerDanger('', args.slice(args.indexOf(named) + 1), undefined) : undefined;
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

/** One short command line per program of the tables above, for allow lists whose entries are tried out rather than read. */
export const dangerousLines: readonly (readonly [line: string, danger: CommandDanger])[] = [
  ...[...shells].map((name) => [`${name} -c z`, 'shell'] as const),
  ...[...networkPrograms].map((name) => [`${name} z.y`, 'network'] as const),
  ...[...destructivePrograms].map((name) => [`${name} z`, 'destructive'] as const),
  ...[...runners].map((name) => [`${name} z`, 'runner'] as const),
  ...Object.entries(runningSubcommands)
    .filter(([name]) => !everydayTools.has(name))
    .flatMap(([name, subcommands]) => subcommands.map((one) => [`${name} ${one} z`, 'runner'] as const)),
];
