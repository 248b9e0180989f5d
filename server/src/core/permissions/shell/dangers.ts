import { pathDanger } from '../paths.js';
import { dangerPatterns } from './danger-patterns.js';
import { isLoopbackOnly, leakOf } from './leaks.js';
import { commandsOf, programName, programOf, type SimpleCommand } from './words.js';

/** What a command line does that no hook, server or set-up step should. */
export interface ShellDanger {
  readonly kind:
    | 'download-and-run'
    | 'hidden-code'
    | 'reverse-shell'
    | 'exfiltration'
    | 'privilege'
    | 'persistence'
    | 'destruction';
  readonly severity: 'error' | 'warning';
  /** Continues a sentence: "downloads code and runs it". */
  readonly does: string;
  /** A word of the line by which to find the place. */
  readonly excerpt: string;
}

const interpreters =
  /^(?:sh|bash|zsh|dash|ksh|fish|python[\d.]*|node|deno|perl|ruby|php|pwsh|powershell|iex|invoke-expression|eval|source|\.)$/;
const fetchers =
  /^(?:curl|wget|fetch|http|https|aria2c|certutil|bitsadmin|iwr|irm|invoke-webrequest|invoke-restmethod)$/;
/** Shells within shells that are looked into. */
const maxDepth = 3;

/** Dangers of a command line and of the lines that it hands to other shells, the worst first. Reads, and does not run, what is written. */
export function shellDangers(line: string): readonly ShellDanger[] {
  const found: ShellDanger[] = [];
  let lines: readonly string[] = [line];
  for (let depth = 0; depth < maxDepth && lines.length > 0; depth++) {
    for (const danger of lines.flatMap(dangersOf))
      if (!found.some(({ kind }) => kind === danger.kind)) found.push(danger);
    lines = lines.flatMap((outer) => commandsOf(outer).flatMap(linesWithin));
  }
  return found.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
}

/** `bash -c "…"`, `su - user -c "…"`, `ssh host "…"`: words that are lines of their own. */
function linesWithin(command: SimpleCommand): readonly string[] {
  if (programOf(command) === 'osascript')
    return command.words.flatMap(
      (word) => /do shell script "(.+)"/s.exec(word)?.[1]?.replace(/\\(.)/g, '$1') ?? [],
    );
  const shell = /^(?:sh|bash|zsh|dash|ash|ksh|fish|cmd|powershell|pwsh|su|runuser|ssh|script|watch)$/;
  return command.words.some((word) => shell.test(programName(word)))
    ? command.words.slice(1).filter((word) => /\s/.test(word))
    : [];
}

