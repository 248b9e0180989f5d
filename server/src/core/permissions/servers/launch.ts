import { commandsOf, programName } from '../shell/words.js';
import type { Word } from './server.js';

/** What a server's command line starts, wrappers such as `cmd /c`, `env A=1` and `sh -c "…"` taken off. */
export interface Launch {
  readonly program: string;
  readonly args: readonly Word[];
}

/** The last program that a command line gets to. */
export function launchOf(command: readonly Word[]): Launch | undefined {
  let words = splitFirst(command);
  for (let guard = 0; guard < 6; guard++) {
    while (/^[A-Za-z_]\w*=/.test(words[0]?.text ?? '')) words = words.slice(1);
    const program = programName(words[0]?.text ?? '');
    const inner = unwrap(program, words.slice(1));
    if (inner === undefined) break;
    words = inner;
  }
  const [head, ...args] = words;
  return head === undefined ? undefined : { program: programName(head.text), args };
}

/** `"command": "npx -y pkg"` holds the whole line in one string. */
function splitFirst(command: readonly Word[]): readonly Word[] {
  const [head, ...rest] = command;
  if (
    head === undefined ||
    !/\s/.test(head.text.trim()) ||
    /^["']?(?:[A-Za-z]:\\|\/)[^"']*\.(?:exe|cmd|bat)/i.test(head.text)
  )
    return command;
  return [...wordsIn(head), ...rest];
}

/** Of several commands (`source ~/.zshrc && npx -y pkg`) the one that starts a server, else the first. */
function wordsIn(word: Word): Word[] {
  const commands = commandsOf(word.text);
  const starting = commands.find(({ words }) =>
    starters.test(programName(words.find((one) => !/^(?:exec|[A-Za-z_]\w*=.*)$/.test(one)) ?? '')),
  );
  return ((starting ?? commands[0])?.words ?? []).map((text) => ({ text, range: word.range }));
}

/** Programs that start servers, behind a manager of versions or a subsystem. */
const starters = /^(?:npx|bunx|pnpx|pnpm|npm|yarn|bun|uvx|uv|pipx|node|deno|python3?|docker|podman)$/;

function unwrap(program: string, args: readonly Word[]): readonly Word[] | undefined {
  if (/^(?:cmd|powershell|pwsh|sh|bash|zsh|dash)$/.test(program)) {
    const at = args.findIndex((arg) => /^(?:\/[ck]|-[a-z]*c|-Command)$/i.test(arg.text));
    if (at < 0) return undefined;
    const rest = args.slice(at + 1);
    const [only] = rest;
    return rest.length === 1 && only !== undefined ? wordsIn(only) : rest;
  }
  if (/^(?:wsl|volta|fnm|mise|asdf)$/.test(program)) {
    const at = args.findIndex((arg) => starters.test(arg.text));
    return at < 0 ? undefined : args.slice(at);
  }
  if (/^(?:env|nohup|exec|time|nice|dotenv|dotenvx|doppler|infisical|op|with-env|direnv)$/.test(program)) {
    const separator = args.findIndex((arg) => arg.text === '--');
    const at =
      separator >= 0
        ? separator + 1
        : args.findIndex((arg) => !arg.text.startsWith('-') && !arg.text.includes('='));
    return /^(?:env|nohup|exec|time|nice)$/.test(program) || separator >= 0
      ? args.slice(Math.max(0, at))
      : undefined;
  }
  return undefined;
}

/** A package or image that is fetched and run at every start. */
export interface FetchedPackage {
  readonly ecosystem: 'npm' | 'python' | 'image';
  readonly runner: string;
  /** As written: "@scope/pkg@1.2.3", "pkg==1.2", "git+https://…". */
  readonly spec: string;
  readonly name: string;
  /** `exact`: always the same code; `range`: none or an open version; `moving`: a tag such as latest, or somebody's branch. */
  readonly pin: 'exact' | 'range' | 'latest' | 'source';
  readonly word: Word;
}

export function fetchedPackage(launch: Launch): FetchedPackage | undefined {
  const { program, args } = launch;
  const [first, ...rest] = args;
  const sub = first?.text;
  if (/^(?:npx|bunx|pnpx)$/.test(program)) return npmPackage(program, args);
  if ((program === 'pnpm' || program === 'yarn') && (sub === 'dlx' || sub === 'exec'))
    return sub === 'dlx' ? npmPackage(`${program} dlx`, rest) : undefined;
  if (program === 'bun' && sub === 'x') return npmPackage('bun x', rest);
  if (program === 'npm' && (sub === 'exec' || sub === 'x')) return npmPackage('npm exec', rest);
  if (program === 'deno') {
    const word = args.find((arg) => /^(?:npm|jsr):/.test(arg.text));
    if (word !== undefined)
      return npmPackage('deno', [{ ...word, text: word.text.replace(/^(?:npm|jsr):\/?/, '') }]);
  }
  if (program === 'uvx') return pythonPackage('uvx', args, '--from');
  if (program === 'uv') {
    const at = args.findIndex((arg, i) => arg.text === 'run' && args[i - 1]?.text === 'tool');
    return at < 0 ? undefined : pythonPackage('uv tool run', args.slice(at + 1), '--from');
  }
  if (program === 'pipx' && sub === 'run') return pythonPackage('pipx run', rest, '--spec');
  if (/^(?:docker|podman|nerdctl)$/.test(program)) {
    const at = args.findIndex((arg) => arg.text === 'run');
    return at < 0 ? undefined : image(program, args.slice(at + 1));
  }
  return undefined;
}

const npmValueOptions =
  /^(?:-c|--call|--registry|--node-options|--cache|--userconfig|--workspace|-w|--prefix|--loglevel)$/;

function npmPackage(runner: string, args: readonly Word[]): FetchedPackage | undefined {
  const word = packageWord(args, /^(?:-p|--package)(?:=(.+))?$/, npmValueOptions);
  if (word === undefined) return undefined;
  const spec = word.text;
  if (isLocalPath(spec) || spec.includes('$')) return undefined;
  if (
    /^(?:git[+@:]|https?:|github:|gitlab:|bitbucket:|ssh:)/.test(spec) ||
    /^[\w.-]+\/[\w.-]+(?:#|$)/.test(spec)
  ) {
    const pin = /#[0-9a-f]{40}$/.test(spec) ? 'exact' : 'source';
    return { ecosystem: 'npm', runner, spec, name: spec, pin, word };
  }
  const at = spec.indexOf('@', 1);
  const name = at < 0 ? spec : spec.slice(0, at);
  const version = at < 0 ? '' : spec.slice(at + 1);
  if (!/^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(name)) return undefined;
  const exact = /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version);
  const pin = exact ? 'exact' : /^[a-z][\w-]*$/i.test(version) ? 'latest' : 'range';
  return { ecosystem: 'npm', runner, spec, name, pin, word };
}

const pythonValueOptions =
  /^(?:--with|--with-editable|--python|-p|--index-url|--default-index|--extra-index-url|--index|--env-file|--directory|--project|--pip-args|--prerelease|--refresh-package|--cache-dir)$/;

function pythonPackage(
  runner: string,
  args: readonly Word[],
  fromOption: string,
): FetchedPackage | undefined {
  const word = packageWord(args, new RegExp(`^${fromOption}(?:=(.+))?$`), pythonValueOptions);
  if (word === undefined) return undefined;
  const spec = word.text;
  if (isLocalPath(spec) || spec.includes('$')) return undefined;
  if (/^(?:git\+|https?:)/.test(spec)) {
    const pin = /@[0-9a-f]{40}(?:#|$)|\.whl(?:#|$)/.test(spec) ? 'exact' : 'source';
    return { ecosystem: 'python', runner, spec, name: spec, pin, word };
  }
  const parts = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(.*)$/.exec(spec);
  if (parts === null) return undefined;
  const version = parts[2] ?? '';
  const exact = /^(?:===?|@)\s*v?\d[\w.!+-]*$/.test(version) && !version.includes('*');
  const pin = exact ? 'exact' : /^@\s*[a-z]+$/i.test(version) ? 'latest' : 'range';
  return { ecosystem: 'python', runner, spec, name: parts[1] ?? '', pin, word };
}

/** The package: the value of its own option, else the first argument that is no option. */
function packageWord(args: readonly Word[], own: RegExp, withValue: RegExp): Word | undefined {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) break;
    const option = own.exec(arg.text);
    if (option !== null) return option[1] === undefined ? args[i + 1] : { ...arg, text: option[1] };
    if (withValue.test(arg.text)) i++;
    else if (arg.text === '--') return args[i + 1];
    else if (!arg.text.startsWith('-')) return arg;
  }
  return undefined;
}

const imageFlags =
  /^(?:--rm|--init|--privileged|--read-only|--interactive|--tty|--detach|--quiet|--no-healthcheck|--publish-all|--oom-kill-disable|--disable-content-trust|--replace|--tls-verify|-[itdqP]+)$/;

function image(runner: string, args: readonly Word[]): FetchedPackage | undefined {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) break;
    if (arg.text.startsWith('-')) {
      if (!arg.text.includes('=') && !imageFlags.test(arg.text)) i++;
      continue;
    }
    const spec = arg.text;
    if (spec.includes('$') || spec === '') return undefined;
    const tag = /:([^:/]+)$/.exec(spec)?.[1];
    const pin = spec.includes('@sha256:')
      ? 'exact'
      : tag === undefined || tag === 'latest'
        ? 'latest'
        : 'range';
    return { ecosystem: 'image', runner, spec, name: spec.replace(/[:@].*$/, ''), pin, word: arg };
  }
  return undefined;
}

const isLocalPath = (spec: string): boolean =>
  /^(?:\.{0,2}[\\/]|\.{1,2}$|~|file:|[A-Za-z]:[\\/]|link:)/.test(spec);
