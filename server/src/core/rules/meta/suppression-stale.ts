import { removeAll } from '../../config/edit.js';
import { readConfig } from '../../config/read.js';
import type { Fix } from '../../fixes/fix.js';
import { isPolicyFile } from '../../policy/policies.js';
import type { Project } from '../../project.js';
import type { Directive } from '../../suppress/directive.js';
import { findDirectives } from '../../suppress/find-directives.js';
import type { TextEdit } from '../../text/edits.js';
import { contains, type TextRange } from '../../text/range.js';
import { defineRule, type Hit } from '../rule.js';

export default defineRule({
  id: 'suppression-stale',
  family: 'meta',
  since: '0.1.0',
  severity: 'hint',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {},
  summary: 'A suppression comment, or an exception of the policy, accepts a finding that is not there.',
  why: `The code it spoke of has changed or the rule is spelled wrong. Left standing, it would silently accept the next
finding of that rule in this place, which nobody has looked at.`,
  remedy: 'Delete the comment or the exception, or correct the rule in it.',
  // Known only when all findings are: `applySuppressions` tells.
  detect: (): Hit[] => [],
  fixes: ({ location }, { project }) => removal(project, location.path, location.range),
});

function removal(project: Project, path: string, place: TextRange): readonly Fix[] {
  const text = project.file(path)?.text ?? '';
  const exception = isPolicyFile(path);
  const edits = exception
    ? removeAll({ text, document: readConfig('yaml', text) }, [place])
    : withoutRule(text, findDirectives(project, path), place);
  if (edits === undefined) return [];
  return [
    {
      id: 'remove-suppression',
      title: exception ? 'Remove this exception' : 'Remove what this comment no longer accepts',
      safety: 'safe',
      preferred: true,
      changes: [{ path, edits }],
    },
  ];
}

/** Takes the rule out of the comment, and the comment away when it was the only one. */
function withoutRule(
  text: string,
  directives: readonly Directive[],
  place: TextRange,
): readonly TextEdit[] | undefined {
  const directive = directives.find(({ range }) => contains(range, place));
  if (directive === undefined) return undefined;
  const index = directive.rules.findIndex(({ range }) => range.start === place.start);
  const range =
    directive.rules.length > 1 && index !== -1 ? ruleSpan(directive, index) : commentSpan(text, directive);
  return [{ range, newText: '' }];
}

/** One rule of a list with the comma that separates it. */
function ruleSpan({ rules }: Directive, index: number): TextRange {
  const here = rules[index]?.range ?? { start: 0, end: 0 };
  const next = rules[index + 1];
  if (next !== undefined) return { start: here.start, end: next.range.start };
  return { start: rules[index - 1]?.range.end ?? here.start, end: here.end };
}

/** A comment with its line when it stands alone, else with the blanks before it. */
function commentSpan(text: string, { range, ownLine }: Directive): TextRange {
  if (!ownLine) {
    let start = range.start;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
    return { start, end: range.end };
  }
  const lineEnd = text.indexOf('\n', range.end);
  return {
    start: text.lastIndexOf('\n', range.start - 1) + 1,
    end: lineEnd === -1 ? text.length : lineEnd + 1,
  };
}
