import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type Candidate, type Detector, type SecretKind, specificity } from './detector.js';

const commandKind: SecretKind = {
  id: 'command-line-password',
  provider: '',
  noun: 'password on a command line',
};

/** The rest of a command, over lines that end in a backslash; in string literals these may be written as escapes. */
const further = '(?:[^\\n\\\\]|\\\\(?:\\r?\\n|.)){0,600}?';
const userOption = new RegExp(`${further}\\s(?:-u|--user|--proxy-user|-U)[ =]{0,4}(?=\\S)`, 'y');

const argument = `["']?(?<value>[^\\s"']{4,120})`;
const after = (option: string): string => `${further}\\s(?:${option})${argument}`;

/** Programs and the options with which they take a password. */
const options: readonly (readonly [commands: readonly string[], source: string])[] = [
  [['curl ', 'wget ', 'http '], after('--(?:[a-z]{1,8}-)?(?:tls)?password[ =]')],
  [['sshpass '], `\\s{0,3}-p\\s{0,3}${argument}`],
  [['mysql ', 'mysqldump ', 'mysqladmin ', 'mariadb '], after('(?:-p|--password=)(?!["\']?-)')],
  [['mongo ', 'mongosh ', 'mongodump ', 'mongorestore '], after('(?:-p|--password)[ =]')],
  [['redis-cli '], after('(?:-a|--pass)[ =]')],
  [['sqlcmd ', 'bcp '], after('-P ?')],
  [['ldapsearch ', 'ldapadd ', 'ldapmodify '], after('-w ?')],
  [['psexec'], after('-p ')],
  [['keytool ', 'jarsigner '], after('-(?:store|key)pass ')],
  [['-passin ', '-passout '], `\\s["']?pass:(?<value>[^\\s"']{4,120})`],
  [['docker login', 'helm registry login', 'oc login', 'az login'], after('(?:-p|--password)[ =]')],
  [
    ['convertto-securestring '],
    `(?:\\s{1,3}-(?:AsPlainText|Force|String))*\\s{1,3}["'](?<value>[^"'\\n]{4,120})["']`,
  ],
  [['pgpassword=', 'mysql_pwd=', 'sshpass='], `["']?(?<value>[^\\s"'$]{4,120})`],
];

/** Statements in the configuration of routers and switches, which stand at the beginning of a line. */
const statements: readonly (readonly [words: readonly string[], source: string])[] = [
  [['enable password', 'enable secret'], `\\s(?:level \\d{1,2} )?(?:\\d )?(?<value>\\S{4,128})`],
  [['snmp-server community'], `\\s(?<value>\\S{4,64})\\sRW`],
  [['pac key', 'tacacs-server key', 'radius-server key'], `\\s(?:\\d )?(?<value>\\S{6,128})`],
];

/** Recognises passwords among the arguments of programs. */
export const commandLineDetectors = (): readonly Detector[] => [
  { scope: 'guarded', keywords: ['curl ', 'wget '], detect: userAndPassword },
  ...options.map(([commands, source]) => option(commands, source, /\w$/)),
  ...statements.map(([words, source]) => option(words, source, /\S[ \t]*$/)),
];

/** A detector that matches from the end of its keyword, unless `excluded` stands before it. */
function option(keywords: readonly string[], source: string, excluded: RegExp): Detector {
  const expression = new RegExp(source, 'dy');
  return {
    scope: 'guarded',
    keywords,
    detect(text, start, end, report) {
      if (excluded.test(text.slice(Math.max(0, start - 8), start))) return;
      expression.lastIndex = /\s/.test(text.charAt(end - 1)) ? end - 1 : end;
      const [from, to] = expression.exec(text)?.indices?.groups?.value ?? [-1, -1];
      if (from >= 0) judge(text, from, to, report);
    },
  };
}

/** `-u user:password`, where either part may be quoted, and the user or the password may be missing: then the other one is a token. */
const userAndPassword: Detector['detect'] = (text, start, end, report) => {
  if (/\w/.test(text.charAt(start - 1))) return;
  userOption.lastIndex = end - 1;
  if (!userOption.test(text)) return;
  const from = userOption.lastIndex;
  const word = text.slice(from, endOfShellWord(text, from));
  const colon = word.indexOf(':');
  if (colon < 0) return;
  const [userStart, userEnd] = withoutQuotes(word, 0, colon);
  const [passwordStart, passwordEnd] = withoutQuotes(word, colon + 1, word.length);
  if (passwordEnd - passwordStart >= 3)
    judge(text, from + passwordStart, from + passwordEnd, report, word.slice(userStart, userEnd));
  else if (passwordEnd <= passwordStart && /\d/.test(word) && userEnd - userStart >= 8)
    judge(text, from + userStart, from + userEnd, report);
};

/** End of a word of a shell, of at most 240 characters: quoted and bare parts up to white space. Quotes may be escaped by a literal around the command. */
function endOfShellWord(text: string, from: number): number {
  let quote = '';
  const limit = Math.min(text.length, from + 240);
  for (let at = from; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '\n' || (quote === '' && /[\s;|)`]/.test(character))) return at;
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return limit;
}

function withoutQuotes(word: string, start: number, end: number): readonly [number, number] {
  const opening = /^(?:\\?["'])?/.exec(word.slice(start, end))?.[0].length ?? 0;
  const closing = /(?:\\?["'])*$/.exec(word.slice(start + opening, end))?.[0].length ?? 0;
  return [start + opening, end - closing];
}

function judge(
  text: string,
  start: number,
  end: number,
  report: (candidate: Candidate) => void,
  user = '',
): void {
  const value = text.slice(start, end);
  if (/^[$%{<[(*]|[{}<>]|:\/\/|^[xy]+$/i.test(value)) return;
  const sample = isStockPassword(value, user) || sampleSign(value) === 'strong';
  report({
    kind: commandKind,
    specificity: specificity.named,
    range: { start, end },
    value,
    confidence: sample || isWordy(value) ? 'low' : 'medium',
    sample,
  });
}
