import { MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.js';
import { explainAt } from '../../core/permissions/explain.js';
import { rules } from '../../core/rules/index.js';
import { toRange } from '../convert.js';
import type { Server } from '../server.js';

/** On a finding: what, why, the path and what to do. On an entry of an agent config: what it allows. */
export function registerHover({ connection, sessions }: Server): void {
  connection.onHover(async ({ textDocument, position }, token) => {
    const { session, path } = sessions.of(textDocument.uri);
    await session.settled();
    if (token.isCancellationRequested) return null;
    const { findings, surface } = session.analysis();
    const lines = session.lines(path);
    const offset = lines.offsetAt(position);
    const here = findings.filter(
      ({ location }) =>
        location.path === path && location.range.start <= offset && offset <= location.range.end,
    );
    const parts = here.map(describe);
    // One file may be read by several products, each with its own meaning of an entry.
    const explained = surface.configs
      .filter((config) => config.path === path)
      .flatMap((config) => explainAt(config, offset) ?? []);
    parts.unshift(...new Set(explained));
    if (parts.length === 0) return null;
    const range = here[0] === undefined ? undefined : toRange(lines, here[0].location.range);
    return {
      contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
      ...(range === undefined ? {} : { range }),
    };
  });
}

function describe(finding: Finding): string {
  const rule = rules.find(({ id }) => id === finding.ruleId);
  const path = finding.path.map((step, i) => `${i + 1}. ${step.message} (${step.location.path})`);
  return [
    `**${finding.message}** \`${finding.ruleId}\``,
    ...(rule === undefined ? [] : [rule.why, `**What to do.** ${rule.remedy}`]),
    ...(path.length === 0 ? [] : [path.join('\n')]),
  ].join('\n\n');
}
