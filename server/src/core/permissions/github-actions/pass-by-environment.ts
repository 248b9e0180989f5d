import type { ConfigEntry } from '../../config/config-node.js';
import { indentAt, lineBreakOf, lineEndAt } from '../../config/layout.js';
import { entryAt } from '../../config/path.js';
import type { TextEdit } from '../../text/edits.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { UntrustedExpression } from './expressions.js';
import type { Step } from './workflow.js';

/** "github.event.issue.title" becomes ISSUE_TITLE. */
const variableFor = (what: string): string =>
  what
    .replace(/^.*?\bgithub\./, '')
    .replace(/^event\./, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase() || 'EVENT';

/**
 * Hands the values over as variables of the environment: a shell expands `"$ISSUE_TITLE"` to text, while `${{ … }}` is pasted into the script
 * before the shell reads it. Only for steps written line by line, whose shell knows `$NAME`.
 */
export function passByEnvironment(
  file: ConfigFile,
  step: Step,
  run: ConfigEntry,
  found: readonly UntrustedExpression[],
): Remedy | undefined {
  const { text } = file;
  const shell = entryAt(step.node, 'shell')?.value;
  if (shell?.kind === 'string' && !/^(?:bash|sh|zsh)\b/.test(shell.value)) return undefined;
  const variables = new Map<string, string>();
  const edits: TextEdit[] = [];
  let from = run.value.range.start;
  for (const expression of found) {
    const at = text.indexOf(expression.text, from);
    if (at < 0 || at + expression.text.length > run.value.range.end) return undefined;
    from = at + expression.text.length;
    const name = variableFor(expression.what);
    variables.set(name, expression.text);
    edits.push({
      range: { start: at, end: from },
      newText: reference(name, text, Math.max(run.value.range.start, text.lastIndexOf('\n', at)), at),
    });
  }
  const insertion = newEntries(file, step, run, variables);
  if (insertion === undefined) return undefined;
  return {
    id: 'pass-by-environment',
    title: 'Pass it through the environment',
    safety: 'safe',
    steps: [{ do: 'edit', edits: [insertion, ...edits] }],
  };
}

/** Within double quotes the bare variable, elsewhere one with quotes of its own; in single quotes those are left for it. */
function reference(name: string, text: string, lineStart: number, at: number): string {
  let quote = '';
  for (let i = lineStart; i < at; i++) {
    const c = text.charAt(i);
    if (quote === '' && (c === '"' || c === "'")) quote = c;
    else if (c === quote) quote = '';
  }
  if (quote === '"') return `\${${name}}`;
  return quote === "'" ? `'"\${${name}}"'` : `"\${${name}}"`;
}

function newEntries(
  file: ConfigFile,
  step: Step,
  run: ConfigEntry,
  variables: ReadonlyMap<string, string>,
): TextEdit | undefined {
  const { text } = file;
  const eol = lineBreakOf(text);
  const env = entryAt(step.node, 'env');
  const missing = [...variables].filter(([name]) => !step.env.some(({ key }) => key === name));
  if (env !== undefined) {
    const last = step.env.at(-1);
    if (last === undefined || text[env.value.range.start] === '{') return undefined;
    const indent = indentAt(text, last.keyRange.start);
    const at = lineEndAt(text, last.range.end);
    return {
      range: { start: at, end: at },
      newText: missing.map(([name, value]) => `${eol}${indent}${name}: ${value}`).join(''),
    };
  }
  const before = text.slice(text.lastIndexOf('\n', run.keyRange.start - 1) + 1, run.keyRange.start);
  if (!/^[ ]*(?:-[ ]+)?$/.test(before)) return undefined;
  const indent = before.replace(/-/, ' ');
  const lines = missing.map(([name, value]) => `${indent}  ${name}: ${value}${eol}`).join('');
  return {
    range: { start: run.keyRange.start, end: run.keyRange.start },
    newText: `env:${eol}${lines}${indent}`,
  };
}