function dangersOf(line: string): readonly ShellDanger[] {
  const commands = commandsOf(line);
  const found: ShellDanger[] = [];
  const add = (
    kind: ShellDanger['kind'],
    severity: ShellDanger['severity'],
    does: string,
    excerpt: string,
  ): void => {
    if (!found.some((f) => f.kind === kind)) found.push({ kind, severity, does, excerpt });
  };
  for (const { kind, severity, does, match } of dangerPatterns) {
    const hit = match.exec(line)?.[0].trim();
    if (hit !== undefined) add(kind, severity, does, hit);
  }
  commands.forEach((command, i) => {
    const program = programOf(command);
    const next = commands[i + 1];
    if (fetchers.test(program) && !isLoopbackOnly(command)) {
      const pipedInto = pipeline(commands, i + 1).find((c) => interpreters.test(runProgram(c)));
      const feeds =
        /^(?:\$\(|`|\()$/.test(command.after) &&
        i > 0 &&
        interpreters.test(programOf(commands[i - 1] ?? command));
      if (pipedInto !== undefined || feeds || runsDownload(command, commands.slice(i + 1))) {
        add('download-and-run', 'error', 'downloads code and runs it', command.words[0] ?? program);
      }
    }
    if (/^(?:iex|invoke-expression)$/.test(program) && /downloadstring|irm|iwr|http/i.test(line)) {
      add('download-and-run', 'error', 'downloads code and runs it', program);
    }
    if (decodes(command) && pipeline(commands, i + 1).some((c) => interpreters.test(runProgram(c))))
      add('hidden-code', 'error', 'runs code that is hidden in an encoding', command.words[0] ?? program);
    if (
      /^(?:powershell|pwsh)$/.test(program) &&
      command.words.some((w) => /^-e(?:nc|ncodedcommand)?$/i.test(w))
    ) {
      add('hidden-code', 'error', 'runs code that is hidden in an encoding', command.words[0] ?? program);
    }
    if (
      program === 'eval' &&
      !setsUpShell.test(programOf(next ?? command)) &&
      (command.words.length > 1 || next?.after === '$(')
    )
      add('hidden-code', 'error', 'runs text as code (eval)', 'eval');
    if (/^(?:sudo|doas|su|runas)$/.test(program))
      add('privilege', 'warning', 'asks for root rights', program);
    if (program === 'crontab' && !command.words.includes('-l'))
      add('persistence', 'error', 'installs a scheduled job', 'crontab');
    const startup = writesTo(command).find((path) => pathDanger(path, 'write') === 'startup');
    if (startup !== undefined) add('persistence', 'error', 'writes to a file that runs code later', startup);
    if (
      program === 'rm' &&
      command.words.some((w) => /^-[a-z]*r/i.test(w)) &&
      command.words.some((w) => /^(?:\/|\/\*|(?:~|\$HOME|\$\{HOME\})\/?\*?)$/.test(w))
    ) {
      add('destruction', 'error', 'deletes everything', 'rm');
    }
  });
  const leak = leakOf(commands);
  if (leak !== undefined) add('exfiltration', 'error', leak.does, leak.excerpt);
  return found;
}

/** `base64 -d`, `xxd -r -p`, `printf '\\x63…'`, `rev`, `tr a-z n-za-m`: text that was made unreadable becomes readable. */
function decodes(command: SimpleCommand): boolean {
  const program = programOf(command);
  const args = command.words.slice(1);
  if (/^(?:base64|base32|openssl|uudecode|gpg)$/.test(program))
    return program === 'uudecode' || args.some((arg) => /^(?:-d|-D|--decode|-[a-z]*d[a-z]*)$/.test(arg));
  if (program === 'xxd') return args.some((arg) => /^-[a-z]*r/.test(arg));
  if (program === 'printf' || program === 'echo')
    return args.some((arg) => /(?:\\x[0-9a-f]{2}|\\0?[0-7]{3}){3}/i.test(arg));
  return /^(?:rev|tr|gunzip|zcat|xz|bunzip2)$/.test(program);
}

/** Tools that print lines for the shell to set itself up with: `eval "$(direnv export bash)"`. */
const setsUpShell =
  /^(?:direnv|ssh-agent|brew|pyenv|rbenv|nodenv|goenv|jenv|mise|rtx|asdf|fnm|nvm|starship|zoxide|opam|conda|mamba|micromamba|dircolors|gpg-agent|keychain|luarocks|minikube|docker-machine|thefuck|register-python-argcomplete|devbox|atuin|fzf|op|just)$/;

/** Pipes that are followed: longer ones than people write. */
const longestPipe = 20;

/** The commands that a pipe leads on to from `from`. */
function pipeline(commands: readonly SimpleCommand[], from: number): readonly SimpleCommand[] {
  const next = commands.slice(from, from + longestPipe);
  const end = next.findIndex(({ after }) => after !== '|' && after !== '|&');
  return end < 0 ? next : next.slice(0, end);
}

/** Program behind `sudo` and `env`. */
function runProgram(command: SimpleCommand): string {
  const words = command.words.filter(
    (w) => !/^(?:sudo|doas|env|exec|nohup|command)$/.test(w) && !/^[A-Za-z_]\w*=/.test(w),
  );
  const first = words.find((w) => !w.startsWith('-')) ?? '';
  return first.replace(/^.*[\\/]/, '').toLowerCase();
}

/** `curl -o x.sh … && bash x.sh`. */
function runsDownload(command: SimpleCommand, later: readonly SimpleCommand[]): boolean {
  const at = command.words.findIndex((w) => /^(?:-[a-zA-Z]*[oO]|--output|>)$/.test(w));
  const named = at >= 0 ? command.words[at + 1] : undefined;
  const url = command.words.find((w) => /^[a-z]+:\/\//i.test(w));
  const last = command.words.at(-1);
  const file =
    named !== undefined && !named.startsWith('-') && !/^[a-z]+:/i.test(named)
      ? named
      : programOf(command) === 'certutil' && last !== url
        ? last
        : url?.replace(/[?#].*$/, '').replace(/^.*\//, '');
  if (file === undefined || file.length < 2) return false;
  return later.some((c) => {
    const program =
      c.words.find((w) => !/^(?:sudo|doas|nohup|setsid|exec|env|time|start|open|command)$/.test(w)) ?? '';
    return (
      program.replace(/^\.\//, '') === file.replace(/^\.\//, '') ||
      (interpreters.test(runProgram(c)) &&
        c.words.some((w) => w.replace(/^\.\//, '') === file.replace(/^\.\//, '')))
    );
  });
}

/** Files that a command's redirections and `tee` write to. */
function writesTo(command: SimpleCommand): readonly string[] {
  const { words } = command;
  const isTee = programOf(command) === 'tee';
  return words.flatMap((word, i) => {
    const joined = /^\d?>{1,2}([^>].*)$/.exec(word)?.[1];
    if (joined !== undefined) return [joined];
    if (/^\d?>{1,2}$/.test(word) || (isTee && i === words.length - 2)) return words[i + 1] ?? [];
    return [];
  });
}
