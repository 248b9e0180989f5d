import { range, type TextRange } from '../../text/range.js';
import { type Dialect, type Insertion, insertionsOf } from './insertion.js';

interface Pattern {
  /** Group 1 is the name, unless `name` is given. What commands say is not kept: it may hold secrets. */
  readonly pattern: RegExp;
  readonly name?: string;
  readonly executes?: true;
  /** Names that the format itself fills, as groups of names that start alike. */
  readonly except?: RegExp;
}

/** A dialect whose insertions are found by patterns, each linear and bounded. Where two overlap, the one that starts first counts. */
function patternDialect(id: string, patterns: readonly Pattern[]): Dialect {
  return {
    id,
    insertions(text: string, span: TextRange): readonly Insertion[] {
      const found = patterns.flatMap((one) => matchesOf(one, text, span));
      found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
      let end = span.start;
      return found.filter(({ range: here }) => {
        if (here.start < end) return false;
        end = here.end;
        return true;
      });
    },
  };
}

function matchesOf(
  { pattern, name, executes, except }: Pattern,
  text: string,
  span: TextRange,
): readonly Insertion[] {
  const found: Insertion[] = [];
  const search = new RegExp(pattern.source, 'gm');
  search.lastIndex = span.start;
  for (let hit = search.exec(text); hit !== null && hit.index < span.end; hit = search.exec(text)) {
    const stop = hit.index + hit[0].length;
    if (hit[0] === '') search.lastIndex++;
    if (stop > span.end || except?.test(hit[0]) === true) continue;
    const called = name ?? hit[1] ?? '';
    for (const one of insertionsOf([called], range(hit.index, stop), called, true))
      found.push(executes ? { ...one, executes } : one);
  }
  return found;
}

/** Guardrails RAIL: `${name}`; `${gr.…}` are texts of the library. */
export const rail = patternDialect('rail', [
  { pattern: /\$\{([A-Za-z_]\w{0,100})[^{}\n]{0,100}\}/, except: /^\$\{gr\./ },
]);

/** Python's `string.Template` and shell-like `${name}`. */
export const dollarBraces = patternDialect('dollar', [{ pattern: /\$\{([A-Za-z_][\w.]{0,100})\}/ }]);

const filePath = '(?:~|\\.{1,2})?[\\w./-]{1,200}';

/** VS Code's prompt files: `${input:name:hint}`, other variables of the editor, `#file:path`. */
export const copilot = patternDialect('copilot', [
  { pattern: /\$\{input:([\w-]{1,100})[^{}\n]{0,300}\}/ },
  { pattern: /\$\{(selection|selectedText|file|fileBasename|workspaceFolder|[a-zA-Z]{3,30})\}/ },
  { pattern: /(?<=^|[ (\t])#(selection|codebase|changes|terminalLastCommand|terminalSelection)\b/ },
  { pattern: new RegExp(`#file:(${filePath})`), executes: true },
]);

const textExtension =
  '(?:md|mdc|mdx|txt|rst|adoc|json|jsonc|ya?ml|toml|xml|csv|ini|env|py|tsx?|jsx?|go|rs|java|rb|php|sh|sql|html|css)';
/** `@docs/style.md` brings a file in; `@param`, `@scope/package` and mail addresses do not. */
const fileReference: Pattern = {
  pattern: new RegExp(`(?<=^|[\\s(])@(${filePath}\\.${textExtension})\\b`),
  executes: true,
};

/** Instructions of agents that are read at every start: files that they bring in. */
export const agentRules = patternDialect('agent-rules', [fileReference]);

/** Commands and skills of Claude Code and those that read the same files: `$ARGUMENTS`, `$1`, output of commands, files. */
export const slashCommand = patternDialect('slash-command', [
  { pattern: /\$ARGUMENTS(?:\[\d{1,3}\])?/, name: 'ARGUMENTS' },
  { pattern: /\$([1-9])(?![\d.,])/ },
  { pattern: /!`[^`\n]{1,500}`/, name: 'command', executes: true },
  fileReference,
]);

/** Fabric's patterns: `{{name}}`; code samples in them are full of other braces. */
export const fabric = patternDialect('fabric', [{ pattern: /\{\{([A-Za-z_][\w-]{0,100})\}\}/ }]);

/** Dify: `{{name}}`, and `{{#node.name#}}` for what another node gives. */
export const dify = patternDialect('dify', [{ pattern: /\{\{#?(?:[\w-]{1,60}\.){0,5}(\w{1,100})#?\}\}/ }]);

/** Gemini's commands: `{{args}}`, `!{command}`, `@{file}`. */
export const geminiCommand = patternDialect('gemini-command', [
  { pattern: /\{\{(args)\}\}/ },
  { pattern: /!\{(?:[^{}]|\{[^{}]{0,500}\}){1,2000}\}/, name: 'command', executes: true },
  { pattern: /@\{([^{}\n]{1,300})\}/, executes: true },
]);
