/** An expression whose value a stranger can write. */
export interface UntrustedExpression {
  /** With its braces, as written. */
  readonly text: string;
  /** "github.event.issue.title". */
  readonly what: string;
  /** Offset in the text that was searched. */
  readonly start: number;
}

const untrusted =
  /\bgithub\.event\.(?:issue|pull_request|discussion)\.(?:title|body)\b|\bgithub\.event\.(?:comment|review|review_comment|discussion)\.body\b|\bgithub\.event\.(?:head_commit|commits(?:\[\d+\]|\.\*)?)\.(?:message|author\.(?:name|email))\b|\bgithub\.event\.pages\b[\w.*[\]]*|\bgithub\.head_ref\b|\bgithub\.event\.pull_request\.head\.(?:ref|label)\b|\bgithub\.event\.pull_request\.head\.repo\.(?:description|homepage|default_branch)\b|\bgithub\.event\.workflow_run\.(?:head_branch|display_title|head_commit\.(?:message|author\.\w+)|pull_requests\b[\w.*[\]]*)|\bgithub\.event\.(?:issue|pull_request)\.labels\b|\btoJSON\(\s*github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion))?)?\s*\)/i;

/** Functions that answer yes or no. */
const question = /\b(?:contains|startsWith|endsWith)\s*\((?:[^()]|\([^()]{0,200}\)){0,400}\)/gi;
const comparison = /[\w.*[\]]{1,120}\s*[!=]=\s*(?:'[^']{0,200}'|[\w.*[\]]{1,120})/g;

/** Expressions in a text that put something a stranger wrote in their place; questions about such text (`contains(…)`) do not. */
export function untrustedExpressions(text: string): readonly UntrustedExpression[] {
  const found: UntrustedExpression[] = [];
  for (const match of text.matchAll(/\$\{\{((?:[^}]|\}(?!\})){0,600})\}\}/g)) {
    const dotted = (match[1] ?? '').replace(/\[\s*'([\w-]{1,80})'\s*\]/g, '.$1');
    const inner = dotted.replace(question, 'true').replace(comparison, 'true');
    const what = untrusted.exec(inner)?.[0];
    if (what !== undefined) found.push({ text: match[0], what, start: match.index });
  }
  return found;
}

/** True when the person who causes the event has written this text: then a check of that person is a check of the text's author. */
export function isActorsOwn(what: string, event: string, types: readonly string[]): boolean {
  if (event === 'issue_comment' || event === 'discussion_comment' || event === 'pull_request_review_comment')
    return /\.comment\.body/.test(what);
  if (event === 'pull_request_review') return /\.review\.body/.test(what);
  const opened =
    types.length > 0 &&
    types.every((type) => ['opened', 'created', 'reopened', 'synchronize'].includes(type));
  return (event === 'issues' || event === 'discussion' || event.startsWith('pull_request')) && opened;
}
