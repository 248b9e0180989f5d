import type { Suppressed } from '../analysis.js';
import type { Finding } from '../finding.js';
import type { Policy } from '../policy/policy.js';
import type { Project } from '../project.js';
import type { Hit } from '../rules/rule.js';
import { closest } from '../text/closest.js';
import { LineIndex } from '../text/line-index.js';
import type { Directive } from './directive.js';
import { Exceptions } from './exceptions.js';
import { findDirectives } from './find-directives.js';
import { literalSpan } from './literal-span.js';

export interface SuppressionContext {
  readonly project: Project;
  readonly policyFor: (path: string) => Policy;
  /** Every rule id. */
  readonly ruleIds: readonly string[];
  /** Whether a rule reports in a file at all, as policy and persona have it; where it does not, nothing is stale. */
  readonly runs: (ruleId: string, path: string) => boolean;
}

/** A hit of one of the rules about suppressions themselves (`rules/meta`). */
export interface MetaHit {
  readonly ruleId: 'suppression-stale' | 'suppression-without-reason';
  readonly hit: Hit;
}

/**
 * Takes out the findings that a comment with a reason or an exception of the policy accepts, and finds the comments that accept nothing.
 */
export function applySuppressions<T extends { readonly finding: Finding }>(
  reported: readonly T[],
  context: SuppressionContext,
): {
  readonly active: readonly T[];
  readonly suppressed: readonly Suppressed[];
  readonly meta: readonly MetaHit[];
} {
  const comments = new Map<string, FileComments>();
  for (const path of context.project.paths) {
    const directives = findDirectives(context.project, path);
    if (directives.length > 0) comments.set(path, new FileComments(context.project, path, directives));
  }
  const exceptions = new Exceptions(context);
  const active: T[] = [];
  const suppressed: Suppressed[] = [];
  for (const item of reported) {
    const { finding } = item;
    const reason = comments.get(finding.location.path)?.reasonFor(finding);
    const exception = reason === undefined ? exceptions.reasonFor(finding) : undefined;
    if (reason !== undefined) suppressed.push({ finding, reason, origin: 'comment' });
    else if (exception !== undefined) suppressed.push({ finding, reason: exception, origin: 'policy' });
    else active.push(item);
  }
  const meta = [...comments.values()].flatMap((file) => file.complaints(context));
  return { active, suppressed, meta: [...meta, ...exceptions.complaints()] };
}

/** The directives of one file and which of their rules have accepted something. */
class FileComments {
  readonly #project: Project;
  readonly #path: string;
  readonly #directives: readonly Directive[];
  readonly #lines: LineIndex;
  /** Directives by the line they speak for. */
  readonly #byLine = new Map<number, Directive[]>();
  /** Spans of rule ids that accepted a finding, by their start. */
  readonly #used = new Set<number>();

  constructor(project: Project, path: string, directives: readonly Directive[]) {
    this.#project = project;
    this.#path = path;
    this.#directives = directives;
    const text = project.file(path)?.text ?? '';
    this.#lines = new LineIndex(text);
    const own = new Set(directives.filter((d) => d.ownLine).map((d) => this.#lines.lineAt(d.range.start)));
    for (const directive of directives) {
      let line = this.#lines.lineAt(directive.range.end);
      if (directive.ownLine) {
        line++;
        while (own.has(line) || this.#isComment(text, line)) line++;
      }
      this.#byLine.set(line, [...(this.#byLine.get(line) ?? []), directive]);
    }
  }

  /** Comments of other tools may stand between a directive and its line. */
  #isComment(text: string, line: number): boolean {
    const start = this.#lines.lineStart(line);
    if (start >= text.length) return false;
    return /^\s*(?:#|\/\/|\{?\/\*.*\*\/\}?\s*$)/.test(text.slice(start, this.#lines.lineEnd(line)));
  }

  reasonFor({ ruleId, location }: Finding): string | undefined {
    const { start } = location.range;
    const literal = literalSpan(this.#project, this.#path, start);
    const places =
      literal === undefined ? [start] : [start, literal.start, Math.max(literal.start, literal.end - 1)];
    for (const place of places) {
      for (const { rules, reason } of this.#byLine.get(this.#lines.lineAt(place)) ?? []) {
        const named = rules.find(({ id }) => id === ruleId);
        if (named === undefined) continue;
        this.#used.add(named.range.start);
        if (reason !== '') return reason;
      }
    }
    return undefined;
  }

  complaints({ ruleIds, runs }: SuppressionContext): MetaHit[] {
    return this.#directives.flatMap((directive): MetaHit[] => {
      if (directive.rules.length === 0)
        return [
          this.#hit(
            'suppression-stale',
            directive.range,
            'This comment names no rule, so it accepts nothing',
          ),
        ];
      const stale = directive.rules
        .filter(
          ({ id, range }) => !this.#used.has(range.start) && (runs(id, this.#path) || !ruleIds.includes(id)),
        )
        .map(({ id, range }) => this.#hit('suppression-stale', range, staleMessage(id, ruleIds)));
      return directive.reason === ''
        ? [
            this.#hit(
              'suppression-without-reason',
              directive.range,
              'This comment gives no reason, so it accepts nothing: write ": reason" after the rule',
            ),
            ...stale,
          ]
        : stale;
    });
  }

  #hit(ruleId: MetaHit['ruleId'], range: Hit['location']['range'], message: string): MetaHit {
    return { ruleId, hit: { location: { path: this.#path, range }, message } };
  }
}

function staleMessage(id: string, ruleIds: readonly string[]): string {
  if (ruleIds.includes(id)) return `Nothing is left here for ${id} to report: this comment can go`;
  const near = closest(id, ruleIds);
  return `There is no rule "${id}"${near === undefined ? '' : `; did you mean "${near}"`}`;
}
