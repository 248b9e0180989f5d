import { valueSpan } from '../secrets/value-span.js';
import type { Surface } from '../surface/surface.js';
import { compareRanges, type TextRange } from '../text/range.js';
import type { Hit, Rule, RuleContext } from './rule.js';

/** UTF-16 units of the finding's text that count. */
const LIMIT = 500;

/**
 * What of a finding survives edits elsewhere in the file: the text it stands on, blanks normalized. Fingerprints are made from it and written to
 * baselines and reports, and who knows the rest of a line can find a short password, or a number of nine digits, by trying all of them: nothing
 * confidential is in it.
 */
export function anchorOf(
  rule: Rule,
  hit: Hit,
  { project }: RuleContext,
  confidential: readonly TextRange[],
): string {
  const { path, range } = hit.location;
  const text = project.file(path)?.text ?? '';
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', range.end);
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, start + LIMIT);
  const own = holdsSecret(rule) && (hit.path ?? []).length === 0 ? [valueSpan(text, range)] : [];
  let anchor = '';
  let at = start;
  for (const span of [...confidential, ...own].sort(compareRanges)) {
    if (span.end <= at || span.start >= end) continue;
    anchor += text.slice(at, Math.max(at, span.start));
    at = Math.min(end, span.end);
  }
  anchor += text.slice(at, end);
  return [rule.id, path, hit.key ?? '', anchor.replace(/\s+/g, ' ').trim()].join('\0');
}

/** What the rule points at is a secret, unless data flows there: then it is a variable. */
export const holdsSecret = ({ id, family }: Pick<Rule, 'id' | 'family'>): boolean =>
  family === 'secret' || id.endsWith('-secret');

/** Spans of each file that hold secrets and personal data. */
export function confidentialSpans({
  secrets,
  sensitiveData = [],
  clients,
}: Surface): (path: string) => readonly TextRange[] {
  const spans = new Map<string, TextRange[]>();
  const keys = clients.flatMap(({ apiKey }) => (apiKey === undefined ? [] : [{ location: apiKey.constant }]));
  for (const { location } of [...secrets, ...sensitiveData, ...keys]) {
    const known = spans.get(location.path);
    if (known === undefined) spans.set(location.path, [location.range]);
    else known.push(location.range);
  }
  return (path) => spans.get(path) ?? [];
}
