/** One program call of a command line: its words without quotes, and what connects it to the one before. */
export interface SimpleCommand {
  readonly words: readonly string[];
  /** `|`, `&&`, `||`, `;`, `&`, a line break, `$(`; empty for the first. */
  readonly after: string;
  /** Offset in the command line. */
  readonly start: number;
  readonly end: number;
}

const connectors = /^(?:\|\||&&|\|&|;;|[|;&\n])/;

/**
 * Splits a shell command line into the programs it calls, quotes and escapes undone, also those in `$(…)` and back ticks. No shell: what is
 * expanded at run time stays as written. One pass, whatever the input.
 */
export function commandsOf(line: string): readonly SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let after = '';
  let start = 0;
  let quote = '';
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (at: number, connector: string): void => {
    endWord();
    if (words.length > 0) commands.push({ words, after, start, end: at });
    words = [];
    after = connector;
    start = at + connector.length;
  };
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i);
    const substitution = quote !== "'" && (line.startsWith('$(', i) ? '$(' : c === '`' ? '`' : '');
    if (c === '\\' && quote !== "'" && i + 1 < line.length) {
      i++;
      // A line continuation joins two lines; a backslash of a Windows path stays.
      const next = line.charAt(i);
      if (next !== '\n') word = (word ?? '') + (/[\s"'$`\\|&;<>(){}*?#~]/.test(next) ? next : `\\${next}`);
    } else if (substitution !== '' && substitution !== false && !line.startsWith('$((', i)) {
      endCommand(i, substitution);
      i += substitution.length - 1;
      quote = '';
    } else if (quote !== '') {
      if (c === quote) quote = '';
      else word = (word ?? '') + c;
    } else if (c === '"' || c === "'") {
      quote = c;
      word ??= '';
    } else if (c === '#' && word === undefined) {
      while (i + 1 < line.length && line[i + 1] !== '\n') i++;
    } else if (c === '(' || c === ')') {
      endCommand(i, c);
    } else {
      const connector = connectors.exec(line.slice(i, i + 2))?.[0];
      const redirect = c === '&' && (line[i - 1] === '>' || line[i + 1] === '>');
      if (connector !== undefined && !redirect) {
        endCommand(i, connector);
        i += connector.length - 1;
      } else if (/\s/.test(c)) endWord();
      else word = (word ?? '') + c;
    }
  }
  endCommand(line.length, '');
  return commands;
}

/** Name of the program without folder and `.exe`: "/usr/bin/env" is "env". Assignments in front (`A=1 cmd`) are skipped. */
export function programOf(command: SimpleCommand): string {
  const word = command.words.find((w) => !/^[A-Za-z_]\w*=/.test(w)) ?? '';
  return programName(word);
}

export const programName = (word: string): string =>
  word
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:exe|cmd|bat)$/i, '')
    .toLowerCase();
