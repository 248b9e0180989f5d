import { lineBreakOf } from '../config/layout.js';
import type { Finding } from '../finding.js';
import type { FileChange } from '../fixes/fix.js';
import type { Project } from '../project.js';
import type { SyntaxTree } from '../syntax-tree.js';

import { type CommentStyle, commentStyle, jsx } from './comment-style.js';
import { marker, reasonPlaceholder } from './directive.js';
import { exceptionEdit } from './exception-edit.js';
import { literalSpan, nodesAround } from './literal-span.js';

/**
 * Accepts a finding: a comment on the line above it, or an entry in the policy file where a comment cannot stand or would reach
 * the model. The reason is left as `reasonPlaceholder`, where an editor puts the caret; until it is replaced nothing is accepted.
 */
export function suppressionEdit(
  finding: Finding,
  project: Project,
  reason: string = reasonPlaceholder,
): FileChange | undefined {
  const { path } = finding.location;
  const text = project.file(path)?.text;
  if (text === undefined) return undefined;
  const place = commentPlace(finding, project, text);
  if (place === undefined) return exceptionEdit(finding, project, reason);
  const { at, style } = place;
  const indent = /^[ \t]*/.exec(text.slice(at, at + 1_000))?.[0] ?? '';
  const close = style.close === '' ? '' : ` ${style.close}`;
  const comment = `${indent}${style.open} ${marker} ${finding.ruleId}: ${reason}${close}`;
  return { path, edits: [{ range: { start: at, end: at }, newText: `${comment}${lineBreakOf(text)}` }] };
}

/** Start of the line above which the comment goes, and how it is written there. */
function commentPlace(
  { location }: Finding,
  project: Project,
  text: string,
): { readonly at: number; readonly style: CommentStyle } | undefined {
  const { path, range } = location;
  const style = commentStyle(path, text, range.start);
  if (style === undefined) return undefined;
  const at = lineStart(text, literalSpan(project, path, range.start)?.start ?? range.start);
  // After a backslash at the end of a line a comment would be a syntax error.
  if (/\\\r?\n$/.test(text.slice(Math.max(0, at - 3), at))) return undefined;
  const tree = project.syntax(path);
  if (tree === undefined) return { at, style };
  // A line that begins inside a literal has no place for a comment, nor has the line above it.
  if (
    at > 0 &&
    literalSpan(project, path, at - 1) !== undefined &&
    literalSpan(project, path, at) !== undefined
  )
    return undefined;
  return { at, style: isJsxText(tree, at) ? jsx : style };
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** True between the tags of a JSX element, where a line comment would be shown on the page. */
function isJsxText(tree: SyntaxTree, offset: number): boolean {
  let kind = '';
  for (const node of nodesAround(tree, offset)) kind = tree.kinds[tree.kind[node] ?? 0] ?? '';
  return kind === 'jsx_text' || kind === 'jsx_element' || kind === 'jsx_fragment';
}
