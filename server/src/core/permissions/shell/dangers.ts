import { hostKind, urlParts } from '../hosts.js';
import { pathDanger } from '../paths.js';
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
const fetchers = /^(?:curl|wget|fetch|http|https|aria2c|iwr|irm|invoke-webrequest|invoke-restmethod)$/;
const senders =
  /^(?:curl|wget|nc|ncat|netcat|socat|scp|rsync|ftp|sftp|http|https|xh|dig|nslookup|host|ping|mail|sendmail|iwr|irm|invoke-webrequest|invoke-restmethod)$/;

/** `python -c "exec(urlopen(…).read())"`, `node -e "fetch(…).then(eval)"`. */
const runsDownloadedText =
  /\b(?:exec|eval|compile|runpy|Function)\b.{0,200}(?:urlopen|urlretrieve|requests\.get|httpx\.get|http\.get|https\.get|fetch\(|open-uri|Net::HTTP|file_get_contents\(['"]https?:)|(?:urlopen|requests\.get|httpx\.get|https?\.get|fetch\().{0,300}\b(?:exec|eval|Function)\b/s;

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
  const socket =
    /\/dev\/(?:tcp|udp)\/|\b(?:nc|ncat|netcat)\b[^|;&]{0,80}\s-(?:e|c)\s|socat\s[^|;&]{0,120}exec:/i.exec(
      line,
    );
  if (socket !== null) add('reverse-shell', 'error', 'opens a shell to another machine', socket[0].trim());
  commands.forEach((command, i) => {
    const program = programOf(command);
    const next = commands[i + 1];
    if (fetchers.test(program) && !isLoopbackOnly(command)) {
      const pipedInto = pipeline(commands, i + 1).find((c) => interpreters.test(runProgram(c)));
      const feeds =
        /^(?:\$\(|`|\()$/.test(command.after) &&
        i > 0 &&
        interpreters.test(programOf(commands[i - 1] ?? command));
      const viaProcess = /(?:\b(?:ba|z|da|k)?sh|source|\.)\s+<\(\s*(?:curl|wget)/.test(line);
      if (pipedInto !== undefined || feeds || viaProcess || runsDownload(command, commands.slice(i + 1))) {
        add('download-and-run', 'error', 'downloads code and runs it', command.words[0] ?? program);
      }
    }
    if (interpreters.test(program) && runsDownloadedText.test(line))
      add('download-and-run', 'error', 'downloads code and runs it', command.words[0] ?? program);
    if (/^(?:iex|invoke-expression)$/.test(program) && /downloadstring|irm|iwr|http/i.test(line)) {
      add('download-and-run', 'error', 'downloads code and runs it', program);
    }
    if (
      program === 'base64' &&
      command.words.some((w) => /^(?:-d|-D|--decode)$/.test(w)) &&
      next !== undefined &&
      pipeline(commands, i + 1).some((c) => interpreters.test(runProgram(c)))
    ) {
      add('hidden-code', 'error', 'runs code that is hidden in an encoding', 'base64');
    }
    if (
      /^(?:powershell|pwsh)$/.test(program) &&
      command.words.some((w) => /^-e(?:nc|ncodedcommand)?$/i.test(w))
    ) {
      add('hidden-code', 'error', 'runs code that is hidden in an encoding', command.words[0] ?? program);
    }
    if (program === 'eval' && command.words.length > 1)
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
      command.words.some((w) => /^(?:\/|~\/?|\$HOME\/?|\/\*|~\/\*|\$\{HOME\}\/?)$/.test(w))
    ) {
      add('destruction', 'error', 'deletes everything', 'rm');
    }
  });
  const leak = leakOf(commands);
  if (leak !== undefined) add('exfiltration', 'error', leak.does, leak.excerpt);
  return found;
}

/** The commands that a pipe leads on to from `from`. */
function pipeline(commands: readonly SimpleCommand[], from: number): readonly SimpleCommand[] {
  const end = commands.findIndex(
    (command, i) => i >= from && command.after !== '|' && command.after !== '|&',
  );
  return commands.slice(from, end < 0 ? undefined : end);
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
  const file =
    named !== undefined && !named.startsWith('-') && !/^[a-z]+:/i.test(named)
      ? named
      : url?.replace(/[?#].*$/, '').replace(/^.*\//, '');
  if (file === undefined || file.length < 2) return false;
  return later.some((c) => {
    const program = c.words.find((w) => !/^(?:sudo|doas)$/.test(w)) ?? '';
    return (
      program.replace(/^\.\//, '') === file.replace(/^\.\//, '') ||
      (interpreters.test(runProgram(c)) &&
        c.words.some((w) => w.replace(/^\.\//, '') === file.replace(/^\.\//, '')))
    );
  });
}

const isLoopbackOnly = (command: SimpleCommand): boolean => {
  const urls = command.words.flatMap((w) => urlParts(w) ?? []);
  return urls.length > 0 && urls.every((url) => hostKind(url.host) === 'loopback');
};

/** Files that a command's redirections and `tee` write to. */
function writesTo(command: SimpleCommand): readonly string[] {
  const { words } = command;
  return words.flatMap((word, i) => {
    const joined = /^\d?>{1,2}([^>].*)$/.exec(word)?.[1];
    if (joined !== undefined) return [joined];
    if (/^\d?>{1,2}$/.test(word) || (programOf(command) === 'tee' && i === words.length - 2))
      return words[i + 1] ?? [];
    return [];
  });
}

/** What is started in the end: `xargs -I{} dig {}` is a dig. */
function startedBy(command: SimpleCommand): string {
  const program = programOf(command);
  if (!/^(?:xargs|parallel|env|sudo|doas|timeout|nohup|time|exec|command)$/.test(program)) return program;
  const inner = command.words.slice(1).find((word) => senders.test(programName(word)));
  return inner === undefined ? program : programName(inner);
}

/** A record of what was said and done: `$CLAUDE_TRANSCRIPT_PATH`, `~/.claude/projects/…/x.jsonl`. */
const conversation = /transcript|\.claude[\\/]projects|\.codex[\\/]sessions|chat[-_]?history|conversation/i;

/** Credentials or conversations read and data sent in one line. */
function leakOf(commands: readonly SimpleCommand[]): { does: string; excerpt: string } | undefined {
  const sender = commands.find((c) => senders.test(startedBy(c)) && !isLoopbackOnly(c));
  if (sender === undefined) return undefined;
  const all = commands.flatMap((c) => c.words);
  const file = all
    .map((w) => w.replace(/^(?:@|.*=@|<)/, ''))
    .find((w) => !/^[a-z]+:\/\//i.test(w) && pathDanger(w, 'read') === 'credentials');
  if (file !== undefined) return { does: 'sends a file of credentials over the network', excerpt: file };
  const dumps = commands.some((c) => /^(?:env|printenv|set)$/.test(programOf(c)) && c.words.length === 1);
  if (dumps)
    return { does: 'sends the environment, keys included, over the network', excerpt: sender.words[0] ?? '' };
  const talk = sender.words.find((w) => /^(?:@|.*=@)/.test(w) && conversation.test(w));
  if (talk !== undefined)
    return { does: 'sends the conversation over the network', excerpt: talk.replace(/^(?:@|.*=@)/, '') };
  const drop = sender.words.find((w) => hostKind(urlParts(w)?.host ?? 'localhost') === 'drop');
  return drop !== undefined && sendsWhatItFinds(sender)
    ? { does: 'sends data to an address that anybody can open', excerpt: drop }
    : undefined;
}

/** Text that is written out ("the build is done") tells nothing; a file, a variable or what another program prints may. */
function sendsWhatItFinds({ words, after }: SimpleCommand): boolean {
  const piped = after === '|' || after === '|&';
  return words.some(
    (word, i) =>
      !/^[a-z]+:\/\//i.test(word) &&
      (/\$\(|\$\{?[A-Za-z_]/.test(word) ||
        /^@|=@/.test(word) ||
        (piped && /^@?-$/.test(word)) ||
        (/^(?:-T|--upload-file|-F|--form)$/.test(word) && /[@./]/.test(words[i + 1] ?? ''))),
  );
}
