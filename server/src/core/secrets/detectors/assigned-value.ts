import type { TextRange } from '../../text/range.js';

/** A value that a name is given, and how it is written. */
export interface AssignedValue {
  readonly range: TextRange;
  readonly quoted: boolean;
  /** By "=", ":" and the like, rather than as a further argument, a default, or an option of a command. */
  readonly direct: boolean;
  /** Written as environment files, YAML and markup write it: not quoted, close to its operator, with nothing but white space behind it. */
  readonly isolated?: boolean;
  /** By nothing but a space: "the Box key 8f3a...". */
  readonly spaced?: true;
}

const nameTail = /[\w$-]{0,40}(?:\.[\w-]{1,30}){0,2}/y;
/** What gives a name its value, tried in this order. */
const operators = [
  // { name: "API_KEY", value: "..." }, <add key="ApiKey" value="...">, and the YAML list of environment variables.
  `,?\\s{1,40}["']?value["']?\\s{0,3}[:=]`,
  // api_key: str = "..."
  ':\\s{0,3}(?:string|String|bytes|Optional\\[str\\]|\\w{0,12}str)\\s{0,3}=(?!=)',
  '=>|->|:=|\\?=|\\+=|\\|\\|:?=|!==?|={1,3}|:{1,2}',
  // | API key | ... |
  '\\|(?=\\s)',
  // setProperty("API_KEY", "..."), api_key("...")
  `,(?=\\s{0,16}["'\`])`,
  `\\((?=\\s{0,4}["'\`])`,
  // "api_key";s:32:"..."
  ';s:\\d{1,4}:(?=\\\\?")',
  // <apiKey>...</apiKey>
  '>(?=[^\\s<>]{6,200}<\\/)',
  `(?=\\s["'\`])`,
];
const operator = new RegExp(
  `(?:\\\\?["'\`\\])]){0,3}\\s{0,12}(?:${operators.join('|')})[ \\t]{0,12}(?:\\r?\\n[ \\t]{0,40}(?=["'\`]))?`,
  'y',
);
/** What may stand between operator and value. */
const introduction =
  /(?:[frbu@$]{1,2}(?=["'`]))?(?:(["'`])\1\1|\\{0,2}(["'`])(?:(?!\\?\2)\\?["'])?)?(?:(?:Bearer|Basic|(?:API-?)?Token|(?:API-?)?Key|OAuth|SSWS|Splunk|GenieKey|Bot)\s)?/iy;
/** A call or an expression with a default: `os.getenv("X", "value")`, `process.env.X || "value"`, `SecretStr("value")`. */
const wrapper = /(?:new\s)?[A-Za-z_$][\w.$?[\]"']{1,80}\s?(?:\(|\|\||\?\?|\bor\b)/y;

const space = /[ \t]{1,12}(?=[\w+/$!@-]{16})/y;

const maximum = 240;

/** What ends a value that is not quoted: punctuation, or an escape of the string literal around it. */
const bareEnd = /[\s"'`,;<>(){}[\]|]|&(?=\w{1,40}=)|\\[nrt"']/g;

/**
 * Reads what is assigned to a name that is written up to `at` or a little further, in any of the notations of programs, configuration,
 * markup and command lines. Only looks at the rest of the line and, after an operator, the start of the next.
 */
export function assignedValues(text: string, at: number): readonly AssignedValue[] {
  const nameEnd = matchEnd(nameTail, text, at);
  const valueStart = matchEnd(operator, text, nameEnd);
  if (valueStart < 0) return commandLineValue(text, nameEnd) ?? spacedValue(text, nameEnd);
  if (matchEnd(wrapper, text, valueStart) > 0) return quotedStrings(text, valueStart);
  const value = readValue(text, valueStart, /[=:>]/.test(text.slice(nameEnd, valueStart)));
  return value === undefined ? [] : [value];
}

function readValue(text: string, start: number, direct: boolean): AssignedValue | undefined {
  const from = Math.max(start, matchEnd(introduction, text, start));
  const opening = text.slice(start, from);
  const quote = /["'`](?=[^"'`]*$)/.exec(opening)?.[0];
  const limit = Math.min(text.length, from + maximum);
  if (quote !== undefined) {
    for (let i = from; i < limit; i++) {
      const character = text.charAt(i);
      if (character === '\n') return undefined;
      if (character === '\\' && i + 1 < limit && text.charAt(i + 1) !== quote) i++;
      else if (character === quote || (character === '\\' && text.charAt(i + 1) === quote)) {
        const end = from + text.slice(from, i).replace(/\\+$/, '').length;
        return { range: { start: from, end }, quoted: true, direct };
      }
    }
    return undefined;
  }
  bareEnd.lastIndex = from;
  const end = Math.min(bareEnd.exec(text)?.index ?? text.length, limit);
  const bare = text.slice(from, end);
  // "sk-..." is cut short.
  if (/\.{3}$|\u2026/.test(bare)) return undefined;
  const trimmed = bare.replace(/[.,:;\\]+$|(?<=[.,:;?!])[?!]+$/, '');
  return trimmed === ''
    ? undefined
    : {
        range: { start: from, end: from + trimmed.length },
        quoted: false,
        direct,
        isolated:
          bare.length === trimmed.length &&
          /(?:[=>]|: ?)$/.test(text.slice(start - 2, from)) &&
          /^(?:\s|<\/|$)/.test(text.slice(end, end + 2)),
      };
}

/** `--api-key VALUE`. */
function commandLineValue(text: string, nameEnd: number): readonly AssignedValue[] | undefined {
  const name = text.slice(Math.max(0, nameEnd - 48), nameEnd);
  if (text.charAt(nameEnd) !== ' ' || !/(?:^|\s)--?[a-z][\w-]{1,40}$/i.test(name)) return undefined;
  const value = readValue(text, nameEnd + 1, false);
  return value === undefined ? [] : [value];
}

/** A long run of characters after a name. */
function spacedValue(text: string, nameEnd: number): readonly AssignedValue[] {
  const start = matchEnd(space, text, nameEnd);
  const value = start < 0 ? undefined : readValue(text, start, false);
  return value === undefined || value.quoted ? [] : [{ ...value, spaced: true }];
}

/** String literals in the rest of the line, at most three. */
function quotedStrings(text: string, start: number): readonly AssignedValue[] {
  const values: AssignedValue[] = [];
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(lineEnd < 0 ? text.length : lineEnd, start + maximum));
  for (const match of line.matchAll(/(["'`])([^"'`\\]{4,200})\1/g)) {
    const from = start + match.index + 1;
    values.push({ range: { start: from, end: from + (match[2]?.length ?? 0) }, quoted: true, direct: false });
    if (values.length === 3) break;
  }
  return values;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
