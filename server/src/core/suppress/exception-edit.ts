import { appendTo } from '../config/edit.js';
import { contentEnd, lineBreakOf, nextLineAt } from '../config/layout.js';
import { at } from '../config/path.js';
import { readConfig } from '../config/read.js';
import type { Finding } from '../finding.js';
import type { FileChange } from '../fixes/fix.js';
import { policyFileNames } from '../policy/policies.js';
import type { Project } from '../project.js';
import type { TextEdit } from '../text/edits.js';

/** Adds an entry to `exceptions:` of the nearest policy file, or makes such a file at the root. */
export function exceptionEdit(finding: Finding, project: Project, reason: string): FileChange | undefined {
  const { path } = finding.location;
  const policy = nearestPolicy(path, project);
  const folder = policy === undefined ? '' : policy.slice(0, policy.lastIndexOf('/') + 1);
  const exception = {
    rule: finding.ruleId,
    path: path.slice(folder.length),
    fingerprint: finding.fingerprint,
    reason,
  };
  const text = policy === undefined ? undefined : project.file(policy)?.text;
  if (policy === undefined || text === undefined)
    return { path: policyFileNames[0], create: `exceptions:\n${item(exception, '  ', '\n')}` };
  const edits = insertion(text, exception);
  return edits === undefined ? undefined : { path: policy, edits };
}

function nearestPolicy(path: string, project: Project): string | undefined {
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const folder = parts.slice(0, depth).join('/');
    for (const name of policyFileNames) {
      const candidate = folder === '' ? name : `${folder}/${name}`;
      if (project.file(candidate) !== undefined) return candidate;
    }
  }
  return undefined;
}

type Exception = Readonly<Record<string, string>>;

/** One entry, a key per line: people read and edit this file. */
const item = (exception: Exception, indent: string, eol: string): string =>
  Object.entries(exception)
    .map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${scalar(value)}${eol}`)
    .join('');

function insertion(text: string, exception: Exception): readonly TextEdit[] | undefined {
  const eol = lineBreakOf(text);
  const document = readConfig('yaml', text);
  const list = at(document.root, 'exceptions');
  const insert = (offset: number, newText: string): readonly TextEdit[] => {
    const lead = offset > 0 && text[offset - 1] !== '\n' ? eol : '';
    return [{ range: { start: offset, end: offset }, newText: lead + newText }];
  };
  if (list === undefined) return insert(text.length, `exceptions:${eol}${item(exception, '  ', eol)}`);
  const last = list.kind === 'list' ? list.items.at(-1) : undefined;
  if (last === undefined || text[list.range.start] === '[')
    return appendTo({ text, document }, ['exceptions'], [exception]);
  const dash = text.lastIndexOf('-', last.range.start);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  return insert(nextLineAt(text, contentEnd(text, last.range.end)), item(exception, indent, eol));
}

/** In double quotes where YAML would read something else than this text. */
const scalar = (text: string): string =>
  /^[A-Za-z./<][\w ./>,-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n|~)$|\s$/i.test(text)
    ? text
    : JSON.stringify(text);
